/**
 * Why a figure has no value although there is data: it cannot be told of such a period, or of such a part of the company. "No data" would say that nothing
 * happened.
 */
import { isToldFor } from '#core/kpi/counting/told-for.ts'
import type { Kpi, KpiId, Untold } from '#core/kpi/kpi.ts'
import { type LiftKpi, liftIn } from '#core/kpi/lift.ts'
import { isCalendarMonth, type Period } from '#core/kpi/period.ts'
import type { Segment } from '#core/kpi/segment.ts'

interface Counted {
  readonly period: Period
  readonly segment: Segment
}

/** The figure of a roll-up, with why it is untold, and a lift with how many count in the old way. Derived when it is read: roll-ups of before say it too. */
export function saidOf(kpi: Kpi, counted: Counted): Kpi {
  const untold = untoldOf(kpi.id, counted)
  if (untold !== null) return { ...kpi, untold }
  const lift = liftIn(kpi)
  return lift === null ? kpi : withWay(lift)
}

function untoldOf(id: KpiId, { period, segment }: Counted): Untold | null {
  if (!isToldFor(id, segment)) return 'not-of-part'
  return id === 'active-share' && !isCalendarMonth(period) ? 'not-a-month' : null
}

/** Of a roll-up that was made before draws were kept, all are. */
const withWay = (lift: LiftKpi): LiftKpi => ({ ...lift, asBefore: lift.asBefore ?? lift.n })
