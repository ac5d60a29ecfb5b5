/** On which days a customer's last contact must lie for a campaign that counts months from it. */
import type { Company } from '#core/campaign/company.ts'
import { monthsKeptOn } from '#core/occasion/months-later.ts'
import { addDays, addMonths, type LocalDate } from '#core/time/local-date.ts'

/** Who was not reached is asked after again that many months later, and again; a contact of longer ago makes no customer. */
const MOST_MONTHS = 60
/** The end of a short month is kept for the days that it lacks, and 1 March for 29 February. */
const [EARLIEST, LATEST] = [-1, 3]

/** The days, each with the months between it and the date. */
export function contactDaysBefore({
  date,
  every,
  feb29,
}: {
  readonly date: LocalDate
  readonly every: number
  readonly feb29: Company['customerDates']['feb29']
}): ReadonlyMap<LocalDate, number> {
  const days = new Map<LocalDate, number>()
  for (let months = every; months <= MOST_MONTHS; months += every) {
    const near = addMonths(date, -months)
    for (let more = EARLIEST; more <= LATEST; more++) {
      const from = addDays(near, more)
      if (monthsKeptOn({ from, date, every, feb29 }) === months) days.set(from, months)
    }
  }
  return days
}
