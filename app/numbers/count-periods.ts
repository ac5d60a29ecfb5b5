/** Counts periods from the files of facts: each file is read once, whatever the number of periods that ask for its day. */
import type { FactStore, NumberStore } from '#app/ports/numbers.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { FACT_KINDS, type FactKind } from '#core/facts/fact-tables.ts'
import { type PeriodCounter, periodCounter } from '#core/kpi/counting/period-counter.ts'
import { personIndex } from '#core/kpi/counting/persons.ts'
import { type MissingSpan, missingSpans } from '#core/kpi/missing-days.ts'
import type { Period } from '#core/kpi/period.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface CountPorts {
  readonly facts: Pick<FactStore, 'read'>
  readonly numbers: Pick<NumberStore, 'firstWrittenDay' | 'writtenDays'>
  readonly companyRules: Pick<CompanyRules, 'company'>
}

/** Files that are asked for at the same time: a bucket answers after some milliseconds, and a folder at once. */
const FILES_AT_ONCE = 16

/** Of each period that has begun, the roll-ups of all its segments. Nothing is stored. */
export async function countPeriods(
  { facts, numbers, companyRules: { company } }: CountPorts,
  { periods, now }: { readonly periods: readonly Period[]; readonly now: Instant },
): Promise<readonly RollUp[]> {
  const today = localDateAt(now, company.zone)
  const yesterday = addDays(today, -1)
  const first = await numbers.firstWrittenDay()
  const written = first === null ? [] : await numbers.writtenDays({ from: first, to: yesterday })
  const persons = personIndex()
  const begun = periods.filter(({ from }) => from <= yesterday)
  const counters = begun.map((period) => periodCounter({ period, today, zone: company.zone, persons }))
  for (const kind of FACT_KINDS) await feed(kind, { facts, written, counters })
  return counters.flatMap((counter, at) => {
    const period = begun[at] as Period
    const missing = missingOf(period, { yesterday, first, written })
    return counter.rollUps({ at: now, missing })
  })
}

async function feed(
  kind: FactKind,
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
  const days = written.filter((day) => wanting(day).length > 0)
  for (let at = 0; at < days.length; at += FILES_AT_ONCE) {
    const chunk = days.slice(at, at + FILES_AT_ONCE)
    const read = await Promise.all(chunk.map((day) => facts.read(kind, day)))
    for (const [position, rows] of read.entries())
      for (const counter of wanting(chunk[position] as LocalDate)) counter.add(kind, rows)
  }
}

function wants(counter: PeriodCounter, kind: FactKind, day: LocalDate): boolean {
  const wanted = counter.wants(kind)
  return wanted !== null && (wanted.from === null || wanted.from <= day) && day <= wanted.to
}

/** The days of a period that is not over are not missing: they have not come yet. */
function missingOf(
  { from, to }: Period,
  {
    yesterday,
    first,
    written,
  }: { readonly yesterday: LocalDate; readonly first: LocalDate | null; readonly written: readonly LocalDate[] },
): readonly MissingSpan[] {
  const past = { from, to: to < yesterday ? to : yesterday }
  return missingSpans(past, { firstDataOn: first, rolledUp: new Set(written) })
}
