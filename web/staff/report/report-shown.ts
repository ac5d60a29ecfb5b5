/** What the report's page shows besides the figures themselves. */
import type { Theme } from '#core/campaign/themes.ts'
import type { Segment } from '#core/kpi/segment.ts'
import type { Proposal } from '#core/report/proposal.ts'
import type { ReportBudget } from '#core/report/report-budget.ts'
import type { Report } from '#core/report/report-view.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import type { ReportSaid } from '#web/staff/report/report-act-words.ts'
import type { ReportAsked } from '#web/staff/report/report-paths.ts'

export interface ReportShown {
  readonly asked: ReportAsked
  readonly report: Report
  /** What the address named and there is not. */
  readonly unknown: readonly string[]
  /** What the report can be narrowed to. */
  readonly segments: readonly Segment[]
  readonly campaigns: CampaignNames
  /** Of the company. */
  readonly themes: readonly Theme[]
  /** Null where the visitor's role reads no words of customers, or the part cannot be told from an answer. */
  readonly words: readonly SurveyResponse[] | null
  readonly proposals: readonly Proposal[]
  /** Of the same days; null where there is none, and in a report about a part. */
  readonly budget: ReportBudget | null
  readonly said: ReportSaid | null
  /** Of this page's forms: one that is sent twice writes once. */
  readonly formId: string
}
