/** Takes notices from their queue and sends each once: the confirmation that the customer's "stop" was taken, and the mails of cases. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { type SendNoticePorts, sendNotice } from '#app/sending/send-notice.ts'
import { PURPOSES } from '#core/audience/consent.ts'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import { type RecordFailed, settleRecords } from '#functions/queues/settle-records.ts'

const NoticeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('opt-out'),
    customerId: z.string().min(1),
    purposes: z.array(z.enum(PURPOSES)).min(1),
    at: InstantSchema,
  }),
  z.object({
    kind: z.literal('case-mail'),
    customerId: z.string().min(1),
    workId: z.string().min(1),
    mailId: z.string().min(1),
  }),
])

export const sendNoticeHandler =
  ({ ports, clock, failed }: { ports: SendNoticePorts; clock: () => Instant; failed: RecordFailed }) =>
  (event: SQSEvent): Promise<SQSBatchResponse> =>
    settleRecords(event, {
      act: async ({ body }) => {
        const { kind: _, ...notice } = NoticeSchema.parse(JSON.parse(body))
        await sendNotice(ports, notice, clock)
      },
      failed,
    })
