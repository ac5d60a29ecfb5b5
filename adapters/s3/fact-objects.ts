/** Files of facts in S3. */
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { FactFiles } from '#adapters/parquet/fact-store.ts'

export interface FactBucket {
  readonly client: S3Client
  readonly bucketName: string
  /** Before every key, with a slash at its end. */
  readonly prefix: string
}

/**
 * S3 replaces an object as a whole. Reading needs the right to list the bucket beside the right to get: without it S3 says "access denied" for a missing
 * key, which is thrown. A missing bucket has an error of its own and is thrown too: a day is empty only where its file is not there.
 */
export const factObjects = ({ client, bucketName, prefix }: FactBucket): FactFiles => ({
  put: async (key, bytes) => {
    await client.send(
      new PutObjectCommand({
        Bucket: bucketName,
        Key: `${prefix}${key}`,
        Body: bytes,
        ContentType: 'application/vnd.apache.parquet',
      }),
    )
  },
  get: async (key) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucketName, Key: `${prefix}${key}` }))
      return await Body?.transformToByteArray()
    } catch (error) {
      if (!(error instanceof NoSuchKey)) throw error
      return undefined
    }
  },
})
