/** The outcomes of a touch, and what the provider later reported, each in a word or two. */
import type { OutcomeState } from '#core/audience/outcome.ts'
import type { Delivery } from '#core/planning/touch.ts'
import type { PageLocale } from '#web/customer/page.ts'

export const STATE_WORDS: Readonly<Record<PageLocale, Readonly<Record<OutcomeState, string>>>> = {
  vi: {
    planned: 'chờ gửi',
    sent: 'đã gửi',
    skipped: 'bỏ qua',
    deferred: 'dời lại',
    withheld: 'giữ lại để so sánh',
    failed: 'gửi lỗi',
    unknown: 'chưa rõ',
  },
  en: {
    planned: 'planned',
    sent: 'sent',
    skipped: 'skipped',
    deferred: 'deferred',
    withheld: 'withheld',
    failed: 'failed',
    unknown: 'unknown',
  },
}

export const DELIVERY_WORDS: Readonly<Record<PageLocale, Readonly<Record<Delivery['state'], string>>>> = {
  vi: {
    delivered: 'đã đến',
    bounced: 'bị trả lại',
    complained: 'khách báo thư rác',
    rejected: 'nhà cung cấp từ chối',
    delayed: 'đang chậm',
  },
  en: { delivered: 'delivered', bounced: 'bounced', complained: 'marked as spam', rejected: 'rejected', delayed: 'delayed' },
}

/** In place of `sent`, for a call that came to the desk: it is not made yet. */
export const HANDED_WORDS: Readonly<Record<PageLocale, string>> = { vi: 'đã giao cho nhóm gọi', en: 'handed to the desk' }

/** Beside those handed to the desk: written to because the team has no time to ring them. */
export const INSTEAD_WORDS: Readonly<Record<PageLocale, string>> = { vi: 'viết thư thay cho gọi', en: 'written to instead' }
