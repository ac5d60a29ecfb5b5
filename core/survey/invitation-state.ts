/** What became of one invitation: each is in exactly one state, and the states of an occurrence add up to what was sent. */
import type { ConsentState } from '#core/audience/consent.ts'
import type { ChannelId } from '#core/channel/channel.ts'
import type { Touch } from '#core/planning/touch.ts'
import { type SurveyResponse, standingAnswer } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'

/**
 * answered: one answer counts, however often it was changed; opted-out: the customer said "stop" to surveys instead, before it closed;
 * undeliverable: the mail never arrived; open: may still be answered; unanswered: it closed without an answer, or the customer was deleted.
 */
export const INVITATION_STATES = ['answered', 'opted-out', 'undeliverable', 'open', 'unanswered'] as const
export type InvitationState = (typeof INVITATION_STATES)[number]

export interface InvitationFacts {
  readonly response: SurveyResponse | undefined
  /** The channel that asked. */
  readonly channel: ChannelId
  /** Undefined when the customer was deleted and can no longer answer. */
  readonly consents: ConsentState | 'unreadable' | undefined
  /** The provider's latest report on the mail. */
  readonly delivery: Touch['delivery']
  readonly closesAt: Instant
  readonly now: Instant
}

/** In the order in which they are checked. The last one holds when no other does. */
const RULES: readonly (readonly [InvitationState, (facts: InvitationFacts) => boolean])[] = [
  ['answered', ({ response }) => response !== undefined && standingAnswer(response) !== undefined],
  ['opted-out', (facts) => facts.delivery?.state === 'complained' || stoppedBefore(facts)],
  ['undeliverable', ({ delivery }) => delivery?.state === 'bounced' || delivery?.state === 'rejected'],
  ['open', ({ consents, now, closesAt }) => consents !== undefined && now < closesAt],
]

export function invitationState(facts: InvitationFacts): InvitationState {
  const [state] = RULES.find(([, holds]) => holds(facts)) ?? []
  return state ?? 'unanswered'
}

/** A "stop" a year later says nothing about this invitation. */
function stoppedBefore({ consents, channel, closesAt }: InvitationFacts): boolean {
  if (consents === undefined || consents === 'unreadable') return false
  const survey = consents[`survey/${channel}`]
  return survey?.decision === 'withdrawn' && survey.at < closesAt
}
