/** Rings when a table of dates in a country's calendar soon ends, once in the first hour of each day: from then on its days off would be taken for working days. */
import type { Events } from '#app/events.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { unknownYears } from '#core/time/unknown-years.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'

/** Longer than the planner looks ahead, and late enough that `care check` has refused the file for two months. */
const RINGS_AHEAD_DAYS = 31

export function ringForUnknownYears(
  { companyRules: { company, calendars }, events }: { readonly companyRules: CompanyRules; readonly events: Events },
  now: Instant,
): void {
  const today = localDateAt(now, company.zone)
  if (now >= plusMs(dayStart(today, company.zone), HOUR_MS)) return
  for (const { country, occasions } of calendars)
    for (const { key, year } of unknownYears({ occasions }, { from: today, to: addDays(today, RINGS_AHEAD_DAYS) }))
      events.calendarYearUnknown({ country, occasion: key, year })
}
