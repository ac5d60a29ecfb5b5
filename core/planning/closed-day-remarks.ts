/**
 * Remarks on dates of the coming year on which the law of a country lets a campaign reach none of its customers there, found before the date comes:
 * on the day itself they would only be skipped.
 */
import { type CampaignDefinition, MOST_GRACE_DAYS } from '#core/campaign/campaign-definition.ts'
import { type CompanyRules, touchRules } from '#core/campaign/company-rules.ts'
import type { LocalizedText } from '#core/campaign/localized-text.ts'
import { isCalendarRule } from '#core/campaign/occasion-traits.ts'
import type { Remark } from '#core/campaign/problem.ts'
import { dueOn } from '#core/occasion/due.ts'
import { isAlive } from '#core/planning/arbitration.ts'
import { slotsFor } from '#core/planning/slots-for.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'

interface Checked {
  readonly campaign: CampaignDefinition
  readonly companyRules: CompanyRules
  readonly today: LocalDate
}

const AHEAD_DAYS = 365

/** One for each country with a policy pack and each date. Campaigns whose customers have days of their own are not looked at. */
export function closedDayRemarks({ file, ...checked }: Checked & { readonly file: string }): readonly Remark[] {
  const { campaign, companyRules } = checked
  if (!isCalendarRule(campaign.occasion)) return []
  const dates = datesOf(checked)
  const { countries } = campaign.audience
  return companyRules.policies
    .map(({ country }) => country)
    .filter((country) => countries?.includes(country) ?? true)
    .flatMap((country) => dates.filter((date) => isClosed(checked, { country, date })).map((date) => ({ country, date })))
    .map(({ country, date }) => ({
      file,
      path: 'graceDays',
      value: String(campaign.graceDays),
      note: noteOf({ country, date, graceDays: campaign.graceDays, enough: enoughGrace(checked, { country, date }) }),
    }))
}

const datesOf = ({ campaign, companyRules: { company, calendar }, today }: Checked): readonly LocalDate[] =>
  [...datesFrom(today, addDays(today, AHEAD_DAYS))].filter(
    (date) => isAlive(campaign, date) && dueOn({ campaign, date, company, calendar }) !== undefined,
  )

interface Where {
  readonly country: string
  readonly date: LocalDate
}

/** As the planner would find it, asked before any hour of the date has passed. */
function search({ campaign, companyRules }: Checked, { country, date }: Where, days: number) {
  const { contentClass, touch } = campaign
  const rules = touchRules(companyRules, { country, contentClass, channel: touch.channel, date })
  if (!rules) return undefined
  const { zone } = companyRules.company
  const customer = { zone, country }
  const grace = { days, andNextOpenDay: false }
  return slotsFor({ campaign, companyRules, rules, date, customer, now: dayStart(date, zone), grace }).slot
}

function isClosed(checked: Checked, where: Where): boolean {
  const found = search(checked, where, checked.campaign.graceDays)
  return found !== undefined && 'none' in found && found.none === 'closed-day'
}

/** The fewest days of grace that reach an open day; undefined where even the most do not. */
function enoughGrace(checked: Checked, where: Where): number | undefined {
  for (let days = checked.campaign.graceDays + 1; days <= MOST_GRACE_DAYS; days++) {
    const found = search(checked, where, days)
    if (found && 'slot' in found) return days
  }
  return undefined
}

function noteOf({
  country,
  date,
  graceDays,
  enough,
}: Where & { readonly graceDays: number; readonly enough: number | undefined }): LocalizedText {
  const days =
    graceDays === 0
      ? { vi: date, en: date }
      : {
          vi: `${date} và ${graceDays} ngày sau đó`,
          en: `${date} and the ${graceDays === 1 ? 'day' : `${graceDays} days`} after it`,
        }
  const right =
    enough === undefined
      ? { vi: 'không có graceDays nào tới được ngày cho phép', en: 'no graceDays reach an open day' }
      : { vi: `cần graceDays ${enough} để tới ngày cho phép`, en: `graceDays ${enough} would reach an open day` }
  return {
    vi: `pháp luật của ${country} không cho liên hệ vào ${days.vi}: khách ở đó sẽ không nhận được gì; ${right.vi}`,
    en: `the law of ${country} allows no contact on ${days.en}: customers there would get nothing; ${right.en}`,
  }
}
