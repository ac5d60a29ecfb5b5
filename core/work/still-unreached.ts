/** Whether a call of which every attempt was used up left the customer unreached: asked when a mail about it is planned, and again before it leaves. */
import { wasSpokenWithSince } from '#core/work/last-contact.ts'
import { closingOf, isOpen } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/**
 * Who refused, wants no calls or has another number is not told that staff tried. Nor is who was spoken with since, or has a call still open: that one
 * will be made. `work` is all of the customer's.
 */
export function isStillUnreached(call: WorkItem, work: readonly WorkItem[]): boolean {
  const closing = closingOf(call)
  if (call.kind !== 'call-task' || closing?.as !== 'exhausted') return false
  return !work.some((other) => other.kind === 'call-task' && isOpen(other)) && !wasSpokenWithSince(work, closing.at)
}
