/**
 * What the mail service does with a mail that comes in: looks it over, writes its findings above it, lays it down in the bucket, and S3 tells
 * the queue. The SMTP port, the mailbox's reply form and the tests all come this way.
 */
import { createHash, randomUUID } from 'node:crypto'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { LOCAL_PLACE } from '#local/aws/aws-place.ts'
import type { BucketStore } from '#local/aws/s3/bucket-store.ts'

export interface IncomingMail {
  /** Of the envelope; empty for mail that nobody may answer. */
  readonly from: string
  readonly to: readonly string[]
  readonly bytes: Uint8Array
}

export interface MailIn {
  /** Answers the key under which it lies. */
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
/** Queues live in memory. Time moves only when they are empty, so what they may have lost was laid down not long ago. */
const TOLD_AGAIN_MS = 2 * DAY_MS

/** Tells again of what the queue may have lost when the last process ended: a mail that is read twice is one reply. */
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

/** Agreed test texts that every scanner knows: the EICAR file and the GTUBE line. */
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

/** As S3 writes it (event structure version 2.1); the key as in the query of a URL. */
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
