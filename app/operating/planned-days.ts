/** How many mails are planned for the largest of the coming days. */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import type { PlannedDay } from '#core/planning/sender-findings.ts'

type Occurrences = Pick<OccurrenceStore, 'stillOpen' | 'slices' | 'batchesEventually'>

/**
 * The largest day with more than `above` mails still to send; null when there is none. The audiences of slices are cheap to read and bound a day from
 * above: only days that could be the largest are counted from their rows.
 */
export async function largestPlannedDay(
  occurrences: Occurrences,
  { above }: { readonly above: number },
): Promise<PlannedDay | null> {
  const days = Map.groupBy(await occurrences.stillOpen(), ({ date }) => date)
  const bounded = await Promise.all(
    [...days].map(async ([date, open]) => ({ date, open, atMost: await sumOf(open, (one) => audienceOf(occurrences, one)) })),
  )
  let largest: PlannedDay | null = null
  for (const { date, open, atMost } of bounded.toSorted((a, b) => b.atMost - a.atMost)) {
    if (atMost <= Math.max(above, largest?.mails ?? 0)) break
    const mails = await sumOf(open, async ({ occurrenceId }) => stillToGo(await occurrences.batchesEventually(occurrenceId)))
    if (mails > Math.max(above, largest?.mails ?? 0)) largest = { date, mails }
  }
  return largest
}

async function audienceOf(occurrences: Occurrences, { occurrenceId }: Occurrence): Promise<number> {
  return (await occurrences.slices(occurrenceId)).reduce((sum, { audience }) => sum + audience, 0)
}

const stillToGo = (batches: readonly Batch[]): number =>
  batches
    .flatMap(({ recipients }) => recipients)
    .filter(({ outcome }) => outcome.state === 'planned' || outcome.state === 'deferred').length

async function sumOf<Item>(items: readonly Item[], count: (item: Item) => Promise<number>): Promise<number> {
  let sum = 0
  for (const item of items) sum += await count(item)
  return sum
}
