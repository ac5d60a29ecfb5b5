/** Why a customer would not get a campaign's letter as things stand, by the rules that planning asks; null when they may get it. */
import { refusalOf } from '#app/campaigns/coming-days.ts'
import { type DoNotCallPorts, doNotCallFacts } from '#app/consent/do-not-call-facts.ts'
import type { SuppressionList } from '#app/ports/consent.ts'
import type { Person } from '#app/ports/customers.ts'
import { isCare } from '#core/audience/care.ts'
import { isMember } from '#core/audience/membership.ts'
import { isHeldForCase } from '#core/audience/open-case.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { suppressionsOf } from '#functions/staff/customers/suppressions-of.ts'
import type { NotSent } from '#web/staff/campaigns/not-sent.ts'

interface Asked {
  readonly campaign: CampaignDefinition
  readonly state: CampaignState
  readonly person: Person
  readonly date: LocalDate
  readonly companyRules: CompanyRules
}

export async function whyNotSent(
  stores: Omit<DoNotCallPorts, 'companyRules'> & { readonly suppressions: Pick<SuppressionList, 'among'> },
  { campaign, state, person, date, companyRules }: Asked,
): Promise<NotSent | null> {
  if (state !== 'active') return { reason: state === 'paused' ? 'campaign-paused' : 'campaign-cancelled' }
  const { customer, consents } = person
  const { contentClass, touch } = campaign
  if (!isMember({ audience: campaign.audience, customer, date })) return 'not-meant'
  const { channel } = touch
  const [suppressions, listed] = await Promise.all([
    suppressionsOf(stores, { customer, channels: companyRules.channels }),
    doNotCallFacts({ ...stores, companyRules }, { customers: [customer], contentClasses: [contentClass], channel, date }),
  ])
  const reach = { customer, consents, suppressions, doNotCall: listed.get(customer.customerId) }
  const refused = refusalOf(reach, { contentClass, channel, date, companyRules })
  const isHeld = isCare(campaign) && isHeldForCase(person.openCases, companyRules.cases)
  return refused ?? (isHeld ? { reason: 'held-for-case' } : null)
}
