/** Dates, times and counts as staff read them in the staff app, in the company's zone. */
import { DAY_MS, epochMsOf, HOUR_MS, type Instant, MINUTE_MS } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { type LunarDate, lunarDateOf } from '#core/time/lunar-calendar.ts'
import { lunarYearName } from '#core/time/lunar-year-name.ts'
import type { Month } from '#core/time/month.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

/** `09:00 06/02/2027`. */
export const writtenInstant = (at: Instant, { zone, locale }: { zone: string; locale: PageLocale }): string =>
  `${localTimeAt(at, zone)} ${shortDate(localDateAt(at, zone), locale)}`

/** `Tháng 2/2027`; `February 2027`. */
export function writtenMonth(month: Month, locale: PageLocale): string {
  const [year = '', number = ''] = month.split('-')
  return locale === 'vi' ? `Tháng ${Number(number)}/${year}` : `${MONTHS[Number(number) - 1] ?? number} ${year}`
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const WEEKDAYS = bothLanguages({
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
})

export const weekdayName = (weekday: number, locale: PageLocale): string => WEEKDAYS[locale][weekday - 1] ?? ''

/** `mùng 1 tháng Giêng năm Đinh Mùi`; the first ten days are mùng. */
export function writtenLunarDate(date: LocalDate, locale: PageLocale): string {
  const lunar = lunarDateOf(date)
  return locale === 'vi' ? inVietnamese(lunar) : inEnglish(lunar)
}

function inVietnamese({ day, month, leap, lunarYear }: LunarDate): string {
  const named = month === 1 ? 'Giêng' : month === 12 ? 'Chạp' : String(month)
  return `${day <= 10 ? 'mùng' : 'ngày'} ${day} tháng ${named}${leap ? ' nhuận' : ''} năm ${lunarYearName(lunarYear)}`
}

const inEnglish = ({ day, month, leap, lunarYear }: LunarDate): string =>
  `day ${day} of ${leap ? 'leap ' : ''}month ${month}, year ${lunarYearName(lunarYear)}`

const SPANS = bothLanguages({
  vi: { day: 'ngày', hour: 'giờ', minute: 'phút' },
  en: { day: 'd', hour: 'h', minute: 'min' },
})

/** From one instant to a later one, in its largest unit: `3 ngày`, `5 h`, `0 min`. */
export function writtenSpan(from: Instant, to: Instant, locale: PageLocale): string {
  const ms = epochMsOf(to) - epochMsOf(from)
  const [size, unit] =
    ms >= 2 * DAY_MS
      ? ([DAY_MS, 'day'] as const)
      : ms >= HOUR_MS
        ? ([HOUR_MS, 'hour'] as const)
        : ([MINUTE_MS, 'minute'] as const)
  return `${Math.floor(ms / size)} ${SPANS[locale][unit]}`
}

/** `1.234` and `1,234`. */
export const writtenCount = (count: number, locale: PageLocale): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, locale === 'vi' ? '.' : ',')
