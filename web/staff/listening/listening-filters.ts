/** The filters of the page of everything heard: what was heard as links, the campaign, the score and the days as a form. */
import { html } from 'hono/html'
import { SURVEY_KINDS } from '#core/campaign/survey-definition.ts'
import type { Theme } from '#core/campaign/themes.ts'
import { REPLY_KINDS } from '#core/reply/reply.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { dayField, selectField } from '#web/staff/filter-fields.ts'
import { isNarrowed, type ListeningFilter, listeningPath, SCORE_BANDS } from '#web/staff/listening/listening-filter.ts'
import { LISTENING_WORDS as WORDS } from '#web/staff/listening/listening-words.ts'
import { LISTENING_SHOWS } from '#web/staff/paths.ts'
import { SURVEY_KIND_WORDS } from '#web/words/answers.ts'
import { REPLY_WORDS } from '#web/words/replies.ts'
import { THEME_WORDS } from '#web/words/themes.ts'

export interface ListeningFilters {
  readonly filter: ListeningFilter
  readonly campaigns: readonly { readonly id: string; readonly name: string }[]
  /** Of the company. */
  readonly themes: readonly Theme[]
}

export function listeningFilters({ filter, campaigns, themes }: ListeningFilters, locale: PageLocale): Html {
  const words = WORDS[locale]
  const { show, campaign, survey, reply, band, theme, from, to, suspects } = filter
  return html`<div class="tabs" role="group" aria-label="${words.showLabel}">${LISTENING_SHOWS.map(
    (one) =>
      html`<a href="${listeningPath({ ...filter, show: one })}"${one === show ? html` aria-current="page"` : ''}>${words.shows[one]}</a>`,
  )}</div>
        <form method="get" action="/listening" class="filters" role="search">
          <input type="hidden" name="show" value="${show}">
          ${selectField({ name: 'campaign', label: words.campaign, chosen: campaign, any: words.any, options: campaigns.map(({ id, name }) => [id, name]) })}
          ${selectField({ name: 'survey', label: words.survey, chosen: survey, any: words.any, options: SURVEY_KINDS.map((kind) => [kind, SURVEY_KIND_WORDS[locale][kind]]) })}
          ${selectField({ name: 'reply', label: words.reply, chosen: reply, any: words.any, options: REPLY_KINDS.map((kind) => [kind, REPLY_WORDS[locale][kind]]) })}
          ${selectField({ name: 'band', label: words.band, chosen: band, any: words.any, options: SCORE_BANDS.map((one) => [one, words.bands[one]]) })}
          ${themes.length === 0 ? '' : selectField({ name: 'theme', label: THEME_WORDS[locale].theme, chosen: theme, any: words.any, options: themes.map(({ id, name }) => [id, name[locale]]) })}
          ${selectField({ name: 'suspects', label: words.suspects, chosen: suspects, any: words.any, options: [['without', words.without]] })}
          ${dayField({ name: 'from', label: words.from, chosen: from })}
          ${dayField({ name: 'to', label: words.to, chosen: to })}
          <button class="quiet">${words.filter}</button>
          ${isNarrowed(filter) ? html`<a class="clear" href="${listeningPath({ show })}">${words.clear}</a>` : ''}
        </form>`
}
