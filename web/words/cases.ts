/** Cases in words: their steps, types, severities, clocks, and what must be known about them. */
import { type CasePolicy, categoryOf, type Length } from '#core/campaign/case-policy.ts'
import type { CaseField, CaseRequirement, CaseType, EscalationLevel, Severity } from '#core/campaign/case-terms.ts'
import type { CaseClockName, CaseStep, SeverityRule } from '#core/work/case/case-event.ts'
import type { SeverityNow } from '#core/work/case/case-standing.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'

export const STEP_WORDS = bothLanguages<Readonly<Record<CaseStep, string>>>({
  vi: { confirm: 'xác nhận vấn đề', collect: 'thu thập thông tin', propose: 'tìm giải pháp', 'follow-up': 'theo dõi' },
  en: { confirm: 'confirm the problem', collect: 'collect what is needed', propose: 'find a solution', 'follow-up': 'follow up' },
})

export const TYPE_WORDS = bothLanguages<Readonly<Record<CaseType, string>>>({
  vi: { complaint: 'Khiếu nại', request: 'Yêu cầu', question: 'Câu hỏi của khách', suggestion: 'Góp ý' },
  en: { complaint: 'Complaint', request: 'Request', question: 'Question', suggestion: 'Suggestion' },
})

export const FIELD_WORDS = bothLanguages<Readonly<Record<CaseField, string>>>({
  vi: {
    'order-id': 'Mã đơn hàng',
    'order-date': 'Ngày đặt hàng',
    'delivery-address': 'Địa chỉ giao hàng',
    product: 'Sản phẩm',
    batch: 'Số lô',
    quantity: 'Số lượng',
    'amount-paid': 'Số tiền đã trả',
    'place-of-purchase': 'Nơi mua',
    'happened-on': 'Ngày xảy ra',
    'member-of-staff': 'Nhân viên liên quan',
    'voucher-code': 'Mã phiếu quà',
    'invoice-company': 'Tên công ty trên hóa đơn',
    'invoice-address': 'Địa chỉ trên hóa đơn',
    'tax-code': 'Mã số thuế',
  },
  en: {
    'order-id': 'Order id',
    'order-date': 'Date of the order',
    'delivery-address': 'Delivery address',
    product: 'Product',
    batch: 'Batch',
    quantity: 'Quantity',
    'amount-paid': 'Amount paid',
    'place-of-purchase': 'Where it was bought',
    'happened-on': 'Day on which it happened',
    'member-of-staff': 'Member of staff concerned',
    'voucher-code': 'Voucher code',
    'invoice-company': 'Company on the invoice',
    'invoice-address': 'Address on the invoice',
    'tax-code': 'Tax code',
  },
})

/** Also what is no field of the description. */
export const REQUIREMENT_WORDS = bothLanguages<Readonly<Record<CaseRequirement, string>>>({
  vi: { ...FIELD_WORDS.vi, photo: 'Ảnh' },
  en: { ...FIELD_WORDS.en, photo: 'Photo' },
})

export const CLOCK_WORDS = bothLanguages<Readonly<Record<CaseClockName, string>>>({
  vi: {
    acknowledge: 'Bắt đầu',
    propose: 'Đề xuất giải pháp đầu tiên',
    reply: 'Trả lời khách',
    resolve: 'Giải quyết xong',
    'ask-again': 'Hỏi lại khách',
    law: 'Hạn của luật',
  },
  en: {
    acknowledge: 'Begin',
    propose: 'First proposal',
    reply: 'Answer the customer',
    resolve: 'Solved',
    'ask-again': 'Ask the customer again',
    law: 'Limit of the law',
  },
})

export const LEVEL_WORDS = bothLanguages<Readonly<Record<EscalationLevel, string>>>({
  vi: { lead: 'trưởng nhóm', head: 'trưởng phòng', director: 'ban giám đốc' },
  en: { lead: 'the lead', head: 'the head', director: 'the director' },
})

const RULE_WORDS = bothLanguages<Readonly<Record<SeverityRule, string>>>({
  vi: {
    score: 'vì điểm khách cho',
    words: 'vì lời trong thư hay lời ghi',
    tier: 'vì hạng của khách',
    repeat: 'vì khách vừa khiếu nại trước đó',
  },
  en: {
    score: 'by the score',
    words: 'by words in the mail or note',
    tier: 'by the tier of the customer',
    repeat: 'because the customer complained not long ago',
  },
})

const WORDS = bothLanguages({
  vi: {
    byHand: (text: string) => `nhân viên đặt: ${text}`,
    byType: (type: string) => `theo loại: ${type.toLowerCase()}`,
    working: {
      minutes: (n: number) => `${n} phút làm việc`,
      hours: (n: number) => `${n} giờ làm việc`,
      days: (n: number) => `${n} ngày làm việc`,
    },
    always: {
      minutes: (n: number) => `${n} phút, kể cả đêm`,
      hours: (n: number) => `${n} giờ, kể cả đêm`,
      days: (n: number) => `${n} ngày, kể cả đêm`,
    },
  },
  en: {
    byHand: (text: string) => `set by staff: ${text}`,
    byType: (type: string) => `by its type: ${type.toLowerCase()}`,
    working: {
      minutes: (n: number) => numberOf(n, ['working minute', 'working minutes']),
      hours: (n: number) => numberOf(n, ['working hour', 'working hours']),
      days: (n: number) => numberOf(n, ['working day', 'working days']),
    },
    always: {
      minutes: (n: number) => `${numberOf(n, ['minute', 'minutes'])}, nights too`,
      hours: (n: number) => `${numberOf(n, ['hour', 'hours'])}, nights too`,
      days: (n: number) => `${numberOf(n, DAYS)}, nights too`,
    },
  },
})

/** By its name; by its id where the company's settings do not know it any more. */
export const categoryNamed = (
  category: string,
  { cases, locale }: { readonly cases: Pick<CasePolicy, 'categories'>; readonly locale: PageLocale },
): string => categoryOf(cases, category)?.name[locale] ?? category

/** `S2 Cao`. */
export const severityNamed = (
  severity: Severity,
  { cases, locale }: { readonly cases: Pick<CasePolicy, 'severities'>; readonly locale: PageLocale },
): string => `${severity.toUpperCase()} ${cases.severities[severity].name[locale]}`

export function whyThisSeverity(because: SeverityNow['because'], locale: PageLocale): string {
  switch (because.is) {
    case 'rule':
      return RULE_WORDS[locale][because.rule]
    case 'reason':
      return WORDS[locale].byHand(because.text)
    case 'type':
      return WORDS[locale].byType(TYPE_WORDS[locale][because.type])
  }
}

/** `4 giờ làm việc`, `4 working hours`, `1 hour, nights too`. */
export function lengthInWords(
  { amount, unit }: Length,
  { time, locale }: { readonly time: 'working' | 'around-the-clock'; readonly locale: PageLocale },
): string {
  return WORDS[locale][time === 'working' ? 'working' : 'always'][unit](amount)
}
