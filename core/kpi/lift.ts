/**
 * Lift: how many more of the customers whom care was to contact came back than of those whom it left alone on purpose. The only figure that says what
 * care caused; all others say what happened. Groups are as they were drawn (intention to treat): everybody whom chance put among those to be contacted
 * counts there, also who was skipped, for the same customers are among those left alone.
 *
 * Too few, by Cochran's rule for comparing two shares: each group must expect at least five who buy and five who do not, if both were alike. Below it no
 * lift is told.
 *
 * Example (Newcombe, table II): 56 of 70 treated and 48 of 80 left alone bought → lift 0.2, from 0.0524 to 0.3339: more.
 */
import type { KpiDefinition } from '#core/kpi/definition.ts'
import { type Kpi, kpiOf } from '#core/kpi/kpi.ts'
import { type Looked, openWindow } from '#core/kpi/provisional.ts'
import { differenceOf, isSignificant, smallestSignificant } from '#core/kpi/statistics/difference.ts'
import { wilson } from '#core/kpi/statistics/wilson.ts'

/** A purchase counts when it follows the first decision about the customer within so long. The company's own choice, one of the cohorts' horizons. */
export const LIFT_DAYS = 90
/** W. G. Cochran, "Some methods for strengthening the common χ² tests", Biometrics 10 (1954) 417–451. */
export const LEAST_EXPECTED = 5

const liftDefinition = (name: KpiDefinition['name'], alone: KpiDefinition['denominator']): KpiDefinition => ({
  name,
  numerator: {
    vi: `tỷ lệ có mua trong ${LIFT_DAYS} ngày ở nhóm bốc thăm vào diện chăm sóc, kể cả khách sau đó bị bỏ qua`,
    en: `share who bought within ${LIFT_DAYS} days among those drawn to be contacted, also who was skipped afterwards`,
  },
  denominator: alone,
  window: {
    vi: `${LIFT_DAYS} ngày sau lần bốc thăm đầu tiên của khách trong kỳ`,
    en: `${LIFT_DAYS} days after the first draw about the customer in the period`,
  },
  formula: { vi: 'tỷ lệ thứ nhất − tỷ lệ thứ hai', en: 'first share − second share' },
  byTier: {
    vi: 'khách tính vào hạng, nước của mình ở dịp đầu tiên trong kỳ; mọi lần mua đều tính, dù sau đó đã sang hạng khác',
    en: 'a customer counts in the tier and country of their first occasion of the period; every purchase counts, also after coming to another',
  },
  source: 'interval: method 10 of Newcombe 1998 (Statistics in Medicine 17, 873–890); too few: Cochran 1954',
})

export const CAMPAIGN_LIFT: KpiDefinition = liftDefinition(
  { vi: 'Hiệu quả của chiến dịch', en: 'Lift of a campaign' },
  {
    vi: `tỷ lệ có mua trong ${LIFT_DAYS} ngày ở nhóm so sánh của chiến dịch (trừ đi, không chia)`,
    en: `share who bought within ${LIFT_DAYS} days among the campaign's holdout (subtracted, not divided)`,
  },
)

export const CARE_LIFT: KpiDefinition = liftDefinition(
  { vi: 'Hiệu quả của toàn bộ việc chăm sóc', en: 'Lift of all care' },
  {
    vi: `tỷ lệ có mua trong ${LIFT_DAYS} ngày ở nhóm so sánh của cả công ty, không nhận chiến dịch nào (trừ đi, không chia)`,
    en: `share who bought within ${LIFT_DAYS} days among the control group of all care (subtracted, not divided)`,
  },
)

/** What is counted: the two groups, and how many of both stand in them by days on which the draw was not kept yet. */
export interface LiftCounts {
  readonly treated: Group
  readonly leftAlone: Group
  readonly asBefore?: number
}

export interface Group {
  readonly customers: number
  readonly bought: number
}

/** not-shown: the groups do not differ by what is significant. */
export type LiftVerdict = 'more' | 'less' | 'not-shown' | 'too-few' | 'no-data'

export interface LiftKpi extends Kpi {
  readonly verdict: LiftVerdict
  readonly treated: Group
  readonly leftAlone: Group
  /** How many of both are told in the way of before draws were kept; absent in reports that were handed in before. */
  readonly asBefore?: number
  /** The smallest lift that groups like these could show; null where none is told. */
  readonly smallest: number | null
}

/** Null for every other figure, and where none was told: a holdout belongs to one campaign. */
export const liftIn = (kpi: Kpi): LiftKpi | null => ('verdict' in kpi ? (kpi as LiftKpi) : null)

export function lift(
  id: 'campaign-lift' | 'care-lift',
  { treated, leftAlone, asBefore = 0 }: LiftCounts,
  looked: Looked,
): LiftKpi {
  const known = {
    id,
    unit: 'share-difference' as const,
    n: treated.customers + leftAlone.customers,
    provisional: openWindow(looked, LIFT_DAYS),
  }
  const [first, second] = [wilson(treated.bought, treated.customers), wilson(leftAlone.bought, leftAlone.customers)]
  if (!first || !second)
    return { ...kpiOf({ ...known, value: null }), verdict: 'no-data', treated, leftAlone, asBefore, smallest: null }
  if (isTooFew(treated, leftAlone))
    return { ...kpiOf({ ...known, value: null }), verdict: 'too-few', treated, leftAlone, asBefore, smallest: null }
  const estimate = differenceOf(first, second)
  const { low, high } = estimate
  const kpi = kpiOf({ ...known, value: estimate.value, estimate, interval: { low, high, confidence: 0.95, method: 'newcombe' } })
  const smallest = smallestSignificant(estimate)
  if (!isSignificant(estimate)) return { ...kpi, verdict: 'not-shown', treated, leftAlone, asBefore, smallest }
  return { ...kpi, verdict: estimate.value > 0 ? 'more' : 'less', treated, leftAlone, asBefore, smallest }
}

function isTooFew(a: Group, b: Group): boolean {
  const customers = a.customers + b.customers
  const bought = a.bought + b.bought
  const rarer = Math.min(bought, customers - bought)
  return (Math.min(a.customers, b.customers) * rarer) / customers < LEAST_EXPECTED
}
