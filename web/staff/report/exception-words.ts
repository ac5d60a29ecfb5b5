/** What stands at the top of the report, in sentences: what happened, and by how much. */
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { Kpi, KpiId } from '#core/kpi/kpi.ts'
import type { Exception } from '#core/report/exceptions.ts'
import { figureIn, type ReportView } from '#core/report/report-view.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenFigure } from '#web/words/figures.ts'
import { numberOf } from '#web/words/number-of.ts'
import { writtenDays } from '#web/words/report-periods.ts'
import { writtenCount } from '#web/words/written.ts'

const CUSTOMERS = ['customer', 'customers'] as const
const TOUCHES = ['touch', 'touches'] as const
const PROMISES = ['promised call-back was', 'promised call-backs were'] as const

const WORDS = bothLanguages({
  vi: {
    worsened: {
      before: (name: string, moved: string) => `${name} kém đi so với kỳ trước: ${moved}`,
      'year-before': (name: string, moved: string) => `${name} kém đi so với năm trước: ${moved}`,
    },
    rose: (from: string, to: string) => `tăng từ ${from} lên ${to}`,
    fell: (from: string, to: string) => `giảm từ ${from} xuống ${to}`,
    missed: (name: string, value: string, target: string) => `${name} chưa đạt mục tiêu: ${value}, mục tiêu ${target}`,
    off: {
      skipped: (whole: string, parts: string) => `Số khách bị bỏ qua không khớp: ${whole} khách, theo lý do cộng lại ${parts}`,
      withheld: (whole: string, parts: string) =>
        `Số khách giữ lại để so sánh không khớp: ${whole} khách, theo lý do cộng lại ${parts}`,
    },
    unknown: (_: number, count: string, campaigns: string) =>
      `Chưa rõ ${count} khách đã nhận hay chưa${campaigns === '' ? '' : `: ${campaigns}`}`,
    neverSent: (_: number, count: string) => `${count} lượt đã định mà chưa gửi, dù kỳ đã hết`,
    broken: (_: number, count: string) => `Lỡ ${count} lần hẹn gọi lại`,
    stopped: {
      paused: (name: string) => `Chiến dịch “${name}” đang tạm dừng`,
      cancelled: (name: string) => `Chiến dịch “${name}” đã hủy`,
    },
    currencies: (names: string) => `Chi phí có nhiều loại tiền (${names}): không cộng lại được`,
    days: (days: string) => `Thiếu số liệu của các ngày: ${days}`,
    again: 'Có số liệu đến muộn chưa được tính vào đây: đêm tới sẽ tính lại',
    provisional: (names: string) => `Còn có thể thay đổi: ${names}`,
    notOver: 'Kỳ này chưa hết: số liệu đến hết hôm qua',
  },
  en: {
    worsened: {
      before: (name, moved) => `${name} got worse since the period before: ${moved}`,
      'year-before': (name, moved) => `${name} got worse since the year before: ${moved}`,
    },
    rose: (from, to) => `up from ${from} to ${to}`,
    fell: (from, to) => `down from ${from} to ${to}`,
    missed: (name, value, target) => `${name} missed its target: ${value}, target ${target}`,
    off: {
      skipped: (whole, parts) => `Customers left out do not add up: ${whole}, by reason ${parts}`,
      withheld: (whole, parts) => `Customers withheld do not add up: ${whole}, by reason ${parts}`,
    },
    unknown: (count, written, campaigns) =>
      `Unknown whether ${count === 1 ? '1 customer' : `${written} ${CUSTOMERS[1]}`} got it${campaigns === '' ? '' : `: ${campaigns}`}`,
    neverSent: (count, written) =>
      `${numberOf(count === 1 ? 1 : written, TOUCHES)} planned and never made, though the period is over`,
    broken: (count, written) => `${numberOf(count === 1 ? 1 : written, PROMISES)} broken`,
    stopped: {
      paused: (name) => `The campaign “${name}” is paused`,
      cancelled: (name) => `The campaign “${name}” was cancelled`,
    },
    currencies: (names) => `Costs are in several currencies (${names}): they have no sum`,
    days: (days) => `No figures of these days: ${days}`,
    again: 'Something came late and is not counted here yet: the next night counts it',
    provisional: (names) => `May still change: ${names}`,
    notOver: 'This period is not over: figures up to the end of yesterday',
  },
})

export interface ExceptionReader {
  readonly view: ReportView
  readonly locale: PageLocale
  readonly campaignName: (campaignId: string) => string
}

export function exceptionInWords(exception: Exception, { view, locale, campaignName }: ExceptionReader): string {
  const words = WORDS[locale]
  const count = (number: number) => writtenCount(number, locale)
  const figure = (id: KpiId) => figureIn(view, id)
  const written = (value: number | null, kpi: Kpi | undefined) => (kpi === undefined ? '' : writtenFigure(value, kpi, locale))
  switch (exception.is) {
    case 'worsened': {
      const kpi = figure(exception.kpi)?.kpi
      const moved = (kpi?.value ?? 0) > (exception.from ?? 0) ? words.rose : words.fell
      const said = moved(written(exception.from, kpi), written(kpi?.value ?? null, kpi))
      return words.worsened[exception.since](shortName(exception.kpi, locale), said)
    }
    case 'target-missed': {
      const found = figure(exception.kpi)
      return words.missed(
        shortName(exception.kpi, locale),
        written(found?.kpi.value ?? null, found?.kpi),
        written(found?.target?.at ?? null, found?.kpi),
      )
    }
    case 'balance-off':
      return words.off[exception.of](count(exception.whole), count(exception.parts))
    case 'unknown-outcomes':
      return words.unknown(exception.count, count(exception.count), exception.campaigns.map(campaignName).join(', '))
    case 'never-sent':
      return words.neverSent(exception.count, count(exception.count))
    case 'promises-broken':
      return words.broken(exception.count, count(exception.count))
    case 'campaign-stopped':
      return words.stopped[exception.state](campaignName(exception.campaignId))
    case 'mixed-currencies':
      return words.currencies(exception.currencies.join(', '))
    case 'days-missing':
      return words.days(exception.spans.map((span) => writtenDays(span, locale)).join('; '))
    case 'counted-again':
      return words.again
    case 'provisional':
      return words.provisional(exception.kpis.map((id) => shortName(id, locale)).join(', '))
    case 'not-over':
      return words.notOver
  }
}

/** What leaders call it where they have a short word for it. */
export const shortName = (id: KpiId, locale: PageLocale): string => SHORT[id] ?? KPI_DEFINITIONS[id].name[locale]

const SHORT: Readonly<Partial<Record<KpiId, string>>> = { nps: 'NPS', csat: 'CSAT', csi: 'CSI' }
