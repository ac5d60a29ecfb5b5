/** What a mail is for, as customers agree to it. */
import type { Purpose } from '#core/audience/consent.ts'
import type { PageLocale } from '#web/customer/page.ts'

export const PURPOSE_WORDS: Readonly<Record<PageLocale, Readonly<Record<Purpose, string>>>> = {
  vi: { care: 'thăm hỏi, chúc mừng', survey: 'khảo sát', advertising: 'ưu đãi, quảng cáo' },
  en: { care: 'greetings and care', survey: 'surveys', advertising: 'offers' },
}
