/** Own words from a table of texts. */
import type { OwnWords } from '#app/ports/listening.ts'

export const memoryOwnWords = (texts: ReadonlyMap<string, readonly string[]> = new Map()): OwnWords => ({
  ofOccurrence: async (occurrenceId) => texts.get(occurrenceId) ?? [],
})
