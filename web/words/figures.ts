/** Figures as people read them: `80,5 %` and `80.5 %`, `46 điểm`, `2 giờ 5 phút`. What has no data says so and is never 0. */
import type { Kpi } from '#core/kpi/kpi.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { wholeUnits, writtenMoney } from '#web/rendering/written-value.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { sharesOf } from '#web/words/shares.ts'

const WORDS = bothLanguages({
  vi: {
    none: 'chưa có dữ liệu',
    points: (number: string) => `${number} điểm`,
    percentagePoints: (number: string) => `${number} điểm phần trăm`,
    percentagePointsUnit: 'điểm phần trăm',
    minutesUnit: 'phút',
    minutes: (minutes: number) => `${minutes} phút`,
    hours: (hours: number) => `${hours} giờ`,
    days: (days: number) => `${days} ngày`,
    between: (low: string, high: string) => `từ ${low} đến ${high}`,
  },
  en: {
    none: 'no data',
    points: (number) => `${number} points`,
    percentagePoints: (number) => `${number} percentage points`,
    percentagePointsUnit: 'percentage points',
    minutesUnit: 'min',
    minutes: (minutes) => `${minutes} min`,
    hours: (hours) => `${hours} h`,
    days: (days) => `${days} d`,
    between: (low, high) => `${low} to ${high}`,
  },
})

/** What a value is measured in. */
export type Measured = Pick<Kpi, 'unit' | 'currency'>

export const writtenFigure = (value: number | null, measured: Measured, locale: PageLocale): string =>
  value === null ? WORDS[locale].none : written(value, measured, locale)

function written(value: number, { unit, currency }: Measured, locale: PageLocale): string {
  const words = WORDS[locale]
  switch (unit) {
    case 'share':
      return `${writtenNumber(value * 100, { digits: digitsOfShare(value), locale })}${BLANK}%`
    case 'share-difference':
      return `${sign(value)}${words.percentagePoints(writtenNumber(Math.abs(value) * 100, { digits: 1, locale }))}`
    case 'points':
      return writtenNumber(value, { digits: 1, locale })
    case 'index':
      return writtenNumber(value, { digits: 1, locale })
    case 'score':
      return writtenNumber(value, { digits: 2, locale })
    case 'minutes':
      return writtenMinutes(value, locale)
    case 'money':
      return currency === null ? writtenNumber(value, { digits: 0, locale }) : writtenMoney({ amount: value, currency }, locale)
  }
}

/** Does not break at the end of a line. */
const BLANK = '\u00a0'
const sign = (value: number): string => (value < 0 ? '−' : value > 0 ? '+' : '')

/** A share of one in a thousand needs more digits than one of a half. */
const digitsOfShare = (value: number): number => {
  const size = Math.abs(value)
  return size === 0 || size >= 0.01 ? 1 : size >= 0.001 ? 2 : 3
}

/** `1.234,5` in Vietnamese, `1,234.5` in English; a real minus sign. */
export function writtenNumber(
  value: number,
  { digits, locale }: { readonly digits: number; readonly locale: PageLocale },
): string {
  const format = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: digits,
    minimumFractionDigits: 0,
  })
  const rounded = Number(value.toFixed(digits))
  return `${rounded < 0 ? '−' : ''}${format.format(Math.abs(rounded))}`
}

function writtenMinutes(minutes: number, locale: PageLocale): string {
  const words = WORDS[locale]
  const whole = Math.round(minutes)
  if (whole < HOUR) return words.minutes(whole)
  const [large, small] = whole < DAY ? [HOUR, 1] : [DAY, HOUR]
  const [first, second] = [Math.floor(whole / large), Math.floor((whole % large) / small)]
  const parts = whole < DAY ? [words.hours(first), words.minutes(second)] : [words.days(first), words.hours(second)]
  return (second === 0 ? parts.slice(0, 1) : parts).join(' ')
}

const HOUR = 60
const DAY = 24 * HOUR

/** Shares of a whole that sum to a hundred, in the order of the counts. */
export const sharesInWords = (counts: readonly number[]): readonly string[] =>
  sharesOf(counts).map((share) => `${share}${BLANK}%`)

/** By how much: with its sign; of shares in percentage points, which are not per cent of the share before. */
export function writtenDifference(by: number, { unit, currency }: Measured, locale: PageLocale): string {
  const words = WORDS[locale]
  const size = Math.abs(by)
  const before = by < 0 ? '−' : '+'
  if (unit === 'share' || unit === 'share-difference')
    return `${before}${words.percentagePoints(writtenNumber(size * 100, { digits: digitsOfShare(size), locale }))}`
  if (unit === 'points' || unit === 'index') return `${before}${words.points(writtenNumber(size, { digits: 1, locale }))}`
  return `${before}${written(size, { unit, currency }, locale)}`
}

/** `từ 40,1 % đến 44,2 %`; null where there is no interval. */
export const writtenInterval = (kpi: Pick<Kpi, 'interval' | 'unit' | 'currency'>, locale: PageLocale): string | null =>
  kpi.interval === null
    ? null
    : WORDS[locale].between(written(kpi.interval.low, kpi, locale), written(kpi.interval.high, kpi, locale))

/** As a spreadsheet takes it: shares in per cent, everything else as it is; money in whole units of its currency. */
export function plainNumber(value: number | null, { unit, currency }: Measured): number | null {
  if (value === null) return null
  const isShare = unit === 'share' || unit === 'share-difference'
  const counted = isShare ? value * 100 : currency === null ? value : wholeUnits({ amount: value, currency })
  return Number(counted.toFixed(4))
}

/** What such a number is measured in; empty for a score or points, which are numbers alone. */
export function writtenUnit({ unit, currency }: Measured, locale: PageLocale): string {
  switch (unit) {
    case 'share':
      return '%'
    case 'share-difference':
      return WORDS[locale].percentagePointsUnit
    case 'minutes':
      return WORDS[locale].minutesUnit
    case 'money':
      return currency ?? ''
    case 'points':
    case 'index':
    case 'score':
      return ''
  }
}
