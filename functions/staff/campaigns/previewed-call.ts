/** What staff would say to one customer in the next call of a campaign, with the order that it would be about; null for a campaign that rings nobody. */
import { callTouchOf } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { nextOccasion } from '#core/occasion/next-occasion.ts'
import { occasionKeyOf } from '#core/occasion/occasion-key.ts'
import { orderOf } from '#core/occasion/subject.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { ShownScript } from '#web/staff/work/script-card.ts'

interface Previewed {
  readonly campaign: CampaignDefinition
  readonly companyRules: CompanyRules
  readonly customer: Customer
  readonly purchases: readonly Purchase[]
  readonly today: LocalDate
  /** As the roster writes the name of the member of staff. */
  readonly agent: string
}

export function previewedCall({ campaign, companyRules, customer, purchases, today, agent }: Previewed): ShownScript | null {
  const call = callTouchOf(campaign)
  if (!call) return null
  const { company, scripts } = companyRules
  const occasion = nextOccasion({ campaign, customer, purchases, from: today, companyRules })
  const orderId = occasion && orderOf(occasionKeyOf({ campaignId: campaign.id, key: occasion.key }))
  const product = purchases.find(({ purchaseId }) => purchaseId === orderId)?.product ?? null
  const script = scripts.find(({ name }) => name === call.script)?.script
  return { name: call.script, script, speakers: { customer, agent, company: company.name, product } }
}
