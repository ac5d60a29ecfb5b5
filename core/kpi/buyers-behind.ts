/**
 * Which customers are behind a figure of purchases. Each stands under one day on which they bought, so that a list is read day by day and names nobody
 * twice. Told by the rules of the figures themselves.
 */
import type { KpiId } from '#core/kpi/kpi.ts'
import type { Period } from '#core/kpi/period.ts'
import { ACTIVITY_DAYS, firstOf, HORIZONS, type Horizon, isActiveOn, isRetained } from '#core/kpi/purchase-days.ts'
import { addDays, epochDayOf, type LocalDate } from '#core/time/local-date.ts'

export const FIGURES_OF_PURCHASES = [
  'retention-30',
  'retention-90',
  'retention-180',
  'retention-365',
  'kept-customers',
  'active-share',
] as const satisfies readonly KpiId[]
export type FigureOfPurchases = (typeof FIGURES_OF_PURCHASES)[number]

export const isOfPurchases = (id: KpiId): id is FigureOfPurchases => FIGURES_OF_PURCHASES.some((one) => one === id)

/** Of the denominator: in the numerator, or not. */
export const BUYER_GROUPS = ['did', 'did-not'] as const
export type BuyerGroup = (typeof BUYER_GROUPS)[number]

export interface BuyersAsked {
  readonly figure: FigureOfPurchases
  readonly group: BuyerGroup
  readonly period: Period
  /** The last day whose purchases count. */
  readonly end: LocalDate
}

export interface BuyersBehind {
  /** The days under which the customers stand; none when it ends before it begins. */
  readonly span: Period
  /** Whether a customer who bought on these days belongs to the group, and stands under this one. Days are counted from 1970; none lies after the end. */
  readonly standsOn: (days: readonly number[], day: number) => boolean
}

/** Null where no day lists the customers: of all who ever bought, those who did not buy in a month. */
export function buyersBehind({ figure, group, period, end }: BuyersAsked): BuyersBehind | null {
  const isIn = group === 'did'
  switch (figure) {
    case 'active-share':
      return isIn ? firstWithin(clipped(period, end)) : null
    case 'kept-customers':
      return keptOrNot({ isIn, period, end })
    default: {
      const horizon = HORIZON_OF[figure]
      const cohort = clipped(period, addDays(end, -horizon))
      const asked = { horizon, end: epochDayOf(end) }
      return { span: cohort, standsOn: (days, day) => firstOf(days) === day && isRetained(days, asked) === isIn }
    }
  }
}

const HORIZON_OF = Object.fromEntries(HORIZONS.map((horizon) => [`retention-${horizon}`, horizon])) as Readonly<
  Record<`retention-${Horizon}`, Horizon>
>

/** Under the day of their last purchase up to the end of the period, or of the data while it runs. */
function keptOrNot({
  isIn,
  period,
  end,
}: {
  readonly isIn: boolean
  readonly period: Period
  readonly end: LocalDate
}): BuyersBehind {
  const { from, to } = clipped(period, end)
  const [start, last] = [epochDayOf(from) - 1, epochDayOf(to)]
  const outOfWindow = addDays(to, -ACTIVITY_DAYS)
  return {
    span: isIn ? { from: addDays(outOfWindow, 1), to } : { from: addDays(from, -ACTIVITY_DAYS), to: outOfWindow },
    standsOn: (days, day) =>
      isActiveOn(days, start) && isActiveOn(days, last) === isIn && latestOf(days.filter((one) => one <= last)) === day,
  }
}

function firstWithin(span: Period): BuyersBehind {
  const [from, to] = [epochDayOf(span.from), epochDayOf(span.to)]
  return { span, standsOn: (days, day) => firstOf(days.filter((one) => from <= one && one <= to)) === day }
}

const clipped = ({ from, to }: Period, end: LocalDate): Period => ({ from, to: to < end ? to : end })

const latestOf = (days: readonly number[]): number => days.reduce((last, day) => Math.max(last, day), Number.NEGATIVE_INFINITY)
