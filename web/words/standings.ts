/** How the balance of an occurrence stands: whether it adds up, and who in it may have got nothing that they should have got. */
import { lossesOf, type Standing, undecidedOf } from '#core/planning/balance.ts'
import type { Balance } from '#core/planning/occurrence.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { STATE_WORDS } from '#web/words/outcome-states.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    'adds-up': 'khớp từng người',
    but: (troubles: string) => `khớp từng người, nhưng ${troubles}`,
    lost: 'lỡ giờ gửi',
    mismatch: 'không khớp',
    'being-planned': 'đang lập danh sách',
  },
  en: {
    'adds-up': 'adds up',
    but: (troubles: string) => `adds up, but ${troubles}`,
    lost: 'missed their hours',
    mismatch: 'does not add up',
    'being-planned': 'being planned',
  },
})

export function standingInWords(
  { standing, balance }: { readonly standing: Standing; readonly balance: Balance },
  locale: PageLocale,
): string {
  const words = WORDS[locale]
  const troubles = troublesOf(balance)
  if (standing !== 'adds-up' || troubles.length === 0) return words[standing]
  return words.but(
    troubles
      .map(
        ({ count, trouble }) =>
          `${writtenCount(count, locale)} ${trouble === 'lost' ? words.lost : STATE_WORDS[locale][trouble]}`,
      )
      .join(', '),
  )
}

/** Customers who should have got a mail and did not, or may not have, line by line; none of nobody. An erased customer's unknown outcome calls for nothing. */
export function troublesOf(balance: Balance): readonly Trouble[] {
  const lines: readonly Trouble[] = [
    { trouble: 'failed', count: balance.failed },
    { trouble: 'unknown', count: undecidedOf(balance) },
    { trouble: 'lost', count: lossesOf(balance).stopped },
  ]
  return lines.filter(({ count }) => count > 0)
}

interface Trouble {
  /** `lost`: whose hours passed through a failure. */
  readonly trouble: 'failed' | 'unknown' | 'lost'
  readonly count: number
}
