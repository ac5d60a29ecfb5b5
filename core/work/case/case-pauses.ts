/**
 * For which stretches a case waited for its customer, taken from its history and kept nowhere else: what is closed while it waits has paused until it
 * was closed, and being asked twice is one pause.
 */
import type { Instant } from '#core/time/instant.ts'
import type { Pause } from '#core/time/work-time.ts'
import type { History, WorkEvent } from '#core/work/work-event.ts'

/** Whether the customer is waited for now. */
export const isWaiting = ({ events }: History): boolean => pausesOf(events).at(-1)?.to === null

export function pausesOf(events: readonly WorkEvent[]): readonly Pause[] {
  const pauses: Pause[] = []
  let since: Instant | null = null
  for (const event of events) {
    if (event.is === 'waiting') since ??= event.at
    else if (since !== null && endsWaiting(event)) {
      pauses.push({ from: since, to: event.at })
      since = null
    }
  }
  return since === null ? pauses : [...pauses, { from: since, to: null }]
}

/** Whether the customer answered, or came of themselves. Only thanking answers nothing. */
export const isAnswer = (event: WorkEvent): boolean =>
  event.is === 'customer-said' || (event.is === 'customer-wrote' && event.thanks === undefined)

/** Staff go on without an answer by moving the case. */
function endsWaiting(event: WorkEvent): boolean {
  switch (event.is) {
    case 'customer-wrote':
    case 'customer-said':
      return isAnswer(event)
    case 'moved':
    case 'closed':
    case 'reopened':
      return true
    case 'opened':
    case 'attempted':
    case 'extended':
    case 'assigned':
    case 'noted':
    case 'described':
    case 'severity-set':
    case 'waiting':
    case 'mailed':
    case 'told-hours':
    case 'followed-up':
    case 'not-mailed':
    case 'escalated':
    case 'handed-back':
    case 'asked-department':
    case 'department-accepted':
    case 'department-answered':
    case 'question-withdrawn':
    case 'department-head-told':
    case 'took-over':
    case 'merged':
    case 'compensation-asked':
    case 'compensation-approved':
    case 'compensation-refused':
    case 'compensation-withdrawn':
    case 'compensation-given':
    case 'reminded':
    case 'alerted':
    case 'told-news':
    case 'seen':
    case 'theme-set':
    case 'added-file':
      return false
  }
}
