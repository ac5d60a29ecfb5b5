/** The days off by law alone: holidays, the days around them, and their compensation days. */
import type { CalendarDay, CalendarOccasion, CountryCalendar, DayName } from '#core/time/country-calendar.ts'
import { holidayDates, isLunarRule } from '#core/time/holidays.ts'
import { addDays, datesFrom, type LocalDate, localDate, partsOf, weekdayOf } from '#core/time/local-date.ts'
import { FIRST_LUNAR_TABLE_DATE, FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, lastLunarTableDate } from '#core/time/lunar-calendar.ts'

interface Holidays {
  readonly calendar: CountryCalendar
  /** The weekdays on which a holiday is a day off gained. On any other weekday it is compensated. */
  readonly workingWeekdays: ReadonlySet<number>
  /** Observances treated like public holidays. */
  readonly alsoOff: readonly string[]
}

/** Days off by law for a year and a month on either side, because days around holidays cross its ends. One entry a date. */
export function statutoryDaysOff(year: number, { calendar, workingWeekdays, alsoOff }: Holidays): readonly CalendarDay[] {
  const span = spanAround(checkedYear(calendar, year), calendar)
  const holidays = new Map<LocalDate, Holiday>()
  for (const occasion of calendar.occasions.filter(({ key, kind }) => kind === 'public' || alsoOff.includes(key))) {
    for (const date of occasionDates(occasion, span)) {
      for (const holiday of daysOffFor(occasion, { date, calendar })) {
        if (!holidays.has(holiday.day.date)) holidays.set(holiday.day.date, holiday)
      }
    }
  }
  const days = [...holidays.values()].map(({ day }) => day)
  return calendar.compensation === 'none' ? days : [...days, ...compensationFor(holidays, workingWeekdays)]
}

/** The dates of an occasion between two days, in the years in which it is kept. */
export function occasionDates(
  occasion: CalendarOccasion,
  span: { readonly from: LocalDate; readonly to: LocalDate },
): LocalDate[] {
  const { rule, validFrom = 0, validTo = 9999 } = occasion
  return holidayDates(rule, span).filter((date) => {
    const { year } = partsOf(date)
    return year >= validFrom && year <= validTo
  })
}

/** The year itself. Throws when the calendar keeps lunar days and the lunar table does not hold that year. */
export function checkedYear(calendar: CountryCalendar, year: number): number {
  if (!keepsLunarDays(calendar) || (year >= FIRST_LUNAR_YEAR && year <= LAST_LUNAR_YEAR)) return year
  throw new RangeError(
    `the calendar of ${calendar.country} is known for the years ${FIRST_LUNAR_YEAR} to ${LAST_LUNAR_YEAR}, not for ${year}`,
  )
}

interface Holiday {
  readonly day: CalendarDay
  readonly occasion: CalendarOccasion
}

const keepsLunarDays = ({ occasions }: CountryCalendar) => occasions.some(({ rule }) => isLunarRule(rule))

function spanAround(year: number, calendar: CountryCalendar): { from: LocalDate; to: LocalDate } {
  const lunar = keepsLunarDays(calendar)
  return {
    from: lunar && year === FIRST_LUNAR_YEAR ? FIRST_LUNAR_TABLE_DATE : localDate(year - 1, 12, 1),
    to: lunar && year === LAST_LUNAR_YEAR ? lastLunarTableDate() : localDate(year + 1, 1, 31),
  }
}

function daysOffFor(occasion: CalendarOccasion, { date, calendar }: { date: LocalDate; calendar: CountryCalendar }): Holiday[] {
  const { key, name, kind, daysOff } = occasion
  const off = { key: `${key}.off`, name: withWord(name, { vi: 'Nghỉ', en: 'Day off for' }), kind: 'dayOff' } as const
  const around = daysOff === undefined ? [] : 'neighbour' in daysOff ? [neighbourOf(date, calendar)] : daysAround(date, daysOff)
  const day: CalendarDay = kind === 'public' ? { date, key, name, kind } : { date, ...off }
  return [day, ...around.map((near): CalendarDay => ({ date: near, ...off }))].map((each) => ({ day: each, occasion }))
}

const daysAround = (date: LocalDate, { before, after }: { before: number; after: number }): LocalDate[] =>
  [...datesFrom(addDays(date, -before), addDays(date, after))].filter((day) => day !== date)

/** A holiday on Saturday brings Friday, one on Sunday or Monday the day after, any other the day before (week off: Saturday, Sunday). */
function neighbourOf(date: LocalDate, { weeklyDaysOff }: CountryCalendar): LocalDate {
  const before = addDays(date, -1)
  return weeklyDaysOff.includes(weekdayOf(before)) ? addDays(date, 1) : before
}

/** For each holiday on a weekday that is not worked, the next working day still free. */
function compensationFor(holidays: ReadonlyMap<LocalDate, Holiday>, workingWeekdays: ReadonlySet<number>): CalendarDay[] {
  const taken = new Set(holidays.keys())
  const lost = [...holidays.values()]
    .filter(({ day }) => !workingWeekdays.has(weekdayOf(day.date)))
    .sort((a, b) => (a.day.date < b.day.date ? -1 : 1))
  return lost.map(({ day, occasion }) => {
    let date = addDays(day.date, 1)
    while (taken.has(date) || !workingWeekdays.has(weekdayOf(date))) date = addDays(date, 1)
    taken.add(date)
    const name = withWord(occasion.name, { vi: 'Nghỉ bù', en: 'Compensation day for' })
    return { date, key: `${occasion.key}.compensation`, name, kind: 'dayOff' }
  })
}

const withWord = (name: DayName, word: DayName): DayName => ({ vi: `${word.vi} ${name.vi}`, en: `${word.en} ${name.en}` })
