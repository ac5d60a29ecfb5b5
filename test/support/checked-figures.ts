/** Figures by our counters beside figures by SQL, and where they differ. */
import * as z from 'zod'
import { type DatedFact, FACT_KINDS, FACT_TABLES, type FactKind, type FactsOfDay, NO_FACTS } from '#core/facts/fact-tables.ts'
import { FIGURES_OF_PURCHASES } from '#core/kpi/buyers-behind.ts'
import { KINDS_OF_PERIODS, type KindOfPeriods, periodCounter } from '#core/kpi/counting/period-counter.ts'
import { personIndex } from '#core/kpi/counting/persons.ts'
import { purchaseHistories } from '#core/kpi/counting/purchase-histories.ts'
import { isToldFor } from '#core/kpi/counting/told-for.ts'
import type { MissingDays } from '#core/kpi/days-beyond.ts'
import type { Kpi, KpiId } from '#core/kpi/kpi.ts'
import type { LiftKpi } from '#core/kpi/lift.ts'
import type { Period } from '#core/kpi/period.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { type Segment, segmentKey } from '#core/kpi/segment.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { FactDatabase } from '#test/support/duckdb.ts'
import { customersOf, firstOccasionsOf, PUBLISHED, publishedQuery } from '#test/support/published-sql.ts'
import type { World } from '#test/support/random-facts.ts'

/** What a company has that sets none. */
const REPEAT_DAYS = 30
const NOTHING_MISSING: MissingDays = { within: [], holes: [] }

interface Asked {
  readonly period: Period
  readonly today: LocalDate
  readonly zone: string
}

export function factsByDay(world: World): ReadonlyMap<LocalDate, FactsOfDay> {
  const days = new Map<LocalDate, FactsOfDay>()
  for (const kind of FACT_KINDS)
    for (const { day, ...fact } of world[kind]) {
      const facts = days.get(day) ?? NO_FACTS
      days.set(day, { ...facts, [kind]: [...facts[kind], fact] })
    }
  return days
}

export function rollUpsOf(world: World, asked: Asked, missing: MissingDays = NOTHING_MISSING): readonly RollUp[] {
  const persons = personIndex()
  const purchases = purchaseHistories(persons)
  purchases.add(world.purchases.filter(({ day }) => day < asked.today))
  const counter = periodCounter({ ...asked, persons, purchases, repeatDays: REPEAT_DAYS })
  const add = <Kind extends KindOfPeriods>(kind: Kind) => {
    const wanted = counter.wants(kind)
    if (wanted === null) return
    const rows = (world[kind] as readonly DatedFact<Kind>[]).filter(({ day }) => wanted.from <= day && day <= wanted.to)
    for (const day of [...new Set(rows.map((row) => row.day))].toSorted())
      counter.add(
        kind,
        rows.filter((row) => row.day === day),
      )
  }
  for (const kind of KINDS_OF_PERIODS) add(kind)
  return counter.rollUps({ at: `${asked.today}T00:00:00.000Z`, missing })
}

export interface Difference {
  readonly segment: string
  readonly id: string
  readonly ours: unknown
  readonly sql: unknown
}

const Row = z.record(z.string(), z.union([z.bigint(), z.number(), z.string(), z.null()]))
type Row = Readonly<Record<string, bigint | number | string | null>>

/** Every figure that is told for a segment, and has a published query. */
export async function differences({
  database,
  rollUps,
  asked,
}: {
  readonly database: FactDatabase
  readonly rollUps: readonly RollUp[]
  readonly asked: Asked
}): Promise<readonly Difference[]> {
  const found: Difference[] = []
  for (const { segment, kpis } of rollUps) {
    for (const kpi of kpis) {
      if (!PUBLISHED.has(kpi.id) || !isToldFor(kpi.id, segment)) continue
      if (kpi.id === 'active-share' && !isOneMonth(asked.period)) continue
      const rows = await database.query(
        Row,
        ofSegment(publishedQuery(kpi.id, asked), { segment, id: kpi.id, period: asked.period }),
      )
      const [ours, sql] = [figureOf(kpi), figureOfRows(kpi, rows)]
      if (JSON.stringify(ours) !== JSON.stringify(sql)) found.push({ segment: segmentKey(segment), id: kpi.id, ours, sql })
    }
  }
  return found
}

/** Of a longer period the share of active customers is told of each of its months. */
const isOneMonth = ({ from, to }: Period): boolean => from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7)

interface OfPart {
  readonly segment: Exclude<Segment, { by: 'all' }>
  readonly id: KpiId
  readonly period: Period
}

/** The tables that know the segment's column, narrowed to it: common table expressions hide the views of the same name. */
function ofSegment(
  sql: string,
  { segment, id, period }: { readonly segment: Segment; readonly id: KpiId; readonly period: Period },
): string {
  if (segment.by === 'all') return sql
  const narrows = (kind: FactKind) => segment.by in FACT_TABLES[kind] && !isOfAll(kind, { id, segment })
  const narrowed = FACT_KINDS.filter(narrows).map((kind) => `${kind} AS (${viewOf(kind, { segment, id, period })})`)
  const asked = askingForPart(sql, { segment, id })
  return narrowed.length === 0 ? asked : asked.replace(/^WITH /, `WITH ${narrowed.join(', ')}, `)
}

