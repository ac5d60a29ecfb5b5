/** How often a customer wants to hear from us, and since when. */
import type { Frequency } from '#core/audience/preference.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const FREQUENCY_WORDS = bothLanguages<Readonly<Record<Frequency, string>>>({
  vi: { any: 'khi có dịp', weekly: 'nhiều nhất mỗi tuần một lần', monthly: 'nhiều nhất mỗi tháng một lần' },
  en: { any: 'whenever there is a reason', weekly: 'at most once a week', monthly: 'at most once a month' },
})

/** `at`: when they chose it, as it is written there. */
export const CHOSEN_WORDS = bothLanguages({
  vi: (at: string) => `chọn lúc ${at}`,
  en: (at: string) => `chosen at ${at}`,
})
