/** How an open occurrence stands: counted from its people where they are few, and by counters alone where a page would wait for a million of them. */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import { addBalances, addsUp, balanceOf, balanceOfBatches, type Standing, type UnknownCount } from '#core/planning/balance.ts'
import type { Balance, Occurrence, Slice } from '#core/planning/occurrence.ts'

type Rows = Pick<OccurrenceStore, 'slices' | 'batchPages'>
type Glance = Pick<OccurrenceStore, 'slicesEventually' | 'mailed' | 'batchesOnceUnknown' | 'marksThroughout'>

/** The people of an open occurrence are counted for a page up to so many; its own page, and an act on it, count every one. */
export const PEOPLE_COUNTED = 2_000

export interface CountedOpen {
  readonly occurrence: Occurrence
  readonly balance: Balance
  /** Members that planning counted, over all slices. The balance must equal it. */
  readonly audience: number
  readonly standing: Standing
}

/** Batches in which an outcome is unknown that a page reads of one large occurrence: ten thousand people at most. */
export const BATCHES_LOOKED_INTO = 20

/** Too many to count for a page: only how many there are, how many were written to by now, and about how many unknown outcomes a person must decide. */
export interface UncountedOpen {
  readonly occurrence: Occurrence
  readonly balance: null
  readonly audience: number
  readonly mailed: number
  /** Null where it cannot be known without counting everyone. */
  readonly unknown: UnknownCount | null
}

/** In their order. Slices of all are read together and a moment behind, so what does not add up by them is counted again from the present rows. */
export async function balancesOfOpen(
  occurrences: Rows & Glance,
  open: readonly Occurrence[],
): Promise<readonly (CountedOpen | UncountedOpen)[]> {
  const slices = open.length === 0 ? new Map<string, readonly Slice[]>() : await occurrences.slicesEventually(open)
  return Promise.all(
    open.map(async (occurrence) => {
      const { occurrenceId } = occurrence
      const planned = slices.get(occurrenceId) ?? []
      const audience = audienceOf(planned)
      if (audience > PEOPLE_COUNTED) return glanceAt(occurrences, { occurrence, audience })
      const counted = viewOf(occurrence, { slices: planned, balance: await countedIn(occurrences, occurrenceId) })
      return counted.standing === 'adds-up' ? counted : countOpen(occurrences, occurrence)
    }),
  )
}

async function glanceAt(
  occurrences: Glance,
  { occurrence, audience }: { readonly occurrence: Occurrence; readonly audience: number },
): Promise<UncountedOpen> {
  const { occurrenceId } = occurrence
  const [mailed, unknown] = await Promise.all([occurrences.mailed(occurrenceId), unknownIn(occurrences, occurrence)])
  return { occurrence, balance: null, audience, mailed, unknown }
}

async function unknownIn(
  occurrences: Glance,
  { occurrenceId, marksUnknown = false }: Occurrence,
): Promise<UncountedOpen['unknown']> {
  if (!marksUnknown) return null
  const [found, isMarked] = await Promise.all([
    occurrences.batchesOnceUnknown({ occurrenceId, limit: BATCHES_LOOKED_INTO + 1 }),
    occurrences.marksThroughout(occurrenceId),
  ])
  const people = found.slice(0, BATCHES_LOOKED_INTO).flatMap(({ recipients }) => recipients)
  const count = people.filter(({ customerId, outcome }) => outcome.state === 'unknown' && !isErasedName(customerId)).length
  const isMore = !isMarked || found.length > BATCHES_LOOKED_INTO
  // Those looked into hold none, or none any more; what the others hold is not known without reading them.
  return count === 0 && isMore ? null : { count, isMore }
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
  for await (const page of occurrences.batchPages(occurrenceId)) balance = addBalances(balance, balanceOfBatches(page))
  return balance
}

function standingOf(
  { slices, state, mismatch }: Occurrence,
  { planned, adds }: { readonly planned: number; readonly adds: boolean },
): Standing {
  if (state === 'open' && planned < slices) return 'being-planned'
  return adds && planned === slices && !mismatch ? 'adds-up' : 'mismatch'
}
