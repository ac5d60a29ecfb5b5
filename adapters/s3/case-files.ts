/** Files of cases in S3. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { lookAtFile } from '#adapters/file-type/look-at-file.ts'
import { caseFileKey, caseFolder } from '#adapters/s3/case-file-key.ts'
import type { CaseFiles } from '#app/ports/case-files.ts'

export interface CaseFileBucket {
  readonly client: S3Client
  readonly bucketName: string
}

export function s3CaseFiles({ client, bucketName }: CaseFileBucket): CaseFiles {
  const Bucket = bucketName
  return {
    look: lookAtFile,
    put: async ({ bytes, ...key }) => {
      await client.send(new PutObjectCommand({ Bucket, Key: caseFileKey(key), Body: bytes }))
    },
    read: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: caseFileKey(key) }))
        return await Body?.transformToByteArray()
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
    removeOf: async (workId) => {
      let after: string | undefined
      do {
        const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: caseFolder(workId), ContinuationToken: after }))
        for (const { Key } of page.Contents ?? []) await client.send(new DeleteObjectCommand({ Bucket, Key }))
        after = page.NextContinuationToken
      } while (after !== undefined)
    },
  }
}
