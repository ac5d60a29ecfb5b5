/** Files of cases in S3. The id of a case may name its customer, so a key has a hash of it. */
import { createHash } from 'node:crypto'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { lookAtFile } from '#adapters/file-type/look-at-file.ts'
import type { CaseFileKey, CaseFiles } from '#app/ports/case-files.ts'

export interface CaseFileBucket {
  readonly client: S3Client
  readonly bucketName: string
}

/** The permissions of functions end with it (infra/constructs/case-files.ts). */
const PREFIX = 'cases/'

const folderOf = (workId: string): string => `${PREFIX}${createHash('sha256').update(workId).digest('hex')}/`
const keyOf = ({ workId, sha256 }: CaseFileKey): string => `${folderOf(workId)}${sha256}`

export function s3CaseFiles({ client, bucketName }: CaseFileBucket): CaseFiles {
  const Bucket = bucketName
  return {
    look: lookAtFile,
    put: async ({ bytes, ...key }) => {
      await client.send(new PutObjectCommand({ Bucket, Key: keyOf(key), Body: bytes }))
    },
    read: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(key) }))
        return await Body?.transformToByteArray()
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
    removeOf: async (workId) => {
      let after: string | undefined
      do {
        const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: folderOf(workId), ContinuationToken: after }))
        for (const { Key } of page.Contents ?? []) await client.send(new DeleteObjectCommand({ Bucket, Key }))
        after = page.NextContinuationToken
      } while (after !== undefined)
    },
  }
}
