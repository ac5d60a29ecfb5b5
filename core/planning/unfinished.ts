/** What a sender has still to do in an occurrence. */

import type { Batch, Recipient } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'

export const isWaiting = ({ outcome }: Recipient): boolean => outcome.state === 'planned' || outcome.state === 'deferred'

export const hasWaiting = ({ recipients }: Batch): boolean => recipients.some(isWaiting)

export const isUnfinished = (batch: Batch): boolean => batch.state === 'sending' || hasWaiting(batch)

/** When the first unfinished batch is due; null when there is none. */
export const firstDueAt = (batches: readonly Batch[]): Instant | null =>
  batches
    .filter(isUnfinished)
    .map(({ dueAt }) => dueAt)
    .toSorted()[0] ?? null
