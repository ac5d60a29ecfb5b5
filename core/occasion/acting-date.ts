/**
 * From an occasion's own date (the anchor) to the acting date, and back. First the offset, then the roll to a working day. The planner asks the way
 * back every hour: "for which anchors do we act today?"
 */
import type { OccasionTiming } from '#core/campaign/occasion-rule.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { addWorkingDays, rollToWorkingDay, type WorkingCalendar } from '#core/time/working-days.ts'

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

/** Every anchor whose acting date is `date`, earliest first. There are several when days off roll onto one working day, and none on a day off. */
export function anchorsActingOn({
  date,
  timing,
  calendar,
}: {
  date: LocalDate
  timing: OccasionTiming
  calendar: WorkingCalendar
}): LocalDate[] {
  const { days, unit } = timing.offset ?? { days: 0, unit: 'calendar' }
  const [first, last] =
    unit === 'working' && days !== 0
      ? workingDaysBefore(date, days, calendar)
      : calendarDaysBefore(date, days, { timing, calendar })
  return [...datesFrom(first, last)].filter((anchor) => actingDate({ anchor, timing, calendar }) === date)
}

/** The first and last day from which so many working days lead to `date`. Such an acting date is a working day and never rolls. */
function workingDaysBefore(date: LocalDate, days: number, calendar: WorkingCalendar): [LocalDate, LocalDate] {
  const far = addWorkingDays(calendar, date, -days)
  const near = addWorkingDays(calendar, date, -days + Math.sign(days))
  return days > 0 ? [far, near] : [near, far]
}

/** The days that roll onto `date` lie between the working days on both sides of it, however long the days off are. */
function calendarDaysBefore(
  date: LocalDate,
  days: number,
  { timing, calendar }: { timing: OccasionTiming; calendar: WorkingCalendar },
): [LocalDate, LocalDate] {
  const anchor = addDays(date, -days)
  if (timing.roll === 'none') return [anchor, anchor]
  return [addDays(addWorkingDays(calendar, date, -1), -days), addDays(addWorkingDays(calendar, date, 1), -days)]
}
