/** Rows of every kind of facts, made from the tables themselves: every type at its ends, every column that may be null with and without a value. */
import {
  type Column,
  type ColumnType,
  FACT_TABLES,
  type Fact,
  type FactKind,
  type FactsOfDay,
  isNullable,
  typeOfColumn,
} from '#core/facts/fact-tables.ts'

type Value = bigint | number | string | boolean

/** As many as rows are made. Text with letters of two, three and four bytes; days and instants before 1970 and of a leap year. */
const VALUES: Readonly<Record<ColumnType, readonly [Value, Value, Value, Value]>> = {
  bigint: [0n, -9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n, 9_007_199_254_740_993n],
  int: [0, -2_147_483_648, 2_147_483_647, 10],
  text: ['', 'Chăm sóc "Tết" & ’quà’', '🧧 東京\n\u0000', 'x'.repeat(5_000)],
  boolean: [true, false, false, true],
  date: ['1970-01-01', '1899-12-31', '2028-02-29', '9999-12-31'],
  timestamp: ['1970-01-01T00:00:00.000Z', '1899-12-31T23:59:59.999Z', '2028-02-29T16:59:59.001Z', '9999-12-31T23:59:59.999Z'],
}

/** Row n has the n-th value in every column; the last row null wherever a column may be. */
export function sampleFacts<Kind extends FactKind>(kind: Kind): readonly Fact<Kind>[] {
  const rowOf = (cell: (column: Column) => Value | null) =>
    Object.fromEntries(Object.entries<Column>(FACT_TABLES[kind]).map(([name, column]) => [name, cell(column)]))
  const rows = [
    ...[0, 1, 2, 3].map((n) => rowOf((column) => VALUES[typeOfColumn(column)][n] ?? null)),
    rowOf((column) => (isNullable(column) ? null : VALUES[typeOfColumn(column)][0])),
  ]
  return rows as unknown as readonly Fact<Kind>[]
}

export const sampleDay = (): FactsOfDay => ({
  touches: sampleFacts('touches'),
  answers: sampleFacts('answers'),
  ratings: sampleFacts('ratings'),
  replies: sampleFacts('replies'),
  purchases: sampleFacts('purchases'),
  gifts: sampleFacts('gifts'),
  work: sampleFacts('work'),
  hotline: sampleFacts('hotline'),
})
