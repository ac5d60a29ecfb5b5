/** Whether a campaign may act: a reminder is one thing with its survey, and whatever holds the survey holds it too. */
import type { CampaignState } from '#app/ports/campaigns.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'

/** From strict to free: of two states the stricter one is in force. */
const STRICTNESS: readonly CampaignState[] = ['cancelled', 'paused', 'active']

export async function stateInForce(
  { id, occasion }: Pick<CampaignDefinition, 'id' | 'occasion'>,
  stateOf: (campaignId: string) => CampaignState | Promise<CampaignState>,
): Promise<CampaignState> {
  const ids = occasion.kind === 'after-invitation' ? [id, occasion.campaign] : [id]
  const states = await Promise.all(ids.map(stateOf))
  return STRICTNESS.find((state) => states.includes(state)) ?? 'active'
}
