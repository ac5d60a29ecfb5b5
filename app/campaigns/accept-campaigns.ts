/**
 * Puts checked campaigns in force, each with its words. An unchanged campaign is left alone. A refused one leaves the last accepted version in force.
 * The words are stored before the version that names them: no version is in force without its words.
 */

import type { Events } from '#app/events.ts'
import type { CampaignStore, WordsStore } from '#app/ports/campaigns.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { Instant } from '#core/time/instant.ts'

/** A definition and the words that it was checked with. */
export interface WordedCampaign {
  readonly definition: CampaignDefinition
  /** Null for a channel without templates. */
  readonly words: CampaignWords | null
}

export interface Acceptance {
  readonly campaignId: string
  readonly version: number
  readonly result: 'accepted' | 'unchanged'
}

interface AcceptPorts {
  readonly campaigns: CampaignStore
  readonly words: Pick<WordsStore, 'keep'>
  readonly events: Events
}

export async function acceptCampaigns(
  ports: AcceptPorts,
  { accepting, at, by }: { accepting: readonly WordedCampaign[]; at: Instant; by: string },
): Promise<readonly Acceptance[]> {
  const results: Acceptance[] = []
  for (const { definition, words } of accepting) {
    // Also for an unchanged campaign: if its words were lost, this stores them again.
    const hash = words === null ? undefined : await ports.words.keep(words)
    results.push(await acceptOne(ports, { definition, hash, at, by }))
  }
  return results
}

async function acceptOne(
  ports: Pick<AcceptPorts, 'campaigns' | 'events'>,
  order: { definition: CampaignDefinition; hash: string | undefined; at: Instant; by: string },
): Promise<Acceptance> {
  const { definition, hash, at, by } = order
  const known = (await ports.campaigns.latest()).find((campaign) => campaign.definition.id === definition.id)
  if (known && known.words === hash && JSON.stringify(known.definition) === JSON.stringify(definition)) {
    return { campaignId: definition.id, version: known.version, result: 'unchanged' }
  }
  const version = (known?.version ?? 0) + 1
  const written = await ports.campaigns.accept({
    definition,
    version,
    acceptedAt: at,
    acceptedBy: by,
    ...(hash !== undefined && { words: hash }),
  })
  // Another version was accepted at the same moment: read again what is in force now.
  if (written === 'lost') return acceptOne(ports, order)
  ports.events.campaignAccepted({ campaignId: definition.id, version })
  return { campaignId: definition.id, version, result: 'accepted' }
}
