/**
 * Who bought when, of everybody and by segment. From the beginning to the day before today: the same for every period that is counted on one day, so
 * periods that are counted together share it.
 */
import type { DatedFact } from '#core/facts/fact-tables.ts'
import type { PersonIndex } from '#core/kpi/counting/persons.ts'
import { type PurchaseHistory, purchaseHistory } from '#core/kpi/counting/purchase-history.ts'
import { type Segment, segmentKey, segmentsOf } from '#core/kpi/segment.ts'

export interface PurchaseHistories {
  readonly add: (rows: readonly DatedFact<'purchases'>[]) => void
  /** Empty for a segment in which no customer bought. */
  readonly of: (segment: Segment) => PurchaseHistory
  /** Those in which customers bought. */
  readonly segments: () => readonly Segment[]
}

export function purchaseHistories(persons: PersonIndex): PurchaseHistories {
  const known = new Map<string, { readonly segment: Segment; readonly history: PurchaseHistory }>()
  const nothing = purchaseHistory(persons)
  const historyOf = (segment: Segment): PurchaseHistory => {
    const key = segmentKey(segment)
    const found = known.get(key) ?? { segment, history: purchaseHistory(persons) }
    known.set(key, found)
    return found.history
  }
  return {
    add: (rows) => {
      for (const row of rows) for (const segment of segmentsOf(row)) historyOf(segment).add(row)
    },
    of: (segment) => known.get(segmentKey(segment))?.history ?? nothing,
    segments: () => [...known.values()].map(({ segment }) => segment),
  }
}
