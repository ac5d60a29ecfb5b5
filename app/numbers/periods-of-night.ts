/** Which periods a night rolls up: what yesterday belongs to, what late days belong to, and once a week everything that can still change. */
import { canStillChange } from '#core/kpi/counting/period-counter.ts'
import type { Period } from '#core/kpi/period.ts'
import { yearBefore } from '#core/kpi/tet-aligned.ts'
import { PERIOD_KINDS, periodBefore, periodHolding, type ReportPeriod } from '#core/report/report-period.ts'
import { addDays, type LocalDate, weekdayOf } from '#core/time/local-date.ts'

const MONDAY = 1
/** Of weeks: none is asked about long after it. */
const WEEKS_AGAIN = 14

export interface NightOfRollUps {
  /** In the company's zone. */
  readonly today: LocalDate
  /** Of which facts were written, in this night or in one that broke off. */
  readonly written: readonly LocalDate[]
  /** Of all; null: there are no facts. */
  readonly firstDay: LocalDate | null
}

/** Each once, what the next page shows first. A year ago as Tết aligns it is no week and no month: it is rolled up for itself, beside the period that is compared with it. */
export function periodsOfNight({ today, written, firstDay }: NightOfRollUps): readonly Period[] {
  if (firstDay === null) return []
  const yesterday = addDays(today, -1)
  const days = [yesterday, ...written]
  const again = weekdayOf(today) === MONDAY ? PERIOD_KINDS.map((kind) => periodHolding(kind, yesterday)) : []
  const reported = [...days.flatMap(periodsHolding), ...again.flatMap((newest) => stillChanging(newest, { today, firstDay }))]
  const compared = reported.map(yearBefore).filter(({ alignedBy, to }) => alignedBy === 'tet' && to >= firstDay)
  return distinct([...reported, ...compared])
}

export const periodsHolding = (day: LocalDate): readonly ReportPeriod[] => PERIOD_KINDS.map((kind) => periodHolding(kind, day))

function stillChanging(
  newest: ReportPeriod,
  { today, firstDay }: { readonly today: LocalDate; readonly firstDay: LocalDate },
): readonly ReportPeriod[] {
  const found: ReportPeriod[] = []
  for (let period = newest; canStillChange(period, today) && period.to >= firstDay; period = periodBefore(period))
    found.push(period)
  return newest.kind === 'week' ? found.slice(0, WEEKS_AGAIN) : found
}

/** Without what only a report has: its kind and key. */
const distinct = (periods: readonly Period[]): readonly Period[] => [
  ...new Map(periods.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values(),
]
