/** What became of everybody who was asked in one occurrence of a survey, and one page of what they answered, the newest first. */
import { type Invitation, invitationsOf } from '#app/listening/invitations.ts'
import { shownAnswer } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { Invitations } from '#web/staff/occurrence/invitations.ts'

const ANSWERS_PER_PAGE = 50

/** Null for an occurrence that asks nothing. `page` counts from 1. */
export async function readInvitations(
  { stores, companyRules }: StaffSystem,
  { occurrenceId, page, now }: { readonly occurrenceId: string; readonly page: number; readonly now: Instant },
): Promise<Invitations | null> {
  const found = await invitationsOf({ ...stores, companyRules }, { occurrenceId, now })
  if (!found) return null
  const answered = found.invitations
    .filter((each): each is Answered => each.response !== null)
    .toSorted((a, b) => (answeredAt(a) > answeredAt(b) ? -1 : 1))
  const start = (page - 1) * ANSWERS_PER_PAGE
  const shown = answered.slice(start, start + ANSWERS_PER_PAGE)
  const people = shown.length === 0 ? [] : await stores.customers.getMany(shown.map(({ customerId }) => customerId))
  const names = new Map(people.map(({ customer }) => [customer.customerId, customer.fullName]))
  return {
    asked: found.asked,
    sent: found.sent,
    counts: found.counts,
    responses: found.invitations.flatMap(({ response }) => response ?? []),
    answers: shown.map(({ customerId, response }) => ({ customerId, name: names.get(customerId), response })),
    page,
    isMore: start + ANSWERS_PER_PAGE < answered.length,
  }
}

type Answered = Invitation & { readonly response: NonNullable<Invitation['response']> }
const answeredAt = ({ response }: Answered) => shownAnswer(response).at
