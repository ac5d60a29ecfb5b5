/** The days that the calendars of countries name by a key, such as `vn.tet`: a campaign may be about one of them. */
import type { CountryCalendar } from '#core/time/country-calendar.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { occasionDates } from '#core/time/statutory-days.ts'

export interface NamedDays {
  /** False for a key that no calendar has. Throws where a lunar day leaves the lunar table. */
  isNamedDay(key: string, date: LocalDate): boolean
}

export function namedDays(calendars: readonly CountryCalendar[]): NamedDays {
  const occasions = new Map(
    calendars.flatMap((calendar) => calendar.occasions.map((occasion) => [occasion.key, occasion] as const)),
  )
  return {
    isNamedDay(key, date) {
      const occasion = occasions.get(key)
      return occasion !== undefined && occasionDates(occasion, { from: date, to: date }).length > 0
    },
  }
}
