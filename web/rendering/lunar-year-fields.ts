/** The lunar year for a letter: the year of its occasion and, for words written before Tết, the year after. */
import { boundedMemo } from '#core/time/bounded-memo.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { FIRST_LUNAR_TABLE_DATE, lastLunarTableDate, lunarDateOf } from '#core/time/lunar-calendar.ts'
import { lunarYearAnimal, lunarYearName } from '#core/time/lunar-year-name.ts'

export interface LunarYearFields {
  readonly lunarYear: string
  readonly lunarAnimal: string
  readonly nextLunarYear: string
  readonly nextLunarAnimal: string
}

/** Undefined outside the years of the table: a letter that uses these fields then fails with the name of the missing field. */
export function lunarYearFields(date: LocalDate, locale: string): LunarYearFields | undefined {
  const year = lunarYearOf(date)
  if (year === undefined) return undefined
  const language = locale.split('-')[0] === 'vi' ? 'vi' : 'en'
  return {
    lunarYear: lunarYearName(year),
    lunarAnimal: lunarYearAnimal(year, language),
    nextLunarYear: lunarYearName(year + 1),
    nextLunarAnimal: lunarYearAnimal(year + 1, language),
  }
}

/** All customers of a batch have the same date, or one of a few. */
const lunarYearOf = boundedMemo(64, (date: LocalDate) =>
  date < FIRST_LUNAR_TABLE_DATE || date > lastLunarTableDate() ? undefined : lunarDateOf(date).lunarYear,
)
