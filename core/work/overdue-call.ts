/** When the call of a campaign ends without an attempt of staff: its last day is over, or its campaign was cancelled. */
import type { LocalDate } from '#core/time/local-date.ts'
import { promisedAt } from '#core/work/attempts.ts'
import { isOpen, reopeningsOf } from '#core/work/standing.ts'
import type { CheckIn } from '#core/work/work-item.ts'

/**
 * A call-back that was agreed with the customer is a promise: it is kept after the last day, and for a cancelled campaign too. What a lead opened again
 * is theirs to end.
 */
export function endsAlone(
  task: CheckIn,
  { today, cancelled }: { readonly today: LocalDate; readonly cancelled: boolean },
): 'expired' | 'cancelled' | null {
  if (!isOpen(task) || promisedAt(task.events) !== null || isReopened(task)) return null
  if (cancelled) return 'cancelled'
  return isPastItsDays(task, today) ? 'expired' : null
}

/** Whether the campaign's days for it are over. What a lead opened again is bound by none of them. */
export const isPastItsDays = (task: CheckIn, today: LocalDate): boolean => task.subject.lastDay < today && !isReopened(task)

const isReopened = (task: CheckIn): boolean => reopeningsOf(task).length > 0
