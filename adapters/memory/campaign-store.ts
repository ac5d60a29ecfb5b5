/** Campaigns in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { AcceptedCampaign, CampaignStore, LastChange } from '#app/ports/campaigns.ts'

export function memoryCampaignStore(): CampaignStore {
  const versions = new Map<string, Map<number, AcceptedCampaign>>()
  const states = new Map<string, LastChange>()
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
    states: async () => new Map([...states].map(([campaignId, { state }]) => [campaignId, state])),
    state: async (campaignId) => states.get(campaignId)?.state ?? 'active',
    lastChange: async (campaignId) => states.get(campaignId),
    setState: async ({ campaignId, from, state, at, by, because }) => {
      if ((states.get(campaignId)?.state ?? 'active') !== from) return 'lost'
      states.set(campaignId, frozen({ state, at, by, because }))
      return 'written'
    },
  }
}
