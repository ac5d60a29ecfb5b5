/** What is kept of a period and a segment: every figure, and the counts of which the report shows the reasons. Pages read these alone. */
import type { OutcomeState } from '#core/audience/outcome.ts'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import type { DeliveryCounts } from '#core/kpi/delivery.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import type { Period } from '#core/kpi/period.ts'
import type { ScoreCount } from '#core/kpi/score-counts.ts'
import type { Segment } from '#core/kpi/segment.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { CallEnd } from '#core/work/disposition.ts'
import type { WorkReason } from '#core/work/work-item.ts'

type Counts<Name extends string> = Readonly<Partial<Record<Name, number>>>

export interface ThemeCount {
  /** Each once, whatever they wrote. */
  readonly customers: number
  readonly answers: number
  readonly replies: number
  /** Calls and cases. */
  readonly items: number
}

export interface Breakdown {
  /** Everybody whom occurrences of the period meant, by what came of it. */
  readonly outcomes: Counts<OutcomeState>
  readonly skippedBy: Readonly<Record<string, number>>
  readonly withheldBy: Readonly<Record<string, number>>
  /** Of letters that the provider took. */
  readonly delivery: DeliveryCounts
  readonly invitations: {
    readonly answered: number
    readonly undeliverable: number
    readonly open: number
    readonly unanswered: number
  }
  /** The last answer of each customer, by survey; of the satisfaction index in whole points. */
  readonly scores: Readonly<Partial<Record<SurveyKind, readonly ScoreCount[]>>>
  readonly replies: Readonly<Record<string, number>>
  readonly calls: Counts<CallEnd>
  readonly dispositions: Readonly<Record<string, number>>
  /** Items of work, by reason. */
  readonly opened: Counts<WorkReason>
  readonly closed: Counts<WorkReason>
  readonly promises: { readonly kept: number; readonly broken: number; readonly open: number; readonly void: number }
  /** Of the cases opened in the period; absent in roll-ups of before. */
  readonly cases?: {
    /** Gone up by time at least once, and by hand. */
    readonly upByTime: number
    readonly upByHand: number
    readonly handedBack: number
    /** Called less grave by hand. */
    readonly lowered: number
  }
  /** What was solved in the period, by what staff said of the first contact; absent in roll-ups of before. */
  readonly solvedAtFirst?: { readonly yes: number; readonly no: number; readonly unsaid: number }
  /** What customers talked about in the period; absent in roll-ups of before. */
  readonly themes?: {
    /** Customers of whom there was something to read. */
    readonly customers: number
    readonly of: Readonly<Record<string, ThemeCount>>
  }
  readonly contacted: number
  readonly engaged: number
  readonly gifts: readonly {
    readonly event: 'issued' | 'used'
    readonly currency: string
    readonly count: number
    readonly amount: number
  }[]
  /** List prices of touches, in minor units, rounded once over all of them. */
  readonly touchCosts: readonly { readonly currency: string; readonly amount: number }[]
}

export interface RollUp {
  readonly period: Period
  readonly segment: Segment
  /** In the order of KPI_IDS. A figure that cannot be told for the segment has no data. */
  readonly kpis: readonly Kpi[]
  readonly breakdown: Breakdown
  /** The day, in the company's zone, on which it was made: what is provisional is so seen from here. */
  readonly today: LocalDate
  readonly madeAt: Instant
}
