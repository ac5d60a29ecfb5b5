/** A number of which there may be more than was counted: `500`; `at least 500`. */
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount } from '#web/words/written.ts'

export interface AtLeast {
  readonly count: number
  readonly isMore: boolean
}

const WORDS = bothLanguages({ vi: 'ít nhất', en: 'at least' })

export const writtenAtLeast = ({ count, isMore }: AtLeast, locale: PageLocale): string =>
  isMore ? `${WORDS[locale]} ${writtenCount(count, locale)}` : writtenCount(count, locale)
