/** Counts whole months from a first purchase: 31 January plus one month is the last day of February; 29 February follows the company's rule. */
import type { Company } from '#core/campaign/company.ts'
import { addMonths, daysInMonth, isLeapYear, type LocalDate, partsOf } from '#core/time/local-date.ts'

type Feb29 = Company['customerDates']['feb29']

export function monthsLater({ from, months, feb29 }: { from: LocalDate; months: number; feb29: Feb29 }): LocalDate {
  const later = addMonths(from, months)
  const missingLeapDay = from.endsWith('-02-29') && later.endsWith('-02-28') && !isLeapYear(partsOf(later).year)
  return missingLeapDay && feb29 === 'mar-1' ? `${later.slice(0, 5)}03-01` : later
}

/** How many months after `from`, a multiple of `every` and at least one, `date` is kept; undefined when it is not. */
export function monthsKeptOn({
  from,
  date,
  every,
  feb29,
}: {
  from: LocalDate
  date: LocalDate
  every: number
  feb29: Feb29
}): number | undefined {
  const [start, end] = [partsOf(from), partsOf(date)]
  const apart = (end.year - start.year) * 12 + end.month - start.month
  // One less: 29 February kept on 1 March is one calendar month further away than it counts.
  return [apart, apart - 1].find((months) => months > 0 && months % every === 0 && monthsLater({ from, months, feb29 }) === date)
}

/** Month-days (`MM-DD`) on which `from` may have fallen for `date` to be kept. May list too many: `monthsKeptOn` decides. */
export function monthDaysKeptOn({ date, every }: { date: LocalDate; every: number }): string[] {
  const { year, month, day } = partsOf(date)
  const months = new Set(Array.from({ length: 12 }, (_, k) => (((month - 1 - k * every) % 12) + 12) % 12))
  const isMonthEnd = day === daysInMonth(year, month)
  const days = [day, ...(isMonthEnd ? Array.from({ length: 31 - day }, (_, k) => day + k + 1) : [])]
  const monthDays = [...months].flatMap((m) => days.map((d) => `${String(m + 1).padStart(2, '0')}-${String(d).padStart(2, '0')}`))
  return month === 3 && day === 1 ? [...monthDays, '02-29'] : monthDays
}
