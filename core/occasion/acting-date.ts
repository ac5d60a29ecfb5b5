/**
 * From an occasion's own date (the anchor) to the date on which we act, and back. First the offset, then the roll to a working day.
 * The way back is what planning asks every hour: "for which anchors is today the day?"
 */
import type { OccasionTiming } from '#core/campaign/occasion-rule.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { addWorkingDays, rollToWorkingDay, type WorkingCalendar } from '#core/time/working-days.ts'

/** No run of days off is longer than this, a long Tết with its weekends included. */
const LONGEST_BREAK_DAYS = 16

export function actingDate({
  anchor,
  timing,
  calendar,
}: {
  anchor: LocalDate
  timing: OccasionTiming
  calendar: WorkingCalendar
}): LocalDate {
  return rollToWorkingDay(calendar, shift(anchor, timing, calendar), timing.roll)
}

function shift(anchor: LocalDate, { offset }: OccasionTiming, calendar: WorkingCalendar): LocalDate {
  if (!offset) return anchor
  return offset.unit === 'calendar' ? addDays(anchor, offset.days) : addWorkingDays(calendar, anchor, offset.days)
}

/** Every anchor whose acting date is `date`, earliest first; several when days off are rolled onto one working day, none on a day off. */
export function anchorsActingOn({
  date,
  timing,
  calendar,
}: {
  date: LocalDate
  timing: OccasionTiming
  calendar: WorkingCalendar
}): LocalDate[] {
  const days = timing.offset?.days ?? 0
  const working = timing.offset?.unit === 'working'
  if (!working && timing.roll === 'none') return [addDays(date, -days)]
  // A working week has at least one day in it, so n working days never span more than 7n days and a break.
  const reach = (working ? 7 * Math.abs(days) : Math.abs(days)) + LONGEST_BREAK_DAYS
  const from = addDays(date, days > 0 ? -reach : -LONGEST_BREAK_DAYS)
  const to = addDays(date, days < 0 ? reach : LONGEST_BREAK_DAYS)
  return [...datesFrom(from, to)].filter((anchor) => actingDate({ anchor, timing, calendar }) === date)
}
