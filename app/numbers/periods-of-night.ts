/**
 * Which periods a night rolls up: what yesterday belongs to, what a late day can have changed, and once a week everything that can still change. A day
 * counts beyond the periods that hold it: who bought on it is a customer kept, or not, in each month after it, and what was answered on it counts for the
 * month of the question.
 */
import { canStillChange } from '#core/kpi/counting/period-counter.ts'
import type { Period } from '#core/kpi/period.ts'
import { yearBefore } from '#core/kpi/tet-aligned.ts'
import { PERIOD_KINDS, type PeriodKind, periodBefore, periodHolding, type ReportPeriod } from '#core/report/report-period.ts'
import { addDays, type LocalDate, weekdayOf } from '#core/time/local-date.ts'

const MONDAY = 1
/** Of weeks before a day: none is asked about long after it. */
const WEEKS_AGAIN = 14
/** What a day of so short ago changed in the periods before it, the next Monday brings. */
const DAYS_OF_A_WEEK = 7

export interface NightOfRollUps {
  /** In the company's zone. */
  readonly today: LocalDate
  /** Of which facts were written, in this night or in one that broke off. */
  readonly written: readonly LocalDate[]
  /** Of all; null: there are no facts. */
  readonly firstDay: LocalDate | null
  /** Whether everything that can still change is rolled up again; on Mondays when left out. */
  readonly again?: boolean
}

/**
 * Each once, what the next page shows first, and the newest before the old. A year ago as Tết aligns it is no week and no month: it is rolled up for itself, beside the period that is
 * compared with it.
 */
export function periodsOfNight({
  today,
  written,
  firstDay,
  again = weekdayOf(today) === MONDAY,
}: NightOfRollUps): readonly Period[] {
  if (firstDay === null) return []
  const yesterday = addDays(today, -1)
  const late = written.filter((day) => day < yesterday).toSorted()[0]
  const since = late === undefined ? [] : PERIOD_KINDS.flatMap((kind) => periodsBetween(kind, { from: late, to: yesterday }))
  const isOld = late !== undefined && late < addDays(today, -DAYS_OF_A_WEEK)
  const before = isOld ? openPeriods({ through: late, firstDay }) : []
  const open = again ? openPeriods({ through: yesterday, firstDay }) : []
  const withYearBefore = (reported: readonly Period[]) =>
    reported.flatMap((period) => [
      period,
      ...[yearBefore(period)].filter(({ alignedBy, to }) => alignedBy === 'tet' && to >= firstDay),
    ])
  const ofYesterday = PERIOD_KINDS.map((kind) => periodHolding(kind, yesterday))
  const others = [...since, ...before, ...open].toSorted((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0))
  return distinctPeriods([...withYearBefore(ofYesterday), ...withYearBefore(others)])
}

/** From the newest to the one that holds the first day. */
function periodsBetween(kind: PeriodKind, { from, to }: Period): readonly ReportPeriod[] {
  const found: ReportPeriod[] = []
  for (let period = periodHolding(kind, to); period.to >= from; period = periodBefore(period)) found.push(period)
  return found
}

/** Those of which a window was open on that day. */
function openPeriods({
  through,
  firstDay,
}: {
  readonly through: LocalDate
  readonly firstDay: LocalDate
}): readonly ReportPeriod[] {
  const isOpen = (period: ReportPeriod) => canStillChange(period, addDays(through, 1)) && period.to >= firstDay
  return PERIOD_KINDS.flatMap((kind) => {
    const found: ReportPeriod[] = []
    for (let period = periodHolding(kind, through); isOpen(period); period = periodBefore(period)) found.push(period)
    return kind === 'week' ? found.slice(0, WEEKS_AGAIN) : found
  })
}

/** Without what only a report has: its kind and key. */
const distinctPeriods = (periods: readonly Period[]): readonly Period[] => [
  ...new Map(periods.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values(),
]
