/** Work in DynamoDB: one row each, changed under its version, found while open, by customer, and by the day of closing. */
import { answeredCalls } from '#adapters/dynamo/answered-calls.ts'
import { follows } from '#adapters/dynamo/conditions.ts'
import { currentPages } from '#adapters/dynamo/current-rows.ts'
import { CHANGED_WORK, rowsOfDays } from '#adapters/dynamo/filled-days.ts'
import { keysInIndex } from '#adapters/dynamo/keys-in-index.ts'
import { openOfTeam } from '#adapters/dynamo/open-of-team.ts'
import { countOpenOn, openAtGlance, openOn } from '#adapters/dynamo/open-work.ts'
import { placeQueries } from '#adapters/dynamo/places.ts'
import type { RowQuery } from '#adapters/dynamo/query-rows.ts'
import { readAhead } from '#adapters/dynamo/read-ahead.ts'
import { getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, lastOfEach } from '#adapters/dynamo/rows.ts'
import { removeDrafts, workDrafts } from '#adapters/dynamo/work-drafts.ts'
import {
  callKey,
  callRowOf,
  closedDayOf,
  closedKey,
  dayOfKey,
  ITEM_ATTRIBUTES,
  isItem,
  itemOf,
  keyOfNumber,
  OPEN,
  rowOf,
  TURN_ATTRIBUTES,
  taskOf,
  turnsIn,
} from '#adapters/dynamo/work-rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import { byDueAt } from '#adapters/work-order.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { isWithin } from '#core/time/instant.ts'
import { isOpen, latestAt } from '#core/work/standing.ts'
import { turnsOf } from '#core/work/turns.ts'
import { callersNumber, WORK_KINDS, type WorkItem } from '#core/work/work-item.ts'

const BY_CLOSED_DAY = { name: 'byClosedDay', key: 'closedDay', place: 'place' }

export function dynamoWorkStore(table: DynamoTable): WorkStore {
  return {
    ...workDrafts(table),
    ...answeredCalls(table),
    open: async (item) => (item.version === 0 ? putRow(table, rowOf(item), follows('version', 0)) : 'lost'),
    get: async (workId) => {
      const row = await getRow(table, { workId })
      return row && itemOf(row)
    },
    getMany: (workIds) => readItems(table, workIds),
    turnsOf: async (workIds) => {
      const read = (await getRows(table, keysOf(workIds), { only: TURN_ATTRIBUTES })).map(turnsIn)
      const ofBefore = await readItems(
        table,
        read.flatMap(({ workId, events }) => (events ? [] : [workId])),
      )
      return [...read.flatMap(({ workId, events }) => (events ? [{ workId, events }] : [])), ...ofBefore.map(turnsOf)]
    },
    update: async (item) => (item.version < 1 ? 'lost' : putRow(table, rowOf(item), follows('version', item.version))),
    allOpen: async () => {
      const items = await currentItems(table, { index: 'stillOpen', partition: { attribute: 'openKey', is: OPEN } })
      // An item whose due time changes during the read appears on two pages of the index.
      const distinct = lastOfEach(items, ({ workId }) => workId)
      return distinct.filter(isOpen).toSorted(byDueAt)
    },
    openOn: (query) => openOn(table, query),
    countOpenOn: (desk, limit) => countOpenOn(table, desk, limit),
    openAtGlance: (limit) => openAtGlance(table, limit),
    openOfTeam: (query) => openOfTeam(table, query),
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
    ofNumber: async (phone) => {
      const partition = { attribute: 'customerId', is: keyOfNumber(phone) }
      const items = await currentItems(table, { index: 'byCustomer', partition })
      return items.filter((item) => callersNumber(item) === phone)
    },
    closedOn: async function* ({ kind, days, range }) {
      const keys = days.map((day) => closedKey(kind, day))
      for await (const items of closedUnder(table, placeQueries(BY_CLOSED_DAY, keys, range))) {
        const ofKind = items.filter((item) => item.kind === kind)
        if (ofKind.length > 0) yield ofKind
      }
    },
    closedDays: async function* (through) {
      for await (const keys of keysInIndex(table, { index: BY_CLOSED_DAY.name, attribute: BY_CLOSED_DAY.key }))
        yield [...new Set(keys.map(dayOfKey))].filter((day) => day <= through)
    },
    closedDuring: (days) => {
      const keys = new Set(days.flatMap((day) => WORK_KINDS.map((kind) => closedKey(kind, day))))
      const { name: index, key: attribute } = BY_CLOSED_DAY
      return closedUnder(
        table,
        Array.from(keys, (is) => ({ index, partition: { attribute, is } })),
      )
    },
    changedDuring: async function* (span) {
      for await (const rows of rowsOfDays(table, { ...CHANGED_WORK, span })) {
        const changed = rows.map(itemOf).filter((item) => isWithin(latestAt(item), span))
        if (changed.length > 0) yield changed
      }
    },
    keepCall: async (call) => void (await putRow(table, callRowOf(call))),
    taskOfCall: async (callId) => {
      const row = await getRow(table, { workId: callKey(callId) })
      return row && taskOf(row)
    },
    // The item last: only it leads to its drafts and its calls. The drafts once more, for what was typed in between.
    remove: async (workId) => {
      await removeDrafts(table, workId)
      const row = await getRow(table, { workId })
      for (const { callId } of row ? callsOf(itemOf(row)) : []) await deleteRow(table, { workId: callKey(callId) })
      await deleteRow(table, { workId })
      await removeDrafts(table, workId)
    },
  }
}

const keysOf = (workIds: readonly string[]) => workIds.map((workId) => ({ workId }))

const readItems = async (table: DynamoTable, workIds: readonly string[]): Promise<readonly WorkItem[]> =>
  (await getRows(table, keysOf(workIds), { only: ITEM_ATTRIBUTES })).map(itemOf)

async function* currentItemPages(table: DynamoTable, query: RowQuery): AsyncGenerator<readonly WorkItem[], void> {
  for await (const rows of currentPages(table, { query, keyed: ['workId'] })) yield rows.filter(isItem).map(itemOf)
}

/** Of work closed on the days that the queries name: the index may still show an item that was opened again. None of the pages empty. */
function closedUnder(table: DynamoTable, queries: readonly RowQuery[]): AsyncGenerator<readonly WorkItem[], void> {
  return readAhead(queries, async function* (query) {
    for await (const items of currentItemPages(table, query)) {
      const closed = items.filter((item) => closedDayOf(item) === query.partition.is)
      if (closed.length > 0) yield closed
    }
  })
}

const callsOf = (item: WorkItem) => (item.kind === 'call-task' ? (item.calls ?? []) : [])

async function currentItems(table: DynamoTable, query: RowQuery): Promise<readonly WorkItem[]> {
  const items: WorkItem[] = []
  for await (const page of currentItemPages(table, query)) items.push(...page)
  return items
}
