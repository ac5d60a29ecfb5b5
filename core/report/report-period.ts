/** The periods of which there is a report: whole weeks from Monday to Sunday, months, quarters and years. Each has a key, which stands in addresses. */
import type { Period } from '#core/kpi/period.ts'
import { addDays, addMonths, daysBetween, type LocalDate, localDate, partsOf, weekdayOf } from '#core/time/local-date.ts'

export const PERIOD_KINDS = ['week', 'month', 'quarter', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

export interface ReportPeriod extends Period {
  readonly kind: PeriodKind
  /** `2027-W05`, `2027-02`, `2027-Q1`, `2027`. */
  readonly key: string
}

/** The one that holds the day. */
export function periodHolding(kind: PeriodKind, day: LocalDate): ReportPeriod {
  const { year, month } = partsOf(day)
  switch (kind) {
    case 'week':
      return weekFrom(addDays(day, 1 - weekdayOf(day)))
    case 'month':
      return months({ kind, from: localDate(year, month, 1), count: 1, key: day.slice(0, 7) })
    case 'quarter': {
      const quarter = Math.ceil(month / 3)
      return months({ kind, from: localDate(year, quarter * 3 - 2, 1), count: 3, key: `${day.slice(0, 4)}-Q${quarter}` })
    }
    case 'year':
      return months({ kind, from: localDate(year, 1, 1), count: 12, key: day.slice(0, 4) })
  }
}

const months = ({
  kind,
  from,
  count,
  key,
}: {
  readonly kind: PeriodKind
  readonly from: LocalDate
  readonly count: number
  readonly key: string
}): ReportPeriod => ({ kind, key, from, to: addDays(addMonths(from, count), -1) })

/** ISO 8601: a week belongs to the year of its Thursday, and 4 January lies in the first. */
function weekFrom(monday: LocalDate): ReportPeriod {
  const thursday = addDays(monday, 3)
  const year = thursday.slice(0, 4)
  const first = firstMonday(year)
  const number = 1 + daysBetween(first, monday) / 7
  return { kind: 'week', key: `${year}-W${String(number).padStart(2, '0')}`, from: monday, to: addDays(monday, 6) }
}

function firstMonday(year: string): LocalDate {
  const inFirst = `${year}-01-04`
  return addDays(inFirst, 1 - weekdayOf(inFirst))
}

/** Undefined for any other text, and for a week that its year does not have. */
export function periodOfKey(key: string): ReportPeriod | undefined {
  const [, year = '', kind = '', number = '0'] = /^([12]\d{3})(?:-(W|Q|)(\d{1,2}))?$/.exec(key) ?? []
  if (year === '') return undefined
  const from = firstDayOf({ year, kind, number: Number(number), isYear: key.length === 4 })
  if (from === undefined) return undefined
  const found = periodHolding(key.length === 4 ? 'year' : kind === 'W' ? 'week' : kind === 'Q' ? 'quarter' : 'month', from)
  return found.key === key ? found : undefined
}

function firstDayOf({
  year,
  kind,
  number,
  isYear,
}: {
  readonly year: string
  readonly kind: string
  readonly number: number
  readonly isYear: boolean
}): LocalDate | undefined {
  if (isYear) return `${year}-01-01`
  if (kind === 'W') return number >= 1 && number <= 53 ? addDays(firstMonday(year), 7 * (number - 1)) : undefined
  const month = kind === 'Q' ? number * 3 - 2 : number
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}-01` : undefined
}

export const periodBefore = ({ kind, from }: ReportPeriod): ReportPeriod => periodHolding(kind, addDays(from, -1))

export const periodAfter = ({ kind, to }: ReportPeriod): ReportPeriod => periodHolding(kind, addDays(to, 1))

/** The newest one that is over. */
export const lastWholePeriod = (kind: PeriodKind, today: LocalDate): ReportPeriod => periodBefore(periodHolding(kind, today))

/** A period is over once its last day is. */
export const isOver = ({ to }: Period, today: LocalDate): boolean => to < today

/** So many periods up to this one, the oldest first. */
export function periodsUpTo(period: ReportPeriod, count: number): readonly ReportPeriod[] {
  const found = [period]
  while (found.length < count) found.push(periodBefore(found.at(-1) ?? period))
  return found.toReversed()
}
