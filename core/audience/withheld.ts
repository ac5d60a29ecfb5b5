/** Customers whom the company leaves alone on purpose, so that it can be told what contacts achieve. */
import { isCare } from '#core/audience/care.ts'
import { isInControlGroup } from '#core/audience/control-group.ts'
import { isHeldOut } from '#core/audience/holdout.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'

/** Of all care, or of one campaign. */
export const WITHHELD_REASONS = ['control-group', 'holdout'] as const
export type WithheldReason = (typeof WITHHELD_REASONS)[number]

/**
 * Null for a customer who is contacted. The wider group first: a customer of both is counted for care as a whole. What the law or a sale demands, and
 * what the customer asked for, goes to all of the control group.
 */
export function withheldBecause({
  campaign,
  controlGroup,
  customerId,
}: {
  readonly campaign: CampaignDefinition
  readonly controlGroup: Company['controlGroup']
  readonly customerId: string
}): WithheldReason | null {
  if (isCare(campaign) && isInControlGroup({ customerId, ...controlGroup })) return 'control-group'
  return isHeldOut({ campaign, customerId }) ? 'holdout' : null
}
