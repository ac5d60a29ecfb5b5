/** A country's public holidays, compensation days and the government's decisions included: a law may forbid touches on them. */
import { boundedMemo } from '#core/time/bounded-memo.ts'
import type { CountryCalendar } from '#core/time/country-calendar.ts'
import { dayChangesIn } from '#core/time/days-off.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export type PublicHolidays = (date: LocalDate) => boolean

/** A touch is a few days late at most, and a rehearsal spans two or three years. */
const YEARS_KEPT = 10

/** The weekly day off is no holiday. Throws for a year that the calendar does not reach. */
export function publicHolidays(calendar: CountryCalendar): PublicHolidays {
  const changesIn = boundedMemo(YEARS_KEPT, (year: number) => dayChangesIn(year, { calendar, company: {} }))
  return (date) => {
    const change = changesIn(Number(date.slice(0, 4))).get(date)
    return change !== undefined && change.kind !== 'workingDay'
  }
}
