/** The campaigns that may still make a touch: what is cancelled outranks nobody. */
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'

export async function liveCampaigns(campaigns: CampaignStore): Promise<readonly CampaignDefinition[]> {
  const [latest, states] = await Promise.all([campaigns.latest(), campaigns.states()])
  return latest.map(({ definition }) => definition).filter(({ id }) => states.get(id) !== 'cancelled')
}
