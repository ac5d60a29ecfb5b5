/** Everybody of an occurrence with their outcome: found by state, by reason, by name, number, address or id, a hundred on a page. */
import type { OccurrenceDetail } from '#app/operating/occurrence-view.ts'
import { findAmong } from '#app/person/find-among.ts'
import type { CustomerFinder, CustomerStore, Person } from '#app/ports/customers.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { OUTCOME_STATES } from '#core/audience/outcome.ts'
import { countedReason, isSkipReason } from '#core/audience/skip.ts'
import type { Balance, Recipient } from '#core/planning/occurrence.ts'
import { pageAsked } from '#functions/staff/visit/page-asked.ts'
import type { People, PeopleFilter } from '#web/staff/occurrences/people.ts'
import { trailIn } from '#web/staff/trail.ts'

const PEOPLE_PER_PAGE = 100
/** Longer than any name, number, address or id. */
const LONGEST_SEARCH = 300

/** A reason is one of this version, or one that the balance counted. */
export function readFilter(
  { state, reason = '', q = '', page, after = '', trail }: Record<string, string>,
  { skippedBy }: Pick<Balance, 'skippedBy'>,
): PeopleFilter {
  return {
    state: OUTCOME_STATES.find((line) => line === state) ?? null,
    reason: isSkipReason(reason) || Object.hasOwn(skippedBy, reason) ? reason : null,
    search: q.trim().slice(0, LONGEST_SEARCH),
    page: pageAsked(page),
    after,
    trail: trailIn(trail),
  }
}

interface PeopleStores {
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly finder: Pick<CustomerFinder, 'find'>
  readonly touches: Pick<TouchStore, 'getMany'>
}

interface PeopleAsked {
  readonly detail: Pick<OccurrenceDetail, 'occurrence' | 'batches'>
  readonly filter: PeopleFilter
  /** Of the company: by it a number without its country is read. */
  readonly country: string
}

interface Page extends Pick<People, 'found' | 'isMore' | 'next'> {
  readonly rows: readonly Recipient[]
  /** Those of them whose profiles are read already. */
  readonly people: readonly Person[]
}

export async function readPeople(stores: PeopleStores, asked: PeopleAsked): Promise<People> {
  const { customers, touches } = stores
  const { detail, filter } = asked
  const { occurrenceId } = detail.occurrence
  const { rows, people, ...page } = filter.search === '' ? numberedPage(asked) : await searchedPage(stores, asked)
  const known = new Set(people.map(({ customer }) => customer.customerId))
  const unknown = rows.map(({ customerId }) => customerId).filter((id) => !known.has(id))
  const [others, touched] = await Promise.all([
    unknown.length === 0 ? [] : customers.getMany(unknown),
    rows.length === 0 ? [] : touches.getMany(rows.map(({ customerId }) => ({ customerId, occurrenceId }))),
  ])
  const customerOf = new Map([...people, ...others].map(({ customer }) => [customer.customerId, customer]))
  const deliveryOf = new Map(touched.map(({ customerId, delivery }) => [customerId, delivery]))
  return {
    filter,
    ...page,
    shown: rows.map(({ customerId, outcome }) => ({
      customerId,
      outcome,
      customer: customerOf.get(customerId),
      delivery: deliveryOf.get(customerId),
    })),
  }
}

/** By id, so that a page stays the same page while time moves. */
function numberedPage({ detail, filter }: PeopleAsked): Page {
  const rows = matching(detail, filter).toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1))
  const start = (filter.page - 1) * PEOPLE_PER_PAGE
  const end = start + PEOPLE_PER_PAGE
  return { rows: rows.slice(start, end), found: rows.length, isMore: end < rows.length, next: null, people: [] }
}

/** In the order of the search: who is called so is known to the indexes, and not to the rows of the occurrence. */
async function searchedPage(stores: PeopleStores, { detail, filter, country }: PeopleAsked): Promise<Page> {
  const { search: text, after } = filter
  const rowOf = new Map(matching(detail, filter).map((row) => [row.customerId, row]))
  const asked = { text, country, after: after === '' ? undefined : after, limit: PEOPLE_PER_PAGE, among: new Set(rowOf.keys()) }
  const { people, byId, next } = await findAmong(stores, asked)
  const ids = [...byId, ...people.map(({ customer }) => customer.customerId)]
  const isWhole = after === '' && next === null
  return { rows: ids.flatMap((id) => rowOf.get(id) ?? []), people, found: isWhole ? ids.length : null, isMore: false, next }
}

const matching = (
  { batches }: Pick<OccurrenceDetail, 'batches'>,
  { state, reason }: Pick<PeopleFilter, 'state' | 'reason'>,
): readonly Recipient[] =>
  batches
    .flatMap(({ recipients }) => recipients)
    .filter(({ outcome }) => state === null || outcome.state === state)
    .filter(({ outcome }) => reason === null || (outcome.state === 'skipped' && countedReason(outcome) === reason))
