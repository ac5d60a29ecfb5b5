/** Occasions on the same day for every customer: does one of them fall on this date? */
import type { Company } from '#core/campaign/company.ts'
import type { CompanyCalendar } from '#core/campaign/company-rules.ts'
import type { OccasionRule } from '#core/campaign/occasion-rule.ts'
import { daysInMonth, isLeapYear, type LocalDate, partsOf, weekdayOf } from '#core/time/local-date.ts'
import { lunarDateOf, lunarMonthLength } from '#core/time/lunar-calendar.ts'

export type CalendarRule = Extract<
  OccasionRule,
  { kind: 'fixed' | 'lunar' | 'lunar-month-end' | 'nth-weekday' | 'company-day' | 'calendar-day' }
>

export function isCalendarRule(rule: OccasionRule): rule is CalendarRule {
  return ['fixed', 'lunar', 'lunar-month-end', 'nth-weekday', 'company-day', 'calendar-day'].includes(rule.kind)
}

export function happensOn(
  rule: CalendarRule,
  date: LocalDate,
  { company, calendar }: { readonly company: Company; readonly calendar: CompanyCalendar },
): boolean {
  switch (rule.kind) {
    case 'fixed':
      return isYearlyDay({ month: rule.month, day: rule.day }, date, company)
    case 'company-day': {
      const founded = company.days[rule.day]
      return founded !== undefined && date > founded && isYearlyDay(partsOf(founded), date, company)
    }
    case 'lunar':
      return isLunarDay(rule, date)
    case 'lunar-month-end': {
      const lunar = lunarDateOf(date)
      return !lunar.leap && lunar.month === rule.month && lunar.day === lunarMonthLength(lunar)
    }
    case 'calendar-day':
      return calendar.isNamedDay(rule.day, date)
    case 'nth-weekday':
      return isNthWeekday(rule, date)
  }
}

/** 29 February falls on the company's chosen day in other years. */
function isYearlyDay({ month, day }: { month: number; day: number }, date: LocalDate, company: Company): boolean {
  const at = partsOf(date)
  if (month === 2 && day === 29 && !isLeapYear(at.year)) {
    return company.customerDates.feb29 === 'feb-28' ? at.month === 2 && at.day === 28 : at.month === 3 && at.day === 1
  }
  return at.month === month && at.day === day
}

/** Never in a leap month; day 30 is the 29th when the month is short. */
function isLunarDay({ month, day }: { month: number; day: number }, date: LocalDate): boolean {
  const lunar = lunarDateOf(date)
  if (lunar.leap || lunar.month !== month) return false
  return lunar.day === Math.min(day, lunarMonthLength(lunar) ?? 30)
}

function isNthWeekday({ month, weekday, nth }: { month: number; weekday: number; nth: number }, date: LocalDate): boolean {
  const at = partsOf(date)
  if (at.month !== month || weekdayOf(date) !== weekday) return false
  return nth === -1 ? at.day + 7 > daysInMonth(at.year, month) : Math.ceil(at.day / 7) === nth
}
