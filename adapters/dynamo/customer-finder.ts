/** Finds customers by index: each search is one query, whose price depends on the page and not on how many customers there are. */
import { isOrdered } from '#adapters/dynamo/finder-mark.ts'
import { startOf } from '#adapters/dynamo/finder-rows.ts'
import { pageInNameOrder } from '#adapters/dynamo/name-order.ts'
import { queryPages, type RowQuery } from '#adapters/dynamo/query-rows.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import type { CustomerFinder } from '#app/ports/customers.ts'

interface FinderTables {
  readonly finder: DynamoTable
  /** Its index by address. */
  readonly customers: DynamoTable
  readonly addressHash: (address: string) => string
}

type Search = Parameters<CustomerFinder['find']>[0]

export function dynamoCustomerFinder({ finder, customers, addressHash }: FinderTables): CustomerFinder {
  return {
    find: (search) => {
      const { text, after } = search
      switch (search.by) {
        case 'given-name':
          return first(finder, { search, query: nameQuery('givenName', search), sortKey: 'givenNamePlace' })
        case 'full-name':
          return first(finder, { search, query: nameQuery('fullName', search), sortKey: 'fullNamePlace' })
        case 'phone':
          return first(finder, {
            search,
            query: idQuery({ index: 'byPhone', attribute: 'phone', is: text, after }),
            sortKey: 'customerId',
          })
        case 'owner':
          return first(finder, {
            search,
            query: idQuery({ index: 'byOwner', attribute: 'ownerKey', is: text, after }),
            sortKey: 'customerId',
          })
        case 'address': {
          const is = addressHash(text)
          const query = idQuery({ index: 'byAddress', attribute: 'addressHash', is, after })
          return first(customers, { search, query, sortKey: 'customerId' })
        }
      }
    },
    inNameOrder: async (page) => ((await isOrdered(finder)) ? pageInNameOrder(finder, page) : undefined),
  }
}

/** Sorts behind every name with this beginning. */
const LAST_LETTER = '\u{10FFFF}'
/** Sorts before every letter that an id may hold: a place and this is behind the place, and before every later one. */
const BEHIND = '!'

function nameQuery(name: 'givenName' | 'fullName', { text, after }: Search): RowQuery {
  return {
    index: name === 'givenName' ? 'byGivenName' : 'byFullName',
    partition: { attribute: `${name}Start`, is: startOf(text) },
    sort: { attribute: `${name}Place`, from: after === undefined ? text : `${after}${BEHIND}`, to: `${text}${LAST_LETTER}` },
  }
}

const idQuery = ({
  index,
  attribute,
  is,
  after,
}: {
  readonly index: string
  readonly attribute: string
  readonly is: string
  readonly after: string | undefined
}): RowQuery => ({
  index,
  partition: { attribute, is },
  ...(after !== undefined && { sort: { attribute: 'customerId', after } }),
})

async function first(
  table: DynamoTable,
  { search: { limit }, query, sortKey }: { readonly search: Search; readonly query: RowQuery; readonly sortKey: string },
) {
  const found: Row[] = []
  for await (const rows of queryPages(table, { ...query, pageSize: limit })) {
    found.push(...rows)
    if (found.length >= limit) break
  }
  return found.slice(0, limit).map((row) => ({ customerId: String(row.customerId), place: String(row[sortKey]) }))
}
