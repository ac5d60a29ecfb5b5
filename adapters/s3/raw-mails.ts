/** Raw mails in S3, where the mail service stores them. A mail that is too large is reported by its size, before any of it is read. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { RawMails } from '#app/ports/listening.ts'

export interface MailBucket {
  readonly client: S3Client
  readonly bucketName: string
}

/**
 * Reading needs the right to list the bucket beside the right to get. Without it S3 says "access denied" for a missing key. That is thrown, because a
 * refusal must never count as an answer.
 */
export function s3RawMails(bucket: MailBucket): RawMails {
  const { client, bucketName } = bucket
  const named = (key: string) => ({ Bucket: bucketName, Key: key })
  const sizeOf = async (key: string): Promise<number | undefined> => {
    const head = await unlessMissing(bucket, client.send(new HeadObjectCommand(named(key))))
    if (head === undefined) return undefined
    if (head.ContentLength === undefined) throw new Error(`raw mail ${key} is there without a size`)
    return head.ContentLength
  }
  return {
    read: async (key, most) => {
      const size = await sizeOf(key)
      if (size === undefined) return undefined
      if (size > most) return { tooLarge: size }
      const object = await unlessMissing(bucket, client.send(new GetObjectCommand(named(key))))
      return object?.Body && { bytes: await object.Body.transformToByteArray() }
    },
    readBeginning: async (key, most) => {
      const size = await sizeOf(key)
      if (size === undefined) return undefined
      // S3 refuses a range of an empty object.
      if (size === 0 || most < 1) return new Uint8Array()
      const range = { ...named(key), Range: `bytes=0-${most - 1}` }
      const object = await unlessMissing(bucket, client.send(new GetObjectCommand(range)))
      return object?.Body?.transformToByteArray()
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand(named(key)))
    },
    exists: async (key) => (await sizeOf(key)) !== undefined,
  }
}

/** For a head request S3 gives the same answer when the bucket is missing: then the mail is not gone, the configuration is wrong. */
async function unlessMissing<Answer>({ client, bucketName }: MailBucket, asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof NoSuchKey)) throw error
    await client.send(new HeadBucketCommand({ Bucket: bucketName }))
    return undefined
  }
}
