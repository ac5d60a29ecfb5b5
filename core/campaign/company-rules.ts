/** What is decided once for all campaigns: the company, its calendar, its channels, the policy packs of the law, and the prices. */
import type { ContentClass } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { PolicyPack, RightsClocks, TouchRules } from '#core/campaign/policy-pack.ts'
import type { PriceList } from '#core/campaign/price-list.ts'
import type { ChannelId, Channels } from '#core/channel/channel.ts'
import type { CountryCalendar } from '#core/time/country-calendar.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { type PublicHolidays, publicHolidays } from '#core/time/public-holidays.ts'
import { type WorkingCalendar, workingCalendar } from '#core/time/working-days.ts'

export interface CompanyRules {
  readonly company: Company
  readonly calendar: WorkingCalendar
  /** The country's working days, which the law's clocks count. The company's own days off do not stop those clocks. */
  readonly statutory: WorkingCalendar
  /** By country, of every country that has a calendar file. */
  readonly publicHolidays: ReadonlyMap<string, PublicHolidays>
  readonly channels: Channels
  readonly policies: readonly PolicyPack[]
  readonly prices: PriceList
}

/** The company rules from their checked parts. */
export function assembleCompanyRules({
  company,
  country,
  countries,
  channels,
  policies,
  prices,
}: Omit<CompanyRules, 'calendar' | 'statutory' | 'publicHolidays'> & {
  /** The company's own. */
  readonly country: CountryCalendar
  readonly countries: readonly CountryCalendar[]
}): CompanyRules {
  const { workingWeekdays, overrides } = company.calendar
  return {
    company,
    calendar: workingCalendar({ country, workingWeekdays, ...(overrides && { overrides }) }),
    statutory: workingCalendar({ country }),
    publicHolidays: new Map(countries.map((one) => [one.country, publicHolidays(one)])),
    channels,
    policies,
    prices,
  }
}

/**
 * The law for touches of a class through a channel on a date: the pack of the customer's country if we have one, else the company's. Undefined when
 * no pack covers the date or the channel, and when a pack forbids public holidays of a country whose calendar is missing.
 */
export function touchRules(
  companyRules: CompanyRules,
  {
    country,
    contentClass,
    channel,
    date,
  }: { readonly country: string; readonly contentClass: ContentClass; readonly channel: ChannelId; readonly date: LocalDate },
): TouchRules | undefined {
  const rules = periodOn(companyRules, { country, date })?.classes[contentClass][channel]
  return rules && (rules.onPublicHolidays || companyRules.publicHolidays.has(country)) ? rules : undefined
}

/** The law's clocks for requests about one's own data, in force on a date; undefined as for `classRules`. */
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
