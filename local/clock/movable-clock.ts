/** The time on this machine's copy of AWS: the wall clock, or a clock that stands still until the operator moves it forward. */
import { z } from 'zod'
import { epochMsOf, type Instant, instantOf, plusMs } from '#core/time/instant.ts'
import { oneRow, openDatabase } from '#local/aws/sqlite.ts'

export interface Clock {
  now(): Instant
}

export interface MovableClock extends Clock {
  /** Moves the clock forward and stores it at once. Throws when the instant lies in the past: past events cannot be undone. */
  moveTo(instant: Instant): void
  close(): void
}

export const realClock: Clock = { now: () => instantOf(Date.now()) }

/**
 * A person reads a page in real seconds, also while the moved clock stands still; sample customers read in moved seconds. The sum of both clocks
 * measures the reading time of either.
 */
export const readersClock = (clock: Clock) => (): Instant => plusMs(clock.now(), Math.round(performance.now()))

const ClockRow = z.object({ now: z.string() })

/** Opens the clock in `folder` (in memory when null). A new clock starts at `startAt`, an existing one where it stopped. */
export function openMovableClock({ folder, startAt }: { folder: string | null; startAt: Instant }): MovableClock {
  const db = openDatabase({
    folder,
    name: 'clock',
    schema: 'CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY, now TEXT NOT NULL)',
  })
  db.prepare('INSERT OR IGNORE INTO clock (id, now) VALUES (1, ?)').run(instantOf(epochMsOf(startAt)))
  const keep = db.prepare('UPDATE clock SET now = ? WHERE id = 1')
  let current = oneRow(ClockRow, db.prepare('SELECT now FROM clock WHERE id = 1'))?.now ?? startAt

  return {
    now: () => current,
    moveTo(instant) {
      const target = instantOf(epochMsOf(instant))
      if (target < current) throw new RangeError(`the clock shows ${current} and cannot go back to ${target}`)
      if (target === current) return
      keep.run(target)
      current = target
    },
    close: () => db.close(),
  }
}
