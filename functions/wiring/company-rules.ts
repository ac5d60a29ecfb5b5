/** The company rules from the files that marketing edits, checked. Every function and the local stack use them. */

import * as z from 'zod'
import { CompanySchema } from '#core/campaign/company.ts'
import { assembleCompanyRules, type CompanyRules } from '#core/campaign/company-rules.ts'
import { policyPackSchema } from '#core/campaign/policy-pack.ts'
import { priceListSchema } from '#core/campaign/price-list.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'

export interface CompanyFiles {
  readonly company: unknown
  /** One for each country; the company's own is among them. */
  readonly calendars: readonly unknown[]
  readonly policies: readonly unknown[]
  readonly prices: unknown
}

export class CountryMissingError extends Error {
  override name = 'CountryMissingError'
}

/** Throws ZodError or CountryMissingError: `care check` and `cdk synth` report both before a deployment. */
export function houseRules(files: CompanyFiles): CompanyRules {
  const company = CompanySchema.parse(files.company)
  const policies = z.array(policyPackSchema(OUR_CHANNELS)).parse(files.policies)
  const calendars = z.array(CountryCalendarSchema).parse(files.calendars)
  const isOwn = ({ country }: { readonly country: string }) => country === company.country
  const country = calendars.find(isOwn)
  if (!country) throw new CountryMissingError(`campaigns/calendar/ has no file of ${company.country}`)
  if (!policies.some(isOwn)) throw new CountryMissingError(`campaigns/policy/ has no file of ${company.country}`)
  const prices = priceListSchema(OUR_CHANNELS).parse(files.prices)
  return assembleCompanyRules({ company, country, countries: calendars, channels: OUR_CHANNELS, policies, prices })
}
