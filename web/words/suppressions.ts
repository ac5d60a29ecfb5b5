/** Why an address is never written to, in words. */
import type { Suppression } from '#core/audience/suppression.ts'
import type { PageLocale } from '#web/customer/page.ts'

export const SUPPRESSION_WORDS: Readonly<Record<PageLocale, Readonly<Record<Suppression['reason'], string>>>> = {
  vi: {
    'hard-bounce': 'thư bị trả lại vĩnh viễn',
    'soft-bounces': 'thư bị trả lại nhiều lần',
    complaint: 'khách báo thư rác',
    'opt-out': 'khách từ chối',
    legal: 'lý do pháp lý',
  },
  en: {
    'hard-bounce': 'permanent bounce',
    'soft-bounces': 'bounced too often',
    complaint: 'marked as spam',
    'opt-out': 'opted out',
    legal: 'legal reasons',
  },
}
