/** What the system itself did or noted, in words: a pause, a failure, the evidence of an unknown outcome. */
import type { HealthPause } from '#core/campaign/health-pause.ts'
import { readReason } from '#core/planning/system-reason.ts'
import type { Instant } from '#core/time/instant.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount } from '#web/words/written.ts'

const PAUSE_WORDS = bothLanguages({
  vi: {
    by: 'hệ thống',
    bounced: (count: string, sent: string) => `tỷ lệ thư bị trả lại quá cao: ${count} trên ${sent} thư đã gửi`,
    complained: (count: string, sent: string) => `tỷ lệ khách báo thư rác quá cao: ${count} trên ${sent} thư đã gửi`,
  },
  en: {
    by: 'the system',
    bounced: (count: string, sent: string) => `too many mails came back: ${count} of ${sent} sent`,
    complained: (count: string, sent: string) => `too many mails were marked as spam: ${count} of ${sent} sent`,
  },
})

export const pauseInWords = (
  { trouble, count, sent }: HealthPause,
  locale: PageLocale,
): { readonly by: string; readonly because: string } => {
  const words = PAUSE_WORDS[locale]
  return { by: words.by, because: words[trouble](writtenCount(count, locale), writtenCount(sent, locale)) }
}

const REASON_WORDS = bothLanguages({
  vi: {
    sent: (by: string, because: string) => `${by} ghi là đã gửi: ${because}`,
    'not-sent': (by: string, because: string) => `${by} ghi là chưa gửi: ${because}`,
    proven: 'nhà cung cấp báo sau rằng thư đã đi',
    noAnswer: (from: string, until: string) =>
      `giao cho nhà cung cấp lúc ${from}, đến ${until} vẫn chưa ghi được câu trả lời nào`,
    noAddress: 'khách không có địa chỉ',
  },
  en: {
    sent: (by: string, because: string) => `${by} settled it as sent: ${because}`,
    'not-sent': (by: string, because: string) => `${by} settled it as not sent: ${because}`,
    proven: 'the provider reported later that the mail left',
    noAnswer: (from: string, until: string) => `handed to the provider at ${from}, and no answer recorded by ${until}`,
    noAddress: 'the customer has no address',
  },
})

/** The provider's own words stay as they are: they are evidence. */
export function reasonWritten(
  written: string,
  { locale, at }: { readonly locale: PageLocale; readonly at: (instant: Instant) => string },
): string {
  const words = REASON_WORDS[locale]
  const read = readReason(written)
  switch (read?.is) {
    case undefined:
      return written
    case 'settled':
      return words[read.as](read.by, read.because)
    case 'proven':
      return words.proven
    case 'no-answer':
      return words.noAnswer(at(read.claimedAt), at(read.until))
    case 'no-address':
      return words.noAddress
  }
}
