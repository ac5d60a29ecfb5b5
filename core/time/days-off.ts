/**
 * Which days of a year differ from the plain week for one company. Three layers, each stronger than the one before: the law, the government's
 * decisions for that year, the company's own days.
 */
import type { CalendarDay, CountryCalendar } from '#core/time/country-calendar.ts'
import { type LocalDate, partsOf } from '#core/time/local-date.ts'
import { statutoryDaysOff } from '#core/time/statutory-days.ts'

/** How a company's days differ from its country's. */
export interface CompanyDays {
  readonly overrides?: DayOverrides | undefined
  /** 1 is Monday, 7 is Sunday; without it the country's week. */
  readonly workingWeekdays?: readonly number[] | undefined
}

interface DayOverrides {
  readonly dayOff?: readonly LocalDate[] | undefined
  readonly workingDay?: readonly LocalDate[] | undefined
  readonly halfDay?: readonly LocalDate[] | undefined
  /** Keys of observances taken off like public holidays, compensation included. */
  readonly dayOffOccasions?: readonly string[] | undefined
}

interface CompanyInCountry {
  readonly calendar: CountryCalendar
  readonly company: CompanyDays
}

/** The days of a year that differ from the plain week, by date. Throws for a year the calendar does not reach. */
export function dayChangesIn(year: number, { calendar, company }: CompanyInCountry): ReadonlyMap<LocalDate, CalendarDay> {
  const changes = new Map<LocalDate, CalendarDay>()
  const work = (day: CalendarDay) => changes.set(day.date, day)
  /** A day that is already off keeps its first reason. */
  const off = (day: CalendarDay) => {
    const known = changes.get(day.date)
    if (known === undefined || known.kind === 'workingDay') changes.set(day.date, day)
  }
  const { dayOff = [], workingDay = [], halfDay = [] } = company.overrides ?? {}
  const alsoOff = knownOccasions(company.overrides?.dayOffOccasions ?? [], calendar)
  statutoryDaysOff(year, { calendar, workingWeekdays: workingWeekdaysOf({ calendar, company }), alsoOff }).forEach(off)
  const official = `${calendar.country.toLowerCase()}.official`
  for (const decision of calendar.officialDecisions) {
    for (const date of decision.notDayOff ?? []) changes.delete(date)
    for (const { date, name } of decision.dayOff) off({ date, key: `${official}.off`, name, kind: 'dayOff' })
    for (const { date, name } of decision.workingDay) work({ date, key: `${official}.working`, name, kind: 'workingDay' })
  }
  for (const date of dayOff) off({ date, ...DAY_OFF })
  for (const date of workingDay) work({ date, ...WORKING_DAY })
  for (const date of halfDay) work({ date, ...HALF_DAY })
  return new Map([...changes].filter(([date]) => partsOf(date).year === year))
}

/** The working weekdays: the company's if given, else the country's. Throws when there is none. */
export function workingWeekdaysOf({ calendar, company }: CompanyInCountry): ReadonlySet<number> {
  const weekdays = company.workingWeekdays ?? [1, 2, 3, 4, 5, 6, 7].filter((day) => !calendar.weeklyDaysOff.includes(day))
  if (weekdays.length === 0) throw new RangeError('a week needs at least one working day')
  return new Set(weekdays)
}

const DAY_OFF = { key: 'company.day-off', name: { vi: 'Công ty nghỉ', en: 'Company day off' }, kind: 'dayOff' } as const
const WORKING_DAY = {
  key: 'company.working-day',
  name: { vi: 'Công ty làm việc', en: 'Company working day' },
  kind: 'workingDay',
} as const
const HALF_DAY = {
  key: 'company.half-day',
  name: { vi: 'Công ty làm nửa ngày', en: 'Company half day' },
  kind: 'workingDay',
} as const

function knownOccasions(keys: readonly string[], { country, occasions }: CountryCalendar): readonly string[] {
  const unknown = keys.filter((key) => !occasions.some((occasion) => occasion.key === key))
  if (unknown.length === 0) return keys
  const known = occasions.map(({ key }) => key).join(', ')
  throw new RangeError(`the calendar of ${country} has no ${unknown.join(', ')}; it has ${known}`)
}
