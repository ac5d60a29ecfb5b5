/** How an open occurrence stands: counted from its people where they are few, and by counters alone where a page would wait for a million of them. */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { addBalances, addsUp, balanceOf, type Standing } from '#core/planning/balance.ts'
import type { Balance, Occurrence, Slice } from '#core/planning/occurrence.ts'

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

/** In their order. Slices of all are read together and a moment behind, so what does not add up by them is counted again from the present rows. */
export async function balancesOfOpen(
  occurrences: Rows & Pick<OccurrenceStore, 'slicesEventually' | 'mailed'>,
  open: readonly Occurrence[],
): Promise<readonly (CountedOpen | UncountedOpen)[]> {
  const slices = open.length === 0 ? new Map<string, readonly Slice[]>() : await occurrences.slicesEventually(open)
  return Promise.all(
    open.map(async (occurrence) => {
      const { occurrenceId } = occurrence
      const planned = slices.get(occurrenceId) ?? []
      const audience = audienceOf(planned)
      if (audience > PEOPLE_COUNTED)
        return { occurrence, balance: null, audience, mailed: await occurrences.mailed(occurrenceId) }
      const counted = viewOf(occurrence, { slices: planned, balance: await countedIn(occurrences, occurrenceId) })
      return counted.standing === 'adds-up' ? counted : countOpen(occurrences, occurrence)
    }),
  )
}

/** Every one of its people, however many: a few batches in memory at a time. */
export async function countOpen(occurrences: Rows, occurrence: Occurrence): Promise<CountedOpen> {
  const { occurrenceId } = occurrence
  const [slices, balance] = await Promise.all([occurrences.slices(occurrenceId), countedIn(occurrences, occurrenceId)])
  return viewOf(occurrence, { slices, balance })
}

export function viewOf(
  occurrence: Occurrence,
  { slices, balance }: { readonly slices: readonly Slice[]; readonly balance: Balance },
): CountedOpen {
  const audience = audienceOf(slices)
  const adds = addsUp({ balance, audience })
  return { occurrence, balance, audience, standing: standingOf(occurrence, { planned: slices.length, adds }) }
}

const audienceOf = (slices: readonly Slice[]) => slices.reduce((sum, slice) => sum + slice.audience, 0)

async function countedIn(occurrences: Pick<OccurrenceStore, 'batchPages'>, occurrenceId: string): Promise<Balance> {
  let balance = balanceOf([])
  for await (const page of occurrences.batchPages(occurrenceId))
    balance = addBalances(balance, balanceOf(page.flatMap(({ recipients }) => recipients.map(({ outcome }) => outcome))))
  return balance
}

function standingOf(
  { slices, state, mismatch }: Occurrence,
  { planned, adds }: { readonly planned: number; readonly adds: boolean },
): Standing {
  if (state === 'open' && planned < slices) return 'being-planned'
  return adds && planned === slices && !mismatch ? 'adds-up' : 'mismatch'
}
