/** The filters of the list of work: the two that are changed most as links with their counts, the others as a form. */
import { html } from 'hono/html'
import { DESK_COUNTS, deskCountName } from '#core/kpi/counting/desk-count.ts'
import { WHOSE, type Whose } from '#core/staff/whose-work.ts'
import { WORK_REASONS } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { monthField, selectField } from '#web/staff/filter-fields.ts'
import { isNarrowed, WORK_SHOWS, type WorkFilter, workListPath } from '#web/staff/work/work-filter.ts'
import { WORK_LIST_WORDS as WORDS } from '#web/staff/work/work-list-words.ts'
import { type AtLeast, writtenAtLeast } from '#web/words/at-least.ts'
import { writtenDeskCount } from '#web/words/desk-counts.ts'
import { WORK_WORDS } from '#web/words/work.ts'

export interface WorkFilters {
  readonly filter: WorkFilter
  /** Open items by whose they are; null for what is not counted, such as closed ones. */
  readonly counts: Readonly<Record<Whose, AtLeast | null>> | null
  readonly campaigns: readonly { readonly id: string; readonly name: string }[]
}

export function workFilters(shown: WorkFilters, locale: PageLocale): Html {
  const words = WORDS[locale]
  const { filter, counts } = shown
  const counted = (whose: Whose) => {
    const count = counts?.[whose] ?? null
    return count === null ? '' : html` <b class="number" data-whose="${whose}">${writtenAtLeast(count, locale)}</b>`
  }
  const current = (is: boolean) => (is ? html` aria-current="page"` : '')
  return html`<div class="tabs" role="group" aria-label="${words.showsLabel}">${WORK_SHOWS.map(
    (show) => html`<a href="${workListPath({ ...filter, show })}"${current(show === filter.show)}>${words.shows[show]}</a>`,
  )}</div>
        <div class="tabs" role="group" aria-label="${words.whoseLabel}">${WHOSE.map(
          (whose) =>
            html`<a href="${workListPath({ ...filter, whose })}"${current(whose === filter.whose)}>${words.whose[whose]}${counted(whose)}</a>`,
        )}</div>
        ${filterForm(shown, locale)}`
}

function filterForm({ filter, campaigns }: WorkFilters, locale: PageLocale): Html {
  const words = WORDS[locale]
  return html`<form method="get" action="/work" class="filters" role="search">
          <input type="hidden" name="show" value="${filter.show}"><input type="hidden" name="whose" value="${filter.whose}">
          ${filter.show === 'open' ? '' : monthField({ label: words.month[filter.show], hint: words.monthHint, chosen: filter.month })}
          ${filter.show === 'counted' ? selectField({ name: 'counted', label: words.counted, chosen: deskCountName(filter.counted), options: DESK_COUNTS.map((one) => [deskCountName(one), writtenDeskCount(one, locale)]) }) : ''}
          ${selectField({ name: 'kind', label: words.kind, chosen: filter.kind, any: words.any, options: WORK_REASONS.map((reason) => [reason, WORK_WORDS[locale][reason]]) })}
          ${selectField({ name: 'campaign', label: words.campaign, chosen: filter.campaign, any: words.any, options: campaigns.map(({ id, name }) => [id, name]) })}
          ${filter.show === 'open' ? selectField({ name: 'due', label: words.due, chosen: filter.due, any: words.any, options: [['late', words.late]] }) : ''}
          ${selectField({ name: 'from', label: words.from, chosen: filter.from, any: words.any, options: [['mail', words.byMail]] })}
          <button class="quiet">${words.filter}</button>
          ${isNarrowed(filter) ? html`<a class="clear" href="${workListPath({ ...filter, kind: null, campaign: null, due: null, from: null })}">${words.clear}</a>` : ''}
        </form>`
}
