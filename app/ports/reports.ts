/** What the head of care adds to the figures: proposals, and reports as they were handed in. */
import type { Written } from '#app/ports/written.ts'
import type { Proposal } from '#core/report/proposal.ts'
import type { ReportBudget } from '#core/report/report-budget.ts'
import type { ReportView } from '#core/report/report-view.ts'
import type { Instant } from '#core/time/instant.ts'

/** A report as it was on the day on which it was handed in. It holds no word of a customer: nothing in it has to be erased. */
export interface HandedIn extends HandedInLine {
  readonly view: ReportView
  readonly proposals: readonly Proposal[]
  /** As it stood then; null where its days had none, and in a report of before or about a part. */
  readonly budget: ReportBudget | null
}

/** As a list shows it. */
export interface HandedInLine {
  readonly reportId: string
  readonly at: Instant
  readonly byName: string
  /** As in core/report/report-period.ts and core/kpi/segment.ts. */
  readonly period: string
  readonly segment: string
}

export interface ReportBook {
  /** Of a report, in the order in which they were written. */
  proposals(of: Pick<Proposal, 'period' | 'segment'>): Promise<readonly Proposal[]>
  /** Adds a proposal (version 0) or replaces the one whose stored version is `proposal.version - 1`; lost otherwise. */
  putProposal(proposal: Proposal): Promise<Written>
  /** Never replaced: lost where there is a report of this id. */
  handIn(report: HandedIn): Promise<Written>
  /** The newest first, at most so many. */
  handedIn(limit: number): Promise<readonly HandedInLine[]>
  handedInReport(reportId: string): Promise<HandedIn | undefined>
}
