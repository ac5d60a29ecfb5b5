/** The vouchers that were used in a period, one by one: what the shop took in, from whom, and of which campaign. */
import { html } from 'hono/html'
import type { Voucher } from '#core/budget/voucher.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Html } from '#web/customer/page.ts'
import { writtenMoney } from '#web/rendering/written-value.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { placeLinks } from '#web/staff/page-links.ts'
import { campaignPath, voucherAddress } from '#web/staff/paths.ts'
import { giftsUsedPath, type ReportAsked, reportPath } from '#web/staff/report/report-paths.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { periodWithin, writtenPeriod } from '#web/words/report-periods.ts'
import { writtenSegment } from '#web/words/segments.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    back: 'Báo cáo',
    title: 'Phiếu quà đã dùng',
    headings: ['Dùng lúc', 'Phiếu', 'Giá trị', 'Khách', 'Chiến dịch', 'Nơi nhận'],
    none: 'Không có phiếu nào được dùng trong kỳ.',
    now: 'Danh sách cho thấy dữ liệu lúc này: hạng và nước theo hồ sơ hôm nay. Con số của báo cáo được tổng hợp trước đó nên có thể khác.',
  },
  en: {
    back: 'Report',
    title: 'Vouchers used',
    headings: ['Used at', 'Voucher', 'Worth', 'Customer', 'Campaign', 'Taken by'],
    none: 'No voucher was used in the period.',
    now: 'The list shows the data of now: tier and country of today’s profiles. The figure of the report was made before and may differ.',
  },
})

interface GiftsShown {
  readonly asked: ReportAsked
  /** Null: of every one. */
  readonly currency: string | null
  readonly gifts: readonly { readonly voucher: Voucher; readonly customer: Customer | undefined }[]
  readonly next: string | null
  readonly isFirst: boolean
  readonly campaignName: (campaignId: string) => string
}

export function giftsUsedPage(frame: Frame, { asked, currency, gifts, next, isFirst, campaignName }: GiftsShown): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const rows = gifts.map(({ voucher: { code, value, redeemedAt, redeemedBy, customerId, campaignId }, customer }) => [
    redeemedAt === null ? '' : writtenInstant(redeemedAt, { zone: company.zone, locale }),
    html`<a href="${voucherAddress(frame.pages, code)}"><code>${code}</code></a>`,
    html`<span class="number">${writtenMoney(value, locale)}</span>`,
    customerLink({ customerId, name: customer?.fullName }, locale),
    html`<a href="${campaignPath(campaignId)}">${campaignName(campaignId)}</a>`,
    redeemedBy ?? '–',
  ])
  const part = asked.segment.by === 'all' ? '' : ` · ${writtenSegment(asked.segment, { locale, campaignName })}`
  const body = html`<p class="trail"><a href="${reportPath(asked)}">← ${words.back}: ${writtenPeriod(asked.period, locale)}</a></p>
      <h1>${words.title}</h1>
      <p class="quiet">${periodWithin(asked.period, locale)}${part}${currency === null ? '' : `, ${currency}`}. ${words.now}</p>
      <section>
        ${table({ locale, label: words.title, headings: words.headings, rows, empty: words.none })}
        ${placeLinks({ isFirst, next, locale, link: (before) => giftsUsedPath({ asked, currency, before }) })}
      </section>`
  return framePage({ frame, section: 'report', title: words.title, body })
}
