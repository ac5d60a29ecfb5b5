/** The house rules from the files that marketing edits, checked. Used by every function and by the local stack alike. */
import * as z from 'zod'
import { CompanySchema } from '#core/campaign/company.ts'
import { assembleHouse, type HouseRules } from '#core/campaign/house-rules.ts'
import { PolicyPackSchema } from '#core/campaign/policy-pack.ts'
import { PriceListSchema } from '#core/campaign/price-list.ts'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'

export interface HouseFiles {
  readonly company: unknown
  readonly calendar: unknown
  readonly policies: readonly unknown[]
  readonly prices: unknown
}

/** Throws ZodError: `care check` has said so before anything was deployed. */
export const houseRules = (files: HouseFiles): HouseRules =>
  assembleHouse({
    company: CompanySchema.parse(files.company),
    country: CountryCalendarSchema.parse(files.calendar),
    policies: z.array(PolicyPackSchema).parse(files.policies),
    prices: PriceListSchema.parse(files.prices),
  })
