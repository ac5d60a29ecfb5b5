/** What a table holds of one customer, as values: all at once, or page by page. */
import { queryAll, queryPages } from '#adapters/dynamo/query-rows.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'

export function rowsOfCustomer<Value>(table: DynamoTable, read: (row: Row) => Value) {
  const query = (customerId: string) => ({ partition: { attribute: 'customerId', is: customerId } })
  return {
    ofCustomer: async (customerId: string): Promise<readonly Value[]> =>
      (await queryAll(table, query(customerId))).map((row) => read(row)),
    pagesOfCustomer: async function* (customerId: string): AsyncGenerator<readonly Value[], void> {
      for await (const rows of queryPages(table, query(customerId))) yield rows.map((row) => read(row))
    },
  }
}
