/** Which campaigns look for purchases: where there are none they mean no customer, which may not be what was wanted. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { OccasionRule } from '#core/campaign/occasion-rule.ts'

const IS_FROM_PURCHASES: Readonly<Record<OccasionRule['kind'], boolean>> = {
  fixed: false,
  lunar: false,
  'lunar-month-end': false,
  'nth-weekday': false,
  'company-day': false,
  'calendar-day': false,
  birthday: false,
  'purchase-anniversary': true,
  'every-n-months': true,
  'after-purchase': true,
  'after-delivery': true,
  'after-call': false,
  'after-case': false,
  periodic: false,
  'after-invitation': false,
}

/** By their occasion, by their audience, or as the reminder of one that does. */
export function fromPurchases(campaigns: readonly CampaignDefinition[]): readonly CampaignDefinition[] {
  const ids = new Set(campaigns.filter(looksForThem).map(({ id }) => id))
  return campaigns.filter(({ id, occasion }) => ids.has(occasion.kind === 'after-invitation' ? occasion.campaign : id))
}

const looksForThem = ({ occasion, audience: { boughtSince, notBoughtSince, boughtProduct } }: CampaignDefinition): boolean =>
  IS_FROM_PURCHASES[occasion.kind] || [boughtSince, notBoughtSince, boughtProduct].some((line) => line !== undefined)
