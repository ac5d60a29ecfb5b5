/** The rules that date the days of a country's year (solar, lunar, nth weekday, Easter, a table of dates), and the days they give. */
import * as z from 'zod'
import { DateTableSchema, datesOfYear } from '#core/time/date-table.ts'
import { easterSunday } from '#core/time/easter.ts'
import { addDays, daysInMonth, type LocalDate, localDate, partsOf, weekdayOf } from '#core/time/local-date.ts'
import { type LunarDate, lunarDateOf, lunarMonthLength, solarDateOf } from '#core/time/lunar-calendar.ts'

const MonthSchema = z.int().min(1).max(12)
const isMonth = (month: number): boolean => MonthSchema.safeParse(month).success

export const HolidayRuleSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('fixed'), month: MonthSchema, day: z.int().min(1).max(31) })
    // Also runs when the month is no month, which the month's own rule reports.
    .refine(({ month, day }) => !isMonth(month) || day <= daysInMonth(LEAP_YEAR, month), 'a month has no such day')
    .describe('The same day every solar year; 29 February is kept on the 28th of a common year.'),
  z
    .strictObject({ kind: z.literal('lunar'), month: MonthSchema, day: z.int().min(1).max(30) })
    .describe('A day of an ordinary (never a leap) lunar month; day 30 is kept on the 29th of a short month.'),
  z.strictObject({ kind: z.literal('lunarMonthEnd'), month: MonthSchema }).describe('The last day of a lunar month, 29 or 30.'),
  z
    .strictObject({
      kind: z.literal('nthWeekday'),
      month: MonthSchema,
      weekday: z.int().min(1).max(7).describe('1 is Monday, 7 is Sunday.'),
      nth: z.union([z.int().min(1).max(5), z.literal(-1)]).describe('-1 is the last; a month without a fifth is passed over.'),
    })
    .describe('The nth weekday of a month.'),
  z
    .strictObject({
      kind: z.literal('easter'),
      reckoning: z.enum(['western', 'orthodox']),
      // Within these bounds no day leaves the year of its Easter.
      offset: z.int().min(-80).max(80).default(0).describe('Days after Easter Sunday (negative: before): Easter Monday is 1.'),
    })
    .describe('A day counted from Easter Sunday.'),
  z
    .strictObject({ kind: z.literal('table'), years: DateTableSchema })
    .describe('Dates written down year by year, for days that no rule here gives: Diwali, Hari Raya, days the state names.'),
])
export type HolidayRule = Readonly<z.infer<typeof HolidayRuleSchema>>
type LunarRule = Extract<HolidayRule, { kind: 'lunar' | 'lunarMonthEnd' }>
type SolarRule = Exclude<HolidayRule, LunarRule>

/** Whether the rule needs the lunar table and so is limited to its years. */
export const isLunarRule = (rule: HolidayRule): rule is LunarRule => rule.kind === 'lunar' || rule.kind === 'lunarMonthEnd'

/**
 * The days of a rule between two days, both included, in order. Throws where a lunar rule leaves the lunar table. A year that a table of dates does
 * not hold gives no day: `unknownYears` tells which these are.
 */
export function holidayDates(rule: HolidayRule, span: { readonly from: LocalDate; readonly to: LocalDate }): LocalDate[] {
  const { from, to } = span
  if (from > to) return []
  const dates = isLunarRule(rule) ? lunarDates(rule, span) : solarDates(rule, span)
  return dates.filter((date) => date >= from && date <= to)
}

const LEAP_YEAR = 2000

function solarDates(rule: SolarRule, { from, to }: { from: LocalDate; to: LocalDate }): LocalDate[] {
  return numbersFrom(partsOf(from).year, partsOf(to).year).flatMap((year) => datesInYear(rule, year))
}

function datesInYear(rule: SolarRule, year: number): readonly LocalDate[] {
  switch (rule.kind) {
    case 'fixed':
      return [localDate(year, rule.month, Math.min(rule.day, daysInMonth(year, rule.month)))]
    case 'nthWeekday':
      return nthWeekday(rule, year)
    case 'easter':
      return [addDays(easterSunday(year, rule.reckoning), rule.offset)]
    case 'table':
      return datesOfYear(rule.years, year) ?? []
  }
}

function nthWeekday({ month, weekday, nth }: Extract<HolidayRule, { kind: 'nthWeekday' }>, year: number): readonly LocalDate[] {
  const first = localDate(year, month, 1)
  const firstMatch = 1 + ((weekday - weekdayOf(first) + 7) % 7)
  const count = Math.floor((daysInMonth(year, month) - firstMatch) / 7) + 1
  const wanted = nth === -1 ? count : nth
  return wanted <= count ? [addDays(first, firstMatch - 1 + 7 * (wanted - 1))] : []
}

/** One day per lunar year. Days before `from` are left out first, because the table may begin there. */
function lunarDates(rule: LunarRule, { from, to }: { from: LocalDate; to: LocalDate }): LocalDate[] {
  const first = lunarDateOf(from)
  return numbersFrom(first.lunarYear, lunarDateOf(to).lunarYear)
    .map((lunarYear) => dateInLunarYear(rule, lunarYear))
    .filter((lunar) => lunar.lunarYear > first.lunarYear || orderInYear(lunar) >= orderInYear(first))
    .flatMap((lunar) => solarDateOf(lunar) ?? [])
}

function dateInLunarYear(rule: LunarRule, lunarYear: number): LunarDate {
  const month = { lunarYear, month: rule.month, leap: false }
  const length = lunarMonthLength(month) ?? 29
  return { ...month, day: rule.kind === 'lunar' ? Math.min(rule.day, length) : length }
}

const orderInYear = ({ month, leap, day }: LunarDate) => month * 100 + (leap ? 50 : 0) + day

const numbersFrom = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at)
