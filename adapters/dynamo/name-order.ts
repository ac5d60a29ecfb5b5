/**
 * All customers in the order of names, under several keys: a page asks each of them for what stands behind the page before, and takes the first of all.
 * What it costs depends on the number of keys alone, and not on how many customers there are or with which letters their names begin.
 */
import { orderKeys } from '#adapters/dynamo/finder-rows.ts'
import { queryPages } from '#adapters/dynamo/query-rows.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { inBytes } from '#adapters/in-bytes.ts'
import type { FoundCustomer } from '#app/ports/customers.ts'

/** Three times its share of the page: hardly ever is a key asked a second time, and what it answers is less than half a read unit holds. */
const SHARE = 3

export async function pageInNameOrder(
  finder: DynamoTable,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly FoundCustomer[]> {
  const keys = orderKeys()
  const pageSize = Math.ceil((SHARE * limit) / keys.length)
  const heads = await Promise.all(keys.map((is) => opened(finder, { is, after, pageSize })))
  const found: FoundCustomer[] = []
  while (found.length < limit) {
    const first = heads.reduce((least, head) => (isBefore(head.row, least.row) ? head : least))
    if (first.row === undefined) break
    found.push({ customerId: String(first.row.customerId), place: placeOf(first.row) })
    await first.step()
  }
  return found
}

const placeOf = (row: Row): string => String(row.orderPlace)

/** A key without any more rows is behind all others. */
const isBefore = (row: Row | undefined, other: Row | undefined): boolean =>
  row !== undefined && (other === undefined || inBytes(placeOf(row), placeOf(other)) < 0)

/** The rows of one key, one after the other. */
async function opened(
  finder: DynamoTable,
  { is, after, pageSize }: { readonly is: string; readonly after: string | undefined; readonly pageSize: number },
) {
  const pages = queryPages(finder, {
    index: 'inNameOrder',
    partition: { attribute: 'orderKey', is },
    ...(after !== undefined && { sort: { attribute: 'orderPlace', after } }),
    pageSize,
  })
  let rows: readonly Row[] = []
  let at = 0
  const head = {
    row: undefined as Row | undefined,
    step: async (): Promise<void> => {
      if (at >= rows.length) {
        rows = (await pages.next()).value ?? []
        at = 0
      }
      head.row = rows[at++]
    },
  }
  await head.step()
  return head
}
