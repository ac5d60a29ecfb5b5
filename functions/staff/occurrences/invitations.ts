/**
 * What became of everybody who was asked in one occurrence of a survey. Of few people all are counted, and their answers stand the newest first. Of many
 * only those on the page are read: a count would read three rows of everybody each time that somebody looks.
 */
import { askedSurvey } from '#app/listening/asked-survey.ts'
import { countInvitations, type Invitation, type Invited, invitedIn, statesOf } from '#app/listening/invitations.ts'
import type { OccurrenceDetail } from '#app/operating/occurrence-view.ts'
import { shownAnswer } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import type { Invitations } from '#web/staff/occurrences/invitations.ts'
import type { ManyInvited } from '#web/staff/occurrences/many-invited.ts'

/** Up to so many everybody is counted. */
export const INVITED_COUNTED = 300
const ANSWERS_PER_PAGE = 50
const INVITED_PER_PAGE = 50

interface InvitationsSystem extends Pick<StaffSystem, 'companyRules'> {
  readonly stores: Pick<StaffStores, 'campaigns' | 'customers' | 'occurrences' | 'responses' | 'touches'>
}

interface Asked {
  readonly detail: Pick<OccurrenceDetail, 'occurrence' | 'batches'>
  /** From 1. */
  readonly page: number
  readonly now: Instant
  /** The visitor may see who was asked. */
  readonly isNamed: boolean
}

type AskedSurvey = NonNullable<Awaited<ReturnType<typeof askedSurvey>>>
type OfSurvey = Omit<Asked, 'detail'> & { readonly asked: AskedSurvey; readonly invited: readonly Invited[] }

/** Null for an occurrence that asks nothing. */
export async function readInvitations(
  system: InvitationsSystem,
  { detail, ...how }: Asked,
): Promise<Invitations | ManyInvited | null> {
  const { stores, companyRules } = system
  const asked = await askedSurvey({ ...stores, companyRules }, detail.occurrence.occurrenceId)
  if (!asked) return null
  const invited = invitedIn(detail.batches)
  return (invited.length > INVITED_COUNTED ? pageOf : countAll)(system, { ...how, asked, invited })
}

async function countAll({ stores }: InvitationsSystem, { asked, invited, page, now }: OfSurvey): Promise<Invitations> {
  const found = await countInvitations(stores, { asked, invited, now })
  const answered = found.invitations
    .filter((each): each is Answered => each.response !== null)
    .toSorted((a, b) => (answeredAt(a) > answeredAt(b) ? -1 : 1))
  const start = (page - 1) * ANSWERS_PER_PAGE
  const shown = answered.slice(start, start + ANSWERS_PER_PAGE)
  const names = await namesOf(stores, shown)
  return {
    is: 'counted',
    asked: found.asked,
    sent: found.sent,
    counts: found.counts,
    responses: found.invitations.flatMap(({ response }) => response ?? []),
    answers: shown.map(({ customerId, response }) => ({ customerId, name: names.get(customerId), response })),
    page,
    isMore: start + ANSWERS_PER_PAGE < answered.length,
  }
}

/** Letters that came back and marks as spam are counted while they come in. */
async function pageOf({ stores }: InvitationsSystem, of: OfSurvey): Promise<ManyInvited> {
  const { asked, invited, page, now, isNamed } = of
  const start = (page - 1) * INVITED_PER_PAGE
  const people = isNamed ? invited.slice(start, start + INVITED_PER_PAGE) : []
  const [troubles, shown, names] = await Promise.all([
    stores.occurrences.troubles(asked.occurrenceId),
    people.length === 0 ? [] : statesOf(stores, { asked, people, now }),
    namesOf(stores, people),
  ])
  return {
    is: 'paged',
    asked,
    sent: invited.length,
    troubles,
    shown: shown.map((each) => ({ ...each, name: names.get(each.customerId) })),
    page,
    isMore: start + INVITED_PER_PAGE < invited.length,
  }
}

async function namesOf(
  { customers }: Pick<StaffStores, 'customers'>,
  people: readonly Pick<Invited, 'customerId'>[],
): Promise<ReadonlyMap<string, string>> {
  const found = people.length === 0 ? [] : await customers.getMany(people.map(({ customerId }) => customerId))
  return new Map(found.map(({ customer }) => [customer.customerId, customer.fullName]))
}

type Answered = Invitation & { readonly response: NonNullable<Invitation['response']> }
const answeredAt = ({ response }: Answered) => shownAnswer(response).at
