/** Takes notifications of raw mails from their queue and receives each mail. No content of a mail makes this fail; only a fault on our side does. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { readMail } from '#adapters/mail-in/read-mail.ts'
import type { Events } from '#app/events.ts'
import { type ReceiveReplyPorts, receiveReply } from '#app/listening/receive-reply.ts'
import type { RawMails } from '#app/ports/listening.ts'
import { instantOf } from '#core/time/instant.ts'
import type { TimeLeft } from '#functions/queues/by-kind.ts'
import { type RecordFailed, settleRecords } from '#functions/queues/settle-records.ts'

/** The form in which S3 reports a new object. S3's test message at setup has no records. */
const S3EventSchema = z.object({
  Records: z
    .array(
      z.object({
        eventTime: z.iso.datetime(),
        s3: z.object({ object: z.object({ key: z.string().min(1) }) }),
      }),
    )
    .optional(),
  Event: z.string().optional(),
})

/** Larger mails carry pictures and films: their beginning tells whose they are, and staff read the rest. */
const WHOLE_BYTES = 10 * 1024 * 1024
const BEGINNING_BYTES = 256 * 1024
/** The mail service writes this object once, when its rule is made, to test its permission. */
const SETUP_NOTE = 'AMAZON_SES_SETUP_NOTIFICATION'

export interface ReceiveReplyHandlerPorts extends ReceiveReplyPorts {
  readonly rawMails: RawMails
  readonly events: Events
}

export class NoS3EventError extends Error {
  override name = 'NoS3EventError'
}

export const receiveReplyHandler =
  ({ ports, failed }: { ports: ReceiveReplyHandlerPorts; failed: RecordFailed }) =>
  (event: SQSEvent, context?: TimeLeft): Promise<SQSBatchResponse> =>
    settleRecords(event, {
      msLeft: context && (() => context.getRemainingTimeInMillis()),
      act: async ({ body }) => {
        const { Records, Event } = S3EventSchema.parse(JSON.parse(body))
        if (!Records && Event !== 's3:TestEvent') throw new NoS3EventError('neither new objects nor the test of a notification')
        for (const { eventTime, s3 } of Records ?? []) {
          await receive(ports, { rawKey: keyOf(s3.object.key), receivedAt: instantOf(Date.parse(eventTime)) })
        }
      },
      failed,
    })

/** Keys are written as in the query of a URL: a blank is a plus. */
const keyOf = (written: string) => decodeURIComponent(written.replaceAll('+', ' '))

async function receive(
  ports: ReceiveReplyHandlerPorts,
  { rawKey, receivedAt }: { rawKey: string; receivedAt: string },
): Promise<void> {
  if (rawKey.endsWith(SETUP_NOTE)) return
  const read = await ports.rawMails.read(rawKey, WHOLE_BYTES)
  const tooLarge = read && 'tooLarge' in read ? read.tooLarge : null
  const bytes = read && 'bytes' in read ? read.bytes : read && (await ports.rawMails.readBeginning(rawKey, BEGINNING_BYTES))
  // The mail was erased or expired while its notification waited: nothing of it may be kept.
  if (!bytes) return ports.events.rawMailGone({ rawKey })
  await receiveReply(ports, { rawKey, receivedAt, mail: await readMail(bytes), tooLarge })
}
