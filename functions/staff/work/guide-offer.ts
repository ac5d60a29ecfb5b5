/** The mail with the guide that a customer would get who asks for it in a call today, as far as it is known before planning. */
import type { Person } from '#app/ports/customers.ts'
import { consentSkip } from '#core/audience/eligibility.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { type CompanyRules, touchRules } from '#core/campaign/company-rules.ts'
import { dueOn } from '#core/occasion/due.ts'
import { isAlive } from '#core/planning/arbitration.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import type { KnownCampaigns } from '#functions/staff/known-campaigns.ts'
import { isStopped, type Stop } from '#web/staff/work/behind.ts'
import type { GuideOffer } from '#web/staff/work/call-form.ts'

/** An offset further away is no answer to what a customer asks on the telephone. */
const LOOK_AHEAD_DAYS = 31

interface Asking {
  readonly campaigns: Pick<KnownCampaigns, 'latest' | 'states' | 'name'>
  readonly person: Person | undefined
  readonly stops: readonly Stop[]
  readonly today: LocalDate
  readonly companyRules: CompanyRules
}

/** Null where no such campaign lives, or no mail may go to the customer. What planning finds later stands in the balance of that day. */
export function guideOffer({ campaigns, person, stops, today, companyRules }: Asking): GuideOffer | null {
  const email = person?.customer.email ?? null
  if (!person || email === null || isStopped(email, stops)) return null
  const offers = campaigns.latest.flatMap(({ definition }) => {
    if ((campaigns.states.get(definition.id) ?? 'active') !== 'active') return []
    const on = sentOn(definition, { today, companyRules })
    return on !== undefined && isAllowed(definition, { person, on, companyRules })
      ? [{ email, on, campaign: campaigns.name(definition.id) }]
      : []
  })
  return offers.toSorted((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null
}

/** Undefined where the campaign is about something else, or lives no more on that day. */
function sentOn(
  campaign: CampaignDefinition,
  { today, companyRules: { company, calendar } }: Pick<Asking, 'today' | 'companyRules'>,
): LocalDate | undefined {
  if (campaign.occasion.kind !== 'after-call-asked-guide') return undefined
  const date = [...datesFrom(addDays(today, 1), addDays(today, LOOK_AHEAD_DAYS))].find((day) => {
    const due = dueOn({ campaign, date: day, company, calendar })
    return due?.who === 'guideAskedOn' && due.days.includes(today)
  })
  return date !== undefined && isAlive(campaign, date) ? date : undefined
}

function isAllowed(
  { contentClass, touch }: CampaignDefinition,
  { person, on, companyRules }: { readonly person: Person; readonly on: LocalDate; readonly companyRules: CompanyRules },
): boolean {
  const { customer, consents } = person
  const { channel } = touch
  const rules = touchRules(companyRules, { country: customer.country, contentClass, channel, date: on })
  return rules !== undefined && consentSkip({ consents, rules, channel, contentClass }) === undefined
}
