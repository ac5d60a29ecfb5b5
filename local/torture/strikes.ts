/** Faults outside the process under test: by rate, and every kind at least once, however small the run. */
import type { FaultKind, FaultRates } from '#local/torture/fault-plan.ts'
import type { KeyedChance } from '#local/torture/keyed-chance.ts'

export interface Strikes {
  /**
   * Counts the fault when it strikes. `soonest`: strikes at this chance at the latest, if it never struck before; undefined leaves it to the rate.
   */
  strike(kind: FaultKind, share: number, soonest?: number): boolean
  between(kind: string, range: readonly [number, number]): number
  rates(): FaultRates
  count(kind: FaultKind): void
}

export function strikes({
  chance,
  rates,
  count,
}: {
  readonly chance: KeyedChance
  readonly rates: () => FaultRates
  readonly count: (kind: FaultKind) => void
}): Strikes {
  const asked = new Map<FaultKind, number>()
  const struck = new Set<FaultKind>()
  return {
    strike(kind, share, soonest) {
      if (share === 0) return false
      const n = (asked.get(kind) ?? 0) + 1
      asked.set(kind, n)
      const now = chance.happens(kind, share) || (soonest !== undefined && n >= soonest && !struck.has(kind))
      if (now) {
        struck.add(kind)
        count(kind)
      }
      return now
    },
    between: (kind, range) => chance.between(`${kind} amount`, range),
    rates,
    count,
  }
}
