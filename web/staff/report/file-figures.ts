/** The table of all figures as a file holds it: a page tells interval, unit and what is missing in one cell, and a spreadsheet counts with each. */
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import type { Compared, Figure } from '#core/report/figure.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { caveats, changeText } from '#web/staff/report/figure-parts.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { plainNumber, writtenUnit } from '#web/words/figures.ts'
import { liftLines, writtenValue } from '#web/words/lifts.ts'

const HEADINGS = bothLanguages({
  vi: [
    'Chỉ số',
    'Kỳ này',
    'Đơn vị',
    'Khoảng từ',
    'Khoảng đến',
    'Số trường hợp',
    'Mục tiêu',
    'Kỳ trước',
    'So với kỳ trước',
    'Năm trước',
    'So với năm trước',
    'Lưu ý',
  ],
  en: [
    'Figure',
    'This period',
    'Unit',
    'Interval: low',
    'Interval: high',
    'Counted',
    'Target',
    'Period before',
    'Since the period before',
    'Year before',
    'Since the year before',
    'Note',
  ],
})

export const figureHeadings = (locale: PageLocale): readonly string[] => HEADINGS[locale]

/** Of a lift first why there is none, or what it says. */
const notes = (kpi: Kpi, locale: PageLocale): readonly string[] => [
  ...(kpi.value === null && kpi.unit === 'share-difference' ? [writtenValue(kpi, locale)] : []),
  ...liftLines(kpi, locale),
  ...caveats(kpi, locale),
]

/** Empty where there is no number. */
export function figureFileRow({ kpi, target, before, yearBefore }: Figure, locale: PageLocale): readonly (string | number)[] {
  const plain = (value: number | null | undefined) => plainNumber(value ?? null, kpi) ?? ''
  const since = (compared: Compared | null) => (kpi.value === null ? '' : changeText(kpi, compared, locale))
  return [
    KPI_DEFINITIONS[kpi.id].name[locale],
    plain(kpi.value),
    writtenUnit(kpi, locale),
    plain(kpi.interval?.low),
    plain(kpi.interval?.high),
    kpi.n,
    plain(target?.at),
    plain(before?.value),
    since(before),
    plain(yearBefore?.value),
    since(yearBefore),
    notes(kpi, locale).join('; '),
  ]
}
