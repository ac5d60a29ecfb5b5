/** What exporting or erasing a person needs: every table, and the bucket of raw mails where mail comes in. */

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { dynamoPersonRows } from '#adapters/dynamo/person-rows.ts'
import { dynamoRehearsalBook } from '#adapters/dynamo/rehearsal-book.ts'
import { dynamoDataSearch } from '#adapters/dynamo/search-rows.ts'
import { TABLES, type TableName, type TableNames } from '#adapters/dynamo/table-definitions.ts'
import { noRawMails } from '#adapters/memory/no-raw-mails.ts'
import { s3CaseFiles } from '#adapters/s3/case-files.ts'
import { s3RawMails } from '#adapters/s3/raw-mails.ts'
import type { CaseFiles } from '#app/ports/case-files.ts'
import type { RawMails } from '#app/ports/listening.ts'
import type { DataSearch, PersonRows } from '#app/ports/person.ts'
import type { Seals } from '#app/ports/secrets.ts'
import { clientOptions, type Variables } from '#cli/open-queues.ts'
import { VariablesMissingError } from '#cli/variables-missing.ts'

export interface Personal {
  readonly rows: PersonRows
  readonly search: DataSearch
  readonly rawMails: RawMails
  readonly caseFiles: CaseFiles
  /** A person's vouchers are found by their codes. */
  readonly seals: Seals
}

interface Opening {
  readonly variables: Variables
  readonly client: DynamoDBClient
  /** Read only when the operator searches for a person. */
  readonly seals: () => Promise<Seals>
}

export function openPersonal({ variables, client, seals }: Opening) {
  const endpoint = variables.AWS_ENDPOINT_URL_S3
  const s3 = new S3Client({ ...clientOptions(variables, endpoint), forcePathStyle: endpoint !== undefined })
  const bucketName = variables.INBOUND_BUCKET
  const tables = tablesIn(variables)
  const held = {
    caseFiles: caseFilesIn(s3, variables),
    rows: {
      remove: async (customerId: string) => {
        await dynamoRehearsalBook({ client, tableName: tables.numbers }).forget(customerId)
        await dynamoPersonRows({ client, tables }).remove(customerId)
      },
    },
    search: dynamoDataSearch({ client, tables }),
    rawMails: bucketName === undefined ? noRawMails : s3RawMails({ client: s3, bucketName }),
  }
  const personal = async (): Promise<Personal> => ({ ...held, seals: await seals() })
  return { personal, caseFiles: held.caseFiles, close: () => s3.destroy() }
}

/** Asked for without its bucket, it says which variable is missing: most commands need no file. */
function caseFilesIn(client: S3Client, { CASE_FILES_BUCKET: bucketName }: Variables): CaseFiles {
  if (bucketName !== undefined) return s3CaseFiles({ client, bucketName })
  const missing = async () => {
    throw new VariablesMissingError(['CASE_FILES_BUCKET'])
  }
  return { look: missing, put: missing, read: missing, removeOf: missing }
}

/** Every table is required: data in a table left out would be neither exported nor erased. */
function tablesIn(variables: Variables): TableNames {
  const variableOf = (table: string) => `${table.toUpperCase()}_TABLE`
  const missing = Object.keys(TABLES).filter((table) => !variables[variableOf(table)])
  if (missing.length > 0) throw new VariablesMissingError(missing.map(variableOf))
  return Object.fromEntries(Object.keys(TABLES).map((table) => [table, variables[variableOf(table)]])) as Record<
    TableName,
    string
  >
}
