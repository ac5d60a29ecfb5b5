/** Lists of calls in DynamoDB: one row for each team and day, replaced as a whole under its version. */
import * as z from 'zod'
import { follows } from '#adapters/dynamo/conditions.ts'
import { dynamoDayListMails, isMailMark } from '#adapters/dynamo/day-list-mails.ts'
import { packedLines, unpackedLines } from '#adapters/dynamo/packed-lines.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import type { DayListMails } from '#app/ports/day-list-mails.ts'
import type { DayLists, TeamDate } from '#app/ports/day-lists.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import type { DayList } from '#core/work/day-list/day-line.ts'

/** Sorts before every day. */
const EVER = '0'
/** Sorts after everything of a day: its list, and the marks of the mails about it. */
const END_OF_DAY = '~'

const scopeOf = (team: string) => `calls#${team}`
/** Under it stands each team that ever had a list, also one that the roster names no more: no team has an empty name. */
const TEAMS = scopeOf('')
const keyOf = ({ team, date }: TeamDate) => ({ scope: scopeOf(team), item: date })

export const dynamoDayLists = (table: DynamoTable): DayLists & DayListMails => ({
  ...dynamoDayListMails(table, scopeOf),
  get: async (day) => {
    const row = await getRow(table, keyOf(day))
    return row && listOf(row, day)
  },
  put: async ({ team, date, version, madeAt, beyond, lines }) => {
    const row = { ...keyOf({ team, date }), version, madeAt, beyond, lines: packedLines(lines) }
    if (version < 1) return 'lost'
    // Before the list: one whose team is not named would not be found when a customer on it is erased.
    if (version === 1) await putRow(table, { scope: TEAMS, item: team })
    return putRow(table, row, follows('version', version === 1 ? 0 : version))
  },
  async *all() {
    const teams = await queryAll(table, { partition: { attribute: 'scope', is: TEAMS } })
    for (const { item } of teams) {
      const team = String(item)
      const rows = await queryAll(table, { partition: { attribute: 'scope', is: scopeOf(team) } })
      for (const row of rows.filter((each) => !isMailMark(each))) yield listOf(row, { team, date: String(row.item) })
    }
  },
  removeBefore: async ({ team, date }) => {
    const sort = { attribute: 'item', from: EVER, to: `${addDays(date, -1)}${END_OF_DAY}` }
    const rows = await queryAll(table, { partition: { attribute: 'scope', is: scopeOf(team) }, sort })
    for (const { item } of rows) await deleteRow(table, { scope: scopeOf(team), item: String(item) })
  },
})

function listOf(row: Row, { team, date }: TeamDate): DayList {
  const name = `the list of calls of ${date}`
  const { lines, ...list } = readAs(ListRow, row, name)
  return { team, date, ...list, lines: unpackedLines(lines, name) }
}

const ListRow = z.object({ version: z.int().min(1), madeAt: InstantSchema, beyond: z.int().min(0), lines: z.unknown() })
