/** One figure as the report shows it: with its target, and whether it changed since the period before and since the same time of the year before. */
import { type Change, changeOf } from '#core/kpi/change.ts'
import type { Kpi, KpiId } from '#core/kpi/kpi.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import type { ReportSettings } from '#core/report/report-settings.ts'
import { type Target, targetOf } from '#core/report/target.ts'

/** What the figure was then, and whether it changed. Null: that period has no roll-up. */
export interface Compared {
  readonly value: number | null
  readonly change: Change
}

export interface Figure {
  readonly kpi: Kpi
  readonly target: Target | null
  readonly before: Compared | null
  readonly yearBefore: Compared | null
}

export interface ComparedWith {
  readonly before: RollUp | undefined
  readonly yearBefore: RollUp | undefined
}

export const kpiIn = (rollUp: Pick<RollUp, 'kpis'> | undefined, id: KpiId): Kpi | undefined =>
  rollUp?.kpis.find((kpi) => kpi.id === id)

export function figureOf(kpi: Kpi, { before, yearBefore }: ComparedWith, { targets }: Pick<ReportSettings, 'targets'>): Figure {
  return {
    kpi,
    target: targetOf(kpi, targets[kpi.id]),
    before: comparedWith(kpi, kpiIn(before, kpi.id)),
    yearBefore: comparedWith(kpi, kpiIn(yearBefore, kpi.id)),
  }
}

const comparedWith = (now: Kpi, before: Kpi | undefined): Compared | null =>
  before === undefined ? null : { value: before.value, change: changeOf({ now, before }) }
