/** How the parts of a day are said. */
import type { DayPart } from '#core/customer/day-part.ts'
import type { PageLocale } from '#web/customer/page.ts'

export const DAY_PART_WORDS: Readonly<Record<PageLocale, Readonly<Record<DayPart, string>>>> = {
  vi: { morning: 'buổi sáng', noon: 'buổi trưa', afternoon: 'buổi chiều', evening: 'buổi tối' },
  en: { morning: 'in the morning', noon: 'at noon', afternoon: 'in the afternoon', evening: 'in the evening' },
}

/** Empty for a customer who has not said. */
export const dayPartsInWords = (parts: readonly DayPart[] | null, locale: PageLocale): string =>
  (parts ?? []).map((part) => DAY_PART_WORDS[locale][part]).join(', ')
