/** Where the tables of dates of a country's calendar end: years in which an occasion is kept, and nobody wrote down when. */
import type { CalendarOccasion, CountryCalendar, DayName } from '#core/time/country-calendar.ts'
import { datesOfYear } from '#core/time/date-table.ts'
import { type LocalDate, partsOf } from '#core/time/local-date.ts'

export interface UnknownYear {
  readonly key: string
  readonly name: DayName
  /** Where the occasion stands among those of its calendar. */
  readonly at: number
  readonly year: number
  readonly known: { readonly first: number; readonly last: number }
}

/** Every year that a day between `from` and `to` lies in, and that the table of an occasion kept in it does not hold. */
export function unknownYears(
  { occasions }: Pick<CountryCalendar, 'occasions'>,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): readonly UnknownYear[] {
  if (from > to) return []
  const [first, last] = [partsOf(from).year, partsOf(to).year]
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return occasions.flatMap((occasion, at) => years.flatMap((year) => unknownYear(occasion, { at, year }) ?? []))
}

function unknownYear(
  { key, name, rule, validFrom = 0, validTo = 9999 }: CalendarOccasion,
  { at, year }: { at: number; year: number },
): UnknownYear | undefined {
  if (rule.kind !== 'table' || year < validFrom || year > validTo || datesOfYear(rule.years, year) !== undefined) return undefined
  const known = rule.years.map((entry) => entry.year)
  return { key, name, at, year, known: { first: Math.min(...known), last: Math.max(...known) } }
}
