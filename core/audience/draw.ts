/** Into which group chance puts a customer whom a campaign means. The draw asks no rule: what becomes of the touch afterwards takes nobody out of a group. */
import { isCare } from '#core/audience/care.ts'
import { type WithheldReason, withheldBecause } from '#core/audience/withheld.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { traitsOf } from '#core/campaign/occasion-traits.ts'

export type Drawn = 'contact' | WithheldReason

export const drawnInto = (drawing: Parameters<typeof withheldBecause>[0]): Drawn => withheldBecause(drawing) ?? 'contact'

/**
 * Whether the campaign means the customers of both groups of the draw of all care alike. What a sale or the law demands and what was asked for goes to
 * both, and what follows a contact comes mostly to those who are contacted.
 */
export const meansBothGroups = (campaign: Pick<CampaignDefinition, 'contentClass' | 'occasion'>): boolean =>
  isCare(campaign) && !traitsOf(campaign.occasion).followsContact
