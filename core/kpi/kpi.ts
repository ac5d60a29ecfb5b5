/** A figure of what care achieved: never without what it was computed from, how sure it is, and what is missing from it. */
import type { MissingSpan } from '#core/kpi/missing-days.ts'
import type { Provisional } from '#core/kpi/provisional.ts'
import type { Estimate } from '#core/kpi/statistics/estimate.ts'

export const KPI_IDS = [
  'nps',
  'csat',
  'csi',
  'ces-mean',
  'ces-easy',
  'retention-30',
  'retention-90',
  'retention-180',
  'retention-365',
  'kept-customers',
  'active-share',
  'engagement',
  'complaint-rate',
  'spam-complaint-rate',
  'fcr-staff',
  'fcr-customer',
  'fcr-no-repeat',
  'response-rate',
  'delivered',
  'bounced',
  'first-response-median',
  'first-response-p90',
  'proposal-median',
  'proposal-p90',
  'resolution-median',
  'resolution-p90',
  'calls-reached',
  'promises-kept',
  'escalation-rate',
  'handed-back-rate',
  'severity-lowered-rate',
  'reopen-rate',
  'repeat-rate',
  'compensation-cost',
  'recovered-detractors',
  'hotline-missed',
  'hotline-returned',
  'cost-per-customer',
  'cost-per-occasion',
  'cost-per-retained-customer',
  'campaign-lift',
  'care-lift',
] as const
export type KpiId = (typeof KPI_IDS)[number]

/**
 * share: 0 to 1. points: of the NPS, −100 to 100; index: 0 to 100; score: on the scale of its survey. share-difference: −1 to 1. minutes: whole ones.
 * money: whole minor units of `currency`.
 */
export type Unit = 'share' | 'points' | 'index' | 'score' | 'share-difference' | 'minutes' | 'money'

export type IntervalMethod = 'wilson' | 'adjusted-wald' | 'student-t' | 'ranks' | 'newcombe'

export interface Interval {
  readonly low: number
  readonly high: number
  readonly confidence: 0.95
  readonly method: IntervalMethod
}

/** not-a-month: it is told of calendar months only, and a month that is moved by Tết is none. not-of-part: its tables do not know the part. */
export type Untold = 'not-a-month' | 'not-of-part'

export interface Kpi {
  readonly id: KpiId
  readonly unit: Unit
  /** Null: no data. Never 0 for that. */
  readonly value: number | null
  /** Null where the figure is no quotient: a quantile, a difference. */
  readonly numerator: number | null
  readonly denominator: number | null
  /** How many customers, answers, mails or cases it is about. */
  readonly n: number
  /** Of an amount of money; null for every other unit, and where there is no amount. */
  readonly currency: string | null
  /** As it is shown: within the scale. Null where there is no data or too little of it, and for what is counted in full, such as money. */
  readonly interval: Interval | null
  /** What two periods are compared by: neither clipped nor rounded, and for the NPS around the adjusted score. */
  readonly estimate: Estimate | null
  /** Null once it can no longer change. */
  readonly provisional: Provisional | null
  /** Days of the period that are not in it; empty when it is whole. */
  readonly missing: readonly MissingSpan[]
  /** Why there is no value although there may be data; absent where there is one, and in reports handed in before. */
  readonly untold?: Untold
}

type Optional = 'numerator' | 'denominator' | 'currency' | 'interval' | 'estimate' | 'provisional' | 'missing'

/** With nothing for what the figure does not have. */
export const kpiOf = (known: Omit<Kpi, Optional> & Partial<Pick<Kpi, Optional>>): Kpi => ({
  numerator: null,
  denominator: null,
  currency: null,
  interval: null,
  estimate: null,
  provisional: null,
  missing: [],
  ...known,
})

/** The same figure, saying which days of its period are not in it. */
export const withMissing = <Figure extends Kpi>(kpi: Figure, missing: readonly MissingSpan[]): Figure => ({ ...kpi, missing })
