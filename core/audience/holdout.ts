/** The control group: eligible customers who are deliberately not contacted, the same ones in every run of a campaign. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { isAmongPercent } from '#core/customer/stable-hash.ts'

export const isHeldOut = ({ campaign, customerId }: { campaign: CampaignDefinition; customerId: string }): boolean =>
  isAmongPercent(`holdout|${campaign.id}|${customerId}`, campaign.limits.holdoutPercent)
