/**
 * Takes the order to make the lists of calls and to mail them, which a schedule puts on the queue every half hour, and a complaint at once; and the
 * order to tell departments what they are asked, which is a part of the schedule's, as are the counting of cases and the weekly mail about them.
 */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { type BeginTeamDaysPorts, beginTeamDays } from '#app/sending/begin-team-days.ts'
import { type MailCareDigestPorts, mailCareDigest } from '#app/sending/mail-care-digest.ts'
import { tellDepartments } from '#app/sending/tell-departments.ts'
import { type WriteToDepartmentsPorts, writeToDepartments } from '#app/sending/write-to-departments.ts'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import { type RecordFailed, settleRecords } from '#functions/queues/settle-records.ts'

export const LIST_CALLS = 'list-calls'
const OrderSchema = z.strictObject({
  kind: z.literal(LIST_CALLS),
  /** Something urgent came in then; absent in the schedule's order. */
  urgentAt: InstantSchema.optional(),
  /** The urgent work; absent in orders of the version before. */
  workId: z.string().optional(),
  /** Staff asked a department: nothing else is to be done. */
  only: z.literal('departments').optional(),
})

export const listCallsHandler =
  ({
    ports,
    clock,
    failed,
  }: {
    ports: BeginTeamDaysPorts & WriteToDepartmentsPorts & MailCareDigestPorts
    clock: () => Instant
    failed: RecordFailed
  }) =>
  (event: SQSEvent): Promise<SQSBatchResponse> =>
    settleRecords(event, {
      act: async ({ body }) => {
        const { urgentAt, workId = null, only } = OrderSchema.parse(JSON.parse(body))
        if (only === 'departments') return tellDepartments(ports, clock)
        const urgent = urgentAt === undefined ? null : { at: urgentAt, workId }
        const tell = urgent ? [] : [() => writeToDepartments(ports, clock), () => mailCareDigest(ports, clock)]
        await eachInTurn([() => beginTeamDays(ports, { urgent, clock }), ...tell])
      },
      failed,
    })

/** One's failure keeps no other waiting; the first is thrown at the end. */
async function eachInTurn(parts: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const part of parts) await part().catch((failure: unknown) => failures.push(failure))
  if (failures.length > 0) throw failures[0]
}
