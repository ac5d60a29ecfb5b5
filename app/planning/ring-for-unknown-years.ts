/** Rings when a table of dates in a country's calendar soon ends, once in the first hour of each day: from then on its days off would be taken for working days. */
import type { Events } from '#app/events.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { unknownYears } from '#core/time/unknown-years.ts'
import { isFirstHourOfDay, localDateAt } from '#core/time/zone.ts'

/** Longer than the planner looks ahead, and late enough that `care check` has refused the file for two months. */
const RINGS_AHEAD_DAYS = 31

export function ringForUnknownYears(
  { companyRules: { company, calendars }, events }: { readonly companyRules: CompanyRules; readonly events: Events },
  now: Instant,
): void {
  if (!isFirstHourOfDay(now, company.zone)) return
  const today = localDateAt(now, company.zone)
  for (const { country, occasions } of calendars)
    for (const { key, year } of unknownYears({ occasions }, { from: today, to: addDays(today, RINGS_AHEAD_DAYS) }))
      events.calendarYearUnknown({ country, occasion: key, year })
}
