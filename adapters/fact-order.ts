/**
 * One order of the rows of facts: by campaign, then person, then every other column as its table lists them. The same rows so make the same file in whatever
 * order they were found, and a campaign's rows stand together, which is what makes files small. The order tells nothing: what matters is in columns.
 */
import { FACT_TABLES, type Fact, type FactKind } from '#core/facts/fact-tables.ts'

type FactValue = bigint | number | string | boolean | null
type Row = Readonly<Record<string, FactValue>>

export function inFactOrder<Kind extends FactKind>(kind: Kind, rows: readonly Fact<Kind>[]): readonly Fact<Kind>[] {
  const names = Object.keys(FACT_TABLES[kind])
  const campaigns = Map.groupBy<string | null, Fact<Kind> & { readonly campaign?: string | null }>(
    rows,
    ({ campaign = null }) => campaign,
  )
  const inTheirOrder = [...campaigns].toSorted(([a], [b]) => compare(a, b))
  return inTheirOrder.flatMap(([, ofCampaign]) => byPerson(names, ofCampaign))
}

/** Doubles are compared many times faster than 64 bits; two persons of one double are told apart by the columns. */
function byPerson<Kind extends FactKind>(names: readonly string[], rows: readonly Fact<Kind>[]): readonly Fact<Kind>[] {
  const keyed = rows.map((row) => ({ key: row.person === null ? Number.NEGATIVE_INFINITY : Number(row.person), row }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : compareColumns(names, a.row, b.row)))
  return keyed.map(({ row }) => row)
}

function compareColumns(names: readonly string[], a: Row, b: Row): number {
  for (const name of names) {
    const difference = compare(a[name] ?? null, b[name] ?? null)
    if (difference !== 0) return difference
  }
  return 0
}

/** Null before every value. Two values of a column have one type. */
function compare(a: FactValue, b: FactValue): number {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return a < b ? -1 : 1
}
