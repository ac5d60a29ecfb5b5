/** The links below a list to its page before and its next one. */
import { html } from 'hono/html'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: { before: 'Trang trước', next: 'Trang sau' },
  en: { before: 'Previous page', next: 'Next page' },
})

/** `page` counts from 1. */
export function pageLinks({
  page,
  isMore,
  link,
  locale,
}: {
  readonly page: number
  readonly isMore: boolean
  readonly link: (page: number) => string
  readonly locale: PageLocale
}): Html {
  const words = WORDS[locale]
  return html`<p class="pages">
          ${page > 1 ? html`<a href="${link(page - 1)}">← ${words.before}</a>` : ''}
          ${isMore ? html`<a href="${link(page + 1)}">${words.next} →</a>` : ''}
        </p>`
}
