/**
 * When mails without an answer mean that the provider is away. One such mail means nothing: it may be chance. A mail whose answer did not come may
 * have gone out and is not sent again, so each further one may lose a touch: a few in a row are enough. A mail that was certainly not taken only
 * waits, and was tried several times before it counts.
 */
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

/**
 * unanswered: the mail may have gone out; not-now: the provider certainly did not take it; no-place: it never left, because the rate is not known.
 */
export type Struggle = 'unanswered' | 'not-now' | 'no-place'

/** What one run of a sender has seen. */
export interface Heard {
  readonly mails: number
  readonly struggles: number
  /** The latest struggle; with `struggles` at 1 it is the only one. */
  readonly last: Struggle | null
  /** Since the provider last took a mail. */
  readonly inARow: number
  readonly unansweredInARow: number
}

export const NOTHING_HEARD: Heard = { mails: 0, struggles: 0, last: null, inARow: 0, unansweredInARow: 0 }

const IN_A_ROW_ARE_A_FAULT = 8
const UNANSWERED_ARE_A_FAULT = 3

export const takenAfter = (heard: Heard): Heard => ({ ...heard, mails: heard.mails + 1, inARow: 0, unansweredInARow: 0 })

/** The provider refused this mail, or deferred it to another day: an answer that says nothing about other mails. */
export const answeredAfter = (heard: Heard): Heard => ({ ...heard, mails: heard.mails + 1 })

export const struggledAfter = (heard: Heard, struggle: Struggle): Heard => ({
  mails: heard.mails + 1,
  struggles: heard.struggles + 1,
  last: struggle,
  inARow: heard.inARow + 1,
  unansweredInARow: heard.unansweredInARow + (struggle === 'unanswered' ? 1 : 0),
})

export const isAFault = ({ inARow, unansweredInARow }: Heard): boolean =>
  inARow >= IN_A_ROW_ARE_A_FAULT || unansweredInARow >= UNANSWERED_ARE_A_FAULT

/**
 * The result of a run in which no mail got through. fault: several mails struggled. doubt: one did; the next run with a doubt makes it a fault. A
 * "not now" to a single mail may be about that mail, which is tried again: it is never a doubt.
 */
export function saidByRun({ mails, struggles, last }: Heard): 'fault' | 'doubt' | 'nothing' {
  if (struggles === 0 || struggles < mails) return 'nothing'
  if (struggles > 1) return 'fault'
  return last === 'not-now' ? 'nothing' : 'doubt'
}

/** Two single mails further apart than this do not confirm each other. */
const DOUBT_MS = 30 * MINUTE_MS

export const isStillDoubted = (doubtedAt: Instant | undefined, now: Instant): boolean =>
  doubtedAt !== undefined && doubtedAt > plusMs(now, -DOUBT_MS)
