/** Consent records in DynamoDB: appended, never changed. An unreadable record throws, because it may be an opt-out. */
import { absent } from '#adapters/dynamo/conditions.ts'
import { type DynamoTable, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { rowsOfCustomer } from '#adapters/dynamo/rows-of-customer.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { ConsentLog } from '#app/ports/consent.ts'
import { type ConsentRecord, ConsentRecordSchema } from '#core/audience/consent.ts'

export function dynamoConsentLog(table: DynamoTable): ConsentLog {
  return {
    append: async (record) => {
      await putRow(table, record, absent('customerId'))
    },
    ...rowsOfCustomer(table, recordOf),
  }
}

const recordOf = (row: Row): ConsentRecord => readAs(ConsentRecordSchema, row, `a consent record of customer ${row.customerId}`)
