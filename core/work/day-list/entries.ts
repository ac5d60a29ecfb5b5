/**
 * One entry per person, with all reasons; one per number, with everybody who has it: a number is rung once a day. An agreed call-back is exempt, because
 * the customer chose it: it is an entry of that person alone, also where the number was rung already. So is a call that the customer made in vain.
 */
import type { Instant } from '#core/time/instant.ts'
import { callerOf, type DueWork } from '#core/work/day-list/work-of-day.ts'

export interface PersonToRing {
  readonly customerId: string
  /** Null without one, and for one that is noted as another person's: that person is no part of the customer's line. */
  readonly phone: string | null
  readonly tier: string | null
  /** The address of the member of the team who looks after them, by the company's list. */
  readonly lookedAfterBy: string | null
}

export interface DayEntry {
  /** The smallest id of its work: the same on every day on which it waits. */
  readonly key: string
  /** At least one; the most urgent first. */
  readonly work: readonly DueWork[]
  /** None for a caller who is no customer. */
  readonly people: readonly PersonToRing[]
  readonly promiseAt: Instant | null
  readonly dueAt: Instant
  readonly urgent: DueWork['urgent']
  readonly age: number
  /** Of the most urgent; without a promise, of what was handed to a person last on this day. */
  readonly owner: string | null
  /** On this day, by a colleague or by themselves. */
  readonly isHanded: boolean
  /** The address of the member who looks after the customer; of several customers, after the first who has one. */
  readonly lookedAfterBy: string | null
  /** Members who gave some of it up on this day. */
  readonly givenUpBy: readonly string[]
  /** How many customers have the number; 0 for a caller who is no customer. */
  readonly sharing: number
}

export interface People {
  readonly people: ReadonlyMap<string, PersonToRing>
  /** Who was rung on this day, and by which numbers. */
  readonly rung: { readonly customerIds: ReadonlySet<string>; readonly phones: ReadonlySet<string> }
}

/** Work about a customer who is not there any more is left out. */
export function entriesOf(due: readonly DueWork[], { people, rung }: People): readonly DayEntry[] {
  const ofPeople = grouped(due, callerOf)
  const groups = new Map<string, { readonly work: DueWork[]; readonly people: PersonToRing[] }>()
  for (const work of ofPeople.values()) {
    const [first] = work
    const person = people.get(first?.customerId ?? '')
    const phone = person ? person.phone : (first?.phone ?? null)
    if (!person && phone === null) continue
    const isPromised = work.some(({ promiseAt }) => promiseAt !== null)
    const isRung = (person !== undefined && rung.customerIds.has(person.customerId)) || (phone !== null && rung.phones.has(phone))
    if (isRung && !isPromised && !work.some(({ isReturned }) => isReturned)) continue
    const key = person && (phone === null || isPromised) ? `customer ${person.customerId}` : `phone ${phone}`
    const group = groups.get(key) ?? { work: [], people: [] }
    group.work.push(...work)
    if (person) group.people.push(person)
    groups.set(key, group)
  }
  return [...groups.values()].map(entryOf)
}

function entryOf({ work, people }: { readonly work: readonly DueWork[]; readonly people: readonly PersonToRing[] }): DayEntry {
  const inOrder = work.toSorted(byUrgency)
  const promised = inOrder.flatMap((each) => each.promiseAt ?? [])
  const handed = work.filter((each) => each.handed?.is === 'to-person').toSorted(byHandOver)
  const owned = [...(promised.length === 0 ? handed : []), ...inOrder].find(({ owner }) => owner !== null)
  return {
    key: work.map(({ workId }) => workId).reduce((a, b) => (a < b ? a : b)),
    work: inOrder,
    people,
    promiseAt: promised[0] ?? null,
    dueAt: work.map(({ dueAt }) => dueAt).reduce((a, b) => (a < b ? a : b)),
    urgent: inOrder.find(({ urgent }) => urgent !== null)?.urgent ?? null,
    age: Math.max(...work.map(({ age }) => age)),
    owner: owned?.owner ?? null,
    isHanded: owned?.handed?.is === 'to-person',
    lookedAfterBy: people.find(({ lookedAfterBy }) => lookedAfterBy !== null)?.lookedAfterBy ?? null,
    givenUpBy: work.flatMap(({ handed }) => (handed?.is === 'given-up' ? (handed.by ?? []) : [])),
    sharing: Math.max(people.length, ...work.map(({ sharedBy }) => sharedBy ?? 0)),
  }
}

/** The promise first, then complaints, then other urgent work, then by when it is due. */
const byUrgency = (a: DueWork, b: DueWork): number =>
  rankOf(a) - rankOf(b) || compared(a.promiseAt ?? a.dueAt, b.promiseAt ?? b.dueAt) || compared(a.workId, b.workId)

/** The last one first. */
const byHandOver = (a: DueWork, b: DueWork): number => compared(handedAt(b), handedAt(a))
const handedAt = ({ handed }: DueWork): string => (handed?.is === 'to-person' ? handed.at : '')

const rankOf = ({ promiseAt, urgent }: DueWork): number =>
  promiseAt !== null ? 0 : urgent === null ? 3 : urgent.is === 'complaint' ? 1 : 2

export const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
