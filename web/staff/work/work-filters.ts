/** The filters of the list of work: the two that are changed most as links with their counts, the others as a form. */
import { html } from 'hono/html'
import { WHOSE, type Whose } from '#core/staff/whose-work.ts'
import { WORK_REASONS } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { monthField } from '#web/staff/month-field.ts'
import { WORK_SHOWS, type WorkFilter, workListPath } from '#web/staff/work/work-filter.ts'
import { WORK_LIST_WORDS as WORDS } from '#web/staff/work/work-list-words.ts'
import { WORK_WORDS } from '#web/words/work.ts'
import { writtenCount } from '#web/words/written.ts'

export interface WorkFilters {
  readonly filter: WorkFilter
  /** Open items by whose they are; null among closed ones, which are not counted. */
  readonly counts: Readonly<Record<Whose, number>> | null
  readonly campaigns: readonly { readonly id: string; readonly name: string }[]
}

export function workFilters(shown: WorkFilters, locale: PageLocale): Html {
  const words = WORDS[locale]
  const { filter, counts } = shown
  const current = (is: boolean) => (is ? html` aria-current="page"` : '')
  return html`<div class="tabs" role="group" aria-label="${words.showsLabel}">${WORK_SHOWS.map(
    (show) => html`<a href="${workListPath({ ...filter, show })}"${current(show === filter.show)}>${words.shows[show]}</a>`,
  )}</div>
        <div class="tabs" role="group" aria-label="${words.whoseLabel}">${WHOSE.map(
          (whose) =>
            html`<a href="${workListPath({ ...filter, whose })}"${current(whose === filter.whose)}>${words.whose[whose]}${counts === null ? '' : html` <b class="number" data-whose="${whose}">${writtenCount(counts[whose], locale)}</b>`}</a>`,
        )}</div>
        ${filterForm(shown, locale)}`
}

function filterForm({ filter, campaigns }: WorkFilters, locale: PageLocale): Html {
  const words = WORDS[locale]
  const isNarrowed = filter.kind !== null || filter.campaign !== null
  return html`<form method="get" action="/work" class="filters" role="search">
          <input type="hidden" name="show" value="${filter.show}"><input type="hidden" name="whose" value="${filter.whose}">
          ${filter.show === 'closed' ? monthField({ label: words.month, hint: words.monthHint, chosen: filter.month }) : ''}
          ${select('kind', words.kind, { chosen: filter.kind, any: words.any, options: WORK_REASONS.map((reason) => [reason, WORK_WORDS[locale][reason]]) })}
          ${select('campaign', words.campaign, { chosen: filter.campaign, any: words.any, options: campaigns.map(({ id, name }) => [id, name]) })}
          <button class="quiet">${words.filter}</button>
          ${isNarrowed ? html`<a class="clear" href="${workListPath({ ...filter, kind: null, campaign: null })}">${words.clear}</a>` : ''}
        </form>`
}

interface Choice {
  readonly chosen: string | null
  readonly options: readonly (readonly [string, string])[]
  /** How the choice of none of them is called; left out where one must be chosen. */
  readonly any?: string
}

const select = (name: string, label: string, { chosen, options, any }: Choice): Html =>
  html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}">${any === undefined ? '' : html`<option value="">${any}</option>`}${options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select></div>`
