/** Takes the order to make the lists of calls, which a schedule puts on the queue every half hour, and a complaint at once. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import type { MakeDayListPorts } from '#app/desk/make-day-list.ts'
import { makeDueLists } from '#app/desk/make-due-lists.ts'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import { type RecordFailed, settleRecords } from '#functions/queues/settle-records.ts'

export const LIST_CALLS = 'list-calls'
const OrderSchema = z.strictObject({
  kind: z.literal(LIST_CALLS),
  /** Something urgent came in then; absent in the schedule's order. */
  urgentAt: InstantSchema.optional(),
})

export const listCallsHandler =
  ({ ports, clock, failed }: { ports: MakeDayListPorts; clock: () => Instant; failed: RecordFailed }) =>
  (event: SQSEvent): Promise<SQSBatchResponse> =>
    settleRecords(event, {
      act: async ({ body }) => {
        const { urgentAt = null } = OrderSchema.parse(JSON.parse(body))
        await makeDueLists(ports, clock(), { urgentAt })
      },
      failed,
    })
