/** Takes files of cases where the client of S3 is loaded with the first of them: it is as large as all the pages for customers, and no tap waits for it. */
import type { S3Client } from '@aws-sdk/client-s3'
import { lookAtFile } from '#adapters/file-type/look-at-file.ts'
import { caseFileKey } from '#adapters/s3/case-file-key.ts'
import type { CaseFiles } from '#app/ports/case-files.ts'

export interface LateBucket {
  readonly client: () => Promise<S3Client>
  readonly bucketName: string
}

export function lateCaseFiles({ client, bucketName }: LateBucket): Pick<CaseFiles, 'look' | 'put'> {
  let opened: Promise<S3Client> | undefined
  return {
    look: lookAtFile,
    put: async ({ bytes, ...key }) => {
      const { PutObjectCommand } = await import('@aws-sdk/client-s3')
      opened ??= client()
      await (await opened).send(new PutObjectCommand({ Bucket: bucketName, Key: caseFileKey(key), Body: bytes }))
    },
  }
}
