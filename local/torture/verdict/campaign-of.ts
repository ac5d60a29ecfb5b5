/** A campaign by its id. A campaign missing from the evidence is a mistake of the run, not a broken promise. */
import type { CampaignFacts, Evidence } from '#local/torture/evidence.ts'

export function campaignOf({ campaigns }: Evidence, id: string): CampaignFacts {
  const found = campaigns.find(({ campaignId }) => campaignId === id)
  if (!found) throw new Error(`no campaign ${id} in the evidence`)
  return found
}
