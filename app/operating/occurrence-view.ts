/** An occurrence as the staff app shows it: its balance, counted from the rows, and whether it matches the audience that planning counted. */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { addsUp, balanceOf, type Standing } from '#core/planning/balance.ts'
import type { Balance, Batch, Occurrence, Slice } from '#core/planning/occurrence.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface OccurrenceView {
  readonly occurrence: Occurrence
  readonly balance: Balance
  /** Members that planning counted, over all slices. The balance must equal it. */
  readonly audience: number
  readonly standing: Standing
}

export interface OccurrenceDetail extends OccurrenceView {
  /** Those that were planned. */
  readonly slices: readonly Slice[]
  /** By the instant at which they are due. */
  readonly batches: readonly Batch[]
}

type Occurrences = Pick<OccurrenceStore, 'between' | 'stillOpen' | 'get' | 'slices' | 'batches'>

/** Every occurrence that is not closed yet, by date, counted from all of its rows. */
export async function viewOpenOccurrences(occurrences: Occurrences): Promise<readonly OccurrenceView[]> {
  const open = await occurrences.stillOpen()
  const views = await Promise.all(open.map((occurrence) => countOccurrence(occurrences, occurrence)))
  return views.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

const placeOf = ({ occurrence: { date, occurrenceId } }: OccurrenceView) => `${date} ${occurrenceId}`

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
  const balance = balanceOf(batches.flatMap(({ recipients }) => recipients.map(({ outcome }) => outcome)))
  const audience = slices.reduce((sum, slice) => sum + slice.audience, 0)
  return {
    occurrence,
    balance,
    audience,
    slices,
    standing: standingOf(occurrence, { planned: slices.length, adds: addsUp({ balance, audience }) }),
    batches: batches.toSorted((a, b) => (a.dueAt === b.dueAt ? (a.batchId < b.batchId ? -1 : 1) : a.dueAt < b.dueAt ? -1 : 1)),
  }
}

function standingOf(
  { slices, state, mismatch }: Occurrence,
  { planned, adds }: { readonly planned: number; readonly adds: boolean },
): Standing {
  if (state === 'open' && planned < slices) return 'being-planned'
  return adds && planned === slices && !mismatch ? 'adds-up' : 'mismatch'
}
