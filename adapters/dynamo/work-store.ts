/** Call tasks and cases in DynamoDB: one row each, changed under its version, found while open, by customer, and by the day of closing. */
import * as z from 'zod'
import { follows } from '#adapters/dynamo/conditions.ts'
import { currentPages } from '#adapters/dynamo/current-rows.ts'
import { placeOf, placeQueries } from '#adapters/dynamo/places.ts'
import type { RowQuery } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, lastOfEach, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import { byDueAt } from '#adapters/work-order.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { type WorkItem, WorkItemSchema } from '#core/work/work-item.ts'

/** The one key of all open items: as many as a team can have on its desk. */
const OPEN = 'open'
const BY_CLOSED_DAY = { name: 'byClosedDay', key: 'closedDay', place: 'place' }

export function dynamoWorkStore(table: DynamoTable): WorkStore {
  return {
    open: async (item) => (item.version === 0 ? putRow(table, rowOf(item), follows('version', 0)) : 'lost'),
    get: async (workId) => {
      const row = await getRow(table, { workId })
      return row && itemOf(row)
    },
    update: async (item) => (item.version < 1 ? 'lost' : putRow(table, rowOf(item), follows('version', item.version))),
    allOpen: async () => {
      const items = await currentItems(table, { index: 'stillOpen', partition: { attribute: 'openKey', is: OPEN } })
      // An item whose due time changes during the read appears on two pages of the index.
      const distinct = lastOfEach(items, ({ workId }) => workId)
      return distinct.filter(({ state }) => state === 'open').toSorted(byDueAt)
    },
    ofCustomer: async (customerId) => {
      const items = await currentItems(table, {
        index: 'byCustomer',
        partition: { attribute: 'customerId', is: customerId },
      })
      return items.filter((item) => item.customerId === customerId)
    },
    pagesOfCustomer: async function* (customerId) {
      const query = { index: 'byCustomer', partition: { attribute: 'customerId', is: customerId } }
      for await (const items of currentItemPages(table, query)) {
        const own = items.filter((item) => item.customerId === customerId)
        if (own.length > 0) yield own
      }
    },
    closedOn: async function* ({ kind, days, range }) {
      const keys = days.map((day) => closedKey(kind, day))
      for (const query of placeQueries(BY_CLOSED_DAY, keys, range)) {
        for await (const items of currentItemPages(table, query)) {
          const closed = items.filter((item) => closedDayOf(item) === query.partition.is)
          if (closed.length > 0) yield closed
        }
      }
    },
    remove: async (workId) => {
      await deleteRow(table, { workId })
    },
  }
}

async function* currentItemPages(table: DynamoTable, query: RowQuery): AsyncGenerator<readonly WorkItem[], void> {
  for await (const rows of currentPages(table, { query, keyed: ['workId'] })) yield rows.map(itemOf)
}

async function currentItems(table: DynamoTable, query: RowQuery): Promise<readonly WorkItem[]> {
  const items: WorkItem[] = []
  for await (const page of currentItemPages(table, query)) items.push(...page)
  return items
}

/** Work about no customer is in no index of customers. Among closed items it has the place of the empty id. */
const rowOf = (item: WorkItem): Row => ({
  workId: item.workId,
  version: item.version,
  item: JSON.stringify(item),
  dueAt: item.dueAt,
  openKey: item.state === 'open' ? OPEN : undefined,
  customerId: item.customerId ?? undefined,
  closedDay: closedDayOf(item),
  place: placeOf(item.customerId ?? '', item.workId),
})

const closedKey = (kind: WorkItem['kind'], day: string) => `${kind}#${day}`

const closedDayOf = ({ kind, state, closedOn }: WorkItem): string | undefined =>
  state === 'closed' && closedOn !== null ? closedKey(kind, closedOn) : undefined

function itemOf(row: Row): WorkItem {
  const { workId, item } = readAs(WorkRow, row, 'a work item')
  const name = `work item ${workId}`
  return readAs(WorkItemSchema, jsonIn(item, name), name)
}

const WorkRow = z.object({ workId: z.string(), item: z.string() })
