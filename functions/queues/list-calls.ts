/** Takes the order to make the lists of calls and to mail them, which a schedule puts on the queue every half hour, and a complaint at once. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { type BeginTeamDaysPorts, beginTeamDays } from '#app/sending/begin-team-days.ts'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import { type RecordFailed, settleRecords } from '#functions/queues/settle-records.ts'

export const LIST_CALLS = 'list-calls'
const OrderSchema = z.strictObject({
  kind: z.literal(LIST_CALLS),
  /** Something urgent came in then; absent in the schedule's order. */
  urgentAt: InstantSchema.optional(),
  /** The urgent work; absent in orders of the version before. */
  workId: z.string().optional(),
})

export const listCallsHandler =
  ({ ports, clock, failed }: { ports: BeginTeamDaysPorts; clock: () => Instant; failed: RecordFailed }) =>
  (event: SQSEvent): Promise<SQSBatchResponse> =>
    settleRecords(event, {
      act: async ({ body }) => {
        const { urgentAt, workId = null } = OrderSchema.parse(JSON.parse(body))
        await beginTeamDays(ports, { urgent: urgentAt === undefined ? null : { at: urgentAt, workId }, clock })
      },
      failed,
    })
