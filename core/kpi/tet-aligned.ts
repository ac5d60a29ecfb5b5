/**
 * The same period of the year before, aligned by Tết and not by date. Tết moves by up to a month: January 2026 lay wholly before it (17 February), January
 * 2025 held it (the 29th), and what customers bought, and how many could be reached, says more of that than of care.
 *
 * The season is the fortnight before mùng 1 to rằm tháng Giêng, the day of the first full moon: days −14 to +14 counted from mùng 1, between 7 January and
 * 6 March. A period whose dates of the year before hold the very same days of the season, all of them or none, is compared by date: every whole year, every
 * quarter, every month from April to December. Any other is moved by as many days as lie between the two mùng 1, so that each day is compared with the one
 * that is as far from Tết. Then the period before is as long as the period itself; weekdays are not aligned.
 *
 * A period that reaches into two seasons is compared by date: it holds almost a whole year, and no one shift fits both its ends.
 */
import type { Period } from '#core/kpi/period.ts'
import { addDays, addMonths, daysBetween, type LocalDate, partsOf } from '#core/time/local-date.ts'
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, solarDateOf } from '#core/time/lunar-calendar.ts'

const SEASON_FROM = -14
const SEASON_TO = 14

export interface YearBefore extends Period {
  readonly alignedBy: 'date' | 'tet'
}

/** By date where Tết is not known, before 1969 and after 2100: a purchase of a wrong year must not end the night's run. */
export function yearBefore(period: Period): YearBefore {
  const byDate = sameDates(period)
  const [here, there] = [seasonDaysIn(period), seasonDaysIn(byDate)]
  const isOfOneTet = here.length <= 1 && there.length <= 1
  if (!isOfOneTet || sameDays(here[0], there[0])) return { ...byDate, alignedBy: 'date' }
  const tetYear = here[0]?.tetYear ?? (there[0]?.tetYear ?? 0) + 1
  const [tet, tetBefore] = [tetOf(tetYear), tetOf(tetYear - 1)]
  if (tet === undefined || tetBefore === undefined) return { ...byDate, alignedBy: 'date' }
  const shift = daysBetween(tet, tetBefore)
  return { from: addDays(period.from, shift), to: addDays(period.to, shift), alignedBy: 'tet' }
}

/** A month's last day is compared with the last day of that month, also when one of the two is 29 February. */
function sameDates({ from, to }: Period): Period {
  const endsMonth = partsOf(addDays(to, 1)).day === 1
  return { from: addMonths(from, -12), to: endsMonth ? addDays(addMonths(addDays(to, 1), -12), -1) : addMonths(to, -12) }
}

interface SeasonDays {
  readonly tetYear: number
  /** Counted from mùng 1. */
  readonly first: number
  readonly last: number
}

/** The days of each season that the period holds; the season of a year lies wholly in that year. */
function seasonDaysIn({ from, to }: Period): readonly SeasonDays[] {
  const firstYear = partsOf(from).year
  const years = Array.from({ length: partsOf(to).year - firstYear + 1 }, (_, at) => firstYear + at)
  return years.flatMap((tetYear) => {
    const tet = tetOf(tetYear)
    if (tet === undefined) return []
    const first = Math.max(SEASON_FROM, daysBetween(tet, from))
    const last = Math.min(SEASON_TO, daysBetween(tet, to))
    return first <= last ? [{ tetYear, first, last }] : []
  })
}

const sameDays = (a: SeasonDays | undefined, b: SeasonDays | undefined): boolean => a?.first === b?.first && a?.last === b?.last

const tetOf = (year: number): LocalDate | undefined =>
  year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR ? undefined : solarDateOf({ lunarYear: year, month: 1, leap: false, day: 1 })
