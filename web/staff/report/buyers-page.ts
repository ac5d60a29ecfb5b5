/** The customers behind a figure of purchases, one by one. */
import { html } from 'hono/html'
import type { Customer } from '#core/customer/customer.ts'
import type { BuyerGroup, FigureOfPurchases } from '#core/kpi/buyers-behind.ts'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { placeLinks } from '#web/staff/page-links.ts'
import { customersPhone } from '#web/staff/phone-link.ts'
import { kindOfBuyers } from '#web/staff/report/behind-buyers.ts'
import { BEHIND_WORDS } from '#web/staff/report/behind-words.ts'
import { buyersPath, figurePath, type ReportAsked } from '#web/staff/report/report-paths.ts'
import { table } from '#web/staff/table.ts'
import type { Trail } from '#web/staff/trail.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { periodWithin } from '#web/words/report-periods.ts'
import { writtenSegment } from '#web/words/segments.ts'

const WORDS = bothLanguages({
  vi: {
    columns: { first: 'Mua lần đầu', last: 'Mua lần cuối', bought: 'Mua đầu tiên trong kỳ' },
    others: ['Khách', 'Điện thoại', 'Hạng'],
    none: 'Không có khách nào thuộc nhóm này.',
    noneHere: 'Chưa gặp ai thuộc nhóm này trong phần vừa xem.',
    now: 'Danh sách cho thấy các lần mua đã ghi đến lúc này, không có người đã xóa dữ liệu. Cột hạng theo hồ sơ hôm nay; xem theo hạng hay nước thì có những khách thuộc nơi ấy khi kỳ bắt đầu, như chỉ số. Con số của báo cáo được tổng hợp trước đó nên có thể khác.',
  },
  en: {
    columns: { first: 'First bought', last: 'Last bought', bought: 'First bought in the period' },
    others: ['Customer', 'Phone', 'Tier'],
    none: 'No customer belongs to this group.',
    noneHere: 'Nobody of this group was met in the part just looked through.',
    now: 'The list shows the purchases that are known by now, and nobody who was erased. The column of tiers is that of today’s profiles; of a tier or country it has those who stood there when the period began, as the figure does. The figure of the report was made before and may differ.',
  },
})

/** What the day of a customer in the list is. */
const DAY_OF = { retention: 'first', kept: 'last', active: 'bought' } as const

interface BuyersShown {
  readonly figure: FigureOfPurchases
  readonly group: BuyerGroup
  readonly asked: ReportAsked
  readonly buyers: readonly { readonly customer: Customer; readonly day: LocalDate }[]
  readonly next: string | null
  /** Where this page begins, empty for the beginning, and through which pages the visitor came. */
  readonly went: { readonly here: string; readonly trail: Trail }
  readonly campaignName: (campaignId: string) => string
}

export function buyersPage(frame: Frame, { figure, group, asked, buyers, next, went, campaignName }: BuyersShown): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const kind = kindOfBuyers(figure)
  const isFirst = went.here === ''
  const { title: whole, did, didNot } = BEHIND_WORDS[locale].buyers[kind]
  const title = `${whole}: ${group === 'did' ? did : didNot}`
  const name = KPI_DEFINITIONS[figure].name[locale]
  const rows = buyers.map(({ customer, day }) => [
    customerLink({ customerId: customer.customerId, name: customer.fullName }, locale),
    customersPhone(customer, locale) ?? '–',
    customer.tier ?? '–',
    shortDate(day, locale),
  ])
  const empty = next === null && isFirst ? words.none : words.noneHere
  const part = asked.segment.by === 'all' ? '' : ` · ${writtenSegment(asked.segment, { locale, campaignName })}`
  const body = html`<p class="trail"><a href="${figurePath(figure, asked)}">← ${name}</a></p>
      <h1>${title}</h1>
      <p class="quiet">${name}, ${periodWithin(asked.period, locale)}${part}. ${words.now}</p>
      <section>
        ${table({ locale, label: title, headings: [...words.others, words.columns[DAY_OF[kind]]], rows, empty })}
        ${placeLinks({ isFirst, next, locale, order: 'onward', went, link: (before, trail) => buyersPath({ figure, group, asked, before, trail }) })}
      </section>`
  return framePage({ frame, section: 'report', title, body })
}
