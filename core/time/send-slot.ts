/** When a touch may go out: the hours that campaign, law and company all allow, on the day itself or within the days of grace. */
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { dayStart, instantAt } from '#core/time/zone.ts'

/** A part of a local day, `HH:mm`; `to` is exclusive and may be `24:00`. */
export interface DayHours {
  readonly from: string
  readonly to: string
}

/** A stretch of time; `to` is exclusive. */
export interface Slot {
  readonly date: LocalDate
  readonly from: Instant
  readonly to: Instant
}

/** The parts of the day that all of them allow, in order; none when there are none. Each of them is in order and without overlap. */
export function commonHours(all: readonly (readonly DayHours[])[]): readonly DayHours[] {
  return all.reduce<readonly DayHours[]>(
    (common, allowed) => common.flatMap((part) => allowed.flatMap((other) => both(part, other))),
    [{ from: '00:00', to: '24:00' }],
  )
}

/** The same parts of the day in order and without overlap. */
export function joined(parts: readonly DayHours[]): readonly DayHours[] {
  const done: DayHours[] = []
  for (const { from, to } of parts.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = done.at(-1)
    if (last === undefined || last.to < from) done.push({ from, to })
    else done[done.length - 1] = { from: last.from, to: last.to > to ? last.to : to }
  }
  return done
}

/** What these parts of the day leave of it. They are in order, none over another. */
export function hoursOutside(parts: readonly DayHours[]): readonly DayHours[] {
  const starts = ['00:00', ...parts.map(({ to }) => to)]
  const ends = [...parts.map(({ from }) => from), '24:00']
  return starts.flatMap((from, at) => {
    const to = ends[at] ?? '24:00'
    return from < to ? [{ from, to }] : []
  })
}

function both(a: DayHours, b: DayHours): readonly DayHours[] {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from < to ? [{ from, to }] : []
}

/** The hours of one local day as a slot in that zone. */
export const slotOn = ({ date, hours, zone }: { date: LocalDate; hours: DayHours; zone: string }): Slot => ({
  date,
  from: instantAt(date, hours.from, zone),
  to: hours.to === '24:00' ? dayStart(addDays(date, 1), zone) : instantAt(date, hours.to, zone),
})

export type SlotSearch = { readonly slot: Slot } | { readonly none: 'blackout' | 'closed-day' | 'window-passed' }

/**
 * The first slot that has not ended by `now`, on the date itself or on one of the `graceDays` days after it: in one of its parts of the day, on a day
 * that is allowed, without days of blackout. A late touch is never sent at once: when no slot is left, the answer says why. Where none of the days is
 * allowed that is so however early the question comes.
 */
export function nextSlot(wanted: {
  readonly date: LocalDate
  readonly hours: readonly DayHours[]
  readonly zone: string
  readonly graceDays: number
  readonly blackouts: readonly { readonly from: LocalDate; readonly to: LocalDate }[]
  readonly isAllowed: (date: LocalDate) => boolean
  readonly now: Instant
}): SlotSearch {
  let [stopped, closed] = [false, true]
  for (let day = 0; day <= wanted.graceDays; day++) {
    const date = addDays(wanted.date, day)
    if (wanted.blackouts.some(({ from, to }) => from <= date && date <= to)) {
      stopped = true
      continue
    }
    if (!wanted.isAllowed(date)) continue
    closed = false
    for (const hours of wanted.hours) {
      const slot = slotOn({ date, hours, zone: wanted.zone })
      // A part of the day that lies entirely in the hour skipped by a clock change is empty.
      if (slot.to > wanted.now && slot.from < slot.to) return { slot }
    }
  }
  if (stopped) return { none: 'blackout' }
  return { none: closed ? 'closed-day' : 'window-passed' }
}
