/** The pages that list the rows behind a figure, narrowed to its period and campaign. */
import type { ReportView } from '#core/report/report-view.ts'
import type { Permission } from '#core/staff/role.ts'
import { monthOf } from '#core/time/month.ts'
import { listeningPath } from '#web/staff/listening/listening-filter.ts'
import { occurrencesPath, pathWith } from '#web/staff/paths.ts'

export interface Link {
  readonly path: string
  /** What a visitor's role must be permitted to follow it. */
  readonly needs: Permission
}

const campaignOf = ({ segment }: ReportView): string | null => (segment.by === 'campaign' ? segment.is : null)

/** Occurrences by campaign and month: of a longer period the last month, from which a reader pages back. */
export const toOccurrences = (view: ReportView): Link => ({
  path: occurrencesPath({ campaign: campaignOf(view), month: monthOf(view.period.to) }),
  needs: 'see-figures',
})

export const toListening = (view: ReportView, show: 'answers' | 'replies' | 'complaints', band: string | null = null): Link => ({
  path:
    band === null
      ? listeningPath({ show, campaign: campaignOf(view), from: view.period.from, to: view.period.to, suspects: 'without' })
      : listeningPath({
          show,
          campaign: campaignOf(view),
          from: view.period.from,
          to: view.period.to,
          suspects: 'without',
          band: BANDS.find((one) => one === band) ?? null,
        }),
  needs: 'see-listening',
})
const BANDS = ['low', 'middle', 'high'] as const

export const toWork = (view: ReportView, kind: string | null, show: 'open' | 'closed'): Link => ({
  path: pathWith('/work', {
    show: show === 'open' ? null : show,
    kind,
    campaign: campaignOf(view),
    month: show === 'closed' ? monthOf(view.period.to) : null,
  }),
  needs: 'see-work',
})
