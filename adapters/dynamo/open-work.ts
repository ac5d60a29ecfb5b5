/**
 * Open work of one desk, by the index that holds that desk alone. An index of keys names the rows and the table says how they are now. Rows of a version
 * before are not in the indexes of teams and persons: until `care migrate work` has left its marks, the desk's are picked out of all open work.
 */
import { isFilled } from '#adapters/dynamo/fill-work-teams.ts'
import { countRows, queryPages, type RowQuery } from '#adapters/dynamo/query-rows.ts'
import { getRows } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { ITEM_ATTRIBUTES, itemOf, keyOfTeam, OPEN, personKeyOf, teamKeyOf } from '#adapters/dynamo/work-rows.ts'
import { placeIn, placeText, type WorkPlace } from '#adapters/work-order.ts'
import type { DeskPage, DeskWork, Glance, WorkDesk } from '#app/ports/work.ts'
import { isOpen } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** Sorts before every instant. */
const EVER = '0'
const ALL = { index: 'stillOpen', partition: { attribute: 'openKey', is: OPEN } }

export async function openOn(table: DynamoTable, { desk, after, through, limit }: DeskPage): Promise<DeskWork> {
  const shelf = await shelfOf(table, desk)
  const found = new Map<string, { readonly item: WorkItem; readonly place: string }>()
  let from = placeIn(after)
  // A row that left the desk a moment ago is still named by the index: another takes its place on the page.
  while (found.size <= limit) {
    const wanted = limit + 1 - found.size
    const named = await namedRows(table, { shelf, from, through, wanted })
    const rows = await getRows(
      table,
      named.map(({ workId }) => ({ workId })),
      { only: ITEM_ATTRIBUTES },
    )
    const items = new Map(rows.map(itemOf).map((item) => [item.workId, item]))
    for (const place of named) {
      const item = items.get(place.workId)
      if (item && isOn(item, desk)) found.set(place.workId, { item, place: placeText(place) })
    }
    if (named.length < wanted) break
    from = named.at(-1)
  }
  return { found: [...found.values()].slice(0, limit), isMore: found.size > limit }
}

export async function countOpenOn(table: DynamoTable, desk: WorkDesk, limit: number): Promise<number> {
  const { query, isOwn } = await shelfOf(table, desk)
  if (isOwn === undefined) return countRows(table, { ...query, pageSize: limit }, limit)
  let count = 0
  for await (const rows of queryPages(table, query)) {
    count += rows.filter(isOwn).length
    if (count >= limit) return limit
  }
  return count
}

export async function openAtGlance(table: DynamoTable, limit: number): Promise<Glance> {
  const items = new Map<string, WorkItem>()
  for await (const rows of queryPages(table, { ...ALL, pageSize: limit + 1 })) {
    for (const item of rows.map(itemOf)) items.set(item.workId, item)
    if (items.size > limit) break
  }
  return { items: [...items.values()].slice(0, limit), isMore: items.size > limit }
}

/** Where the rows of a desk are named, and which of them are its own where the rows of others stand there as well. */
interface Shelf {
  readonly query: Pick<RowQuery, 'partition'> & { readonly index: string }
  readonly isOwn: ((row: Row) => boolean) | undefined
}

async function shelfOf(table: DynamoTable, desk: WorkDesk): Promise<Shelf> {
  if (desk.of === 'all') return { query: ALL, isOwn: undefined }
  const isTeam = desk.of === 'team'
  if (!(await isFilled(table, isTeam ? 'teams' : 'persons'))) return { query: ALL, isOwn: (row) => isOn(itemOf(row), desk) }
  const query = isTeam
    ? { index: 'openByTeam', partition: { attribute: 'teamKey', is: keyOfTeam(desk.team) } }
    : { index: 'openByPerson', partition: { attribute: 'personKey', is: desk.address } }
  return { query, isOwn: undefined }
}

function isOn(item: WorkItem, desk: WorkDesk): boolean {
  switch (desk.of) {
    case 'all':
      return isOpen(item)
    case 'team':
      return teamKeyOf(item) === keyOfTeam(desk.team)
    case 'person':
      return personKeyOf(item) === desk.address
  }
}

interface Naming {
  readonly shelf: Shelf
  readonly from: WorkPlace | undefined
  readonly through: string | null
  readonly wanted: number
}

/** As many as are wanted; fewer only at the end of the shelf. */
async function namedRows(table: DynamoTable, { shelf, from, through, wanted }: Naming): Promise<readonly WorkPlace[]> {
  const { query, isOwn } = shelf
  const { partition } = query
  const named: WorkPlace[] = []
  // DynamoDB refuses to begin outside of what is asked for.
  if (from && through !== null && from.dueAt > through) return named
  const asked: RowQuery = {
    ...query,
    ...(through !== null && { sort: { attribute: 'dueAt', from: EVER, to: through } }),
    ...(from && { behind: { ...from, [partition.attribute]: partition.is } }),
    ...(isOwn === undefined && { pageSize: wanted }),
  }
  for await (const rows of queryPages(table, asked)) {
    const own = isOwn === undefined ? rows : rows.filter(isOwn)
    for (const { workId, dueAt } of own) named.push({ workId: String(workId), dueAt: String(dueAt) })
    if (named.length >= wanted) break
  }
  return named.slice(0, wanted)
}
