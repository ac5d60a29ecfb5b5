/** Asking for what changed since an instant, when some of it changes while the answer is read: it is then among what changed later, and is not lost. */
import { DAY_MS, type Instant, plusMs, type Span } from '#core/time/instant.ts'

/** From the instant on, with a day more than there is: no reading takes as long. */
export const sinceThen = (from: Instant, now: Instant): Span => ({ from, to: plusMs(now, DAY_MS) })
