/** A figure over the last periods: what its chart and its table show. */
import type { Kpi, KpiId } from '#core/kpi/kpi.ts'
import { type LiftKpi, liftIn } from '#core/kpi/lift.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { kpiIn } from '#core/report/figure.ts'
import { isOver, type ReportPeriod } from '#core/report/report-period.ts'

/** A year of months, and the month of the year before beside this one. */
export const TREND_PERIODS = 13

export interface TrendPoint {
  readonly period: ReportPeriod
  /** Null: no data, or no roll-up. */
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly n: number
  /** Of a lift without a value: the verdict and the groups, by which the reason is told. Absent in views of before, and for every other figure. */
  readonly lift?: Pick<LiftKpi, 'verdict' | 'treated' | 'leftAlone'>
  /** It may still change, or days are missing from it, or the period is not over. */
  readonly isUnfinished: boolean
}

export interface Rolled {
  readonly period: ReportPeriod
  readonly rollUp: RollUp | undefined
}

/** The oldest first; the periods before the first one that has any data are left out. */
export function trendOf(id: KpiId, rolled: readonly Rolled[]): readonly TrendPoint[] {
  const points = rolled.map((one) => pointOf(id, one))
  const first = points.findIndex(({ value }) => value !== null)
  return first < 0 ? [] : points.slice(first)
}

function pointOf(id: KpiId, { period, rollUp }: Rolled): TrendPoint {
  const kpi = kpiIn(rollUp, id)
  if (!kpi || !rollUp) return { period, value: null, low: null, high: null, n: 0, isUnfinished: false }
  return {
    period,
    value: kpi.value,
    low: kpi.interval?.low ?? null,
    high: kpi.interval?.high ?? null,
    n: kpi.n,
    ...liftOf(kpi),
    isUnfinished: kpi.provisional !== null || kpi.missing.length > 0 || !isOver(period, rollUp.today),
  }
}

function liftOf(kpi: Kpi): Pick<TrendPoint, 'lift'> {
  const lift = liftIn(kpi)
  return lift === null ? {} : { lift: { verdict: lift.verdict, treated: lift.treated, leftAlone: lift.leftAlone } }
}
