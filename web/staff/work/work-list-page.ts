/** The list of work: the open items, the most urgent first, those that were closed in a month, or those behind a count of the report. */
import { html } from 'hono/html'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Month } from '#core/time/month.ts'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { monthLinks, placeLinks, stretchLinks } from '#web/staff/page-links.ts'
import { RECURRING_PATH } from '#web/staff/paths.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import { isNarrowed, workListPath } from '#web/staff/work/work-filter.ts'
import { type WorkFilters, workFilters } from '#web/staff/work/work-filters.ts'
import { WORK_LIST_WORDS as WORDS } from '#web/staff/work/work-list-words.ts'
import { workRow } from '#web/staff/work/work-row.ts'
import { workSaidLine } from '#web/staff/work/work-said-line.ts'
import { type WrongInAddress, wrongLines } from '#web/staff/wrong-in-address.ts'
import { type AtLeast, writtenAtLeast } from '#web/words/at-least.ts'
import { writtenCount, writtenMonth } from '#web/words/written.ts'

export interface WorkList {
  readonly filters: WorkFilters
  readonly names: CampaignNames
  readonly people: readonly StaffMember[]
  /** Of all open work, however the list is narrowed. */
  readonly open: AtLeast
  readonly late: AtLeast
  readonly shown: readonly Behind[]
  /** The latest in which work can have been closed. */
  readonly thisMonth: Month
  readonly place: OpenPlace | MonthPlace
  /** What became of the form that was sent last. */
  readonly said: string | undefined
  /** Of the month in the address. */
  readonly wrong: readonly WrongInAddress[]
}

/** What is open is read on from a place, and shown page by page from there. */
export interface OpenPlace {
  readonly page: number
  /** There is a page behind this one before it is read on. */
  readonly isMore: boolean
  /** From where it is read; null for the beginning. */
  readonly after: string | null
  /** From where it is read on; null at the end. */
  readonly next: string | null
  /** Among so many items was looked for what the list is narrowed to. */
  readonly lookedThrough: number
}

/** Of a list of a month. */
interface MonthPlace {
  /** Where the next page begins; null when there is none. */
  readonly next: string | null
  readonly isFirst: boolean
  /** Stored work is not found by its day yet. */
  readonly isUnfilled: boolean
}

export function workListPage(frame: Frame, list: WorkList): Html {
  const { locale } = frame
  const { filters, names, people, open, late, shown, place, said } = list
  const words = WORDS[locale]
  const { filter } = filters
  const listing = { frame, campaigns: names, people, path: frame.path }
  const body = html`<h1>${words.title}</h1>
      <p class="quiet" data-count="work">${beginning(words.counts(writtenAtLeast(open, locale), writtenAtLeast(late, locale)))} ${words.order[filter.show]} <a href="${RECURRING_PATH}">${words.recurring}</a></p>
      ${workSaidLine(said, locale)}
      <section>
        ${workFilters(filters, locale)}
        ${wrongLines(list.wrong, locale)}
        ${shown.length === 0 ? html`<p class="empty">${emptyWords(list, locale)}</p>` : shown.map((behind) => workRow(behind, listing))}
        ${'page' in place ? openLinks(place, list, locale) : linksOfMonth(place, list, locale)}
      </section>`
  return framePage({ frame, section: 'work', title: words.title, body })
}

/** Words of a number, as a sentence begins. */
const beginning = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

function emptyWords({ filters: { filter }, open, place }: WorkList, locale: Frame['locale']): string {
  const { none } = WORDS[locale]
  if (filter.show === 'closed') return none.closed(writtenMonth(filter.month, locale))
  if ('isUnfilled' in place && place.isUnfilled) return none.unfilled
  if (filter.show === 'counted') return place.next === null ? none.counted(writtenMonth(filter.month, locale)) : none.notYet
  if (open.count === 0) return none.open
  // What stood there was closed or handed on meanwhile.
  if ('page' in place && place.after !== null) return none.notYet
  if (isNarrowed(filter)) return 'page' in place && place.next !== null ? none.notYet : none.filtered
  return filter.whose === 'all' ? none.open : none[filter.whose]
}

function openLinks(
  { page, isMore, after, next, lookedThrough }: OpenPlace,
  { filters: { filter } }: WorkList,
  locale: Frame['locale'],
) {
  const link = (to: Pick<OpenPlace, 'page' | 'after'>) => workListPath(filter, to)
  const goesOn = !isMore && next !== null
  const searched = isNarrowed(filter) && goesOn ? WORDS[locale].searched(writtenCount(lookedThrough, locale)) : null
  return html`${searched === null ? '' : html`<p class="quiet">${searched}</p>`}${stretchLinks({
    locale,
    first: page === 1 && after !== null ? link({ page: 1, after: null }) : null,
    before: page > 1 ? link({ page: page - 1, after }) : null,
    next: isMore ? link({ page: page + 1, after }) : next === null ? null : link({ page: 1, after: next }),
  })}`
}

const linksOfMonth = (
  { next, isFirst }: MonthPlace,
  { filters: { filter }, thisMonth }: WorkList,
  locale: Frame['locale'],
): Html =>
  html`${placeLinks({ isFirst, next, locale, ...(filter.show === 'counted' ? { order: 'onward', link: (after) => workListPath(filter, { after }) } : { link: (before) => workListPath(filter, { before }) }) })}
        ${monthLinks({ month: filter.month, latest: thisMonth, locale, link: (month) => workListPath({ ...filter, month }) })}`
