/** Outcomes that need a person, each with its touch, and what was decided before. */
import type { OccurrenceDetail } from '#app/operating/occurrence-view.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import { type Decisions, isUndecided, type OnePage, type Undecided } from '#web/staff/occurrences/decisions.ts'

/** More than these on one page are no help to anybody: the others stand on the next ones. */
export const UNDECIDED_PER_PAGE = 20
const DECIDED_PER_PAGE = 50

interface DecisionStores {
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly touches: Pick<TouchStore, 'getMany'>
  readonly occurrences: Pick<OccurrenceStore, 'decisions'>
}

interface DecisionsAsked {
  readonly detail: Pick<OccurrenceDetail, 'occurrence' | 'batches'>
  /** Of those who are undecided, from 1. */
  readonly page: number
  /** Of what was decided, from 1. */
  readonly decidedPage: number
}

export async function readDecisions(stores: DecisionStores, { detail, page, decidedPage }: DecisionsAsked): Promise<Decisions> {
  const { occurrenceId } = detail.occurrence
  const all = undecidedOf(detail)
  // Whoever decides the last one of the last page is led back to it.
  const last = Math.max(1, Math.ceil(all.length / UNDECIDED_PER_PAGE))
  const undecided = pageOf(all, { page: Math.min(page, last), perPage: UNDECIDED_PER_PAGE })
  const decided = pageOf((await stores.occurrences.decisions(occurrenceId)).toReversed(), {
    page: decidedPage,
    perPage: DECIDED_PER_PAGE,
  })
  const ids = [...new Set([...undecided.shown, ...decided.shown].map(({ customerId }) => customerId))]
  const [people, touches] = await Promise.all([
    ids.length === 0 ? [] : stores.customers.getMany(ids),
    undecided.shown.length === 0
      ? []
      : stores.touches.getMany(undecided.shown.map(({ customerId }) => ({ customerId, occurrenceId }))),
  ])
  const touchOf = new Map(touches.map((touch) => [touch.customerId, touch]))
  return {
    undecided: { ...undecided, shown: undecided.shown.map((one) => ({ ...one, touch: touchOf.get(one.customerId) })) },
    decided,
    names: new Map(people.map(({ customer }) => [customer.customerId, customer.fullName])),
  }
}

function pageOf<One>(all: readonly One[], { page, perPage }: { readonly page: number; readonly perPage: number }): OnePage<One> {
  const start = (page - 1) * perPage
  return { all: all.length, page, shown: all.slice(start, start + perPage), isMore: start + perPage < all.length }
}

/** Unknown ones first: a failed one is a fact that may be left as it is. An erased customer's row is counted, and nothing about it can be decided. */
const undecidedOf = ({ batches }: Pick<OccurrenceDetail, 'batches'>): readonly Undecided[] =>
  batches
    .flatMap(({ recipients }) => recipients)
    .filter(isUndecided)
    .filter(({ customerId }) => !isErasedName(customerId))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))

const placeOf = ({ outcome, customerId }: Undecided) => `${outcome.state === 'unknown' ? 0 : 1} ${customerId}`
