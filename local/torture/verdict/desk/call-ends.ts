/** How a call of a campaign ended, as its stored events say: written down here apart from the product's own rules. */
import type { TaskEvent, TaskFacts } from '#local/torture/desk/desk-evidence.ts'

/** The line of the second equation in which the task stands. */
export function lineOf({ events }: Pick<TaskFacts, 'events'>): string {
  const last = events.findLast(({ is }) => is === 'closed' || is === 'reopened')
  return last?.is === 'closed' ? (last.as ?? 'reached') : 'open'
}

/** As what an attempt ends its task; undefined where the customer is rung again. */
const ENDS: Readonly<Record<string, string>> = {
  satisfied: 'reached',
  complaint: 'reached',
  request: 'reached',
  refused: 'refused',
  'wrong-number': 'wrong-number',
  'do-not-call': 'stopped',
}

export const endByOutcome = ({ disposition = '' }: Pick<TaskEvent, 'disposition'>): string | undefined => ENDS[disposition]

export const isCheckIn = ({ subject }: TaskFacts): boolean => subject === 'check-in'
