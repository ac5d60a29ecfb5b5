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
  /** In which the closed items were closed. */
  readonly month: Month
}

/** What an address does not say, or says wrongly, is left at its default. */
export function workFilterIn(query: Readonly<Record<string, string>>, today: LocalDate): WorkFilter {
  const { show, whose, kind, campaign = '', month = '' } = query
  const thisMonth = monthOf(today)
  return {
    show: WORK_SHOWS.find((one) => one === show) ?? 'open',
    whose: WHOSE.find((one) => one === whose) ?? 'all',
    kind: WORK_REASONS.find((one) => one === kind) ?? null,
    campaign: campaign === '' ? null : campaign,
    month: isMonth(month) && month <= thisMonth ? month : thisMonth,
  }
}

type Place = { readonly page?: number } | { readonly before?: string }

/** The address of a list; without a place its beginning. */
export const workListPath = ({ show, whose, kind, campaign, month }: WorkFilter, place: Place = {}): string =>
  pathWith('/work', {
    show: show === 'open' ? null : show,
    whose: whose === 'all' ? null : whose,
    kind,
    campaign,
    month: show === 'closed' ? month : null,
    ...('page' in place && { page: place.page === 1 ? null : place.page }),
    ...('before' in place && { before: place.before }),
  })
