/** Versions of campaigns for one page: each is read once, and those that are known already never. A version does not change once it was accepted. */
import type { AcceptedCampaign, CampaignStore } from '#app/ports/campaigns.ts'

export type CampaignVersions = Pick<CampaignStore, 'version'>

export function keptVersions(campaigns: CampaignVersions, known: readonly AcceptedCampaign[]): CampaignVersions {
  const nameOf = (campaignId: string, version: number) => `${campaignId} ${version}`
  const kept = new Map<string, Promise<AcceptedCampaign | undefined>>(
    known.map((each) => [nameOf(each.definition.id, each.version), Promise.resolve(each)]),
  )
  return {
    version: (campaignId, version) => {
      const name = nameOf(campaignId, version)
      const read = kept.get(name) ?? campaigns.version(campaignId, version)
      kept.set(name, read)
      return read
    },
  }
}
