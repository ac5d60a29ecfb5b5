/**
 * The mail service's handling of an incoming mail: it scans it, writes its findings into the head, stores it in the bucket, and S3 notifies the
 * queue. The SMTP port, the mailbox's reply form and the tests all use this path.
 */
import { createHash, randomUUID } from 'node:crypto'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { LOCAL_PLACE } from '#local/aws/aws-place.ts'
import type { BucketStore } from '#local/aws/s3/bucket-store.ts'

export interface IncomingMail {
  /** The envelope's sender; empty for mail that must not be answered. */
  readonly from: string
  readonly to: readonly string[]
  readonly bytes: Uint8Array
}

export interface MailIn {
  /** Answers the key under which the mail is stored. */
  layDown(mail: IncomingMail): Promise<string>
}

export interface MailInOptions {
  readonly bucketName: string
  readonly store: BucketStore
  readonly now: () => Instant
  /** Hands a notification to the queue. */
  readonly tell: (body: string) => Promise<void>
}

const PREFIX = 'in/'
/** Queues live in memory. Time moves only when they are empty, so mails that they may have lost were stored within this time. */
const TOLD_AGAIN_MS = 2 * DAY_MS

/** Repeats the notifications that the queue may have lost when the last process ended: a mail that is read twice is one reply. */
export async function openMailIn(options: MailInOptions): Promise<MailIn> {
  const { store, now, tell } = options
  for (const object of store.since(plusMs(now(), -TOLD_AGAIN_MS))) await tell(notificationOf(options, object))
  return {
    layDown: async (mail) => {
      const key = `${PREFIX}${randomUUID().replaceAll('-', '')}`
      const object = { key, bytes: Buffer.concat([Buffer.from(findings(mail, now())), mail.bytes]), at: now() }
      store.put(object)
      await tell(notificationOf(options, { ...object, size: object.bytes.length }))
      return key
    },
  }
}

/** Test texts that every scanner detects: the EICAR file and the GTUBE line. */
const VIRUS = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
const SPAM = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X'

function findings({ from, to, bytes }: IncomingMail, at: Instant): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const verdict = (sign: string) =>
    text.includes(sign) || text.includes(Buffer.from(sign).toString('base64').slice(0, 76)) ? 'FAIL' : 'PASS'
  const lines = [
    `Return-Path: <${oneLine(from)}>`,
    `Received: from localhost (localhost [127.0.0.1]) by inbound-smtp.${LOCAL_PLACE.region}.amazonaws.com with SMTP`,
    ` for ${oneLine(to[0] ?? '')}; ${new Date(at).toUTCString().replace('GMT', '+0000 (UTC)')}`,
    `X-SES-Spam-Verdict: ${verdict(SPAM)}`,
    `X-SES-Virus-Verdict: ${verdict(VIRUS)}`,
  ]
  return `${lines.join('\r\n')}\r\n`
}

const oneLine = (address: string) => address.replace(/[\r\n<>]+/g, ' ')

/** In S3's format (event structure version 2.1); the key is written as in the query of a URL. */
const notificationOf = (
  { bucketName }: MailInOptions,
  { key, size, at }: { readonly key: string; readonly size: number; readonly at: Instant },
): string =>
  JSON.stringify({
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: LOCAL_PLACE.region,
        eventTime: at,
        eventName: 'ObjectCreated:Put',
        s3: {
          s3SchemaVersion: '1.0',
          bucket: { name: bucketName, arn: `arn:aws:s3:::${bucketName}` },
          object: { key: key.split('/').map(queryWritten).join('/'), size, eTag: createHash('md5').update(key).digest('hex') },
        },
      },
    ],
  })

const queryWritten = (text: string) => encodeURIComponent(text).replaceAll('%20', '+')
