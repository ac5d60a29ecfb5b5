/** What a person sees of an occurrence: its balance, counted from the rows, and whether it adds up to the audience that planning counted. */
import type { OccurrenceStore } from '#app/ports.ts'
import { addsUp, balanceOf } from '#core/planning/balance.ts'
import type { Balance, Batch, Occurrence } from '#core/planning/occurrence.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** being-planned: a slice has not been planned to the end yet, so nothing can be said of the sum. */
export type Standing = 'being-planned' | 'adds-up' | 'mismatch'

export interface OccurrenceView {
  readonly occurrence: Occurrence
  readonly balance: Balance
  /** Members that planning counted, over all slices; it is what the balance must come to. */
  readonly audience: number
  readonly standing: Standing
}

export interface OccurrenceDetail extends OccurrenceView {
  /** By the instant at which they are due. */
  readonly batches: readonly Batch[]
}

type Occurrences = Pick<OccurrenceStore, 'between' | 'get' | 'slices' | 'batches'>

/** Every occurrence of the dates. A closed one has its balance drawn already; an open one is counted from all of its rows. */
export async function viewOccurrences(
  occurrences: Occurrences,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<readonly OccurrenceView[]> {
  const found = await occurrences.between(from, to)
  return Promise.all(found.map((occurrence) => drawn(occurrence) ?? countOccurrence(occurrences, occurrence)))
}

/** One occurrence counted from its rows, whatever was drawn at closing. */
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
