/** The periods of reports as people call them, with their days where the name does not say them. */
import type { Period } from '#core/kpi/period.ts'
import type { PeriodKind, ReportPeriod } from '#core/report/report-period.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenMonth } from '#web/words/written.ts'

export const PERIOD_KIND_WORDS = bothLanguages<Readonly<Record<PeriodKind, string>>>({
  vi: { week: 'Tuần', month: 'Tháng', quarter: 'Quý', year: 'Năm' },
  en: { week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' },
})

const WORDS = bothLanguages({
  vi: {
    week: (number: number, year: string) => `Tuần ${number} năm ${year}`,
    quarter: (number: string, year: string) => `Quý ${number}/${year}`,
    year: (year: string) => `Năm ${year}`,
    days: (from: string, to: string) => `từ ${from} đến ${to}`,
  },
  en: {
    week: (number, year) => `Week ${number} of ${year}`,
    quarter: (number, year) => `Q${number} ${year}`,
    year: (year) => year,
    days: (from, to) => `${from} to ${to}`,
  },
})

/** `Tháng 2/2027`, `Q1 2027`, `Tuần 5 năm 2027`. */
export function writtenPeriod({ kind, key }: Pick<ReportPeriod, 'kind' | 'key'>, locale: PageLocale): string {
  const words = WORDS[locale]
  const [year = '', part = ''] = key.split('-')
  switch (kind) {
    case 'week':
      return words.week(Number(part.slice(1)), year)
    case 'month':
      return writtenMonth(key, locale)
    case 'quarter':
      return words.quarter(part.slice(1), year)
    case 'year':
      return words.year(year)
  }
}

/** As it stands within a sentence: `tháng 2/2027`. */
export function periodWithin(period: Pick<ReportPeriod, 'kind' | 'key'>, locale: PageLocale): string {
  const written = writtenPeriod(period, locale)
  return locale === 'vi' || period.kind === 'week' ? `${written.slice(0, 1).toLowerCase()}${written.slice(1)}` : written
}

/** Short enough for an axis: `02/27`, `T5`, `Q1/27`, `2027`. */
export function periodOnAxis({ kind, key }: Pick<ReportPeriod, 'kind' | 'key'>, locale: PageLocale): string {
  const [year = '', part = ''] = key.split('-')
  const short = year.slice(2)
  if (kind === 'year') return year
  if (kind === 'month') return `${Number(part)}/${short}`
  return kind === 'week' ? `${locale === 'vi' ? 'T' : 'W'}${Number(part.slice(1))}` : `Q${part.slice(1)}/${short}`
}

export const writtenDays = ({ from, to }: Period, locale: PageLocale): string =>
  from === to ? shortDate(from, locale) : WORDS[locale].days(shortDate(from, locale), shortDate(to, locale))
