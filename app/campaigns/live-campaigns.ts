/** The campaigns that may still make a touch. A cancelled campaign is left out, so it takes no priority over another campaign. */
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'

export async function liveCampaigns(campaigns: CampaignStore): Promise<readonly CampaignDefinition[]> {
  const [latest, states] = await Promise.all([campaigns.latest(), campaigns.states()])
  return latest.map(({ definition }) => definition).filter(({ id }) => states.get(id) !== 'cancelled')
}
