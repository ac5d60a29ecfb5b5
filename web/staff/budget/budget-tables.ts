/** A budget as tables of a workbook: every line with its basis, then the same added up by occasion, tier and channel. Amounts are numbers. */

import { goneLine, SUMMED_BY, type SumOf, sumsBy } from '#core/planned-budget/sums-by.ts'
import type { PlannedBudget } from '#core/planned-budget/whole-budget.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { wholeUnits } from '#web/rendering/written-value.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import {
  type BudgetReader,
  basisInWords,
  becauseInWords,
  comparedVolume,
  levelInWords,
  lineKindWords,
  tierValue,
} from '#web/words/budget-lines.ts'
import { channelTitle } from '#web/words/channels.ts'
import { writtenDays } from '#web/words/report-periods.ts'
import { SEGMENT_WORDS } from '#web/words/segments.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Dự trù ngân sách',
    period: 'Kỳ',
    customers: 'Số khách',
    currency: 'Đồng tiền',
    before: 'Kỳ trước',
    noBefore: 'chưa có kỳ nào đủ số liệu',
    lines: 'Từng khoản',
    line: 'Khoản',
    volume: 'Số lượng',
    expected: 'Dự kiến',
    low: 'Thấp nhất',
    high: 'Cao nhất',
    perCustomer: 'Một khách',
    per: { occasion: 'mỗi dịp', year: 'mỗi năm' },
    level: 'Nhận xét',
    because: 'Vì sao',
    basis: 'Cơ sở tính',
    total: 'Tổng cộng',
    gone: 'Khoản khác của kỳ trước, kỳ này không có',
  },
  en: {
    title: 'Budget',
    period: 'Period',
    customers: 'Customers',
    currency: 'Currency',
    before: 'Period before',
    noBefore: 'none whose facts are whole',
    lines: 'Lines',
    line: 'Line',
    volume: 'Volume',
    expected: 'Expected',
    low: 'Lowest',
    high: 'Highest',
    perCustomer: 'One customer',
    per: { occasion: 'on one occasion', year: 'in a year' },
    level: 'Level',
    because: 'Why',
    basis: 'Basis',
    total: 'Total',
    gone: 'Other items of the period before, which this one does not have',
  },
})

interface BudgetTable {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

export const budgetTables = (budget: PlannedBudget, reader: BudgetReader): readonly BudgetTable[] => [
  aboutTable(budget, reader.locale),
  linesTable(budget, reader),
  ...SUMMED_BY.map((by) => sumsTable(budget, { by, reader })),
]

function aboutTable({ period, customers, currency, beforePeriod, total }: PlannedBudget, locale: PageLocale): BudgetTable {
  const words = WORDS[locale]
  const units = (amount: number) => wholeUnits({ amount, currency })
  return {
    title: words.title,
    headings: [words.title, ''],
    rows: [
      [words.period, writtenDays(period, locale)],
      [words.customers, customers],
      [words.currency, currency],
      [words.expected, units(total.expected)],
      [words.low, units(total.low)],
      [words.high, units(total.high)],
      [words.before, beforePeriod ? writtenDays(beforePeriod, locale) : words.noBefore],
      ...(total.before ? [[words.before, units(total.before.amount)]] : []),
      [words.level, levelInWords(total.verdict, locale)],
      ...becauseInWords(total.verdict, { volume: null, locale, currency }).map((because) => [words.because, because]),
    ],
  }
}

function linesTable({ lines, currency, total }: PlannedBudget, reader: BudgetReader): BudgetTable {
  const { locale, campaignName } = reader
  const words = WORDS[locale]
  const { campaign, tier, channel } = SEGMENT_WORDS[locale].columns
  const units = (amount: number) => wholeUnits({ amount, currency })
  const rows = lines.map((line) => [
    line.basis.is === 'by-hand' && line.basis.title !== null ? line.basis.title : lineKindWords(line.kind, locale),
    line.campaign === null ? '' : campaignName(line.campaign),
    line.campaign === null ? '' : tierValue(line.tier, locale),
    line.channel === null ? '' : channelTitle(line.channel)[locale],
    line.volume ?? '',
    units(line.amount.expected),
    units(line.amount.low),
    units(line.amount.high),
    line.before === null ? '' : units(line.before.amount),
    line.perCustomer === null ? '' : units(line.perCustomer.amount),
    line.perCustomer === null ? '' : words.per[line.perCustomer.per],
    levelInWords(line.verdict, locale),
    becauseInWords(line.verdict, { volume: comparedVolume(line), locale, currency }).join('; '),
    basisInWords(line.basis, reader),
  ])
  const gone = goneLine({ lines, total }).map(({ before }) => [
    ...[words.gone, '', '', '', '', 0, 0, 0, units(before ?? 0)],
    ...['', '', '', '', ''],
  ])
  const sum = [units(total.expected), units(total.low), units(total.high)]
  return {
    title: words.lines,
    headings: [
      ...[words.line, campaign, tier, channel, words.volume, words.expected, words.low, words.high, words.before],
      ...[words.perCustomer, '', words.level, words.because, words.basis],
    ],
    rows: [
      ...rows,
      ...gone,
      [words.total, '', '', '', '', ...sum, total.before ? units(total.before.amount) : '', '', '', '', '', ''],
    ],
  }
}

function sumsTable(
  { lines, currency, total }: PlannedBudget,
  { by, reader }: { readonly by: (typeof SUMMED_BY)[number]; readonly reader: BudgetReader },
): BudgetTable {
  const words = WORDS[reader.locale]
  const column = SEGMENT_WORDS[reader.locale].columns[by]
  const units = (amount: number) => wholeUnits({ amount, currency })
  const rows = sumsBy({ lines, total }, by).map(({ of, amount, before }) => [
    sumName(of, by, reader),
    units(amount.expected),
    units(amount.low),
    units(amount.high),
    before === null ? '' : units(before),
  ])
  const sum = [units(total.expected), units(total.low), units(total.high), total.before ? units(total.before.amount) : '']
  return {
    title: column,
    headings: [column, words.expected, words.low, words.high, words.before],
    rows: [...rows, [words.total, ...sum]],
  }
}

export function sumName(of: SumOf, by: (typeof SUMMED_BY)[number], { locale, campaignName }: BudgetReader): string {
  switch (of.is) {
    case 'none':
      return tierValue(null, locale)
    case 'gone':
      return WORDS[locale].gone
    case 'kind':
      return lineKindWords(of.kind, locale)
    case 'value':
      if (by === 'campaign') return campaignName(of.value)
      return by === 'tier' ? of.value : channelTitle(of.value)[locale]
  }
}
