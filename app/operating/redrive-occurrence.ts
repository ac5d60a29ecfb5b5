/**
 * Hands out again what a crash or a lost message left behind: slices that were not fully planned, and due batches that no sender finished. Harmless
 * when they are only slow: planning again gives the same rows, and each send is claimed per customer.
 */
import type { Events } from '#app/events.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { WorkQueues } from '#app/ports/orders.ts'
import type { Occurrence, Slice } from '#core/planning/occurrence.ts'
import { hasWaiting, isUnfinished } from '#core/planning/unfinished.ts'
import { epochMsOf, HOUR_MS, type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

/** Longer than any function may run and any message stays hidden, so that a slice or batch still in work is not redriven. */
const SLOW_MS = 20 * MINUTE_MS

/** Every hour while windows may be open, the last zones' included. Every sixth hour before, which costs less. */
export function isTimeToRedrive({ pass, passAt }: Occurrence, now: Instant): boolean {
  const hours = Math.floor((epochMsOf(now) - epochMsOf(passAt)) / HOUR_MS)
  return pass === 'refresh' ? hours >= 1 : hours % 6 === 1
}

/**
 * Whether a look found nobody waiting in any batch, and nobody can have come to wait since: only planning and resending make customers wait again. A
 * plan is as old as its beginning, and its rows may be written until it is slow.
 */
const isQuiet = ({ pass, quietSince, resent = false }: Occurrence, planned: readonly Slice[]): boolean =>
  pass === 'refresh' &&
  quietSince !== undefined &&
  !resent &&
  planned.every((slice) => slice.pass === pass && slice.plannedAt <= plusMs(quietSince, -SLOW_MS))

/** No batch can be overdue yet, and none has come since: only planning and resending make customers wait earlier. */
const isEarly = ({ pass, resent = false }: Occurrence, planned: readonly Slice[], slow: Instant): boolean =>
  !resent && planned.every((slice) => slice.pass === pass && (slice.firstDueAt === null || (slice.firstDueAt ?? slow) > slow))

interface RedrivePorts {
  readonly occurrences: OccurrenceStore
  readonly queues: WorkQueues
  readonly events: Events
}

/** How many slices and batches were handed out again. */
export async function redriveOccurrence(
  { occurrences, queues, events }: RedrivePorts,
  { occurrence, planned, now }: { occurrence: Occurrence; planned: readonly Slice[]; now: Instant },
): Promise<number> {
  const { occurrenceId, slices, pass, passAt } = occurrence
  const slow = plusMs(now, -SLOW_MS)

  const finished = new Set(planned.filter((slice) => slice.pass === pass || pass === 'open').map(({ slice }) => slice))
  const missing = passAt > slow ? [] : Array.from({ length: slices }, (_, slice) => slice).filter((slice) => !finished.has(slice))
  // A slice is written after its batches, which hold exactly its audience: planned slices without members have no batch that could be overdue.
  const nobody = finished.size === slices && planned.every(({ audience }) => audience === 0)
  const rests = nobody || isQuiet(occurrence, planned) || (finished.size === slices && isEarly(occurrence, planned, slow))
  const batches = rests ? [] : await occurrences.unfinishedBatches(occurrenceId)
  const overdue = batches.filter((batch) => batch.dueAt <= slow && (batch.takenAt ?? '') <= slow && hasWaiting(batch))
  const looked = { ...occurrence, quietSince: now, version: occurrence.version + 1 }
  // When it has changed meanwhile, the next look finds out.
  if (!rests && finished.size === slices && !batches.some(isUnfinished) && isQuiet(looked, planned))
    await occurrences.update(looked)
  for (const { batchId, dueAt } of overdue) events.batchOverdue({ occurrenceId, batchId, dueAt })
  if (missing.length > 0) await queues.planSlices(missing.map((slice) => ({ occurrenceId, slice, pass })))
  if (overdue.length > 0) await queues.sendBatches(overdue.map(({ batchId }) => ({ occurrenceId, batchId })))
  return missing.length + overdue.length
}
