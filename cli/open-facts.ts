/** The files of facts as the nightly run left them: in a bucket, or in the local system's folder. */
import { S3Client } from '@aws-sdk/client-s3'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { FACTS_PREFIX } from '#adapters/parquet/layout.ts'
import { factObjects } from '#adapters/s3/fact-objects.ts'
import type { FactStore } from '#app/ports/numbers.ts'
import { clientOptions, type Variables } from '#cli/open-queues.ts'
import { VariablesMissingError } from '#cli/variables-missing.ts'

export function openFacts(variables: Variables) {
  const client = new S3Client(clientOptions(variables, variables.AWS_ENDPOINT_URL_S3))
  const facts = (): FactStore => {
    if (variables.FACTS_FOLDER) return parquetFactStore(factFolder(variables.FACTS_FOLDER))
    const bucketName = variables.FACTS_BUCKET
    if (!bucketName) throw new VariablesMissingError(['FACTS_BUCKET'])
    return parquetFactStore(factObjects({ client, bucketName, prefix: FACTS_PREFIX }))
  }
  return { facts, close: () => client.destroy() }
}
