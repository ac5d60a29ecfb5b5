/** How many mails are planned for the largest of the coming days. */
import type { SlicesOf } from '#app/operating/slices-of-open.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { Batch, Occurrence, Slice } from '#core/planning/occurrence.ts'
import type { PlannedDay } from '#core/planning/sender-findings.ts'

export interface OpenOccurrences {
  readonly open: readonly Occurrence[]
  readonly slicesOf: SlicesOf
}

/**
 * The largest day with more than `above` mails still to send; null when there is none. The audiences of slices are cheap to read and bound a day from
 * above: only days that could be the largest are counted from their rows.
 */
export async function largestPlannedDay(
  occurrences: Pick<OccurrenceStore, 'batchesEventually'>,
  { open: all, slicesOf, above }: OpenOccurrences & { readonly above: number },
): Promise<PlannedDay | null> {
  const days = Map.groupBy(all, ({ date }) => date)
  const bounded = await Promise.all(
    [...days].map(async ([date, open]) => ({
      date,
      open,
      atMost: await sumOf(open, async (one) => audienceOf(await slicesOf(one))),
    })),
  )
  let largest: PlannedDay | null = null
  for (const { date, open, atMost } of bounded.toSorted((a, b) => b.atMost - a.atMost)) {
    if (atMost <= Math.max(above, largest?.mails ?? 0)) break
    const mails = await sumOf(open, async ({ occurrenceId }) => stillToGo(await occurrences.batchesEventually(occurrenceId)))
    if (mails > Math.max(above, largest?.mails ?? 0)) largest = { date, mails }
  }
  return largest
}

const audienceOf = (slices: readonly Slice[]): number => slices.reduce((sum, { audience }) => sum + audience, 0)

const stillToGo = (batches: readonly Batch[]): number =>
  batches
    .flatMap(({ recipients }) => recipients)
    .filter(({ outcome }) => outcome.state === 'planned' || outcome.state === 'deferred').length

async function sumOf<Item>(items: readonly Item[], count: (item: Item) => Promise<number>): Promise<number> {
  let sum = 0
  for (const item of items) sum += await count(item)
  return sum
}
