/** A mail is under way from the sender's last look at the clock to the provider's acceptance: its time may be this much later. */
import { MINUTE_MS } from '#core/time/instant.ts'

export const UNDER_WAY_MS = 3 * MINUTE_MS
