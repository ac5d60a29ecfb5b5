/** What a customer was asked and said: every survey with every answer, every mail, and the work that came of it. */
import { askedSurvey } from '#app/listening/asked-survey.ts'
import type { TimelineEntry } from '#app/person/customer-timeline.ts'
import type { Person } from '#app/ports/customers.ts'
import { invitationState } from '#core/survey/invitation-state.ts'
import { type SurveyResponse, standingAnswer } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import type { KnownCampaigns } from '#functions/staff/room.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { Asked, Said } from '#web/staff/customers/said.ts'

interface Telling {
  readonly campaigns: KnownCampaigns
  readonly person: Person
  readonly timeline: readonly TimelineEntry[]
  readonly now: Instant
}

export async function readSaid(system: StaffSystem, telling: Telling): Promise<Said> {
  const { stores } = system
  const { customerId } = telling.person.customer
  const [responses, replies, work] = await Promise.all([
    stores.responses.ofCustomer(customerId),
    stores.replies.ofCustomer(customerId),
    stores.work.ofCustomer(customerId),
  ])
  return { asked: await askedOf(system, telling, responses), replies, work, rules: system.companyRules }
}

/** Each invitation with its answer; an answer whose invitation nobody remembers stands too. */
async function askedOf(
  system: StaffSystem,
  { timeline, campaigns, person, now }: Telling,
  responses: readonly SurveyResponse[],
): Promise<readonly Asked[]> {
  const surveys = new Set(campaigns.latest.flatMap(({ definition }) => (definition.survey ? [definition.id] : [])))
  const sent = timeline.filter(
    ({ campaignId, outcome, touch }) => surveys.has(campaignId) && (outcome ? outcome.state : touch?.result) === 'sent',
  )
  const ports = { ...system.stores, companyRules: system.companyRules }
  const asked = await Promise.all(
    sent.map(async ({ occurrenceId, outcome, touch }): Promise<Asked> => {
      const response = responses.find((each) => each.occurrenceId === occurrenceId)
      const survey = await askedSurvey(ports, occurrenceId)
      const delivery = touch?.delivery ?? null
      const at = outcome?.state === 'sent' ? outcome.at : (touch?.at ?? null)
      const facts = survey && {
        response,
        channel: survey.channel,
        consents: person.consents,
        delivery,
        closesAt: survey.closesAt,
        now,
      }
      return { occurrenceId, at, state: facts ? invitationState(facts) : null, response }
    }),
  )
  const known = new Set(asked.map(({ occurrenceId }) => occurrenceId))
  const others = responses
    .filter(({ occurrenceId }) => !known.has(occurrenceId))
    .map((response): Asked => {
      const state = standingAnswer(response) ? 'answered' : null
      return { occurrenceId: response.occurrenceId, at: null, state, response }
    })
  return [...asked, ...others]
}
