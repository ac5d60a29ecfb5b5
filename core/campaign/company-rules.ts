/** Everything that is decided once for all campaigns: the company, its calendar, the law's packs and the prices. */
import type { ContentClass } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { ClassRules, PolicyPack, RightsClocks } from '#core/campaign/policy-pack.ts'
import type { PriceList } from '#core/campaign/price-list.ts'
import type { CountryCalendar } from '#core/time/country-calendar.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { type WorkingCalendar, workingCalendar } from '#core/time/working-days.ts'

export interface CompanyRules {
  readonly company: Company
  readonly calendar: WorkingCalendar
  /** The country's own working days, which the law's clocks count: the company's days off do not stop them. */
  readonly statutory: WorkingCalendar
  readonly policies: readonly PolicyPack[]
  readonly prices: PriceList
}

/** The company rules from their checked parts. */
export function assembleCompanyRules({
  company,
  country,
  policies,
  prices,
}: Omit<CompanyRules, 'calendar' | 'statutory'> & { readonly country: CountryCalendar }): CompanyRules {
  const { workingWeekdays, overrides } = company.calendar
  return {
    company,
    calendar: workingCalendar({ country, workingWeekdays, ...(overrides && { overrides }) }),
    statutory: workingCalendar({ country }),
    policies,
    prices,
  }
}

/** The law for a class of content on a date: of the customer's country where we have its pack, of the company's otherwise. Undefined: no pack covers it. */
export function classRules(
  companyRules: CompanyRules,
  { country, contentClass, date }: { country: string; contentClass: ContentClass; date: LocalDate },
): ClassRules | undefined {
  return periodOn(companyRules, { country, date })?.classes[contentClass]
}

/** The law's clocks for people who ask about their own data, in force on a date; undefined as for `classRules`. */
export const rightsClocks = (
  companyRules: CompanyRules,
  at: { readonly country: string; readonly date: LocalDate },
): RightsClocks | undefined => periodOn(companyRules, at)?.rights

function periodOn(companyRules: CompanyRules, { country, date }: { country: string; date: LocalDate }) {
  const pack =
    companyRules.policies.find((policy) => policy.country === country) ??
    companyRules.policies.find((policy) => policy.country === companyRules.company.country)
  return pack?.periods.find(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo))
}
