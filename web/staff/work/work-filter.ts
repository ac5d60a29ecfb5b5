/** What the list of work shows, as its address tells it. */
import { type DeskCount, deskCountName, deskCountNamed } from '#core/kpi/counting/desk-count.ts'
import { WHOSE, type Whose } from '#core/staff/whose-work.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { isMonth, type Month, monthOf } from '#core/time/month.ts'
import { WORK_REASONS, type WorkReason } from '#core/work/work-item.ts'
import { pathWith } from '#web/staff/paths.ts'

/** counted: what is behind a count of the report, whatever became of it since. */
export const WORK_SHOWS = ['open', 'closed', 'counted'] as const
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
  /** In which the closed items were closed, or of which is counted. */
  readonly month: Month
  /** Of items behind a count: which one. */
  readonly counted: DeskCount
}

/** What an address does not say, or says wrongly, is left at its default. */
export function workFilterIn(query: Readonly<Record<string, string>>, today: LocalDate): WorkFilter {
  const { whose, kind, campaign = '', month = '', due, from, counted = '' } = query
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
    counted: deskCountNamed(counted) ?? OPENED,
  }
}

const OPENED: DeskCount = { of: 'opened' }

/** The list of what is behind a count of the report. */
export const countedWorkPath = (
  counted: DeskCount,
  { kind, campaign, month }: Pick<WorkFilter, 'kind' | 'campaign' | 'month'>,
): string => workListPath({ show: 'counted', whose: 'all', kind, campaign, due: null, from: null, month, counted })

type Place = { readonly page?: number; readonly after?: string | null } | { readonly before?: string | null }

/** The address of a list; without a place its beginning. */
export const workListPath = ({ show, whose, kind, campaign, due, from, month, counted }: WorkFilter, place: Place = {}): string =>
  pathWith('/work', {
    show: show === 'open' ? null : show,
    whose: whose === 'all' ? null : whose,
    kind,
    campaign,
    due: show === 'open' ? due : null,
    from,
    counted: show === 'counted' && counted.of !== 'opened' ? deskCountName(counted) : null,
    month: show === 'open' ? null : month,
    ...('after' in place && { after: place.after }),
    ...('page' in place && { page: place.page === 1 ? null : place.page }),
    ...('before' in place && { before: place.before }),
  })

export type OpenWork = Partial<Pick<WorkFilter, 'due' | 'from'>>

/** The address of everybody's open work, or of the part that a counter counts. */
export const openWorkPath = ({ due = null, from = null }: OpenWork): string => pathWith('/work', { due, from })

export const isNarrowed = ({ kind, campaign, due, from }: WorkFilter): boolean =>
  [kind, campaign, due, from].some((each) => each !== null)
