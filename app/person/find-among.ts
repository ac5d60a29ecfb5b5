/**
 * Finds customers within one list, such as everybody of an occurrence, by what staff type. The indexes name who is called so, and only those who stand in
 * the list are read: a page costs as much in a list of a million as in a short one.
 */

import { finds, idsIn, type Position, positionIn, stillFound, tokenOf } from '#app/person/find-people.ts'
import type { CustomerFinder, CustomerStore, Person } from '#app/ports/customers.ts'
import { type SearchStep, searchSteps } from '#core/customer/search-steps.ts'

interface FindingPorts {
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly finder: Pick<CustomerFinder, 'find'>
}

interface Asked {
  readonly text: string
  /** Of the company: by it a number without its country is read. */
  readonly country: string
  /** `next` of the page before; anything else that stands there begins anew. */
  readonly after: string | undefined
  /** Customers on a page. */
  readonly limit: number
  /** The list. */
  readonly among: ReadonlySet<string>
}

export interface FoundAmong {
  readonly people: readonly Person[]
  /** Of the list, whose id was typed; also of those without a profile. They stand on the first page alone. */
  readonly byId: readonly string[]
  /** For `after`; null on the last page. The next page may show nobody: of a frequent name a page looks at KEYS_LOOKED_AT customers of the company, who need not stand in the list. */
  readonly next: string | null
}

/** Index rows of one query; they hold keys alone, some sixty in a read unit. */
const KEYS_AT_ONCE = 1_000
/** Index rows that one page looks at. */
export const KEYS_LOOKED_AT = 5_000

export async function findAmong(ports: FindingPorts, asked: Asked): Promise<FoundAmong> {
  const { country, among, limit, after } = asked
  const text = asked.text.trim()
  const steps = searchSteps(text, country)
  const from = after === undefined ? BEGINNING : (positionIn(after, steps) ?? BEGINNING)
  const ids = idsIn(text)
  const byId = from === BEGINNING ? ids.filter((id) => among.has(id)) : []
  const found =
    among.size <= limit && steps.every(isByName)
      ? { people: await calledSo(ports, { steps, among, ids }), next: null }
      : await fromIndexes(ports, { steps, from, limit: limit - byId.length, among, ids })
  return { ...found, byId }
}

const BEGINNING: Position = { step: 0, place: undefined }

const isByName = ({ by }: SearchStep): boolean => by === 'given-name' || by === 'full-name'

/** A short list is read whole: a name that half of all customers have would be looked up long before the few of the list are met. */
async function calledSo(
  { customers }: FindingPorts,
  { steps, among, ids }: Pick<Within, 'steps' | 'among' | 'ids'>,
): Promise<readonly Person[]> {
  if (steps.length === 0) return []
  const people = await customers.getMany([...among].filter((id) => !ids.includes(id)))
  return people.filter((person) => steps.some((step) => finds(step, person)))
}

interface Within {
  readonly steps: readonly SearchStep[]
  readonly from: Position
  readonly limit: number
  readonly among: ReadonlySet<string>
  /** Typed: found already. */
  readonly ids: readonly string[]
}

async function fromIndexes(
  ports: FindingPorts,
  { steps, from, limit, among, ids }: Within,
): Promise<Pick<FoundAmong, 'people' | 'next'>> {
  const people: Person[] = []
  let { step, place } = from
  for (let looked = 0; ; ) {
    const search = steps[step]
    if (search === undefined) return { people, next: null }
    if (looked >= KEYS_LOOKED_AT || people.length >= limit) return { people, next: tokenOf({ step, place }) }
    const found = await ports.finder.find({ ...search, after: place, limit: KEYS_AT_ONCE + 1 })
    const keys = found.slice(0, KEYS_AT_ONCE)
    looked += keys.length
    const inside = keys.filter(({ customerId }) => among.has(customerId) && !ids.includes(customerId))
    const shown = inside.slice(0, limit - people.length)
    people.push(...(await stillFound(ports, { search, steps, shown })))
    const isLeft = inside.length > shown.length
    if (isLeft) place = shown.at(-1)?.place ?? place
    else if (found.length > KEYS_AT_ONCE) place = keys.at(-1)?.place ?? place
    else {
      step++
      place = undefined
    }
  }
}
