/**
 * Vietnamese lunar dates and civil dates, both ways, from the packed table only: no zone and no library. Tết, death anniversaries (giỗ) and many
 * birthdays are dates of this calendar.
 */
import { dateOfEpochDay, epochDayOf, type LocalDate, localDate } from '#core/time/local-date.ts'
import { PACKED_LUNAR_YEARS, TABLE_FIRST_YEAR } from '#core/time/lunar-table.ts'

/** A month by its year (the one its Tết opens), its number 1-12, and whether it is the leap month of that number. */
interface LunarMonth {
  readonly lunarYear: number
  readonly month: number
  readonly leap: boolean
}

export interface LunarDate extends LunarMonth {
  readonly day: number
}

/** The first lunar year known from end to end. Of the year before, only January 1968 is known. */
export const FIRST_LUNAR_YEAR = TABLE_FIRST_YEAR + 1
export const LAST_LUNAR_YEAR = TABLE_FIRST_YEAR + PACKED_LUNAR_YEARS.length - 1

/** First and last civil date with a lunar date. Before 1968 North and South kept different meridians. */
export const FIRST_LUNAR_TABLE_DATE: LocalDate = '1968-01-01'
export const lastLunarTableDate = (): LocalDate => dateOfEpochDay(LAST_DAY)

/** The lunar date of a civil date. Throws outside the supported range, with that range in the message. */
export function lunarDateOf(date: LocalDate): LunarDate {
  const epochDay = epochDayOf(date)
  if (epochDay < FIRST_DAY || epochDay > LAST_DAY) throw new RangeError(`${date} has no lunar date: ${supported()}`)
  let at = Math.floor((epochDay - ORIGIN) / MEAN_MONTH)
  while (firstDayOf(at) > epochDay) at--
  while (firstDayOf(at + 1) <= epochDay) at++
  const { lunarYear, month, leap } = monthAt(at)
  return { lunarYear, month, day: epochDay - firstDayOf(at) + 1, leap }
}

/** The civil date of a lunar date; undefined when it does not exist: day 30 of a short month, a leap month of another year. */
export function solarDateOf(lunar: LunarDate): LocalDate | undefined {
  const found = monthOf(lunar)
  if (found === undefined || !Number.isInteger(lunar.day) || lunar.day < 1 || lunar.day > found.days) return undefined
  const epochDay = found.firstDay + lunar.day - 1
  if (epochDay < FIRST_DAY)
    throw new RangeError(`day ${lunar.day} of month ${lunar.month} of lunar ${lunar.lunarYear}: ${supported()}`)
  return dateOfEpochDay(epochDay)
}

/** 29 or 30; undefined when that year has no such month. */
export const lunarMonthLength = (month: LunarMonth): number | undefined => monthOf(month)?.days

/** The number of the leap month of a lunar year; undefined when it has none. */
export const leapMonthOf = (lunarYear: number): number | undefined => monthsOf(lunarYear).find(({ leap }) => leap)?.month

interface DatedMonth extends LunarMonth {
  readonly firstDay: number
  readonly days: number
}

/** Mean length of a lunar month in days: the guess that `lunarDateOf` starts from is at most a month off. */
const MEAN_MONTH = 29.530_588
const YEARS: readonly (readonly DatedMonth[])[] = PACKED_LUNAR_YEARS.map((bits, at) => unpacked(TABLE_FIRST_YEAR + at, bits))
const MONTHS: readonly DatedMonth[] = YEARS.flat()
const FIRST_DAY = epochDayOf(FIRST_LUNAR_TABLE_DATE)
const ORIGIN = monthAt(0).firstDay
const LAST_DAY = firstDayOf(MONTHS.length) - 1

/** See `lunar-table.ts` for the bits. */
function unpacked(lunarYear: number, bits: number): DatedMonth[] {
  const leapMonth = (bits >> 13) & 0b1111
  let firstDay = epochDayOf(localDate(lunarYear, 1, 1)) + (bits >> 17)
  return Array.from({ length: leapMonth === 0 ? 12 : 13 }, (_, at) => {
    const afterLeap = leapMonth !== 0 && at >= leapMonth
    const days = (bits >> at) & 1 ? 30 : 29
    const month = { lunarYear, month: afterLeap ? at : at + 1, leap: afterLeap && at === leapMonth, firstDay, days }
    firstDay += days
    return month
  })
}

function monthOf({ lunarYear, month, leap }: LunarMonth): DatedMonth | undefined {
  return monthsOf(lunarYear).find((candidate) => candidate.month === month && candidate.leap === leap)
}

function monthsOf(lunarYear: number): readonly DatedMonth[] {
  const months = YEARS[lunarYear - TABLE_FIRST_YEAR]
  if (months === undefined) throw new RangeError(`lunar year ${lunarYear} is unknown: ${supported()}`)
  return months
}

function monthAt(at: number): DatedMonth {
  const month = MONTHS[at]
  if (month === undefined) throw new RangeError(`the lunar table has no month ${at}`)
  return month
}

/** The day a month begins; for the one after the last, the day the table ends. */
function firstDayOf(at: number): number {
  if (at < MONTHS.length) return monthAt(at).firstDay
  const last = monthAt(MONTHS.length - 1)
  return last.firstDay + last.days
}

const supported = () =>
  `lunar dates are known from ${FIRST_LUNAR_TABLE_DATE} to ${lastLunarTableDate()} (lunar years ${FIRST_LUNAR_YEAR} to ${LAST_LUNAR_YEAR})`
