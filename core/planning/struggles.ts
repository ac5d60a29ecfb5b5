/**
 * When mails without an answer say that the provider is away. One says nothing: any mail may have bad luck. A mail whose answer did not come
 * may have gone out, and it is not sent again, so each further one may lose a person: few in a row are enough. A mail that was
 * surely not taken only waits, and was tried several times before it counts.
 */
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

/** unanswered: it may have gone out; not-now: the provider surely did not take it; no-place: it never left, because the rate is not known. */
export type Struggle = 'unanswered' | 'not-now' | 'no-place'

/** What one run of a sender has heard. */
export interface Heard {
  readonly mails: number
  readonly struggles: number
  /** The latest struggle, which is the only one where there was one. */
  readonly last: Struggle | null
  /** Since the provider last took a mail. */
  readonly inARow: number
  readonly unansweredInARow: number
}

export const NOTHING_HEARD: Heard = { mails: 0, struggles: 0, last: null, inARow: 0, unansweredInARow: 0 }

const IN_A_ROW_ARE_A_FAULT = 8
const UNANSWERED_ARE_A_FAULT = 3

export const takenAfter = (heard: Heard): Heard => ({ ...heard, mails: heard.mails + 1, inARow: 0, unansweredInARow: 0 })

/** Refused, or told to come another day: an answer, which says nothing about the others. */
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
 * What a run says when it is over and none of its mails got through. fault: there were several; doubt: there was one, and the next run of which
 * that is true makes it a fault. The provider's "not now" to a single mail may be about that mail, which comes again: it is never a doubt.
 */
export function saidByRun({ mails, struggles, last }: Heard): 'fault' | 'doubt' | 'nothing' {
  if (struggles === 0 || struggles < mails) return 'nothing'
  if (struggles > 1) return 'fault'
  return last === 'not-now' ? 'nothing' : 'doubt'
}

/** Of two lone mails further apart than this, each had bad luck of its own. */
const DOUBT_MS = 30 * MINUTE_MS

export const isStillDoubted = (doubtedAt: Instant | undefined, now: Instant): boolean =>
  doubtedAt !== undefined && doubtedAt > plusMs(now, -DOUBT_MS)
