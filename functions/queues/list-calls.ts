/** Takes the order to make the lists of calls, which a schedule puts on the queue every half hour. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import type { MakeDayListPorts } from '#app/desk/make-day-list.ts'
import { makeDueLists } from '#app/desk/make-due-lists.ts'
import type { Instant } from '#core/time/instant.ts'
import { type RecordFailed, settleRecords } from '#functions/queues/settle-records.ts'

export const LIST_CALLS = 'list-calls'
const OrderSchema = z.strictObject({ kind: z.literal(LIST_CALLS) })

export const listCallsHandler =
  ({ ports, clock, failed }: { ports: MakeDayListPorts; clock: () => Instant; failed: RecordFailed }) =>
  (event: SQSEvent): Promise<SQSBatchResponse> =>
    settleRecords(event, {
      act: async ({ body }) => {
        OrderSchema.parse(JSON.parse(body))
        await makeDueLists(ports, clock())
      },
      failed,
    })
