/** How long to wait before asking AWS again for what it left undone. */
import { setTimeout as pause } from 'node:timers/promises'

const FIRST_PAUSE_MS = 25
const LONGEST_PAUSE_MS = 1_000

/**
 * Waits before try number `again` (1 is the first repetition): twice as long each time, with jitter so that many callers do not come back together.
 */
export async function backOff(again: number): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (again - 1))
  await pause(longest * (0.5 + Math.random() / 2))
}
