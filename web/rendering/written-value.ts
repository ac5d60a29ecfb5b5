/** Dates and money as a reader of a language writes them, independent of the host's own language and zone. */
import { type Money, minorDigits } from '#core/budget/money.ts'
import { boundedMemo } from '#core/time/bounded-memo.ts'
import { type LocalDate, partsOf } from '#core/time/local-date.ts'

/** `Thứ Tư, ngày 2 tháng 9 năm 2026`; `2 September 2026`. */
export function longDate(date: LocalDate, locale: string): string {
  const { year, month, day } = partsOf(date)
  if (!isVietnamese(locale)) return formatsOf(locale).long.format(Date.UTC(year, month - 1, day))
  const weekday = formatsOf(locale).weekday.format(Date.UTC(year, month - 1, day))
  return `${weekday}, ngày ${day} tháng ${month} năm ${year}`
}

/** `02/09/2026` in Vietnamese. Elsewhere the month is a word, because some readers take 02/09 for February. */
export function shortDate(date: LocalDate, locale: string): string {
  const { year, month, day } = partsOf(date)
  if (!isVietnamese(locale)) return longDate(date, locale)
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
}

/** `1.234.567 ₫`; the blank before the sign does not break. */
export function writtenMoney({ amount, currency }: Money, locale: string): string {
  return moneyFormat(`${regionOf(locale)} ${currency}`).format(wholeUnits({ amount, currency }))
}

/** In whole units of the currency: 12.5 dollars for 1250 cents, 50000 đồng for 50000. */
export const wholeUnits = ({ amount, currency }: Money): number => amount / 10 ** minorDigits(currency)

const isVietnamese = (locale: string) => locale === 'vi' || locale.startsWith('vi-')

/** Plain `en` is read mostly outside the United States: day before month. */
const regionOf = (locale: string) => (locale === 'en' ? 'en-GB' : locale)

const formatsOf = boundedMemo(32, (locale: string) => ({
  weekday: new Intl.DateTimeFormat(regionOf(locale), { weekday: 'long', timeZone: 'UTC' }),
  long: new Intl.DateTimeFormat(regionOf(locale), { dateStyle: 'long', timeZone: 'UTC' }),
}))

const moneyFormat = boundedMemo(64, (question: string) => {
  const [locale, currency] = question.split(' ')
  return new Intl.NumberFormat(locale, { style: 'currency', currency: currency ?? '' })
})
