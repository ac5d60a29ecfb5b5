/** A mail is under way between a sender's last look at the clock and the provider's yes: so much later it may carry its time. */
import { MINUTE_MS } from '#core/time/instant.ts'

export const UNDER_WAY_MS = 3 * MINUTE_MS
