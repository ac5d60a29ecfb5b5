/** The pages that list the rows behind a figure, narrowed to its period and campaign. */
import type { DeskCount } from '#core/kpi/counting/desk-count.ts'
import type { ReportView } from '#core/report/report-view.ts'
import type { Permission } from '#core/staff/role.ts'
import { type Month, monthOf, plusMonths } from '#core/time/month.ts'
import type { WorkReason } from '#core/work/work-item.ts'
import { type ListeningFilter, listeningPath } from '#web/staff/listening/listening-filter.ts'
import { occurrencesPath, pathWith } from '#web/staff/paths.ts'
import { giftsUsedPath } from '#web/staff/report/report-paths.ts'
import { countedWorkPath } from '#web/staff/work/work-filter.ts'

export interface Link {
  /** More than one where a page lists one month, and the figure is about several. */
  readonly pages: readonly { readonly path: string; readonly month: Month | null }[]
  /** What a visitor's role must be permitted to follow it. */
  readonly needs: Permission
}

const campaignOf = ({ segment }: Pick<ReportView, 'segment'>): string | null => (segment.by === 'campaign' ? segment.is : null)

const oneOf = (path: string): Link['pages'] => [{ path, month: null }]

/** A page of each month of the period; a week may lie in two. */
function ofMonths({ period: { from, to } }: ReportView, path: (month: Month) => string): Link['pages'] {
  const months: Month[] = []
  for (let month = monthOf(from); month <= monthOf(to); month = plusMonths(month, 1)) months.push(month)
  return months.map((month) => ({ path: path(month), month }))
}

export const toOccurrences = (view: ReportView): Link => ({
  pages: ofMonths(view, (month) => occurrencesPath({ campaign: campaignOf(view), month })),
  needs: 'see-figures',
})

/** Answers that no figure counts are left out. */
export const toListening = (
  { period: { from, to }, ...view }: ReportView,
  show: 'answers' | 'replies' | 'complaints',
  narrowed: Pick<Partial<ListeningFilter>, 'survey' | 'reply' | 'band'> = {},
): Link => ({
  pages: oneOf(listeningPath({ show, campaign: campaignOf(view), from, to, suspects: 'without', ...narrowed })),
  needs: 'see-listening',
})

export const toClosed = (view: ReportView, kind: WorkReason): Link => ({
  pages: ofMonths(view, (month) => pathWith('/work', { show: 'closed', kind, campaign: campaignOf(view), month })),
  needs: 'see-work',
})

/** The very items that were counted, whatever became of them since. */
export const toCounted = (view: ReportView, counted: DeskCount, kind: WorkReason | null = null): Link => ({
  pages: ofMonths(view, (month) => countedWorkPath(counted, { kind, campaign: campaignOf(view), month })),
  needs: 'see-work',
})

/** With the customers who used them: for who may see both figures and names. */
export const toGiftsUsed = (view: ReportView, currency: string): Link => ({
  pages: oneOf(giftsUsedPath({ asked: view, currency, before: null })),
  needs: 'see-buyers',
})
