/**
 * Counts time that is worked: several parts a day, days off, half days, without the stretches for which a clock stands still. Everything is added up in
 * milliseconds between instants, so the night of a clock change is as long as it really is.
 */
import { epochMsOf, type Instant, instantOf, later, type Span } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { type DayHours, slotOn } from '#core/time/send-slot.ts'
import { localDateAt } from '#core/time/zone.ts'

/** When is worked: the parts of each day in order, none on a day off. Or always, by day and by night. */
export type WorkTime =
  | { readonly is: 'hours'; readonly zone: string; readonly hoursOn: (date: LocalDate) => readonly DayHours[] }
  | { readonly is: 'around-the-clock' }

/** A stretch for which a clock stands still; `to` is null while it lasts. */
export interface Pause {
  readonly from: Instant
  readonly to: Instant | null
}

/** Longer than any run of days off; a longer search means hours that are never worked. */
const LONGEST_SEARCH_DAYS = 400

interface Counted {
  readonly from: Instant
  /** Of worked time. */
  readonly ms: number
  /** In any order; they may lie over each other. */
  readonly pauses: readonly Pause[]
}

/**
 * The first instant at which so much has been worked since `from`, always within worked time or at its end; of nothing at all it is the next moment of
 * worked time. Null where a pause that lasts stands before it: how long it will be is not known.
 */
export function afterWorking(time: WorkTime, { from, ms, pauses }: Counted): Instant | null {
  const stops = joinedPauses(pauses)
  let left = ms
  for (const part of partsSince(time, from)) {
    for (const run of outside(part, stops)) {
      const length = run.to === null ? Number.POSITIVE_INFINITY : epochMsOf(run.to) - epochMsOf(run.from)
      if (left <= length) return instantOf(epochMsOf(run.from) + left)
      left -= length
    }
    if (stops.some(({ from: stop, to }) => to === null && (part.to === null || stop <= part.to))) return null
  }
  throw new RangeError(`no worked time within ${LONGEST_SEARCH_DAYS} days of ${from}`)
}

/** The instant itself where it is worked, else when work begins again. At the end of a part of the day work is over. */
export function nextWorked(time: WorkTime, at: Instant): Instant {
  for (const { from, to } of partsSince(time, at)) if (to === null || to > at) return later(from, at)
  throw new RangeError(`no worked time within ${LONGEST_SEARCH_DAYS} days of ${at}`)
}

interface Part {
  readonly from: Instant
  readonly to: Instant | null
}

/** Parts of worked time from an instant on; the first may have begun before it and is cut. */
function* partsSince(time: WorkTime, from: Instant): Generator<Part> {
  if (time.is === 'around-the-clock') {
    yield { from, to: null }
    return
  }
  const { zone, hoursOn } = time
  const first = localDateAt(from, zone)
  let empty = 0
  for (let day = 0; empty <= LONGEST_SEARCH_DAYS; day++) {
    const date = addDays(first, day)
    let isWorked = false
    for (const hours of hoursOn(date)) {
      const slot: Span = slotOn({ date, hours, zone })
      // A part that lies in the hour skipped by a clock change is empty.
      if (slot.to <= from || slot.from >= slot.to) continue
      isWorked = true
      yield { from: later(slot.from, from), to: slot.to }
    }
    empty = isWorked ? 0 : empty + 1
  }
}

/** What the pauses leave of a part, in order. */
function outside(part: Part, pauses: readonly Pause[]): readonly Part[] {
  const left: Part[] = []
  let from: Instant = part.from
  for (const pause of pauses) {
    if (pause.to !== null && pause.to <= from) continue
    if (part.to !== null && pause.from >= part.to) break
    if (pause.from > from) left.push({ from, to: pause.from })
    if (pause.to === null) return left
    from = pause.to
    if (part.to !== null && from >= part.to) return left
  }
  return [...left, { from, to: part.to }]
}

/** In order, and none over another: time under two pauses stands still once. */
function joinedPauses(pauses: readonly Pause[]): readonly Pause[] {
  const done: Pause[] = []
  for (const pause of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = done.at(-1)
    if (last === undefined || (last.to !== null && last.to < pause.from)) done.push(pause)
    else done[done.length - 1] = { from: last.from, to: last.to === null || pause.to === null ? null : later(last.to, pause.to) }
  }
  return done
}
