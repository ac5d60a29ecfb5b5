/** A mail is under way between a sender's last look at clock and consents and the provider's yes: so much later it may carry its time. */
import { MINUTE_MS } from '#core/time/instant.ts'

export const UNDER_WAY_MS = 3 * MINUTE_MS

/** Later than something that its sender must have known. */
export const isKnowinglyAfter = (at: string, since: string | null): boolean =>
  since !== null && Date.parse(at) > Date.parse(since) + UNDER_WAY_MS
