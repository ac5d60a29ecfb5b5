/** Puts checked campaign definitions in force. An unchanged one is left alone; a refused one leaves the last accepted version in force. */

import type { Events } from '#app/events.ts'
import type { CampaignStore } from '#app/ports.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Instant } from '#core/time/instant.ts'

export interface Acceptance {
  readonly campaignId: string
  readonly version: number
  readonly result: 'accepted' | 'unchanged'
}

export async function acceptCampaigns(
  { campaigns, events }: { campaigns: CampaignStore; events: Events },
  { definitions, at, by }: { definitions: readonly CampaignDefinition[]; at: Instant; by: string },
): Promise<readonly Acceptance[]> {
  const results: Acceptance[] = []
  for (const definition of definitions) results.push(await acceptOne({ campaigns, events }, { definition, at, by }))
  return results
}

async function acceptOne(
  { campaigns, events }: { campaigns: CampaignStore; events: Events },
  { definition, at, by }: { definition: CampaignDefinition; at: Instant; by: string },
): Promise<Acceptance> {
  const known = (await campaigns.latest()).find((campaign) => campaign.definition.id === definition.id)
  if (known && JSON.stringify(known.definition) === JSON.stringify(definition)) {
    return { campaignId: definition.id, version: known.version, result: 'unchanged' }
  }
  const version = (known?.version ?? 0) + 1
  const written = await campaigns.accept({ definition, version, acceptedAt: at, acceptedBy: by })
  // Somebody accepted another version at the same moment: look again at what is in force now.
  if (written === 'lost') return acceptOne({ campaigns, events }, { definition, at, by })
  events.campaignAccepted({ campaignId: definition.id, version })
  return { campaignId: definition.id, version, result: 'accepted' }
}
