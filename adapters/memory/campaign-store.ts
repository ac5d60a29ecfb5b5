/** Campaigns in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { AcceptedCampaign, CampaignStore } from '#app/ports/campaigns.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'

export function memoryCampaignStore(): CampaignStore {
  const versions = new Map<string, Map<number, AcceptedCampaign>>()
  const states = new Map<string, CampaignState>()
  const newestOf = (known: ReadonlyMap<number, AcceptedCampaign>) => known.get(Math.max(...known.keys()))
  return {
    latest: async () => {
      const ids = [...versions.keys()].toSorted()
      return ids.map((id) => newestOf(versions.get(id) ?? new Map())).filter((campaign) => campaign !== undefined)
    },
    version: async (campaignId, version) => versions.get(campaignId)?.get(version),
    accept: async (campaign) => {
      const known = versions.get(campaign.definition.id) ?? new Map<number, AcceptedCampaign>()
      if (known.has(campaign.version)) return 'lost'
      versions.set(campaign.definition.id, known.set(campaign.version, frozen(campaign)))
      return 'written'
    },
    states: async () => new Map(states),
    state: async (campaignId) => states.get(campaignId) ?? 'active',
    setState: async ({ campaignId, from, state }) => {
      if ((states.get(campaignId) ?? 'active') !== from) return 'lost'
      states.set(campaignId, state)
      return 'written'
    },
  }
}
