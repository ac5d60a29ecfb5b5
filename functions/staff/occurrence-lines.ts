/** Occurrences as lines of a list. A closed one has the balance of its closing; of an open one only counters are read, never its people. */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import type { OccurrenceLine } from '#web/staff/occurrence/occurrence-lines.ts'

type Counters = Pick<OccurrenceStore, 'slices' | 'mailed'>

export const occurrenceLines = (store: Counters, found: readonly Occurrence[]): Promise<readonly OccurrenceLine[]> =>
  Promise.all(found.map((occurrence) => lineOf(store, occurrence)))

async function lineOf(store: Counters, occurrence: Occurrence): Promise<OccurrenceLine> {
  const { occurrenceId, balance } = occurrence
  if (balance) return { occurrence, balance, audience: balance.audience, mailed: balance.sent }
  const [slices, mailed] = await Promise.all([store.slices(occurrenceId), store.mailed(occurrenceId)])
  return { occurrence, balance: null, audience: slices.reduce((sum, { audience }) => sum + audience, 0), mailed }
}
