/** Finds customers for staff by what they type: an id, an address, a number, or the beginning of a given or a full name. Every search is by key. */
import type { CustomerFinder, CustomerStore, FoundCustomer, Person } from '#app/ports/customers.ts'
import { CustomerIdSchema } from '#core/customer/customer.ts'
import { finderKeys, isFoundBy } from '#core/customer/finder-keys.ts'
import { idInNameOrderPlace } from '#core/customer/name-order.ts'
import { type SearchStep, searchSteps } from '#core/customer/search-steps.ts'

interface FindingPorts {
  readonly customers: Pick<CustomerStore, 'getMany' | 'page'>
  readonly finder: CustomerFinder
}

interface Asked {
  readonly text: string
  /** Of the company: by it a number without its country is read. */
  readonly country: string
  /** `next` of the page before; anything else that stands there is refused. */
  readonly after: string | undefined
  /** Customers on a page. */
  readonly limit: number
}

export interface FoundPeople {
  readonly people: readonly Person[]
  /** For `after`; null on the last page. */
  readonly next: string | null
  /** What the text was searched as, in the order of the answers; empty when it holds nothing to search. */
  readonly as: readonly (SearchStep['by'] | 'id')[]
  /** False for all customers, as long as those of the version before have no place in the order of names. */
  readonly isSorted: boolean
}

/** Where a page begins: in which search, and behind which place of it. */
export interface Position {
  readonly step: number
  readonly place: string | undefined
}

/** Queries of one page: found rows that are out of date leave room, which the next query fills. */
const MOST_QUERIES = 6

/** An empty text finds everybody. By names, the given name comes first, as people are called by it. */
export async function findPeople(ports: FindingPorts, asked: Asked): Promise<FoundPeople | { readonly refused: 'no-such-page' }> {
  const text = asked.text.trim()
  if (text === '') return everybody(ports, asked)
  const steps = searchSteps(text, asked.country)
  const from = asked.after === undefined ? { step: 0, place: undefined } : positionIn(asked.after, steps)
  if (from === undefined) return { refused: 'no-such-page' }
  const ids = idsIn(text)
  const named = asked.after === undefined && ids.length > 0 ? await ports.customers.getMany(ids) : []
  const { people, next } = await foundFrom(ports, { steps, from, limit: asked.limit - named.length, ids })
  return {
    people: [...named, ...people],
    next,
    as: [...(ids.length > 0 ? (['id'] as const) : []), ...steps.map(({ by }) => by)],
    isSorted: true,
  }
}

/** A customer who was erased a moment ago leaves room on the page, and the next page begins behind them. */
async function everybody(
  ports: FindingPorts,
  { after, limit }: Asked,
): Promise<FoundPeople | { readonly refused: 'no-such-page' }> {
  const { customers, finder } = ports
  const isPlace = after === undefined || CustomerIdSchema.safeParse(idInNameOrderPlace(after)).success
  const found = await finder.inNameOrder({ after: isPlace ? after : undefined, limit: limit + 1 })
  if (found === undefined) return unsorted(ports, { after, limit })
  if (!isPlace) return { refused: 'no-such-page' }
  const shown = found.slice(0, limit)
  const people = await customers.getMany(shown.map(({ customerId }) => customerId))
  const byId = new Map(people.map((person) => [person.customer.customerId, person]))
  return {
    people: shown.flatMap(({ customerId }) => byId.get(customerId) ?? []),
    next: found.length > limit ? (shown.at(-1)?.place ?? null) : null,
    as: [],
    isSorted: true,
  }
}

async function unsorted(
  { customers }: FindingPorts,
  { after, limit }: Pick<Asked, 'after' | 'limit'>,
): Promise<FoundPeople | { readonly refused: 'no-such-page' }> {
  if (after !== undefined && !CustomerIdSchema.safeParse(after).success) return { refused: 'no-such-page' }
  const found = await customers.page({ ...(after !== undefined && { after }), limit: limit + 1 })
  const people = found.slice(0, limit)
  const next = found.length > limit ? (people.at(-1)?.customer.customerId ?? null) : null
  return { people, next, as: [], isSorted: false }
}

/** As typed, and in the case in which ids usually are. */
export const idsIn = (text: string): readonly string[] =>
  CustomerIdSchema.safeParse(text).success ? [...new Set([text, text.toUpperCase(), text.toLowerCase()])] : []

interface Finding {
  readonly steps: readonly SearchStep[]
  readonly from: Position
  readonly limit: number
  /** Shown on the first page already. */
  readonly ids: readonly string[]
}

async function foundFrom(
  ports: FindingPorts,
  { steps, from, limit, ids }: Finding,
): Promise<{ readonly people: readonly Person[]; readonly next: string | null }> {
  const people: Person[] = []
  let { step, place } = from
  for (let queries = 0; ; queries++) {
    const search = steps[step]
    if (search === undefined) return { people, next: null }
    const room = limit - people.length
    if (queries >= MOST_QUERIES) return { people, next: tokenOf({ step, place }) }
    const found = await ports.finder.find({ ...search, after: place, limit: room + 1 })
    const shown = found.slice(0, room)
    people.push(
      ...(await stillFound(ports, { search, steps, shown })).filter(({ customer }) => !ids.includes(customer.customerId)),
    )
    if (found.length <= room) {
      step++
      place = undefined
      continue
    }
    place = shown.at(-1)?.place ?? place
    if (people.length >= limit) return { people, next: tokenOf({ step, place }) }
  }
}

/** In the order found. Drops those who are gone, are called otherwise now, or were found by an earlier step. */
export async function stillFound(
  { customers }: { readonly customers: Pick<CustomerStore, 'getMany'> },
  { search, steps, shown }: { search: SearchStep; steps: readonly SearchStep[]; shown: readonly FoundCustomer[] },
): Promise<readonly Person[]> {
  if (shown.length === 0) return []
  const people = await customers.getMany(shown.map(({ customerId }) => customerId))
  const byId = new Map(people.map((person) => [person.customer.customerId, person]))
  const earlier = steps.slice(0, steps.indexOf(search))
  return shown.flatMap(({ customerId }) => {
    const person = byId.get(customerId)
    return person && finds(search, person) && !earlier.some((step) => finds(step, person)) ? [person] : []
  })
}

/** An address is not compared again: whose it is follows from the customer's row, where its index is. */
export function finds({ by, text }: SearchStep, { customer }: Person): boolean {
  const { givenName, fullName, phone } = finderKeys(customer)
  switch (by) {
    case 'given-name':
      return isFoundBy(givenName, text)
    case 'full-name':
      return isFoundBy(fullName, text)
    case 'phone':
      return phone === text
    case 'address':
      return true
  }
}

export const tokenOf = ({ step, place = '' }: Position): string => `${step}.${place}`

/** Undefined for a text that no page gave: a place must lie within what its search finds. */
export function positionIn(token: string, steps: readonly SearchStep[]): Position | undefined {
  const [, number = '', place = ''] = /^(\d)\.(.*)$/su.exec(token) ?? []
  const search = steps[Number(number)]
  if (number === '' || search === undefined) return undefined
  const step = Number(number)
  if (place === '') return { step, place: undefined }
  const [, key = null, id = ''] = /^(?:([\p{L}\p{N} ]{1,200}) #)?([^ #]+)$/u.exec(place) ?? []
  if (!CustomerIdSchema.safeParse(id).success) return undefined
  const isName = search.by === 'given-name' || search.by === 'full-name'
  return (isName ? isFoundBy(key, search.text) : key === null) ? { step, place } : undefined
}
