/** How the invitations stand that a reminder is about: answered, still open, or closed. Nobody else's occasion needs this look. */
import { type AskedSurveyPorts, askedSurvey } from '#app/asked-survey.ts'
import type { ResponseStore } from '#app/listening-ports.ts'
import type { Invitation } from '#core/audience/eligibility.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'

export interface RemindedPorts extends AskedSurveyPorts {
  readonly responses: Pick<ResponseStore, 'getMany'>
}

interface Reminded {
  readonly customerId: string
  /** The campaign's id, a colon, and the invitation. */
  readonly occasionKey: string
}

/** By customer; empty for a campaign that reminds of nothing. */
export async function remindedInvitations(
  ports: RemindedPorts,
  { campaign, people }: { readonly campaign: CampaignDefinition; readonly people: readonly Reminded[] },
): Promise<ReadonlyMap<string, Invitation>> {
  if (campaign.occasion.kind !== 'after-invitation') return new Map()
  const keys = people.map(({ customerId, occasionKey }) => ({
    customerId,
    occurrenceId: occasionKey.slice(campaign.id.length + 1),
  }))
  const surveys = [...new Set(keys.map(({ occurrenceId }) => occurrenceId))]
  const [responses, closings] = await Promise.all([
    ports.responses.getMany(keys),
    Promise.all(surveys.map(async (id) => [id, (await askedSurvey(ports, id))?.closesAt] as const)),
  ])
  const answered = new Set(responses.map(({ customerId, occurrenceId }) => `${occurrenceId} ${customerId}`))
  const closesAt = new Map(closings)
  return new Map(
    keys.map(({ customerId, occurrenceId }) => [
      customerId,
      { answered: answered.has(`${occurrenceId} ${customerId}`), closesAt: closesAt.get(occurrenceId) },
    ]),
  )
}
