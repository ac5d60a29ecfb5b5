/** The house rules from the files that marketing edits, checked. Used by every function and by the local stack alike. */
import { z } from 'zod'
import { CompanySchema } from '#core/campaign/company.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import { PolicyPackSchema } from '#core/campaign/policy-pack.ts'
import { PriceListSchema } from '#core/campaign/price-list.ts'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'
import { workingCalendar } from '#core/time/working-days.ts'

export interface HouseFiles {
  readonly company: unknown
  readonly calendar: unknown
  readonly policies: readonly unknown[]
  readonly prices: unknown
}

/** Throws ZodError: `care check` has said so before anything was deployed. */
export function houseRules(files: HouseFiles): HouseRules {
  const company = CompanySchema.parse(files.company)
  const { workingWeekdays, overrides } = company.calendar
  return {
    company,
    calendar: workingCalendar({
      country: CountryCalendarSchema.parse(files.calendar),
      workingWeekdays,
      ...(overrides && { overrides }),
    }),
    policies: z.array(PolicyPackSchema).parse(files.policies),
    prices: PriceListSchema.parse(files.prices),
  }
}
