/** Instants as people in the company read them: on the company's clocks, as the staff pages show them, and the zone said once. */
import type { Instant } from '#core/time/instant.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'

/** `2027-03-22 09:30`. The end of a day is `00:00` of the next one, here and on the pages. */
export const writtenTime = (at: Instant, zone: string): string => `${localDateAt(at, zone)} ${localTimeAt(at, zone).slice(0, 5)}`

/** The last line of an answer with times in it. Answers for machines have instants in UTC, which say so by their Z. */
export const timesAre = (zone: string): string => `times are ${zone}`
