/**
 * One entry per person, with all reasons; one per number, with everybody who has it: a number is rung once a day. An agreed call-back is exempt, because
 * the customer chose it: it is an entry of that person alone, also where the number was rung already.
 */
import type { Instant } from '#core/time/instant.ts'
import type { DueWork } from '#core/work/day-list/work-of-day.ts'

export interface PersonToRing {
  readonly customerId: string
  readonly phone: string | null
  readonly tier: string | null
}

export interface DayEntry {
  /** The smallest id of its work: the same on every day on which it waits. */
  readonly key: string
  /** At least one; the most urgent first. */
  readonly work: readonly DueWork[]
  readonly people: readonly PersonToRing[]
  readonly promiseAt: Instant | null
  readonly dueAt: Instant
  readonly urgent: DueWork['urgent']
  readonly age: number
  readonly owner: string | null
}

export interface People {
  readonly people: ReadonlyMap<string, PersonToRing>
  /** Who was rung on this day, and by which numbers. */
  readonly rung: { readonly customerIds: ReadonlySet<string>; readonly phones: ReadonlySet<string> }
}

/** Work about a customer who is not there any more is left out. */
export function entriesOf(due: readonly DueWork[], { people, rung }: People): readonly DayEntry[] {
  const ofPeople = grouped(due, ({ customerId }) => customerId)
  const groups = new Map<string, { readonly work: DueWork[]; readonly people: PersonToRing[] }>()
  for (const [customerId, work] of ofPeople) {
    const person = people.get(customerId)
    if (!person) continue
    const isPromised = work.some(({ promiseAt }) => promiseAt !== null)
    const isRung = rung.customerIds.has(customerId) || (person.phone !== null && rung.phones.has(person.phone))
    if (isRung && !isPromised) continue
    const key = person.phone === null || isPromised ? `customer ${customerId}` : `phone ${person.phone}`
    const group = groups.get(key) ?? { work: [], people: [] }
    group.work.push(...work)
    group.people.push(person)
    groups.set(key, group)
  }
  return [...groups.values()].map(entryOf)
}

function entryOf({ work, people }: { readonly work: readonly DueWork[]; readonly people: readonly PersonToRing[] }): DayEntry {
  const inOrder = work.toSorted(byUrgency)
  const promised = inOrder.flatMap((each) => each.promiseAt ?? [])
  return {
    key: work.map(({ workId }) => workId).reduce((a, b) => (a < b ? a : b)),
    work: inOrder,
    people,
    promiseAt: promised[0] ?? null,
    dueAt: work.map(({ dueAt }) => dueAt).reduce((a, b) => (a < b ? a : b)),
    urgent: inOrder.find(({ urgent }) => urgent !== null)?.urgent ?? null,
    age: Math.max(...work.map(({ age }) => age)),
    owner: inOrder.find(({ owner }) => owner !== null)?.owner ?? null,
  }
}

/** The promise first, then complaints, then low scores, then by when it is due. */
const byUrgency = (a: DueWork, b: DueWork): number =>
  rankOf(a) - rankOf(b) || compared(a.promiseAt ?? a.dueAt, b.promiseAt ?? b.dueAt) || compared(a.workId, b.workId)

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
