/**
 * The Vietnamese rules that make lunar years out of new moons:
 * a month begins on the day of its new moon; the month holding the winter solstice is month 11; when thirteen months lie
 * between two of these, the first one in which the sun enters no new twelfth of its circle repeats the number before it.
 */
import { epochDayOf, localDate } from '#core/time/local-date.ts'
import { newMoonDay, solarTwelfthAtStartOf } from '#local/lunar-table/sky.ts'

interface LunarMonth {
  /** Day since 1970-01-01. */
  readonly firstDay: number
  readonly days: number
  readonly month: number
  readonly leap: boolean
}

export interface LunarYear {
  readonly lunarYear: number
  readonly months: readonly LunarMonth[]
}

/** The months of one lunar year, from its Tết to the eve of the next. */
export function lunarYear(year: number): LunarYear {
  const months = [...monthsFromSolstice(year - 1), ...monthsFromSolstice(year)]
  const tet = months.findIndex(({ month, leap }) => month === 1 && !leap)
  const next = months.findIndex(({ month, leap }, at) => at > tet && month === 1 && !leap)
  if (tet < 0 || next < 0) throw new Error(`no month 1 found around ${year}`)
  return { lunarYear: year, months: months.slice(tet, next) }
}

/** The months from the one holding the winter solstice of a solar year to the one before the next such month. */
function monthsFromSolstice(year: number): LunarMonth[] {
  const first = lunationOfSolstice(year)
  const count = lunationOfSolstice(year + 1) - first
  const starts = Array.from({ length: count + 1 }, (_, at) => newMoonDay(first + at))
  const spans = starts.slice(0, -1).map((firstDay, at) => ({ firstDay, end: starts[at + 1] ?? firstDay }))
  const leapAt =
    count === 13 ? spans.findIndex(({ firstDay, end }) => solarTwelfthAtStartOf(firstDay) === solarTwelfthAtStartOf(end)) : -1
  return spans.map(({ firstDay, end }, at) => {
    const number = 10 + at - (leapAt >= 0 && at >= leapAt ? 1 : 0)
    return { firstDay, days: end - firstDay, month: (number % 12) + 1, leap: at === leapAt }
  })
}

/** The last new moon whose month begins on or before the day on which the sun enters its tenth twelfth, 21 or 22 December. */
function lunationOfSolstice(year: number): number {
  let day = epochDayOf(localDate(year, 12, 19))
  while (solarTwelfthAtStartOf(day + 1) < WINTER_SOLSTICE_TWELFTH) day++
  let lunation = Math.ceil((year + 1 - 2000) * 12.3685) + 1
  while (newMoonDay(lunation) > day) lunation--
  return lunation
}

const WINTER_SOLSTICE_TWELFTH = 9
