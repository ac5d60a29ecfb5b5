/** Occurrences as lines of a list. A closed one has the balance of its closing; an open one is counted where its people are few, and looked at where they are many. */
import { balancesOfOpen } from '#app/operating/balance-of-open.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import type { OccurrenceLine } from '#web/staff/occurrences/occurrence-lines.ts'

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

/** In their order. */
export async function occurrenceLines(
  store: Parameters<typeof balancesOfOpen>[0],
  found: readonly Occurrence[],
): Promise<readonly OccurrenceLine[]> {
  const open = await balancesOfOpen(
    store,
    found.filter(({ balance }) => balance === null),
  )
  return linesOf(found, open)
}

/** The same where the open ones among them are counted already. */
export function linesOf(
  found: readonly Occurrence[],
  open: Awaited<ReturnType<typeof balancesOfOpen>>,
): readonly OccurrenceLine[] {
  const standing = new Map(open.map((line) => [line.occurrence.occurrenceId, line]))
  return found.flatMap((occurrence): OccurrenceLine[] => {
    const { occurrenceId, balance, mismatch } = occurrence
    if (balance) return [{ occurrence, balance, audience: balance.audience, standing: mismatch ? 'mismatch' : 'adds-up' }]
    return [standing.get(occurrenceId) ?? []].flat()
  })
}
