/** Points in time. Stored and compared as UTC ISO strings with milliseconds, so that text order is time order. */
import * as z from 'zod'

/** A point in time: `2027-02-06T02:00:00.000Z`. Always UTC, always with milliseconds. */
export type Instant = string

/** From one point to another, both included. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

export const InstantSchema = z.iso.datetime({ precision: 3 })

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/** The instant of a number of milliseconds since 1970. */
export const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString()

/** Milliseconds since 1970. Throws on text that is no instant. */
export function epochMsOf(instant: Instant): number {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`)
  return ms
}

/** A duration later (or earlier, when negative). Durations, not civil days: a day with a DST change is not 24 hours. */
export const plusMs = (instant: Instant, ms: number): Instant => instantOf(epochMsOf(instant) + ms)

export const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)

/** Null of none. */
export const earliest = (instants: readonly Instant[]): Instant | null =>
  instants.reduce<Instant | null>((first, at) => (first === null ? at : earlier(first, at)), null)

export const isWithin = (instant: Instant, { from, to }: Span): boolean => instant >= from && instant <= to
