/** The list of work: the open items, the most urgent first, or those that were closed in a month. */
import { html } from 'hono/html'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Month } from '#core/time/month.ts'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { monthLinks, pageLinks, placeLinks } from '#web/staff/page-links.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import { isNarrowed, workListPath } from '#web/staff/work/work-filter.ts'
import { type WorkFilters, workFilters } from '#web/staff/work/work-filters.ts'
import { WORK_LIST_WORDS as WORDS } from '#web/staff/work/work-list-words.ts'
import { workRow } from '#web/staff/work/work-row.ts'
import { workSaidLine } from '#web/staff/work/work-said-line.ts'
import { writtenCount, writtenMonth } from '#web/words/written.ts'

export interface WorkList {
  readonly filters: WorkFilters
  readonly names: CampaignNames
  readonly people: readonly StaffMember[]
  /** Of all open work, however the list is narrowed. */
  readonly open: number
  readonly late: number
  readonly shown: readonly Behind[]
  /** The latest in which work can have been closed. */
  readonly thisMonth: Month
  readonly place: OpenPlace | ClosedPlace
  /** What became of the form that was sent last. */
  readonly said: string | undefined
}

interface OpenPlace {
  readonly page: number
  readonly isMore: boolean
}

interface ClosedPlace {
  /** Where the next page begins; null when there is none. */
  readonly next: string | null
  readonly isFirst: boolean
}

export function workListPage(frame: Frame, list: WorkList): Html {
  const { locale } = frame
  const { filters, names, people, open, late, shown, place, said } = list
  const words = WORDS[locale]
  const { filter } = filters
  const listing = { frame, campaigns: names, people, path: frame.path }
  const body = html`<h1>${words.title}</h1>
      <p class="quiet" data-count="work">${words.counts(writtenCount(open, locale), writtenCount(late, locale))} ${words.order[filter.show]}</p>
      ${workSaidLine(said, locale)}
      <section>
        ${workFilters(filters, locale)}
        ${shown.length === 0 ? html`<p class="empty">${emptyWords(list, locale)}</p>` : shown.map((behind) => workRow(behind, listing))}
        ${'page' in place ? pageLinks({ ...place, locale, link: (page) => workListPath(filter, { page }) }) : closedLinks(place, list, locale)}
      </section>`
  return framePage({ frame, section: 'work', title: words.title, body })
}

function emptyWords({ filters: { filter }, open }: WorkList, locale: Frame['locale']): string {
  const { none } = WORDS[locale]
  if (filter.show === 'closed') return none.closed(writtenMonth(filter.month, locale))
  if (open === 0) return none.open
  if (isNarrowed(filter)) return none.filtered
  return filter.whose === 'all' ? none.open : none[filter.whose]
}

const closedLinks = (
  { next, isFirst }: ClosedPlace,
  { filters: { filter }, thisMonth }: WorkList,
  locale: Frame['locale'],
): Html =>
  html`${placeLinks({ isFirst, next, locale, link: (before) => workListPath(filter, { before }) })}
        ${monthLinks({ month: filter.month, latest: thisMonth, locale, link: (month) => workListPath({ ...filter, month }) })}`
