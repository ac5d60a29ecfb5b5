/** Dates as Vietnamese tables write them: day first, or ISO. A month is never taken for a day. */
import type { Cell } from '#core/customer/table-row.ts'
import { daysInMonth, isLocalDate, type LocalDate } from '#core/time/local-date.ts'

/** Day, month and, when written, year: digits of a cell, not yet a date. */
export interface DayMonth {
  readonly day: number
  readonly month: number
  readonly year: number | null
}

export function readDate(cell: string): Cell<LocalDate> {
  const parts = readDayMonth(cell)
  if ('expected' in parts) return parts
  const { day, month, year } = parts.value
  if (year === null) return { expected: 'a date with its year: dd/MM/yyyy' }
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return isLocalDate(date) ? { value: date } : { expected: noSuchDay(parts.value) }
}

/** `dd/MM/yyyy`, `dd/MM` (with `/`, `-` or `.`), `yyyy-MM-dd`, `--MM-dd`. A midnight behind the date is accepted: spreadsheets add it. */
export function readDayMonth(cell: string): Cell<DayMonth> {
  const text = cell.trim().replace(/ ?[ T] ?0?0:00(:00(\.0+)?)?$/i, '')
  const found = (DAY_FIRST.exec(text) ?? ISO.exec(text))?.groups
  // A spreadsheet that took 20.10 for a number kept only 20.1; the same holds for 20,10 where the comma is the decimal mark.
  if (/^\d{1,2}[.,]1$/.test(text)) return { expected: lostNought(text) }
  if (/^\d{5}$/.test(text)) return { expected: SERIAL }
  if (found === undefined) return { expected: 'a date: dd/MM/yyyy, dd/MM or yyyy-MM-dd' }
  if (found.year !== undefined && found.year.length !== 4) return { expected: 'a year of four digits: dd/MM/yyyy' }
  const year = found.year === undefined ? null : Number(found.year)
  return { value: { day: Number(found.day), month: Number(found.month), year } }
}

/** For a cell that a workbook holds as a number: a number does not say which day was meant. */
export const noDateNumber = (cell: string): { readonly expected: string } => {
  const text = cell.trim()
  if (/^\d{5}(\.\d+)?$/.test(text)) return { expected: SERIAL }
  return { expected: /^\d{1,2}\.\d{1,2}$/.test(text) ? lostNought(text) : `${AS_TEXT}; here Excel keeps the number ${text}` }
}

const AS_TEXT = 'a date: give the column the format Text in Excel, then type dd/MM/yyyy or dd/MM anew'
const SERIAL = 'a date: dd/MM/yyyy; this is how Excel counts days: give the column the format Date there'
const lostNought = (text: string) => `${AS_TEXT}; a number such as ${text} has lost what stood behind it (20.10 becomes 20.1)`

/** The problem text for a day that the solar calendar does not have. */
export function noSuchDay({ day, month, year }: DayMonth): string {
  if (month > 12 && day >= 1 && day <= 12 && month <= 31)
    return `the day first: ${two(month)}/${two(day)}${year === null ? '' : `/${year}`}`
  if (month < 1 || month > 12) return 'a month from 1 to 12: dd/MM/yyyy, the day first'
  const days = daysInMonth(year ?? A_LEAP_YEAR, month)
  return `a day from 1 to ${days}: month ${month}${year === null ? '' : ` of ${year}`} has ${days} days`
}

const DAY_FIRST = /^(?<day>\d{1,2})(?<mark>[/.-])(?<month>\d{1,2})(\k<mark>(?<year>\d{1,4}))?$/
const ISO = /^(?:(?<year>\d{4})|-)-(?<month>\d{2})-(?<day>\d{2})$/
const A_LEAP_YEAR = 2000

const two = (n: number) => String(n).padStart(2, '0')
