/** What counting work asks beside the period: it asks for no purchases. */
import { append } from '#core/kpi/counting/append.ts'
import type { CountedPeriod } from '#core/kpi/counting/counted-period.ts'
import { type Item, isMerged } from '#core/kpi/counting/item.ts'

export interface CountedWork extends Omit<CountedPeriod, 'purchases'> {
  /** Every item about a person, of whatever part: who comes to another tier, or to another team, comes back all the same. */
  readonly others: OfPersons
}

export type OfPersons = (person: bigint) => readonly Item[]

/** A case that became part of another came back with nothing of its own. */
export function itemsByPerson(items: readonly Item[]): OfPersons {
  const found = new Map<bigint, Item[]>()
  for (const item of items) if (item.person !== null && !isMerged(item)) append(found, item.person, item)
  return (person) => found.get(person) ?? []
}
