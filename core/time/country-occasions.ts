/** What a country's calendar says about a span of days: the list that marketing plans from and `care calendar` prints. */
import type { CalendarDay, CountryCalendar } from '#core/time/country-calendar.ts'
import { type CompanyDays, dayChangesIn } from '#core/time/days-off.ts'
import { type LocalDate, partsOf } from '#core/time/local-date.ts'
import { checkedYear, occasionDates } from '#core/time/statutory-days.ts'

/**
 * Occasions, the days off around them, compensation days and extra working days from `from` to `to`, both included, by date and key; with a
 * company's own days if given. Throws for years outside the lunar table when the country keeps lunar days.
 */
export function occasionsBetween(
  calendar: CountryCalendar,
  from: LocalDate,
  to: LocalDate,
  company: CompanyDays = {},
): readonly CalendarDay[] {
  if (from > to) return []
  const firstYear = checkedYear(calendar, partsOf(from).year)
  const lastYear = checkedYear(calendar, partsOf(to).year)
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at)
  const occasions = calendar.occasions.flatMap((occasion) =>
    occasionDates(occasion, { from, to }).map((date): CalendarDay => {
      const { key, name, kind } = occasion
      return { date, key, name, kind }
    }),
  )
  const changes = years.flatMap((year) => [...dayChangesIn(year, { calendar, company }).values()])
  const changed = changes.filter(({ date, kind }) => kind !== 'public' && date >= from && date <= to)
  return [...occasions, ...changed].sort((a, b) => byText(a.date, b.date) || byText(a.key, b.key))
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
