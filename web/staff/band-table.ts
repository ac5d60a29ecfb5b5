/** Answers by the bands of their scale: how many, and what share of all. */
import { html } from 'hono/html'
import type { ScoreBand, SurveyKind } from '#core/campaign/survey-definition.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bandsOf } from '#web/staff/answers.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenShares } from '#web/words/shares.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: { headings: ['Nhóm', 'Người', 'Tỷ lệ'] },
  en: { headings: ['Band', 'People', 'Share'] },
})

export function bandTable({
  kind,
  bands,
  label,
  locale,
}: {
  readonly kind: SurveyKind
  /** At least one: of none there is no share to show. */
  readonly bands: readonly ScoreBand[]
  readonly label: string
  readonly locale: PageLocale
}): Html {
  const counted = bandsOf(kind, locale).map(({ band, name }) => ({
    band,
    name,
    count: bands.filter((each) => each === band).length,
  }))
  const shares = writtenShares(
    counted.map(({ count }) => count),
    locale,
  )
  const rows = counted.map(({ band, name, count }, at) => [
    name,
    html`<span class="number" data-band="${band}">${writtenCount(count, locale)}</span>`,
    html`<span class="number" data-share="${band}">${shares[at] ?? ''}</span>`,
  ])
  return table({ locale, label, headings: WORDS[locale].headings, rows })
}
