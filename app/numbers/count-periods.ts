/** Counts periods from the files of facts: each file is read once, whatever the number of periods that ask for its day. */
import type { FactStore, NumberStore } from '#app/ports/numbers.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { DatedFact, FactKind } from '#core/facts/fact-tables.ts'
import { KINDS_OF_PERIODS, type KindOfPeriods, type PeriodCounter, periodCounter } from '#core/kpi/counting/period-counter.ts'
import { personIndex } from '#core/kpi/counting/persons.ts'
import { purchaseHistories } from '#core/kpi/counting/purchase-histories.ts'
import type { MissingDays } from '#core/kpi/days-beyond.ts'
import { missingSpans } from '#core/kpi/missing-days.ts'
import type { Period } from '#core/kpi/period.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface CountPorts {
  readonly facts: Pick<FactStore, 'read'>
  readonly numbers: Pick<NumberStore, 'firstDay' | 'writtenDays'>
  readonly companyRules: Pick<CompanyRules, 'company' | 'cases'>
}

/** The days of which there are facts. A night that rolls up many periods reads them once. */
export interface CountedDays {
  /** The first of which anything is known, also where its facts wait to be written; null where there is none. */
  readonly first: LocalDate | null
  readonly written: readonly LocalDate[]
}

export async function countedDays(
  { numbers, companyRules: { company } }: Omit<CountPorts, 'facts'>,
  now: Instant,
): Promise<CountedDays> {
  const first = await numbers.firstDay()
  const to = addDays(localDateAt(now, company.zone), -1)
  return { first, written: first === null ? [] : await numbers.writtenDays({ from: first, to }) }
}

/** Files that are asked for at the same time: a bucket answers after some milliseconds, and a folder at once. */
const FILES_AT_ONCE = 16

/** Of each period that has begun, the roll-ups of all its segments. Nothing is stored. */
export async function countPeriods(
  { facts, companyRules: { company, cases } }: Omit<CountPorts, 'numbers'>,
  { periods, now, days }: { readonly periods: readonly Period[]; readonly now: Instant; readonly days: CountedDays },
): Promise<readonly RollUp[]> {
  const today = localDateAt(now, company.zone)
  const yesterday = addDays(today, -1)
  const { written } = days
  const persons = personIndex()
  const begun = periods.filter(({ from }) => from <= yesterday)
  const purchases = purchaseHistories(persons)
  const of = { today, zone: company.zone, persons, purchases, repeatDays: cases.repeatWithinDays }
  const counters = begun.map((period) => periodCounter({ period, ...of }))
  await readDays('purchases', { facts, days: written, take: (_, rows) => purchases.add(rows) })
  for (const kind of KINDS_OF_PERIODS) await feed(kind, { facts, written, counters })
  const missingOf = missingDays(days, yesterday)
  return counters.flatMap((counter, at) => counter.rollUps({ at: now, missing: missingOf(begun[at] as Period) }))
}

async function feed(
  kind: KindOfPeriods,
  {
    facts,
    written,
    counters,
  }: {
    readonly facts: Pick<FactStore, 'read'>
    readonly written: readonly LocalDate[]
    readonly counters: readonly PeriodCounter[]
  },
): Promise<void> {
  const wanting = (day: LocalDate) => counters.filter((counter) => wants(counter, kind, day))
  const take = (day: LocalDate, rows: readonly DatedFact<KindOfPeriods>[]) => {
    for (const counter of wanting(day)) counter.add(kind, rows)
  }
  await readDays(kind, { facts, days: written.filter((day) => wanting(day).length > 0), take })
}

function wants(counter: PeriodCounter, kind: KindOfPeriods, day: LocalDate): boolean {
  const wanted = counter.wants(kind)
  return wanted !== null && wanted.from <= day && day <= wanted.to
}

/** The facts of one kind, of each day in order. */
async function readDays<Kind extends FactKind>(
  kind: Kind,
  {
    facts,
    days,
    take,
  }: {
    readonly facts: Pick<FactStore, 'read'>
    readonly days: readonly LocalDate[]
    readonly take: (day: LocalDate, rows: readonly DatedFact<Kind>[]) => void
  },
): Promise<void> {
  for (let at = 0; at < days.length; at += FILES_AT_ONCE) {
    const chunk = days.slice(at, at + FILES_AT_ONCE)
    const read = await Promise.all(chunk.map((day) => facts.read(kind, day)))
    for (const [position, day] of chunk.entries()) take(day, read[position] ?? [])
  }
}

/** Of every period. The days of one that is not over are not missing: they have not come yet. */
function missingDays({ first, written }: CountedDays, yesterday: LocalDate): (period: Period) => MissingDays {
  const known = { firstDataOn: first, rolledUp: new Set(written) }
  const holes = first === null ? [] : missingSpans({ from: first, to: yesterday }, known)
  return ({ from, to }) => ({ within: missingSpans({ from, to: to < yesterday ? to : yesterday }, known), holes })
}
