/** Every figure of any period, counted from the facts while the caller waits: no roll-up is needed, and none is kept. */
import { type CountPorts, countedDays, countPeriods } from '#app/numbers/count-periods.ts'
import { type Change, changeOf } from '#core/kpi/change.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import type { Period } from '#core/kpi/period.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { type Segment, segmentKey } from '#core/kpi/segment.ts'
import { type YearBefore, yearBefore } from '#core/kpi/tet-aligned.ts'
import { saidOf } from '#core/kpi/untold.ts'
import { PERIOD_KINDS, periodBefore, periodHolding } from '#core/report/report-period.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, datesFrom, daysBetween } from '#core/time/local-date.ts'

export interface FigureOfPeriod {
  readonly kpi: Kpi
  readonly period: Period
  readonly change: Change
  readonly changeOfYear: Change
}

export interface Figures {
  readonly before: Period
  readonly yearBefore: YearBefore
  readonly figures: readonly FigureOfPeriod[]
}

export interface FiguresAsked {
  readonly period: Period
  readonly segment: Segment
  readonly now: Instant
}

/** The segments that there are facts of, where it is none of them. */
export type FiguresOf = Figures | { readonly unknownSegment: Segment; readonly known: readonly string[] }

/** The share of customers who are active is one of each month: for a longer period there is one for each month of it. */
export async function figuresOf(ports: CountPorts, { period, segment, now }: FiguresAsked): Promise<FiguresOf> {
  const compared = { before: periodLikeBefore(period), yearBefore: yearBefore(period) }
  const months = monthsIn(period)
  const periods = [period, compared.before, compared.yearBefore, ...months]
  const counted = await countPeriods(ports, { periods, now, days: await countedDays(ports, now) })
  const rollUps = counted.map((rollUp) => ({ ...rollUp, kpis: rollUp.kpis.map((kpi) => saidOf(kpi, rollUp)) }))
  const found = (of: Period) => rollUps.find((rollUp) => isOf(rollUp, { period: of, segment }))
  const now_ = found(period)
  if (!now_) return { unknownSegment: segment, known: rollUps.filter((rollUp) => isPeriod(rollUp.period, period)).map(keyOf) }
  const [before, year] = [found(compared.before), found(compared.yearBefore)]
  const figures = now_.kpis.flatMap((kpi, at): readonly FigureOfPeriod[] => {
    if (kpi.id === 'active-share' && months.length > 0) return months.flatMap((month) => monthly(found(month), { month, at }))
    return [{ kpi, period, change: changeSince(before, { kpi, at }), changeOfYear: changeSince(year, { kpi, at }) }]
  })
  return { ...compared, figures }
}

const NOT_COMPARED: Change = { is: 'not-compared', because: 'no-data' }
/** A month within a longer period has nothing beside it: the periods that this one is compared with are no months. */
const NO_MONTH: Change = { is: 'not-compared', because: 'not-a-month' }

const changeSince = (before: RollUp | undefined, { kpi, at }: { readonly kpi: Kpi; readonly at: number }): Change => {
  const earlier = before?.kpis[at]
  return earlier ? changeOf({ now: kpi, before: earlier }) : NOT_COMPARED
}

const monthly = (
  rollUp: RollUp | undefined,
  { month, at }: { readonly month: Period; readonly at: number },
): readonly FigureOfPeriod[] => {
  const kpi = rollUp?.kpis[at]
  return kpi ? [{ kpi, period: month, change: NO_MONTH, changeOfYear: NO_MONTH }] : []
}

/** A whole week, month, quarter or year has one before it; any other period is compared with as many days before it. */
export function periodLikeBefore({ from, to }: Period): Period {
  const whole = PERIOD_KINDS.map((kind) => periodHolding(kind, from)).find((period) => isPeriod(period, { from, to }))
  if (whole) return periodBefore(whole)
  return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) }
}

/** The whole months of a period that holds several. */
function monthsIn({ from, to }: Period): readonly Period[] {
  const months = new Map([...datesFrom(from, to)].map((day) => periodHolding('month', day)).map((month) => [month.key, month]))
  return [...months.values()]
    .filter((month) => month.from >= from && month.to <= to)
    .map((month) => ({ from: month.from, to: month.to }))
}

const isPeriod = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to
const keyOf = ({ segment }: RollUp): string => segmentKey(segment)
const isOf = (rollUp: RollUp, { period, segment }: { readonly period: Period; readonly segment: Segment }): boolean =>
  isPeriod(rollUp.period, period) && keyOf(rollUp) === segmentKey(segment)
