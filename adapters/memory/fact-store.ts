/** Facts in memory, in the order in which files hold them. */
import { inFactOrder } from '#adapters/fact-order.ts'
import { frozen } from '#adapters/frozen.ts'
import type { FactStore } from '#app/ports/numbers.ts'
import type { DatedFact, FactKind, FactsOfDay } from '#core/facts/fact-tables.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export function memoryFactStore(): FactStore {
  const days = new Map<LocalDate, FactsOfDay>()
  return {
    write: async (day, facts) => {
      days.set(day, structuredClone(facts))
    },
    read: async (kind, day) => rowsOf(kind, { day, facts: days.get(day) }),
  }
}

const rowsOf = <Kind extends FactKind>(
  kind: Kind,
  { day, facts }: { readonly day: LocalDate; readonly facts: FactsOfDay | undefined },
): readonly DatedFact<Kind>[] => frozen(inFactOrder<Kind>(kind, facts?.[kind] ?? []).map((row) => ({ day, ...row })))
