/**
 * The slices of the open occurrences, read together. The hourly planner needs them twice for every open occurrence, and a call for each would be most
 * of the calls of an hour without a mail.
 */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { Occurrence, Slice } from '#core/planning/occurrence.ts'

export type SlicesOf = (occurrence: Occurrence) => Promise<readonly Slice[]>

/** Begins to read at once. When they cannot be read together, each occurrence is read alone: an unreadable row fails its own occurrence and no other. */
export function slicesOfOpen(
  occurrences: Pick<OccurrenceStore, 'slices' | 'slicesEventually'>,
  open: readonly Occurrence[],
): SlicesOf {
  const reading = occurrences.slicesEventually(open).catch(() => new Map<string, readonly Slice[]>())
  return async ({ occurrenceId }) => (await reading).get(occurrenceId) ?? occurrences.slices(occurrenceId)
}
