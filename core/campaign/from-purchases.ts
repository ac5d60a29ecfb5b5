/** Which campaigns look for purchases: where there are none they mean no customer, which may not be what was wanted. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { remindedCampaign, traitsOf } from '#core/campaign/occasion-traits.ts'

/** By their occasion, by their audience, or as the reminder of one that does. */
export function fromPurchases(campaigns: readonly CampaignDefinition[]): readonly CampaignDefinition[] {
  const ids = new Set(campaigns.filter(looksForThem).map(({ id }) => id))
  return campaigns.filter(({ id, occasion }) => ids.has(remindedCampaign(occasion) ?? id))
}

const looksForThem = ({ occasion, audience: { boughtSince, notBoughtSince, boughtProduct } }: CampaignDefinition): boolean =>
  traitsOf(occasion).fromPurchases || [boughtSince, notBoughtSince, boughtProduct].some((line) => line !== undefined)
