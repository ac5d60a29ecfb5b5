/** How exactly an agreed call-back is kept: the screen of the call, the lists, what is late and the figures all mean the same quarter of an hour. */
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

/** So long before and after the agreed time the call is the one that was promised. */
export const PROMISE_TOLERANCE_MS = 15 * MINUTE_MS

/** From here on any colleague may ring. */
export const promiseEnds = (promiseAt: Instant): Instant => plusMs(promiseAt, PROMISE_TOLERANCE_MS)

export const isBroken = (promiseAt: Instant, now: Instant): boolean => promiseEnds(promiseAt) <= now
