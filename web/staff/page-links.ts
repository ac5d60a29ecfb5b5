/** The links below a list: to its page before and its next one, to where it goes on and back to its beginning, to the month before and after. */
import { html } from 'hono/html'
import { type Month, plusMonths } from '#core/time/month.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { type Trail, wentOn } from '#web/staff/trail.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    before: 'Trang trước',
    next: 'Trang sau',
    backwards: { first: 'Mới nhất', next: 'Cũ hơn' },
    onward: { first: 'Về trang đầu', next: 'Trang sau' },
    monthBefore: 'Tháng trước',
    monthAfter: 'Tháng sau',
  },
  en: {
    before: 'Previous page',
    next: 'Next page',
    backwards: { first: 'Newest', next: 'Older' },
    onward: { first: 'Back to the first page', next: 'Next page' },
    monthBefore: 'Month before',
    monthAfter: 'Month after',
  },
})

/** For a list of numbered pages: `page` counts from 1. */
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

/** For a list that is read on from a place: it knows its beginning and where it goes on, and the page before where the visitor came through it. */
export function placeLinks({
  isFirst,
  next,
  link,
  locale,
  order = 'backwards',
  went = null,
}: {
  readonly isFirst: boolean
  /** Where the next page begins; null on the last. */
  readonly next: string | null
  /** Null for the beginning. */
  readonly link: (place: string | null, trail: Trail) => string
  readonly locale: PageLocale
  /** backwards: the newest stands first. */
  readonly order?: 'backwards' | 'onward'
  /** Where this page begins, empty for the beginning, and through which pages the visitor came; null for a list whose links do not tell. */
  readonly went?: { readonly here: string; readonly trail: Trail } | null
}): Html {
  const words = WORDS[locale][order]
  const before = went?.trail.at(-1)
  const leadsToFirst = before === ''
  return html`<p class="pages">
          ${isFirst || leadsToFirst ? '' : html`<a href="${link(null, [])}">← ${words.first}</a>`}
          ${went === null || before === undefined ? '' : html`<a href="${link(before === '' ? null : before, went.trail.slice(0, -1))}">← ${WORDS[locale].before}</a>`}
          ${next === null ? '' : html`<a href="${link(next, went === null ? [] : wentOn(went.trail, went.here))}">${words.next} →</a>`}
        </p>`
}

/** For a list by month; none leads beyond the latest. */
export function monthLinks({
  month,
  latest,
  link,
  locale,
}: {
  readonly month: Month
  readonly latest: Month
  readonly link: (month: Month) => string
  readonly locale: PageLocale
}): Html {
  const words = WORDS[locale]
  return html`<p class="pages">
          <a href="${link(plusMonths(month, -1))}">← ${words.monthBefore}</a>
          ${month < latest ? html`<a href="${link(plusMonths(month, 1))}">${words.monthAfter} →</a>` : ''}
        </p>`
}

/** For a list that is read on from a place and shown in pages from there: each link, or null for none. */
export function stretchLinks({
  first,
  before,
  next,
  locale,
}: {
  /** To the beginning, where no page before is known. */
  readonly first: string | null
  readonly before: string | null
  readonly next: string | null
  readonly locale: PageLocale
}): Html {
  const words = WORDS[locale]
  return html`<p class="pages">
          ${first === null ? '' : html`<a href="${first}">← ${words.onward.first}</a>`}
          ${before === null ? '' : html`<a href="${before}">← ${words.before}</a>`}
          ${next === null ? '' : html`<a href="${next}">${words.next} →</a>`}
        </p>`
}
