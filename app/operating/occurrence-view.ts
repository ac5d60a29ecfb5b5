/** Occurrences as the staff app shows them: their balances, and whether those match the audience that planning counted. */
import { balancesOfOpen, type CountedOpen, countOpen, type UncountedOpen, viewOf } from '#app/operating/balance-of-open.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { balanceOfBatches } from '#core/planning/balance.ts'
import type { Batch, Occurrence, Slice } from '#core/planning/occurrence.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export type OccurrenceView = CountedOpen

export interface OccurrenceDetail extends OccurrenceView {
  /** Those that were planned. */
  readonly slices: readonly Slice[]
  /** By the instant at which they are due. */
  readonly batches: readonly Batch[]
}

type Occurrences = Pick<OccurrenceStore, 'between' | 'stillOpen' | 'get' | 'slices' | 'batches' | 'batchPages'>

/** Every occurrence that is not closed yet, by date, counted from all of its rows. */
export async function viewOpenOccurrences(occurrences: Occurrences): Promise<readonly OccurrenceView[]> {
  const open = await occurrences.stillOpen()
  return byDate(await Promise.all(open.map((occurrence) => countOpen(occurrences, occurrence))))
}

/** The same, but for large occurrences only what counters say. */
export async function glanceAtOpenOccurrences(
  occurrences: Pick<
    OccurrenceStore,
    'stillOpen' | 'slices' | 'slicesEventually' | 'batchPages' | 'mailed' | 'batchesOnceUnknown' | 'marksThroughout'
  >,
): Promise<readonly (CountedOpen | UncountedOpen)[]> {
  return byDate(await balancesOfOpen(occurrences, await occurrences.stillOpen()))
}

const byDate = <One extends Pick<OccurrenceView, 'occurrence'>>(views: readonly One[]): readonly One[] =>
  views.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))

const placeOf = ({ occurrence: { date, occurrenceId } }: Pick<OccurrenceView, 'occurrence'>) => `${date} ${occurrenceId}`

/** The occurrences of the closed dates, by date, each with its balance at closing. */
export async function viewClosedOccurrences(
  occurrences: Occurrences,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<readonly OccurrenceView[]> {
  return (await occurrences.between(from, to)).flatMap((occurrence) => drawn(occurrence) ?? [])
}

/** One occurrence counted from its rows, whatever its balance at closing was. */
export async function viewOccurrence(occurrences: Occurrences, occurrenceId: string): Promise<OccurrenceDetail | undefined> {
  const occurrence = await occurrences.get(occurrenceId)
  return occurrence && countOccurrence(occurrences, occurrence)
}

function drawn(occurrence: Occurrence): OccurrenceView | undefined {
  const { balance, mismatch } = occurrence
  return balance === null
    ? undefined
    : { occurrence, balance, audience: balance.audience, standing: mismatch ? 'mismatch' : 'adds-up' }
}

async function countOccurrence(occurrences: Occurrences, occurrence: Occurrence): Promise<OccurrenceDetail> {
  const { occurrenceId } = occurrence
  const [slices, batches] = await Promise.all([occurrences.slices(occurrenceId), occurrences.batches(occurrenceId)])
  const balance = balanceOfBatches(batches)
  return {
    ...viewOf(occurrence, { slices, balance }),
    slices,
    batches: batches.toSorted((a, b) => (a.dueAt === b.dueAt ? (a.batchId < b.batchId ? -1 : 1) : a.dueAt < b.dueAt ? -1 : 1)),
  }
}
