/** Columns of facts as arrays: from rows as Parquet stores them, and back from what the reader gives. */
import type { ColumnType } from '#core/facts/fact-tables.ts'
import { epochMsOf, instantOf } from '#core/time/instant.ts'
import { dateOfEpochDay, epochDayOf } from '#core/time/local-date.ts'

export type FactValue = bigint | number | string | boolean | null
export type FactRow = Readonly<Record<string, FactValue>>

export function columnOf(rows: readonly FactRow[], { name, type }: { readonly name: string; readonly type: ColumnType }) {
  switch (type) {
    case 'date':
      return rows.map((row) => stored(row[name], epochDayOf))
    case 'timestamp':
      return rows.map((row) => stored(row[name], (instant) => BigInt(epochMsOf(instant))))
    case 'bigint':
    case 'int':
    case 'text':
    case 'boolean':
      return rows.map((row) => row[name] ?? null)
  }
}

const stored = <Stored>(value: FactValue | undefined, as: (text: string) => Stored): Stored | null =>
  typeof value === 'string' ? as(value) : null

/** What the reader makes of days and milliseconds. */
export const PARSERS = {
  dateFromDays: dateOfEpochDay,
  timestampFromMilliseconds: (ms: bigint): string => instantOf(Number(ms)),
}