/** What happened next is looked for in all parts. */
const LOOKS_ANYWHERE: readonly KpiId[] = ['fcr-no-repeat', 'repeat-rate']

/** What the customers of a part did counts wherever they were by then. */
function isOfAll(kind: FactKind, { id, segment }: Omit<OfPart, 'period'>): boolean {
  if (id === 'response-rate') return kind === 'answers'
  if (id === 'care-lift') return kind === 'purchases'
  if (LOOKS_ANYWHERE.includes(id)) return true
  return id === 'recovered-detractors' && segment.by === 'campaign'
}

/** Of a figure that looks anywhere only what it begins with is of the part. */
function askingForPart(sql: string, { segment, id }: Omit<OfPart, 'period'>): string {
  const put = (shown: string, own: string): string => {
    if (!sql.includes(shown)) throw new Error(`docs/numbers.md no longer shows ${shown}`)
    return sql.replace(shown, own)
  }
  const items = 'SELECT DISTINCT item FROM work'
  if (LOOKS_ANYWHERE.includes(id)) return put(items, `${items} WHERE ${rowsOf('work', segment)}`)
  return id === 'recovered-detractors' && segment.by === 'campaign'
    ? put('WHERE score <= 6', `WHERE ${rowsOf('answers', segment)} AND score <= 6`)
    : sql
}

/** Of whom each counts in one tier and one country. */
const OF_CUSTOMERS: readonly KpiId[] = [
  ...FIGURES_OF_PURCHASES,
  ...([
    'nps',
    'csat',
    'csi',
    'ces-mean',
    'ces-easy',
    'fcr-customer',
    'recovered-detractors',
    'engagement',
    'complaint-rate',
  ] as const),
]

function viewOf(kind: FactKind, { segment, id, period }: OfPart): string {
  const rows = `SELECT * FROM memory.main.${kind} WHERE`
  if (segment.by !== 'tier' && segment.by !== 'country') return `${rows} ${rowsOf(kind, segment)}`
  const asked = { column: segment.by, value: `'${segment.is.replaceAll("'", "''")}'`, period }
  if (id === 'care-lift') return firstOccasionsOf(asked)
  if (kind !== 'purchases' && !OF_CUSTOMERS.includes(id)) return `${rows} ${rowsOf(kind, segment)}`
  const isTheirs = `person IN (${customersOf(asked)})`
  return kind === 'work' ? `${rows} item IN (SELECT item FROM memory.main.work WHERE ${isTheirs})` : `${rows} ${isTheirs}`
}

function rowsOf(kind: FactKind, { by, is }: Exclude<Segment, { by: 'all' }>): string {
  const value = `'${is.replaceAll("'", "''")}'`
  // The items of a team are those that lie on its desk now, and customers come to another tier meanwhile: no row alone tells it.
  return kind === 'work' && by !== 'campaign'
    ? `item IN (SELECT item FROM (SELECT *, row_number() OVER (PARTITION BY item ORDER BY event_no DESC) AS nth FROM memory.main.work) events WHERE nth = 1 AND ${by} = ${value})`
    : `${by} = ${value}`
}

function figureOf(kpi: Kpi): unknown {
  if (kpi.unit === 'money')
    return { numerator: kpi.numerator, denominator: kpi.denominator, currency: kpi.currency, value: kpi.value }
  if (kpi.unit === 'minutes') return { value: kpi.value, n: kpi.n }
  if (isLift(kpi)) return { ...kpi.treated, alone: kpi.leftAlone }
  return { numerator: exact(kpi.numerator), denominator: kpi.denominator }
}

/** A sum of indexes has decimals, and those of the last places follow the order in which it is added up. */
const exact = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(6)))

const isLift = (kpi: Kpi): kpi is LiftKpi => kpi.unit === 'share-difference'

function figureOfRows(kpi: Kpi, rows: readonly Row[]): unknown {
  const [row = {}, ...more] = rows
  const number = (name: string) => (row[name] === null || row[name] === undefined ? null : Number(row[name]))
  if (kpi.unit === 'money') {
    // Of two currencies there is no sum; without any cost there is nothing to divide.
    if (more.length > 0) return { numerator: null, denominator: null, currency: null, value: null }
    if (rows.length === 0) return { numerator: null, denominator: kpi.denominator, currency: null, value: null }
    const [numerator, denominator] = [number('numerator'), number('denominator')]
    return {
      numerator,
      denominator,
      currency: row.currency,
      value: denominator ? Math.round((numerator ?? 0) / denominator) : null,
    }
  }
  if (kpi.unit === 'minutes') return { value: number('value'), n: number('n') ?? 0 }
  if (isLift(kpi))
    return {
      customers: number('treated'),
      bought: number('treated_bought'),
      alone: { customers: number('alone'), bought: number('alone_bought') },
    }
  return { numerator: exact(number('numerator')), denominator: number('denominator') }
}
