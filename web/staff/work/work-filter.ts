/** What the list of work shows, as its address tells it. */
import { WHOSE, type Whose } from '#core/staff/whose-work.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { isMonth, type Month, monthOf } from '#core/time/month.ts'
import { WORK_REASONS, type WorkReason } from '#core/work/work-item.ts'
import { pathWith } from '#web/staff/paths.ts'

export const WORK_SHOWS = ['open', 'closed'] as const
export type WorkShow = (typeof WORK_SHOWS)[number]

export interface WorkFilter {
  readonly show: WorkShow
  readonly whose: Whose
  readonly kind: WorkReason | null
  readonly campaign: string | null
  /** Only what is overdue; null among closed items, which have no clock any more. */
  readonly due: 'late' | null
  /** Only what a customer's mail opened. */
  readonly from: 'mail' | null
  /** In which the closed items were closed. */
  readonly month: Month
}

/** What an address does not say, or says wrongly, is left at its default. */
export function workFilterIn(query: Readonly<Record<string, string>>, today: LocalDate): WorkFilter {
  const { whose, kind, campaign = '', month = '', due, from } = query
  const show = WORK_SHOWS.find((one) => one === query.show) ?? 'open'
  const thisMonth = monthOf(today)
  return {
    show,
    whose: WHOSE.find((one) => one === whose) ?? 'all',
    kind: WORK_REASONS.find((one) => one === kind) ?? null,
    campaign: campaign === '' ? null : campaign,
    due: show === 'open' && due === 'late' ? due : null,
    from: from === 'mail' ? from : null,
    month: isMonth(month) && month <= thisMonth ? month : thisMonth,
  }
}

type Place = { readonly page?: number; readonly after?: string | null } | { readonly before?: string | null }

/** The address of a list; without a place its beginning. */
export const workListPath = ({ show, whose, kind, campaign, due, from, month }: WorkFilter, place: Place = {}): string =>
  pathWith('/work', {
    show: show === 'open' ? null : show,
    whose: whose === 'all' ? null : whose,
    kind,
    campaign,
    due: show === 'open' ? due : null,
    from,
    month: show === 'closed' ? month : null,
    ...('after' in place && { after: place.after }),
    ...('page' in place && { page: place.page === 1 ? null : place.page }),
    ...('before' in place && { before: place.before }),
  })

export type OpenWork = Partial<Pick<WorkFilter, 'due' | 'from'>>

/** The address of everybody's open work, or of the part that a counter counts. */
export const openWorkPath = ({ due = null, from = null }: OpenWork): string => pathWith('/work', { due, from })

export const isNarrowed = ({ kind, campaign, due, from }: WorkFilter): boolean =>
  [kind, campaign, due, from].some((each) => each !== null)
