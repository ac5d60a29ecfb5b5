/** How an open occurrence stands: counted from its people where they are few, and by counters alone where a page would wait for a million of them. */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { addBalances, addsUp, balanceOf, type Standing } from '#core/planning/balance.ts'
import type { Balance, Occurrence } from '#core/planning/occurrence.ts'

type Rows = Pick<OccurrenceStore, 'slices' | 'batchPages'>

/** The people of an open occurrence are counted for a page up to so many; its own page, and an act on it, count every one. */
export const PEOPLE_COUNTED = 2_000

export interface CountedOpen {
  readonly occurrence: Occurrence
  readonly balance: Balance
  /** Members that planning counted, over all slices. The balance must equal it. */
  readonly audience: number
  readonly standing: Standing
}

/** Too many to count for a page: only how many there are, and how many were written to by now. */
export interface UncountedOpen {
  readonly occurrence: Occurrence
  readonly balance: null
  readonly audience: number
  readonly mailed: number
}

export async function balanceOfOpen(
  occurrences: Rows & Pick<OccurrenceStore, 'mailed'>,
  occurrence: Occurrence,
): Promise<CountedOpen | UncountedOpen> {
  const { occurrenceId } = occurrence
  const audience = (await occurrences.slices(occurrenceId)).reduce((sum, slice) => sum + slice.audience, 0)
  return audience > PEOPLE_COUNTED
    ? { occurrence, balance: null, audience, mailed: await occurrences.mailed(occurrenceId) }
    : countOpen(occurrences, occurrence)
}

/** Every one of its people, however many: a few batches in memory at a time. */
export async function countOpen(occurrences: Rows, occurrence: Occurrence): Promise<CountedOpen> {
  const { occurrenceId } = occurrence
  const [slices, balance] = await Promise.all([occurrences.slices(occurrenceId), countedIn(occurrences, occurrenceId)])
  const audience = slices.reduce((sum, slice) => sum + slice.audience, 0)
  const adds = addsUp({ balance, audience })
  return { occurrence, balance, audience, standing: standingOf(occurrence, { planned: slices.length, adds }) }
}

async function countedIn(occurrences: Pick<OccurrenceStore, 'batchPages'>, occurrenceId: string): Promise<Balance> {
  let balance = balanceOf([])
  for await (const page of occurrences.batchPages(occurrenceId))
    balance = addBalances(balance, balanceOf(page.flatMap(({ recipients }) => recipients.map(({ outcome }) => outcome))))
  return balance
}

export function standingOf(
  { slices, state, mismatch }: Occurrence,
  { planned, adds }: { readonly planned: number; readonly adds: boolean },
): Standing {
  if (state === 'open' && planned < slices) return 'being-planned'
  return adds && planned === slices && !mismatch ? 'adds-up' : 'mismatch'
}
