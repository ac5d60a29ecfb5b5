/** Every customer who was asked in one occurrence of a survey, each in exactly one state: all of them counted, or some of them looked at. */
import { type AskedSurvey, type AskedSurveyPorts, askedSurvey } from '#app/listening/asked-survey.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { ResponseStore } from '#app/ports/listening.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { Batch } from '#core/planning/occurrence.ts'
import { INVITATION_STATES, type InvitationState, invitationState } from '#core/survey/invitation-state.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'

export interface InvitationsPorts extends AskedSurveyPorts, StatesPorts {
  readonly occurrences: Pick<OccurrenceStore, 'get' | 'batches'>
}

interface StatesPorts {
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly touches: Pick<TouchStore, 'getMany'>
  readonly responses: Pick<ResponseStore, 'getMany'>
}

/** A customer whom the survey asked. */
export interface Invited {
  readonly customerId: string
  readonly sentAt: Instant
}

export interface Invitation extends Invited {
  readonly state: InvitationState
  readonly response: SurveyResponse | null
}

export interface Invitations {
  readonly asked: AskedSurvey
  /** By customer. */
  readonly invitations: readonly Invitation[]
  /** They add up to `sent`. */
  readonly counts: Readonly<Record<InvitationState, number>>
  readonly sent: number
}

const PEOPLE_AT_ONCE = 100

/** Undefined when the occurrence asked nothing. A reminder is no invitation: read the occurrence it reminds of. */
export async function invitationsOf(
  ports: InvitationsPorts,
  { occurrenceId, now }: { readonly occurrenceId: string; readonly now: Instant },
): Promise<Invitations | undefined> {
  const asked = await askedSurvey(ports, occurrenceId)
  if (!asked) return undefined
  const invited = invitedIn(await ports.occurrences.batches(occurrenceId))
  return countInvitations(ports, { asked, invited, now })
}

/** By customer. */
export const invitedIn = (batches: readonly Pick<Batch, 'recipients'>[]): readonly Invited[] =>
  batches
    .flatMap(({ recipients }) =>
      recipients.flatMap(({ customerId, outcome }) => (outcome.state === 'sent' ? [{ customerId, sentAt: outcome.at }] : [])),
    )
    .toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1))

/** Reads three rows of everybody. */
export async function countInvitations(
  ports: StatesPorts,
  { asked, invited, now }: { readonly asked: AskedSurvey; readonly invited: readonly Invited[]; readonly now: Instant },
): Promise<Invitations> {
  const invitations: Invitation[] = []
  for (let start = 0; start < invited.length; start += PEOPLE_AT_ONCE)
    invitations.push(...(await statesOf(ports, { asked, people: invited.slice(start, start + PEOPLE_AT_ONCE), now })))
  const counted = (state: InvitationState) => invitations.filter((invitation) => invitation.state === state).length
  return { asked, invitations, counts: countsBy(counted), sent: invited.length }
}

/** In their order. */
export async function statesOf(
  { customers, touches, responses }: StatesPorts,
  {
    asked: { occurrenceId, channel, closesAt },
    people,
    now,
  }: {
    readonly asked: AskedSurvey
    readonly people: readonly Invited[]
    readonly now: Instant
  },
): Promise<readonly Invitation[]> {
  const keys = people.map(({ customerId }) => ({ customerId, occurrenceId }))
  const [known, made, answered] = await Promise.all([
    customers.getMany(people.map(({ customerId }) => customerId)),
    touches.getMany(keys),
    responses.getMany(keys),
  ])
  const consents = new Map(known.map((person) => [person.customer.customerId, person.consents]))
  const deliveries = new Map(made.map(({ customerId, delivery }) => [customerId, delivery]))
  const answers = new Map(answered.map((response) => [response.customerId, response]))
  return people.map(({ customerId, sentAt }) => {
    const response = answers.get(customerId)
    const facts = {
      response,
      channel,
      consents: consents.get(customerId),
      delivery: deliveries.get(customerId) ?? null,
      closesAt,
      now,
    }
    return { customerId, sentAt, state: invitationState(facts), response: response ?? null }
  })
}

function countsBy(count: (state: InvitationState) => number): Record<InvitationState, number> {
  const [answered, optedOut, undeliverable, open, unanswered] = INVITATION_STATES
  return {
    [answered]: count(answered),
    [optedOut]: count(optedOut),
    [undeliverable]: count(undeliverable),
    [open]: count(open),
    [unanswered]: count(unanswered),
  }
}
