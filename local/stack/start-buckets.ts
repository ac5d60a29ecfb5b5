/** The buckets of the system on one machine: incoming mail, which the mail service lays down, and the files of cases. */

import type { Instant } from '#core/time/instant.ts'
import { openBucket } from '#local/aws/s3/bucket-store.ts'
import { startS3 } from '#local/aws/s3/start-s3.ts'
import { CASE_FILES_BUCKET, INBOUND_BUCKET } from '#local/stack/environment.ts'

export async function startBuckets({
  folder,
  accessKeyId,
  now,
}: {
  readonly folder: string | null
  readonly accessKeyId: string
  readonly now: () => Instant
}) {
  const inbound = openBucket({ folder, name: 'inbound' })
  const caseFiles = openBucket({ folder, name: 'case-files' })
  const buckets = [
    { name: INBOUND_BUCKET, store: inbound },
    { name: CASE_FILES_BUCKET, store: caseFiles, written: { now } },
  ]
  const server = await startS3({ buckets, accessKeyId })
  return {
    inbound,
    endpoint: server.endpoint,
    stop: async () => {
      await server.stop()
      inbound.close()
      caseFiles.close()
    },
  }
}
