/** Whether a campaign may act. A reminder depends on its survey: a survey that is paused or cancelled pauses or cancels its reminder. */

import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import { remindedCampaign } from '#core/campaign/occasion-traits.ts'

/** From strict to free: of two states the stricter one is in force. */
const STRICTNESS: readonly CampaignState[] = ['cancelled', 'paused', 'active']

export async function stateInForce(
  { id, occasion }: Pick<CampaignDefinition, 'id' | 'occasion'>,
  stateOf: (campaignId: string) => CampaignState | Promise<CampaignState>,
): Promise<CampaignState> {
  const reminded = remindedCampaign(occasion)
  const ids = reminded === undefined ? [id] : [id, reminded]
  const states = await Promise.all(ids.map(stateOf))
  return STRICTNESS.find((state) => states.includes(state)) ?? 'active'
}
