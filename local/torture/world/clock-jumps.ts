/** Outages on the calendar of a run: over the end of a window, over midnight, and over the night on which Paris changes its clocks. */
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { FaultKind } from '#local/torture/fault-plan.ts'
import { keyedChance } from '#local/torture/keyed-chance.ts'

export interface ClockJump {
  readonly fault: Extract<FaultKind, `jump-${string}`>
  readonly from: Instant
  readonly to: Instant
}

/** Outages: nothing runs, and afterwards the clock is that much later. */
export function clockJumps(seed: number): readonly ClockJump[] {
  const chance = keyedChance(`jumps ${seed}`)
  const jump = (fault: ClockJump['fault'], from: Instant, minutes: readonly [number, number]): ClockJump => {
    const begins = plusMs(from, chance.between(fault, [0, 8]) * MINUTE_MS)
    return { fault, from: begins, to: plusMs(begins, chance.between(fault, minutes) * MINUTE_MS) }
  }
  return [
    // Midnight in Hồ Chí Minh City is 17:00 in UTC.
    jump('jump-over-midnight', '2027-03-27T16:40:00.000Z', [25, 70]),
    // Paris goes from 02:00 to 03:00 at 01:00 in UTC.
    jump('jump-over-dst', '2027-03-28T00:35:00.000Z', [30, 80]),
    // Los Angeles sends from 16:00 to 17:00 in UTC, Paris from 07:00 to 08:00.
    jump('jump-over-window-end', '2027-03-28T16:40:00.000Z', [25, 70]),
    jump('jump-over-window-end', '2027-03-29T07:40:00.000Z', [25, 70]),
    // Birthdays in Hồ Chí Minh City, from 01:00 to 03:00 in UTC; they have a day of grace.
    jump('jump-over-window-end', '2027-03-27T00:50:00.000Z', [150, 200]),
  ]
}
