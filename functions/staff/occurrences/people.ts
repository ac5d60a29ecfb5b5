/** Everybody of an occurrence with their outcome: found by state, by reason, by name or id, a hundred on a page. */
import type { OccurrenceDetail } from '#app/operating/occurrence-view.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { countedReason, isSkipReason } from '#core/audience/skip.ts'
import { folded } from '#core/customer/written-text.ts'
import type { Balance, Recipient } from '#core/planning/occurrence.ts'
import { pageAsked } from '#functions/staff/visit/page-asked.ts'
import { BALANCE_LINES } from '#web/staff/occurrence/balance.ts'
import type { People, PeopleFilter } from '#web/staff/occurrence/people.ts'

const PEOPLE_PER_PAGE = 100

/** A reason is one of this version, or one that the balance counted. */
export function readFilter(
  { state, reason = '', q = '', page }: Record<string, string>,
  { skippedBy }: Pick<Balance, 'skippedBy'>,
): PeopleFilter {
  return {
    state: BALANCE_LINES.find((line) => line === state) ?? null,
    reason: isSkipReason(reason) || Object.hasOwn(skippedBy, reason) ? reason : null,
    search: q.trim(),
    page: pageAsked(page),
  }
}

interface PeopleStores {
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly touches: Pick<TouchStore, 'getMany'>
}

export async function readPeople(
  stores: PeopleStores,
  { detail, filter }: { readonly detail: OccurrenceDetail; readonly filter: PeopleFilter },
): Promise<People> {
  const { customers, touches } = stores
  const { occurrenceId } = detail.occurrence
  const found = await matching(stores, detail, filter)
  const start = (filter.page - 1) * PEOPLE_PER_PAGE
  const shown = found.slice(start, start + PEOPLE_PER_PAGE)
  const ids = shown.map(({ customerId }) => customerId)
  const [people, touched] = ids.length
    ? await Promise.all([customers.getMany(ids), touches.getMany(ids.map((customerId) => ({ customerId, occurrenceId })))])
    : [[], []]
  const customerOf = new Map(people.map(({ customer }) => [customer.customerId, customer]))
  const deliveryOf = new Map(touched.map(({ customerId, delivery }) => [customerId, delivery]))
  return {
    filter,
    found: found.length,
    isMore: start + PEOPLE_PER_PAGE < found.length,
    shown: shown.map(({ customerId, outcome }) => ({
      customerId,
      outcome,
      customer: customerOf.get(customerId),
      delivery: deliveryOf.get(customerId),
    })),
  }
}

/** By id, so that a page stays the same page while time moves. */
async function matching(
  { customers }: PeopleStores,
  { batches }: OccurrenceDetail,
  { state, reason, search }: PeopleFilter,
): Promise<readonly Recipient[]> {
  const rows = batches
    .flatMap(({ recipients }) => recipients)
    .filter(({ outcome }) => state === null || outcome.state === state)
    .filter(({ outcome }) => reason === null || (outcome.state === 'skipped' && countedReason(outcome) === reason))
    .toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1))
  if (search === '') return rows
  const wanted = folded(search)
  const people = await customers.getMany(rows.map(({ customerId }) => customerId))
  const names = new Map(people.map(({ customer }) => [customer.customerId, folded(customer.fullName)]))
  return rows.filter(
    ({ customerId }) => customerId.toLowerCase().includes(wanted) || names.get(customerId)?.includes(wanted) === true,
  )
}
