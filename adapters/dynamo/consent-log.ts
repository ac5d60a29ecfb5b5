/** Consent records in DynamoDB: appended, never changed. An unreadable record throws, because it may be an opt-out. */
import { absent } from '#adapters/dynamo/conditions.ts'
import { queryAll, queryPages } from '#adapters/dynamo/query-rows.ts'
import { type DynamoTable, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { ConsentLog } from '#app/ports/consent.ts'
import { ConsentRecordSchema } from '#core/audience/consent.ts'

export function dynamoConsentLog(table: DynamoTable): ConsentLog {
  return {
    append: async (record) => {
      await putRow(table, record, absent('customerId'))
    },
    ofCustomer: async (customerId) => {
      const rows = await queryAll(table, { partition: { attribute: 'customerId', is: customerId } })
      return rows.map((row) => readAs(ConsentRecordSchema, row, `a consent record of customer ${customerId}`))
    },
    pagesOfCustomer: async function* (customerId) {
      for await (const rows of queryPages(table, { partition: { attribute: 'customerId', is: customerId } }))
        yield rows.map((row) => readAs(ConsentRecordSchema, row, `a consent record of customer ${customerId}`))
    },
  }
}
