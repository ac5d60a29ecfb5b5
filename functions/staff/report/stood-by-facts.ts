/**
 * Who stood in a tier or a country when a period began, as the facts of their purchases tell it: a profile knows the tier of today alone, and a list by it
 * would name others than the figure counts. A day is read once, and only where a purchase of somebody asked about can tell.
 */
import { eachBounded } from '#app/each-bounded.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { FactStore } from '#app/ports/numbers.ts'
import type { CustomerSegment } from '#core/kpi/counting/where-customers-stood.ts'
import type { Period } from '#core/kpi/period.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface StoodPorts {
  readonly facts: Pick<FactStore, 'read'>
  readonly customers: Pick<CustomerStore, 'pseudonymsOf'>
}

/** By customer, the days on which they bought. */
type Bought = ReadonlyMap<string, readonly LocalDate[]>

const FILES_AT_ONCE = 8

export function stoodByFacts(
  { facts, customers }: StoodPorts,
  { segment: { by, is }, period }: { readonly segment: CustomerSegment; readonly period: Period },
): (bought: Bought) => Promise<ReadonlySet<string>> {
  const toldOn = new Map<LocalDate, ReadonlyMap<bigint, string | null>>()

  async function readDay(day: LocalDate): Promise<void> {
    const told = new Map<bigint, string | null>()
    // Of rows of one day that differ the figure takes the last of the alphabet.
    for (const { person, [by]: value } of await facts.read('purchases', day))
      if (person !== null) told.set(person, later(told.get(person) ?? null, value))
    toldOn.set(day, told)
  }

  return async (bought) => {
    const persons = await customers.pseudonymsOf([...bought.keys()])
    const stood = new Set<string>()
    let asked = [...bought].flatMap(([customerId, days]) => {
      const person = persons.get(customerId)
      return person === undefined ? [] : [{ customerId, person, days: inOrderOfWord(days, period) }]
    })
    for (let nth = 0; asked.length > 0; nth++) {
      const days = new Set(asked.flatMap(({ days }) => days.slice(nth, nth + 1)))
      await eachBounded(
        [...days].filter((day) => !toldOn.has(day)),
        { limit: FILES_AT_ONCE, act: readDay },
      )
      const left: typeof asked = []
      for (const one of asked) {
        const [day] = one.days.slice(nth)
        const value = day === undefined ? null : toldOn.get(day)?.get(one.person)
        if (value === is) stood.add(one.customerId)
        // The facts of a day that came late are still to be written again: the purchase before it tells.
        if (value === undefined) left.push(one)
      }
      asked = left
    }
    return stood
  }
}

/** The latest before the period first; of who had not bought before it, their first in it. */
function inOrderOfWord(days: readonly LocalDate[], { from, to }: Period): readonly LocalDate[] {
  const inOrder = [...new Set(days)].toSorted()
  const before = inOrder.filter((day) => day < from).toReversed()
  return [...before, ...inOrder.filter((day) => from <= day && day <= to)]
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a)
