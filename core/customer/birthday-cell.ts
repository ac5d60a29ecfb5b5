/** Birthdays as customers give them: solar or lunar (`âl`, `âm lịch`, `nhuận` for a leap month), the year often left out. */
import type { Birthday } from '#core/customer/customer.ts'
import { type DayMonth, noSuchDay, readDayMonth } from '#core/customer/date-cell.ts'
import type { Cell } from '#core/customer/table-row.ts'
import { folded } from '#core/customer/written-text.ts'
import { daysInMonth } from '#core/time/local-date.ts'
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, leapMonthOf, lunarMonthLength } from '#core/time/lunar-calendar.ts'

/** A cell in a column for `calendar` birthdays. A calendar named in the cell itself wins over the column's. */
export function readBirthday(cell: string, calendar: 'solar' | 'lunar'): Cell<Birthday> {
  const words = folded(cell).replace(/(?<=\d)(?=[a-z])/g, ' ')
  const leap = /nhuan/.test(words)
  const lunar = leap || /\b(al|am lich|am)\b/.test(words) || (calendar === 'lunar' && !/\b(dl|duong lich)\b/.test(words))
  const bare = words.replace(/[()]|\b(nhuan|al|am lich|am|dl|duong lich)\b/g, '').trim()
  const found = readDayMonth(bare)
  if ('expected' in found) {
    return { expected: lunar ? 'a lunar date: 15/8 âl, 1/6 nhuận âl, 30/12/1990 âl' : found.expected }
  }
  const { year } = found.value
  if (year !== null && (year < 1900 || year > 2100)) return { expected: 'a year from 1900 on, or none: dd/MM' }
  return lunar ? lunarBirthday(found.value, leap) : solarBirthday(found.value)
}

/** Without a year 29 February is a birthday like any other. */
function solarBirthday(parts: DayMonth): Cell<Birthday> {
  const { day, month, year } = parts
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year ?? 2000, month)
  return exists ? { value: { kind: 'solar', month, day, year } } : { expected: noSuchDay(parts) }
}

/** Kept as the customer gave it. When a year of the lunar table is given, the leap month and a day 30 are checked too. */
function lunarBirthday({ day, month, year }: DayMonth, leap: boolean): Cell<Birthday> {
  if (month < 1 || month > 12) return { expected: 'a lunar month from 1 to 12, the day first: 15/8 âl' }
  if (day < 1 || day > 30) return { expected: 'a lunar day from 1 to 30: no lunar month is longer' }
  if (year !== null && year >= FIRST_LUNAR_YEAR && year <= LAST_LUNAR_YEAR) {
    const days = lunarMonthLength({ lunarYear: year, month, leap })
    if (days === undefined) return { expected: `${leapMonthNote(year)}; leave "nhuận" or the year out` }
    if (day > days) {
      const right = `month ${month} of lunar ${year} has ${days}`
      return { expected: `a day from 1 to ${days}: ${right}; without the year ${day}/${month} âl is fine` }
    }
  }
  return { value: { kind: 'lunar', month, day, leap, year } }
}

function leapMonthNote(year: number): string {
  const leapMonth = leapMonthOf(year)
  return leapMonth === undefined ? `lunar ${year} has no leap month` : `the leap month of lunar ${year} is ${leapMonth}`
}
