/** The filters of the page of everything heard: what was heard as links, the campaign, the score and the days as a form. */
import { html } from 'hono/html'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { isNarrowed, type ListeningFilter, listeningPath, SCORE_BANDS } from '#web/staff/listening/listening-filter.ts'
import { LISTENING_WORDS as WORDS } from '#web/staff/listening/listening-words.ts'
import { LISTENING_SHOWS } from '#web/staff/paths.ts'

export interface ListeningFilters {
  readonly filter: ListeningFilter
  readonly campaigns: readonly { readonly id: string; readonly name: string }[]
}

export function listeningFilters({ filter, campaigns }: ListeningFilters, locale: PageLocale): Html {
  const words = WORDS[locale]
  const { show, campaign, band, from, to } = filter
  return html`<div class="tabs" role="group" aria-label="${words.showLabel}">${LISTENING_SHOWS.map(
    (one) =>
      html`<a href="${listeningPath({ ...filter, show: one })}"${one === show ? html` aria-current="page"` : ''}>${words.shows[one]}</a>`,
  )}</div>
        <form method="get" action="/listening" class="filters" role="search">
          <input type="hidden" name="show" value="${show}">
          <div><label for="campaign">${words.campaign}</label><select id="campaign" name="campaign"><option value="">${words.any}</option>${campaigns.map(({ id, name }) => option(id, { text: name, chosen: campaign }))}</select></div>
          <div><label for="band">${words.band}</label><select id="band" name="band"><option value="">${words.any}</option>${SCORE_BANDS.map((one) => option(one, { text: words.bands[one], chosen: band }))}</select></div>
          ${dayField('from', words.from, from)}
          ${dayField('to', words.to, to)}
          <button class="quiet">${words.filter}</button>
          ${isNarrowed(filter) ? html`<a class="clear" href="${listeningPath({ ...filter, campaign: null, band: null, from: null, to: null })}">${words.clear}</a>` : ''}
        </form>`
}

const option = (value: string, { text, chosen }: { readonly text: string; readonly chosen: string | null }): Html =>
  html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`

const dayField = (name: string, label: string, day: LocalDate | null): Html =>
  html`<div><label for="${name}">${label}</label><input type="date" id="${name}" name="${name}" value="${day ?? ''}"></div>`
