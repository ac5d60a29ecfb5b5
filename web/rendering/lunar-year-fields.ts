/** The lunar year that a letter speaks of: the one its occasion lies in and, for words written before Tết, the one that follows. */
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

/** Nothing outside the years of the table: then a letter that speaks of them says that they are missing. */
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

/** Everybody of a batch has the same date, or one of a few. */
const lunarYearOf = boundedMemo(64, (date: LocalDate) =>
  date < FIRST_LUNAR_TABLE_DATE || date > lastLunarTableDate() ? undefined : lunarDateOf(date).lunarYear,
)
