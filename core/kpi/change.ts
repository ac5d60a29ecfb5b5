/**
 * Whether a figure changed since another period. It did only where the difference is larger than chance explains at 95 %; else "no change shown", with how
 * large it would have to be. Of thirty figures that did not change, one or two are still called changed: that is what 95 % means.
 *
 * The interval lies around the difference that is shown. Around that of the adjusted scores of two NPS (Rocks 2016) it contradicts what is shown: one
 * promoter after a thousand would be a fall. Both are the same of many answers; of few, of two alike NPS up to 7 in 100 are called changed.
 *
 * Example: NPS 46 of 90 answers (53 promoters, 12 detractors), then 39 of 90 (51, 16): the smallest fall that would count is of 22 points, so no change is
 * shown.
 */
import type { Kpi, Unit } from '#core/kpi/kpi.ts'
import { differenceOf, isSignificant, smallestSignificant } from '#core/kpi/statistics/difference.ts'
import type { Estimate } from '#core/kpi/statistics/estimate.ts'

/**
 * no-data: one of the two has none. missing-part: days are missing from one, so they are not about the same. provisional: one can still change, most often
 * in one direction. other-currency: amounts have no difference. not-a-month: the figure is told of calendar months, and the other period is none.
 * no-interval: too few values, or money, which is counted in full and drawn from nothing. too-few: no difference that the scale has would be called a change.
 */
export type NotCompared =
  | 'no-data'
  | 'missing-part'
  | 'provisional'
  | 'other-currency'
  | 'not-a-month'
  | 'no-interval'
  | 'too-few'

export type Change =
  | { readonly is: 'changed'; readonly by: number; readonly low: number; readonly high: number }
  | { readonly is: 'no-change-shown'; readonly smallest: number }
  | { readonly is: 'not-compared'; readonly because: NotCompared }

interface Compared {
  readonly now: Kpi
  readonly before: Kpi
}

/** The first that holds is the reason. */
const RULES: readonly (readonly [NotCompared, (kpis: Compared) => boolean])[] = [
  ['not-a-month', ({ now, before }) => now.value !== null && before.untold === 'not-a-month'],
  ['no-data', ({ now, before }) => now.value === null || before.value === null],
  ['other-currency', ({ now, before }) => now.currency !== before.currency],
  ['missing-part', ({ now, before }) => now.missing.length > 0 || before.missing.length > 0],
  ['provisional', ({ now, before }) => now.provisional !== null || before.provisional !== null],
]

/** Throws on two different figures. */
export function changeOf(kpis: Compared): Change {
  const { now, before } = kpis
  if (now.id !== before.id) throw new RangeError(`${now.id} is not compared with ${before.id}`)
  const [because] = RULES.find(([, holds]) => holds(kpis)) ?? []
  if (because !== undefined) return { is: 'not-compared', because }
  const [a, b] = [shownEstimate(now), shownEstimate(before)]
  if (a === null || b === null) return { is: 'not-compared', because: 'no-interval' }
  const difference = differenceOf(a, b)
  if (isSignificant(difference)) return { is: 'changed', by: difference.value, low: difference.low, high: difference.high }
  const smallest = smallestSignificant(difference)
  return smallest > LARGEST[now.unit] ? { is: 'not-compared', because: 'too-few' } : { is: 'no-change-shown', smallest }
}

/** The figure as it is shown, between limits that hold it: those of a few promoters end below their score. */
function shownEstimate({ value, estimate }: Kpi): Estimate | null {
  if (value === null || estimate === null) return null
  return { value, low: Math.min(estimate.low, value), high: Math.max(estimate.high, value) }
}

/** The largest difference that two figures of the unit can have. */
const LARGEST: Readonly<Record<Unit, number>> = {
  share: 1,
  points: 200,
  index: 100,
  /** Of the widest scale that has a mean, from 1 to 7. */
  score: 6,
  'share-difference': 2,
  minutes: Number.POSITIVE_INFINITY,
  money: Number.POSITIVE_INFINITY,
}
