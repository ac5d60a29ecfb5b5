/**
 * The only place where instants and local dates meet, through the name of a zone. Offsets are remembered: a million customers live in few zones,
 * and the planner asks about few hours.
 */
import { IANAZone } from 'luxon'
import { boundedMemo } from '#core/time/bounded-memo.ts'
import { DAY_MS, epochMsOf, HOUR_MS, type Instant, instantOf, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { dateOfEpochDay, epochDayOf, type LocalDate } from '#core/time/local-date.ts'

/** Kiritimati and its neighbours reach a date first. */
export const EARLIEST_ZONE_OFFSET_HOURS = 14
/** The open sea west of the date line reaches it last ("anywhere on earth"). */
export const LATEST_ZONE_OFFSET_HOURS = -12

/** Whether the name is a zone with rules of its own. Bare offsets (`UTC+7`, `+07:00`, `Etc/GMT-7`) are not, `UTC` is. */
export const isZone = (name: string): boolean => zoneNamed(name) !== undefined

/** The day on the wall calendar of a zone at an instant. */
export function localDateAt(instant: Instant, zone: string): LocalDate {
  return dateOfEpochDay(Math.floor(localMsAt(instant, zone) / DAY_MS))
}

/** The wall clock of a zone at an instant, `HH:mm`, seconds cut off. */
export function localTimeAt(instant: Instant, zone: string): string {
  const minutes = Math.floor(localMsAt(instant, zone) / MINUTE_MS)
  const ofDay = minutes - Math.floor(minutes / MINUTES_A_DAY) * MINUTES_A_DAY
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}

/**
 * The instant at which a zone's clock shows this date and time. A time that the clock skips becomes the first instant after the skip; a time shown
 * twice is the first of the two.
 */
export function instantAt(date: LocalDate, time: string, zone: string): Instant {
  return instantOfClock(`${date}T${time} ${zone}`)
}

/** The first instant of a date in a zone; not always midnight, some zones change their clocks then. */
export const dayStart = (date: LocalDate, zone: string): Instant => instantAt(date, '00:00', zone)

/** The instant at which the first zone on earth reaches this date. */
export const dateOpensAt = (date: LocalDate): Instant =>
  instantOf(epochDayOf(date) * DAY_MS - EARLIEST_ZONE_OFFSET_HOURS * HOUR_MS)

/** The instant at which the last zone on earth has left this date. */
export const dateClosesAt = (date: LocalDate): Instant =>
  instantOf((epochDayOf(date) + 1) * DAY_MS - LATEST_ZONE_OFFSET_HOURS * HOUR_MS)

const MINUTES_A_DAY = 1_440
const CLOCK = /^(?<date>.{10})T(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d) (?<zone>.+)$/
/** `Area/City`, `UTC`, `GB-Eire`; not `+07:00`, and not `Etc/GMT-7`, whose sign is the opposite of what it looks like. */
const ZONE_NAME = /^(?!Etc\/GMT[+-]?\d)[A-Z][A-Za-z0-9_+-]*(\/[A-Z][A-Za-z0-9_+-]*)*$/

const zoneNamed = boundedMemo(1_000, (name: string): IANAZone | undefined =>
  ZONE_NAME.test(name) && IANAZone.isValidZone(name) ? IANAZone.create(name) : undefined,
)

/** Offset of a zone by the minute since 1970: since 1972 zones change their clocks on whole minutes only. */
const offsetsOf = boundedMemo(1_000, (name: string): ((minute: number) => number) => {
  const zone = zoneNamed(name)
  if (zone === undefined) throw new RangeError(`not a time zone: ${name} (expected a name such as Asia/Ho_Chi_Minh)`)
  return boundedMemo(5_000, (minute: number) => zone.offset(minute * MINUTE_MS) * MINUTE_MS)
})

function localMsAt(instant: Instant, zone: string): number {
  const ms = epochMsOf(instant)
  return ms + offsetsOf(zone)(Math.floor(ms / MINUTE_MS))
}

const instantOfClock = boundedMemo(20_000, (clock: string): Instant => {
  const { date, hour, minute, zone } = CLOCK.exec(clock)?.groups ?? {}
  if (date === undefined || zone === undefined) throw new RangeError(`not a date, HH:mm and zone: ${clock}`)
  const shown = epochDayOf(date) * MINUTES_A_DAY + Number(hour) * 60 + Number(minute)
  const offsetOf = offsetsOf(zone)
  const offsetAt = (at: number) => offsetOf(at) / MINUTE_MS
  // No zone is a day away from UTC, so a clock change near this time lies between these two.
  const before = shown - MINUTES_A_DAY
  const after = shown + MINUTES_A_DAY
  const candidates = [shown - offsetAt(before), shown - offsetAt(after)].filter((at) => at + offsetAt(Math.floor(at)) === shown)
  const at = candidates.length > 0 ? Math.min(...candidates) : firstMinuteAfterChange({ before, after, offsetAt })
  return instantOf(at * MINUTE_MS)
})

/** Halves the span down to the minute at which the new offset first holds. */
function firstMinuteAfterChange(span: { before: number; after: number; offsetAt: (minute: number) => number }): number {
  let { before, after } = span
  const old = span.offsetAt(before)
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (span.offsetAt(middle) === old) before = middle
    else after = middle
  }
  return after
}

/** For what an hourly run does once a day. */
export const isFirstHourOfDay = (now: Instant, zone: string): boolean =>
  now < plusMs(dayStart(localDateAt(now, zone), zone), HOUR_MS)
