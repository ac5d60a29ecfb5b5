/** Outcomes that need a person, each with its touch, and what was decided before. */
import type { OccurrenceDetail } from '#app/operating/occurrence-view.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import { type Decisions, isUndecided, type Undecided } from '#web/staff/occurrence/decisions.ts'

/** More than these on one page are no help to anybody. */
const SHOWN = 20

interface DecisionStores {
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly touches: Pick<TouchStore, 'getMany'>
  readonly occurrences: Pick<OccurrenceStore, 'decisions'>
}

export async function readDecisions(stores: DecisionStores, detail: OccurrenceDetail): Promise<Decisions> {
  const { occurrenceId } = detail.occurrence
  const undecided = undecidedOf(detail)
  const shown = undecided.slice(0, SHOWN)
  const decided = await stores.occurrences.decisions(occurrenceId)
  const [people, touches] = await Promise.all([
    stores.customers.getMany([...new Set([...shown, ...decided].map(({ customerId }) => customerId))]),
    stores.touches.getMany(shown.map(({ customerId }) => ({ customerId, occurrenceId }))),
  ])
  const touchOf = new Map(touches.map((touch) => [touch.customerId, touch]))
  return {
    undecided: shown.map((recipient) => ({ ...recipient, touch: touchOf.get(recipient.customerId) })),
    more: undecided.length - shown.length,
    decided,
    names: new Map(people.map(({ customer }) => [customer.customerId, customer.fullName])),
  }
}

/** Unknown ones first: a failed one is a fact that may be left as it is. An erased customer's row is counted, and nothing about it can be decided. */
const undecidedOf = ({ batches }: OccurrenceDetail): readonly Undecided[] =>
  batches
    .flatMap(({ recipients }) => recipients)
    .filter(isUndecided)
    .filter(({ customerId }) => !isErasedName(customerId))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))

const placeOf = ({ outcome, customerId }: Undecided) => `${outcome.state === 'unknown' ? 0 : 1} ${customerId}`
