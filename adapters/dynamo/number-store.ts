/** The late and the written days, the periods that wait, and the roll-ups, in DynamoDB. */
import * as z from 'zod'
import { unchanged } from '#adapters/dynamo/conditions.ts'
import { packedRollUp, unpackedRollUp } from '#adapters/dynamo/packed-roll-up.ts'
import { queryAll, queryPages } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { deleteRow, putRow, putRows, updateRow } from '#adapters/dynamo/write-rows.ts'
import type { LateNote, NumberStore, WaitingPeriod, WrittenDay } from '#app/ports/numbers.ts'
import type { Period } from '#core/kpi/period.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import type { Segment } from '#core/kpi/segment.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

const LATE = { attribute: 'scope', is: 'late' }
const WRITTEN = { attribute: 'scope', is: 'written' }
const WAITING = { attribute: 'scope', is: 'waiting' }

const THEME_RULES = { scope: 'theme-rules', item: 'latest' }
const ThemeRulesRow = z.object({ name: z.string() })

export function dynamoNumberStore(table: DynamoTable): NumberStore {
  return {
    noteLate: async ({ day, at, moved = [] }) => {
      const add = { times: 1, ...(moved.length > 0 && { moved: new Set(moved.map(String)) }) }
      await updateRow(table, { key: lateKey(day), set: { at }, add })
    },
    lateDays: async () => (await queryAll(table, { partition: LATE })).map(lateNoteOf),
    settleLate: async ({ day, times }) => {
      await deleteRow(table, lateKey(day), unchanged('times', times))
    },
    noteWritten: async (day, at) => {
      await putRow(table, { ...writtenRow({ day, at }), toRollUp: true })
    },
    daysToRollUp: async () =>
      (await queryAll(table, { partition: WRITTEN })).filter(({ toRollUp }) => toRollUp === true).map(writtenDayOf),
    settleWritten: async (written) => {
      await putRow(table, writtenRow(written), unchanged('at', written.at))
    },
    noteWaiting: async (period) => {
      await updateRow(table, { key: waitingKey(period), add: { times: 1 } })
    },
    isWaiting: async (period) => (await getRow(table, waitingKey(period))) !== undefined,
    waitingPeriods: async () => (await queryAll(table, { partition: WAITING })).map(waitingOf).toReversed(),
    settleWaiting: async (period) => {
      await deleteRow(table, waitingKey(period), unchanged('times', period.times))
    },
    writtenDays: async ({ from, to }) => {
      const rows = await queryAll(table, { partition: WRITTEN, sort: { attribute: 'item', from, to } })
      return rows.map(({ item }) => String(item))
    },
    firstDay: async () => {
      const first = async (partition: typeof WRITTEN | typeof LATE) => {
        for await (const [row] of queryPages(table, { partition, pageSize: 1 })) return row ? [String(row.item)] : []
        return []
      }
      return (await Promise.all([first(WRITTEN), first(LATE)])).flat().toSorted()[0] ?? null
    },
    themeRules: async () => {
      const row = await getRow(table, THEME_RULES)
      return row ? readAs(ThemeRulesRow, row, 'the rules of themes').name : null
    },
    keepThemeRules: async (name) => {
      await putRow(table, { ...THEME_RULES, name })
    },
    putRollUps: (rollUps) => putRows(table, rollUps.map(rowOf)),
    rollUp: async (asked) => {
      const row = await getRow(table, keyOf(asked))
      return row && rollUpOf(row)
    },
    rollUpsBy: async ({ period, by }) =>
      (await queryAll(table, { partition: { attribute: 'scope', is: scopeOf(period, by) } })).map(rollUpOf),
  }
}

const writtenRow = ({ day, at }: WrittenDay): Row => ({ scope: WRITTEN.is, item: day, at })

function writtenDayOf(row: Row): WrittenDay {
  const { item: day, at } = readAs(WrittenRow, row, `the written day ${String(row.item)}`)
  return { day, at }
}

const WrittenRow = z.object({ item: LocalDateSchema, at: InstantSchema })

const waitingKey = ({ from, to }: Period) => ({ scope: WAITING.is, item: `${from} ${to}` })

function waitingOf(row: Row): WaitingPeriod {
  const { item, times } = readAs(WaitingRow, row, `the waiting period ${String(row.item)}`)
  const [from = '', to = ''] = item.split(' ')
  return { from, to, times }
}

const WaitingRow = z.object({ item: z.string().regex(/^\S+ \S+$/), times: z.int() })

const lateKey = (day: string) => ({ scope: LATE.is, item: day })

function lateNoteOf(row: Row): LateNote {
  const { item: day, at, times, moved } = readAs(LateRow, row, `the note of a late day ${String(row.item)}`)
  return { day, at, times, moved: [...(moved ?? [])].map(BigInt) }
}

const LateRow = z.object({
  item: LocalDateSchema,
  at: InstantSchema,
  times: z.int(),
  moved: z.set(z.string().regex(/^\d+$/)).optional(),
})

const scopeOf = ({ from, to }: Period, by: Segment['by']) => `roll-ups#${from}#${to}#${by}`

/** A key takes no empty text, and a column may hold one. */
const keyOf = ({ period, segment }: Pick<RollUp, 'period' | 'segment'>) => ({
  scope: scopeOf(period, segment.by),
  item: segment.by === 'all' ? segment.by : `=${segment.is}`,
})

const rowOf = (rollUp: RollUp): Row => ({ ...keyOf(rollUp), rollUp: packedRollUp(rollUp) })

const rollUpOf = ({ scope, item, rollUp }: Row): RollUp => unpackedRollUp(rollUp, `the roll-up ${String(scope)} ${String(item)}`)
