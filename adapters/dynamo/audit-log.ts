/**
 * The audit log in DynamoDB: a partition for each month, and one for each thing that acts are about, so that its lines are read without all others. An entry
 * is never replaced. Requests that were turned away are counted in rows of their own, apart from it.
 */
import * as z from 'zod'
import { absent, absentOr } from '#adapters/dynamo/conditions.ts'
import { queryPages } from '#adapters/dynamo/query-rows.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { putRow, updateRow } from '#adapters/dynamo/write-rows.ts'
import { type AuditLog, auditPlace } from '#app/ports/staff.ts'
import { type AuditEntry, AuditEntrySchema, type AuditLine, aboutIds, type UnreadableLine } from '#core/staff/audit-entry.ts'
import { hourOf, MOST_COUNTED, type TurnedAwayLine, TurnedAwaySchema, turnedAwayPlace } from '#core/staff/turned-away.ts'

const SCOPE = 'audit#'
const monthOf = (month: string) => `${SCOPE}${month}`
const aboutOf = (id: string) => `${SCOPE}on#${id}`
const TURNED_AWAY = 'refused#'
const turnedAwayOf = (month: string) => `${TURNED_AWAY}${month}`
/** Sorts before every place; a key condition takes no empty text. */
const FIRST = '!'

export function dynamoAuditLog(table: DynamoTable): AuditLog {
  const full = linesThatAreFull()
  return {
    add: async (given) => {
      const entry = AuditEntrySchema.parse(given)
      const row = { item: auditPlace(entry), ...entry }
      await putRow(table, { scope: monthOf(entry.at.slice(0, 7)), ...row }, absent('scope'))
      for (const about of aboutRows(entry)) await putRow(table, about, absent('scope'))
    },
    page: async ({ month, ...query }) => (await latestRows(table, { scope: monthOf(month), ...query })).map(lineOf),
    pageAbout: async ({ id, ...query }) => (await latestRows(table, { scope: aboutOf(id), ...query })).map(lineOf),
    countTurnedAway: async (given) => {
      const request = TurnedAwaySchema.parse({ ...given, at: hourOf(given.at) })
      const item = turnedAwayPlace(request)
      if (full.has(item)) return
      const counted = await updateRow(table, {
        key: { scope: turnedAwayOf(item.slice(0, 7)), item },
        set: request,
        add: { times: 1 },
        condition: absentOr('times', '<', MOST_COUNTED),
      })
      if (counted === 'lost') full.add(item)
    },
    turnedAway: async ({ month, ...query }) =>
      (await latestRows(table, { scope: turnedAwayOf(month), ...query })).map(turnedAwayLineOf),
  }
}

/** The further rows of an entry that is about something, and about one customer of it; without them the entry stands under its month alone. */
export const aboutRows = (entry: AuditEntry): readonly Row[] =>
  aboutIds(entry).map((id) => ({ scope: aboutOf(id), item: auditPlace(entry), ...entry }))

/** A row of the staff table that is a line of the log: of an act, or of who was turned away. */
export const isAuditRow = ({ scope }: Row): boolean =>
  typeof scope === 'string' && (scope.startsWith(SCOPE) || scope.startsWith(TURNED_AWAY))

/** The entry that stands under its month; null for every other row. */
export function entryOfMonth(row: Row): AuditEntry | null {
  const read = AuditEntrySchema.safeParse(row)
  return read.success && row.scope === monthOf(read.data.at.slice(0, 7)) ? read.data : null
}

interface Stretch {
  readonly scope: string
  readonly before?: string
  readonly limit: number
}

async function latestRows(table: DynamoTable, { scope, before, limit }: Stretch): Promise<readonly Row[]> {
  const found: Row[] = []
  const query = {
    partition: { attribute: 'scope', is: scope },
    ...(before !== undefined && { sort: { attribute: 'item', from: FIRST, to: before } }),
    latestFirst: true,
    // The place that the page begins before may be among them.
    pageSize: limit + 1,
  }
  for await (const rows of queryPages(table, query)) {
    found.push(...rows.filter(({ item }) => item !== before))
    if (found.length >= limit) break
  }
  return found.slice(0, limit)
}

/** One row that cannot be read must not hide what all others did: no row is ever removed. */
function lineOf(row: Row): AuditLine {
  const read = AuditEntrySchema.safeParse(row)
  return read.success ? read.data : { place: String(row.item), result: 'unreadable' }
}

const TurnedAwayRow = TurnedAwaySchema.extend({ item: z.string(), times: z.int().min(1) })

function turnedAwayLineOf(row: Row): TurnedAwayLine | UnreadableLine {
  const read = TurnedAwayRow.safeParse(row)
  if (!read.success) return { place: String(row.item), result: 'unreadable' }
  const { item, ...request } = read.data
  return { ...request, place: item, result: 'turned-away' }
}

/** Remembered by the process, so that a flood costs no write for each request; of an hour that is over nothing is counted any more. */
function linesThatAreFull() {
  const places = new Set<string>()
  const MOST = 1_000
  return {
    has: (place: string) => places.has(place),
    add: (place: string) => {
      if (places.size >= MOST) places.clear()
      places.add(place)
    },
  }
}
