/** Instants as people in the company read them. */
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'

/** When something happened or begins: `2027-03-22 09:30`. */
export const writtenTime = (at: Instant, zone: string): string => `${localDateAt(at, zone)} ${localTimeAt(at, zone).slice(0, 5)}`

/** By when something must be done: `2027-03-23 24:00` for a day's end, `2027-03-22 09:30` otherwise. */
export function writtenClock(at: Instant, zone: string): string {
  const [date, time] = [localDateAt(at, zone), localTimeAt(at, zone).slice(0, 5)]
  // A limit at midnight is the end of the day before it.
  return time === '00:00' ? `${addDays(date, -1)} 24:00` : `${date} ${time}`
}
