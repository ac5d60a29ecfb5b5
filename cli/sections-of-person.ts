/** The export of a person in sections for the readable document, in the person's language. */

import type { TimelineEntry } from '#app/customer-timeline.ts'
import type { PersonExport } from '#app/export-person.ts'
import { standingAnswer } from '#core/survey/response.ts'
import type { PageLocale } from '#web/pages/page.ts'
import type { DocumentSection } from '#web/pages/person-document.ts'

const WORDS = {
  vi: {
    profile: ['Hồ sơ', 'Mục', 'Giá trị'],
    consents: ['Sự đồng ý', 'Lúc', 'Loại thư', 'Quyết định', 'Nguồn', 'Bằng chứng'],
    purchases: ['Mua hàng', 'Ngày mua', 'Ngày giao', 'Mã', 'Sản phẩm', 'Số tiền'],
    contacts: ['Liên hệ', 'Ngày', 'Chiến dịch', 'Kết quả', 'Phản hồi của nhà cung cấp'],
    responses: ['Trả lời khảo sát', 'Lúc', 'Khảo sát', 'Điểm', 'Lý do', 'Nguồn'],
    replies: ['Thư đã gửi cho chúng tôi', 'Lúc', 'Tiêu đề', 'Nội dung', 'Tệp đính kèm'],
    work: ['Việc chăm sóc', 'Mở lúc', 'Lý do', 'Trạng thái', 'Ghi chú'],
    vouchers: ['Phiếu quà tặng', 'Mã', 'Giá trị', 'Hạn dùng', 'Đã dùng'],
    suppression: ['Địa chỉ không được gửi', 'Lúc', 'Lý do'],
  },
  en: {
    profile: ['Profile', 'Field', 'Value'],
    consents: ['Consent', 'At', 'Purpose', 'Decision', 'Source', 'Evidence'],
    purchases: ['Purchases', 'Bought', 'Delivered', 'Id', 'Product', 'Amount'],
    contacts: ['Contacts', 'Date', 'Campaign', 'Outcome', 'Word of the provider'],
    responses: ['Survey answers', 'At', 'Survey', 'Score', 'Reason', 'Came by'],
    replies: ['Mails to us', 'At', 'Subject', 'Text', 'Attachments'],
    work: ['Follow-up work', 'Opened', 'Reason', 'State', 'Note'],
    vouchers: ['Vouchers', 'Code', 'Value', 'Valid until', 'Redeemed'],
    suppression: ['Address not to be written to', 'At', 'Reason'],
  },
} as const

export function sectionsOf(held: PersonExport, locale: PageLocale): readonly DocumentSection[] {
  const words = WORDS[locale]
  const section = (
    [title, ...headings]: readonly [string, ...string[]],
    rows: readonly (readonly unknown[])[],
  ): DocumentSection => ({
    title,
    headings,
    rows: rows.map((row) => row.map(written)),
  })
  return [
    section(words.profile, Object.entries({ ...held.customer, frequency: held.frequency })),
    section(
      words.consents,
      held.consents.map(({ at, purpose, channel, decision, source, evidence }) => [
        at,
        `${purpose}/${channel}`,
        decision,
        source,
        evidence,
      ]),
    ),
    section(
      words.purchases,
      held.purchases.map(({ purchasedOn, deliveredOn, purchaseId, product, amount }) => [
        purchasedOn,
        deliveredOn,
        purchaseId,
        product,
        amount && `${amount.amount} ${amount.currency}`,
      ]),
    ),
    section(words.contacts, held.contacts.map(contactRow)),
    section(
      words.responses,
      held.responses.flatMap((response) => {
        const standing = standingAnswer(response)
        return response.answers.map((answer) => [
          answer.at,
          response.campaignId,
          answer.score,
          [answer.why, ...Object.values(answer.followUps).flat()].filter((text) => text !== null).join(' | '),
          answer === standing ? answer.origin.via : `${answer.origin.via} (…)`,
        ])
      }),
    ),
    section(
      words.replies,
      held.replies.map(({ receivedAt, subject, reading, attachments }) => [
        receivedAt,
        subject,
        reading.text,
        attachments.map(({ name }) => name).join(', '),
      ]),
    ),
    section(
      words.work,
      held.work.map(({ openedAt, reason, state, note }) => [openedAt, reason, state, note]),
    ),
    section(
      words.vouchers,
      held.vouchers.map(({ code, value, validTo, redeemedAt }) => [
        code,
        `${value.amount} ${value.currency}`,
        validTo,
        redeemedAt,
      ]),
    ),
    section(
      words.suppression,
      held.suppression === null
        ? []
        : held.suppression === 'unreadable'
          ? [['?', '?']]
          : [[held.suppression.at, held.suppression.reason]],
    ),
  ]
}

const contactRow = ({ date, campaignId, outcome, touch }: TimelineEntry): readonly unknown[] => [
  date,
  campaignId,
  outcome === null ? touch?.result : 'reason' in outcome ? `${outcome.state}: ${outcome.reason}` : outcome.state,
  touch?.delivery && `${touch.delivery.state} ${touch.delivery.at}`,
]

function written(value: unknown): string {
  if (value === null || value === undefined) return '–'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
