/** What became of the invitations among the events that a page shows. Others are not asked about: a customer of many years has hundreds. */
import { type AskedSurveyPorts, askedSurvey } from '#app/listening/asked-survey.ts'
import type { Person } from '#app/ports/customers.ts'
import { type InvitationState, invitationState } from '#core/survey/invitation-state.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import type { KnownCampaigns } from '#functions/staff/known-campaigns.ts'
import type { PersonEvent, TimelineLine } from '#web/staff/customers/person-event.ts'

interface About {
  readonly person: Person
  readonly campaigns: Pick<KnownCampaigns, 'survey'>
  readonly responses: readonly SurveyResponse[]
  readonly now: Instant
}

export const withInvitations = (
  ports: AskedSurveyPorts,
  { events, ...about }: About & { readonly events: readonly PersonEvent[] },
): Promise<readonly PersonEvent[]> =>
  Promise.all(
    events.map(async (event) =>
      event.is === 'touch' ? { ...event, invitation: await invitationOf(ports, event.line, about) } : event,
    ),
  )

/** Null where nothing was asked, or nobody remembers what. */
async function invitationOf(
  ports: AskedSurveyPorts,
  { campaignId, occurrenceId, outcome, touch }: TimelineLine,
  { person, campaigns, responses, now }: About,
): Promise<InvitationState | null> {
  const isSent = (outcome ? outcome.state : touch?.result) === 'sent'
  if (!isSent || campaigns.survey(campaignId) === undefined) return null
  const survey = await askedSurvey(ports, occurrenceId)
  if (!survey) return null
  const { channel, closesAt } = survey
  return invitationState({
    response: responses.find((response) => response.occurrenceId === occurrenceId),
    channel,
    consents: person.consents,
    delivery: touch?.delivery ?? null,
    closesAt,
    now,
  })
}
