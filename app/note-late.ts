/**
 * Notes a day whose facts are to be written again, because a row of it is about to change. The note comes before the row and holds for a while: the nightly
 * run settles none that is younger, so a row that is written meanwhile is in the facts of one night or the next.
 */
import { eachBounded } from '#app/each-bounded.ts'
import type { NumberStore } from '#app/ports/numbers.ts'
import { HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { dateClosesAt, localDateAt } from '#core/time/zone.ts'

/** Longer than a function may run and a command needs for its next chunk, after it noted or found noted what it is about to write. */
export const NOTE_HOLDS_MS = HOUR_MS
/** What was noted so recently by this process is not noted again: many reports about one day cost one note. */
const AGAIN_AFTER_MS = HOUR_MS / 4

const NOTES_AT_ONCE = 16

export interface Late {
  /** In the company's zone. Those that are not over are left out: they are not written yet. */
  readonly days?: readonly LocalDate[]
  /** On whose days in that zone something happened. */
  readonly instants?: readonly Instant[]
  /** They are days of occurrences, which note their day when they close: as long as none of them can be closed, no note is needed. */
  readonly untilClosed?: true
  /** Numbers of purchases that stood on these days and are moved to another. */
  readonly moved?: readonly bigint[]
}

export type NoteLate = (late: Late) => Promise<void>

export function notingLate({
  numbers,
  zone,
  clock,
}: {
  readonly numbers: Pick<NumberStore, 'noteLate'>
  readonly zone: string
  readonly clock: () => Instant
}): NoteLate {
  const noted = new Map<LocalDate, Instant>()
  return async ({ days = [], instants = [], untilClosed, moved = [] }) => {
    const at = clock()
    const today = localDateAt(at, zone)
    const isDue = (day: LocalDate) => day < today && (!untilClosed || at >= dateClosesAt(day))
    const isHeld = (day: LocalDate) => moved.length === 0 && (noted.get(day) ?? '') > plusMs(at, -AGAIN_AFTER_MS)
    await eachBounded(
      [...new Set([...days, ...instants.map((instant) => localDateAt(instant, zone))])].filter(
        (day) => isDue(day) && !isHeld(day),
      ),
      {
        limit: NOTES_AT_ONCE,
        act: async (day) => {
          await numbers.noteLate({ day, at, moved })
          noted.set(day, at)
        },
      },
    )
  }
}
