/** Counts working days. Promises to customers, call lists and the law's clocks all use the same answer to "is it a working day?". */
import * as z from 'zod'
import { boundedMemo } from '#core/time/bounded-memo.ts'
import type { CountryCalendar, DayName } from '#core/time/country-calendar.ts'
import { type CompanyDays, dayChangesIn, workingWeekdaysOf } from '#core/time/days-off.ts'
import { addDays, dateOfEpochDay, epochDayOf, type LocalDate, LocalDateSchema, weekdayOf } from '#core/time/local-date.ts'

const DatesSchema = z.array(LocalDateSchema).default([])

export const CalendarOverridesSchema = z
  .strictObject({
    dayOff: DatesSchema.describe('Days the company does not work, besides those of its country.'),
    workingDay: DatesSchema.describe('Days the company works although its country or its week says otherwise.'),
    halfDay: DatesSchema.describe('Days worked in part. They count as working days.'),
    dayOffOccasions: z
      .array(z.string())
      .default([])
      .describe("Keys of the country's observances that the company takes off every year, such as vn.culture-day."),
  })
  .superRefine(({ dayOff, workingDay, halfDay }, context) => {
    const twice = [...dayOff, ...workingDay, ...halfDay].filter((date, at, all) => all.indexOf(date) !== at)
    for (const date of new Set(twice)) {
      context.addIssue({ code: 'custom', message: `${date} is listed twice; a day is off, worked or half worked` })
    }
  })

/** The working days of one company in one country. */
export interface WorkingCalendar {
  isWorkingDay(date: LocalDate): boolean
  isHalfDay(date: LocalDate): boolean
  /** Whether the company's week has that weekday, whatever is decided about the day itself. */
  isOfWeek(date: LocalDate): boolean
  /** How the day differs from the company's week, by law, decision or the company's own days; undefined for a day like every week's. */
  changeOn(date: LocalDate): 'dayOff' | 'workingDay' | undefined
  /** What a day off is called that differs from the company's week; undefined for every other day. */
  dayOffName(date: LocalDate): DayName | undefined
}

export type Roll = 'none' | 'forward' | 'backward' | 'nearest'

/** How many years of one calendar are kept in memory; a rehearsal needs two or three. */
const YEARS_KEPT = 40
/** Longer than any run of days off; a longer search means a calendar without working days. */
const LONGEST_SEARCH_DAYS = 400

/** The country's days below the company's own. Without `workingWeekdays` the country's week holds. */
export function workingCalendar({ country, ...company }: { readonly country: CountryCalendar } & CompanyDays): WorkingCalendar {
  const weekdays = workingWeekdaysOf({ calendar: country, company })
  const halfDays = new Set(company.overrides?.halfDay)
  const changesIn = boundedMemo(YEARS_KEPT, (year: number) => dayChangesIn(year, { calendar: country, company }))
  const dayOn = (date: LocalDate) => changesIn(Number(date.slice(0, 4))).get(date)
  const changeOn = (date: LocalDate) => {
    const change = dayOn(date)
    return change && (change.kind === 'workingDay' ? 'workingDay' : 'dayOff')
  }
  const isOfWeek = (date: LocalDate) => weekdays.has(weekdayOf(date))
  return {
    isWorkingDay(date) {
      const change = changeOn(date)
      return change === undefined ? isOfWeek(date) : change === 'workingDay'
    },
    isOfWeek,
    isHalfDay: (date) => halfDays.has(date),
    changeOn,
    dayOffName: (date) => (changeOn(date) === 'dayOff' ? dayOn(date)?.name : undefined),
  }
}

/** The day itself when it is worked, else the working day on the given side; `nearest` takes the earlier of two at the same distance. */
export function rollToWorkingDay(calendar: WorkingCalendar, date: LocalDate, roll: Roll): LocalDate {
  if (roll === 'none' || calendar.isWorkingDay(date)) return date
  const day = epochDayOf(date)
  const isWorked = (epochDay: number) => calendar.isWorkingDay(dateOfEpochDay(epochDay))
  for (let distance = 1; distance <= LONGEST_SEARCH_DAYS; distance++) {
    if (roll !== 'forward' && isWorked(day - distance)) return dateOfEpochDay(day - distance)
    if (roll !== 'backward' && isWorked(day + distance)) return dateOfEpochDay(day + distance)
  }
  throw new RangeError(`no working day within ${LONGEST_SEARCH_DAYS} days of ${date}`)
}

/**
 * The `count`-th working day after a day, or before it when negative. The day itself is never counted: a promise made on Friday for one working day
 * is due on Monday. 0 is the day itself, worked or not.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: LocalDate, count: number): LocalDate {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of working days: ${count}`)
  const step = Math.sign(count)
  let due = date
  for (let left = Math.abs(count); left > 0; left--) {
    due = rollToWorkingDay(calendar, addDays(due, step), step > 0 ? 'forward' : 'backward')
  }
  return due
}
