/** How long a failed delivery waits for its next attempt: doubling from a minute, never longer than a quarter of an hour. */
import { MINUTE_MS } from '#core/time/instant.ts'

const LONGEST_MS = 15 * MINUTE_MS

export const retryBackoffMs = (failedAttempts: number): number => Math.min(MINUTE_MS * 2 ** (failedAttempts - 1), LONGEST_MS)
