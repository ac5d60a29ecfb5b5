/**
 * Civil days without a zone: a birthday, a holiday, the day on a desk calendar.
 * Integer arithmetic on the proleptic Gregorian calendar, years 0000 to 9999; asked millions of times in a rehearsal.
 */
import * as z from 'zod'

/** A calendar day with no zone: `2027-02-06`. Text order is day order. */
export type LocalDate = string

export const LocalDateSchema = z.iso.date({ error: 'expected a day that exists, written YYYY-MM-DD' })

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export const isLocalDate = (text: string): text is LocalDate => read(text) !== NO_DATE

/** The day of a year, month and day of month. Throws when there is no such day. */
export function localDate(year: number, month: number, day: number): LocalDate {
  const real = Number.isInteger(year) && year >= 0 && year <= 9999 && isMonth(month) && isDayOf(day, year, month)
  if (!real) throw new RangeError(`no such day: year ${year}, month ${month}, day ${day}`)
  return written(year, month, day)
}

/** Year, month (1-12) and day of month. Throws on text that is no day. */
export function partsOf(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  const digits = readOrThrow(date)
  return { year: yearIn(digits), month: monthIn(digits), day: dayIn(digits) }
}

/** The day `days` later, or earlier when negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => dateOfEpochDay(epochDayOf(date) + days)

/** The same day of the month `months` later; 31 January plus one month is the last day of February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date)
  const count = year * 12 + (month - 1) + months
  const toYear = Math.floor(count / 12)
  const toMonth = count - toYear * 12 + 1
  return localDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** `to` minus `from` in days; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => epochDayOf(to) - epochDayOf(from)

/** Day of the week: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: LocalDate): number => ((epochDayOf(date) + MONDAY_BEFORE_YEAR_0) % 7) + 1

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Days of a month (1-12). Throws on any other month. */
export function daysInMonth(year: number, month: number): number {
  const days = month === 2 && isLeapYear(year) ? 29 : MONTH_DAYS[month - 1]
  if (days === undefined) throw new RangeError(`no such month: ${month}`)
  return days
}

/** Every day from `from` to `to`, both included; none when `to` is earlier. */
export function* datesFrom(from: LocalDate, to: LocalDate): Generator<LocalDate, void> {
  const last = epochDayOf(to)
  for (let day = epochDayOf(from); day <= last; day++) yield dateOfEpochDay(day)
}

/** Days since 1970-01-01, negative before. The year is counted from March, so that the leap day comes last. */
export function epochDayOf(date: LocalDate): number {
  const digits = readOrThrow(date)
  const month = monthIn(digits)
  const year = month > 2 ? yearIn(digits) : yearIn(digits) - 1
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayIn(digits) - 1
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + dayOfYear - EPOCH
}

/** The inverse of `epochDayOf`. Throws outside the years 0000 to 9999. */
export function dateOfEpochDay(epochDay: number): LocalDate {
  const days = epochDay + EPOCH
  const cycle = Math.floor(days / CYCLE_DAYS)
  const inCycle = days - cycle * CYCLE_DAYS
  // Taking the leap days out first leaves years of exactly 365 days: 1461 days are four years, 36524 a century.
  const leapDays = Math.floor(inCycle / 1460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / (CYCLE_DAYS - 1))
  const yearOfCycle = Math.floor((inCycle - leapDays) / 365)
  const dayOfYear = inCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
  if (!(year >= 0 && year <= 9999 && Number.isInteger(day))) throw new RangeError(`no day of the years 0000-9999: ${epochDay}`)
  return written(year, month, day)
}

/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH = 719_468
/** Days of 400 Gregorian years. */
const CYCLE_DAYS = 146_097
/** Days from a Monday before the year 0000 to 1970-01-01, a Thursday: whole weeks and three days. */
const MONDAY_BEFORE_YEAR_0 = 102_800 * 7 + 3
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const NO_DATE = -1
const HYPHEN = 45
const TWO_DIGITS = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))

const isMonth = (month: number) => Number.isInteger(month) && month >= 1 && month <= 12
const isDayOf = (day: number, year: number, month: number) => Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month)

const written = (year: number, month: number, day: number): LocalDate =>
  `${TWO_DIGITS[Math.floor(year / 100)]}${TWO_DIGITS[year % 100]}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`

// A day as the number yyyymmdd: reading allocates nothing.
const yearIn = (digits: number) => Math.floor(digits / 10_000)
const monthIn = (digits: number) => Math.floor(digits / 100) % 100
const dayIn = (digits: number) => digits % 100

function readOrThrow(text: string): number {
  const digits = read(text)
  if (digits === NO_DATE) throw new RangeError(`not a day: ${text}`)
  return digits
}

function read(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return NO_DATE
  let digits = 0
  for (let at = 0; at < 10; at++) {
    if (at === 4 || at === 7) continue
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return NO_DATE
    digits = digits * 10 + digit
  }
  const month = monthIn(digits)
  return isMonth(month) && isDayOf(dayIn(digits), yearIn(digits), month) ? digits : NO_DATE
}
