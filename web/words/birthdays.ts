/** A birthday as it is written for a reader; a lunar one says so. */
import type { Birthday } from '#core/customer/customer.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

type Lunar = Extract<Birthday, { kind: 'lunar' }>

const LUNAR_WORDS = bothLanguages({
  vi: {
    day: ({ day, month, leap }: Lunar, year: string) => `${day}/${month}${leap ? ' nhuận' : ''}${year} âm lịch`,
    year: (year: number) => `/${year}`,
  },
  en: {
    day: ({ day, month, leap }, year) => `day ${day} of lunar month ${month}${leap ? ' (leap)' : ''}${year}`,
    year: (year) => `, ${year}`,
  },
})

/** `08/03/1988`, without a year `08/03`; a lunar birthday has its year only where it is asked for. */
export function birthdayInWords(
  birthday: Birthday,
  { locale, lunarYear = false }: { readonly locale: PageLocale; readonly lunarYear?: boolean },
): string {
  const { day, month, year } = birthday
  if (birthday.kind === 'lunar') {
    const words = LUNAR_WORDS[locale]
    return words.day(birthday, year === null || !lunarYear ? '' : words.year(year))
  }
  return [day, month].map((part) => String(part).padStart(2, '0')).join('/') + (year === null ? '' : `/${year}`)
}
