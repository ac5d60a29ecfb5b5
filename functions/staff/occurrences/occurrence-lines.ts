/** Occurrences as lines of a list. A closed one has the balance of its closing; of an open one only counters are read, never its people. */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { Occurrence, Slice } from '#core/planning/occurrence.ts'
import type { OccurrenceLine } from '#web/staff/occurrence/occurrence-lines.ts'

/** Of these, the open ones that are planned whole and for nobody. While a part is not planned yet, nobody knows. */
export async function openForNobody(
  store: Pick<OccurrenceStore, 'slicesEventually'>,
  found: readonly Occurrence[],
): Promise<ReadonlySet<string>> {
  const open = found.filter(({ balance }) => balance === null)
  if (open.length === 0) return new Set()
  const planned = await store.slicesEventually(open)
  const isForNobody = ({ occurrenceId, slices }: Occurrence) => {
    const known = planned.get(occurrenceId) ?? []
    return known.length >= slices && known.every(({ audience }) => audience === 0)
  }
  return new Set(open.filter(isForNobody).map(({ occurrenceId }) => occurrenceId))
}

type Counters = Pick<OccurrenceStore, 'slicesEventually' | 'mailed'>

/** In their order. */
export async function occurrenceLines(store: Counters, found: readonly Occurrence[]): Promise<readonly OccurrenceLine[]> {
  const open = found.filter(({ balance }) => balance === null)
  const [slices, mailed] = await Promise.all([
    open.length === 0 ? new Map<string, readonly Slice[]>() : store.slicesEventually(open),
    Promise.all(open.map(async ({ occurrenceId }) => [occurrenceId, await store.mailed(occurrenceId)] as const)),
  ])
  const sent = new Map(mailed)
  return found.map((occurrence): OccurrenceLine => {
    const { occurrenceId, balance } = occurrence
    if (balance) return { occurrence, balance, audience: balance.audience, mailed: balance.sent }
    const audience = (slices.get(occurrenceId) ?? []).reduce((sum, slice) => sum + slice.audience, 0)
    return { occurrence, balance: null, audience, mailed: sent.get(occurrenceId) ?? 0 }
  })
}
