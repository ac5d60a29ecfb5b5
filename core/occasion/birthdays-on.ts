/**
 * Which birthdays are kept on a date. Solar 29 February moves to the company's chosen day in other years. A birthday in a leap month is kept in the
 * ordinary month of the same number, or in the leap month when it exists and the company prefers that. Day 30 becomes the 29th of a short month.
 * There is exactly one birthday per solar year, or per lunar year: a solar year may hold none, one or two days of a lunar birthday.
 */
import type { Company } from '#core/campaign/company.ts'
import { birthdayKeyOf } from '#core/occasion/birthday-key.ts'
import { lunarYearKey, solarYearKey } from '#core/occasion/occasion-key.ts'
import { isLeapYear, type LocalDate, partsOf } from '#core/time/local-date.ts'
import { leapMonthOf, lunarDateOf, lunarMonthLength } from '#core/time/lunar-calendar.ts'

export interface BirthdayOnDate {
  /** As stored with the customer (`S-02-29`, `L-08-15`, `LL-06-01`). */
  readonly birthdayKey: string
  /** The year it belongs to: `2027`, or `L2026` for a lunar year. */
  readonly yearKey: string
}

type Rules = Company['customerDates']

export const birthdaysOn = (date: LocalDate, rules: Rules): readonly BirthdayOnDate[] => [
  ...solarOn(date, rules),
  ...lunarOn(date, rules),
]

function solarOn(date: LocalDate, { feb29 }: Rules): BirthdayOnDate[] {
  const { year, month, day } = partsOf(date)
  const keys = [birthdayKeyOf({ kind: 'solar', month, day, year: null })]
  const keepsFeb29 = feb29 === 'feb-28' ? month === 2 && day === 28 : month === 3 && day === 1
  if (keepsFeb29 && !isLeapYear(year)) keys.push(birthdayKeyOf({ kind: 'solar', month: 2, day: 29, year: null }))
  return keys.map((birthdayKey) => ({ birthdayKey, yearKey: solarYearKey(year) }))
}

function lunarOn(date: LocalDate, { leapMonth }: Rules): BirthdayOnDate[] {
  const lunar = lunarDateOf(date)
  const { month } = lunar
  const keptInLeapMonth = leapMonth === 'leap-if-exists' && leapMonthOf(lunar.lunarYear) === month
  const leaps = lunar.leap ? (keptInLeapMonth ? [true] : []) : keptInLeapMonth ? [false] : [false, true]
  const days = lunar.day === 29 && lunarMonthLength(lunar) === 29 ? [29, 30] : [lunar.day]
  return leaps.flatMap((leap) =>
    days.map((day) => ({
      birthdayKey: birthdayKeyOf({ kind: 'lunar', month, day, leap, year: null }),
      yearKey: lunarYearKey(lunar.lunarYear),
    })),
  )
}
