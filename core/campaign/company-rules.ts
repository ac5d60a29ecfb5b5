/** What is decided once for all campaigns: the company, its calendar, its channels, the policy packs of the law, the prices, and the rules of cases. */

import type { BudgetRates } from '#core/campaign/budget-rates.ts'
import type { ContentClass } from '#core/campaign/campaign-definition.ts'
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import type { Company } from '#core/campaign/company.ts'
import type { Compensation } from '#core/campaign/compensation.ts'
import type { Department } from '#core/campaign/departments.ts'
import type { NamedPlaybook } from '#core/campaign/playbook.ts'
import type { PolicyPack, RightsClocks, TouchRules } from '#core/campaign/policy-pack.ts'
import type { PriceList } from '#core/campaign/price-list.ts'
import type { NamedScript } from '#core/campaign/script.ts'
import type { Theme } from '#core/campaign/themes.ts'
import type { ChannelId, Channels } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { CountryCalendar } from '#core/time/country-calendar.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { type NamedDays, namedDays } from '#core/time/named-days.ts'
import { type PublicHolidays, publicHolidays } from '#core/time/public-holidays.ts'
import { type WorkingCalendar, workingCalendar } from '#core/time/working-days.ts'

/** The company's working days, and the days that campaigns may be about. */
export type CompanyCalendar = WorkingCalendar & NamedDays

export interface CompanyRules {
  readonly company: Company
  readonly calendar: CompanyCalendar
  /** One for each country; the company's own is among them. */
  readonly calendars: readonly CountryCalendar[]
  /** By country: its working days, which the law's clocks count. The company's own days off do not stop those clocks. */
  readonly statutory: ReadonlyMap<string, WorkingCalendar>
  /** By country. */
  readonly publicHolidays: ReadonlyMap<string, PublicHolidays>
  readonly channels: Channels
  readonly policies: readonly PolicyPack[]
  readonly prices: PriceList
  /** What staff say in calls. */
  readonly scripts: readonly NamedScript[]
  readonly cases: CasePolicy
  /** Whom staff ask about a case; none in a company without the file. */
  readonly departments: readonly Department[]
  /** What customers may get for what went wrong; null in a company without the file. */
  readonly compensation: Compensation | null
  /** What a budget is computed with beside the prices; null in a company without the file. */
  readonly budgetRates: BudgetRates | null
  /** What staff do about complaints of a category. */
  readonly playbooks: readonly NamedPlaybook[]
  /** What customers talk about; none in a company without the file. */
  readonly themes: readonly Theme[]
}

export class CountryMissingError extends Error {
  override name = 'CountryMissingError'
}

/** The company rules from their checked parts. Throws CountryMissingError when the company's own country has no calendar. */
export function assembleCompanyRules({
  company,
  calendars,
  channels,
  policies,
  prices,
  scripts,
  cases,
  departments,
  compensation,
  budgetRates,
  playbooks,
  themes,
}: Omit<CompanyRules, 'calendar' | 'statutory' | 'publicHolidays'>): CompanyRules {
  const country = calendars.find((each) => each.country === company.country)
  if (!country) throw new CountryMissingError(`campaigns/calendar/ has no file of ${company.country}`)
  const { workingWeekdays, overrides } = company.calendar
  return {
    company,
    calendar: { ...workingCalendar({ country, workingWeekdays, ...(overrides && { overrides }) }), ...namedDays(calendars) },
    calendars,
    statutory: new Map(calendars.map((each) => [each.country, workingCalendar({ country: each })])),
    publicHolidays: new Map(calendars.map((each) => [each.country, publicHolidays(each)])),
    channels,
    policies,
    prices,
    scripts,
    cases,
    departments,
    compensation,
    budgetRates,
    playbooks,
    themes,
  }
}

/**
 * The working days that the law for customers of a country counts: those of the country whose policy pack holds for them, or the company's where
 * that country has no calendar.
 */
export function statutoryDays(
  companyRules: Pick<CompanyRules, 'company' | 'statutory' | 'policies'>,
  country: string,
): WorkingCalendar {
  const { company, statutory } = companyRules
  const days = statutory.get(packFor(companyRules, country)?.country ?? company.country) ?? statutory.get(company.country)
  if (!days) throw new CountryMissingError(`campaigns/calendar/ has no file of ${company.country}`)
  return days
}

/**
 * The law for touches of a class through a channel on a date: the pack of the customer's country if we have one, else the company's. Undefined when
 * no pack covers the date or the channel.
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
  return periodOn(companyRules, { country, date })?.classes[contentClass][channel]
}

/**
 * The public holidays on which the law for customers of a country may forbid touches: those of the country whose policy pack holds for them.
 * `care check` refuses a pack that forbids them without a calendar.
 */
export function publicHolidaysFor(companyRules: CompanyRules, country: string): PublicHolidays | undefined {
  return companyRules.publicHolidays.get(packFor(companyRules, country)?.country ?? companyRules.company.country)
}

/** What the law says of calls of a class to a customer, in their own zone; null where no policy pack says it. */
export function callLawFor(
  companyRules: CompanyRules,
  {
    customer: { country, zone },
    ...asked
  }: {
    readonly customer: Pick<Customer, 'country' | 'zone'>
    readonly contentClass: ContentClass
    readonly channel: ChannelId
    readonly date: LocalDate
  },
) {
  const rules = touchRules(companyRules, { country, ...asked })
  return rules ? { ...rules, zone, isPublicHoliday: publicHolidaysFor(companyRules, country) } : null
}

/** How old the do-not-call list may be by every rule that asks for it. */
export const doNotCallLimits = ({ policies }: Pick<CompanyRules, 'policies'>): readonly number[] =>
  policies
    .flatMap(({ periods }) => periods.flatMap(({ classes }) => Object.values(classes).flatMap((rules) => Object.values(rules))))
    .flatMap((rules) => (rules?.doNotCall ? [rules.doNotCall.maxAgeDays] : []))

/** The law's clocks for requests about one's own data, in force on a date; undefined as for `touchRules`. */
export const rightsClocks = (
  companyRules: CompanyRules,
  at: { readonly country: string; readonly date: LocalDate },
): RightsClocks | undefined => periodOn(companyRules, at)?.rights

function periodOn(companyRules: CompanyRules, { country, date }: { country: string; date: LocalDate }) {
  const pack = packFor(companyRules, country)
  return pack?.periods.find(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo))
}

const packFor = ({ policies, company }: Pick<CompanyRules, 'policies' | 'company'>, country: string) =>
  policies.find((policy) => policy.country === country) ?? policies.find((policy) => policy.country === company.country)
