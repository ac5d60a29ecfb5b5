/** The control group: eligible customers who are deliberately not contacted, the same ones in every run of a campaign. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { stableHash } from '#core/customer/stable-hash.ts'

const WHOLE = 2 ** 32

export function isHeldOut({ campaign, customerId }: { campaign: CampaignDefinition; customerId: string }): boolean {
  const share = campaign.limits.holdoutPercent / 100
  return share > 0 && stableHash(`holdout|${campaign.id}|${customerId}`) < share * WHOLE
}
