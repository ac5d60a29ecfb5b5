/**
 * Writes the facts of days: gathered from the rows, and merged with what was written before. A day counts as written once all of its files are; what breaks
 * off is written again. Twice is once.
 */
import { NOTE_HOLDS_MS } from '#app/note-late.ts'
import { type GatherDays, type GatheredDay, gatherDays } from '#app/numbers/gather-days.ts'
import type { GatherPorts } from '#app/numbers/gather-ports.ts'
import type { FactStore, LateNote, NumberStore } from '#app/ports/numbers.ts'
import { FACT_KINDS, type FactKind, type FactsOfDay } from '#core/facts/fact-tables.ts'
import { mergeFacts } from '#core/facts/merge-facts.ts'
import { plusMs } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface WriteDaysPorts extends GatherPorts {
  readonly facts: FactStore
  readonly numbers: Pick<NumberStore, 'noteWritten' | 'settleLate'>
}

export interface WriteDays extends GatherDays {
  /** As they stood before anything was gathered. */
  readonly notes: readonly LateNote[]
  /** Asked before each day: false when this run must end soon. What is left stays noted. */
  readonly hasTime?: () => boolean
}

/** The days that were written, in their order. */
export async function writeDays(
  ports: WriteDaysPorts,
  { days, now, notes, hasTime = () => true }: WriteDays,
): Promise<readonly LocalDate[]> {
  const noteOf = new Map(notes.map((note) => [note.day, note]))
  const written: LocalDate[] = []
  for await (const gathered of gatherDays(ports, { days, now })) {
    const { day } = gathered
    const note = noteOf.get(day)
    await putMerged(ports.facts, { ...gathered, moved: note?.moved ?? [] })
    await ports.numbers.noteWritten(day, now)
    // A younger note may stand for a row that is not written yet.
    if (note && note.at <= plusMs(now, -NOTE_HOLDS_MS)) await ports.numbers.settleLate(note)
    written.push(day)
    if (!hasTime()) break
  }
  return written
}

/** Answers what is written now. */
export async function putMerged(
  store: FactStore,
  { day, facts, whole, moved }: GatheredDay & { readonly moved: readonly bigint[] },
): Promise<FactsOfDay> {
  const merged = mergeFacts({ before: await readFacts(store, day), now: facts, whole, moved: new Set(moved) })
  await store.write(day, merged)
  return merged
}

export async function readFacts(store: Pick<FactStore, 'read'>, day: LocalDate): Promise<FactsOfDay> {
  const read = async <Kind extends FactKind>(kind: Kind) =>
    [kind, (await store.read(kind, day)).map(({ day: _, ...fact }) => fact)] as const
  // Each kind's rows were read as that kind; fromEntries forgets which.
  return Object.fromEntries(await Promise.all(FACT_KINDS.map(read))) as unknown as FactsOfDay
}
