/**
 * Whether a figure changed since another period. It did only where the difference is larger than chance explains at 95 %; else "no change shown", with how
 * large it would have to be. Of thirty figures that did not change, one or two are still called changed: that is what 95 % means.
 *
 * Example: NPS 46 of 90 answers (53 promoters, 12 detractors), then 39 of 90 (51, 16): the smallest fall that would count is of 21 points, so no change is
 * shown.
 */
import type { Kpi } from '#core/kpi/kpi.ts'
import { differenceOf, isSignificant, smallestSignificant } from '#core/kpi/statistics/difference.ts'

/**
 * no-data: one of the two has none. missing-part: days are missing from one, so they are not about the same. provisional: one can still change, most often
 * in one direction. other-currency: amounts have no difference. no-interval: too few values, or money, which is counted in full and drawn from nothing.
 */
export type NotCompared = 'no-data' | 'missing-part' | 'provisional' | 'other-currency' | 'no-interval'

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
  ['no-data', ({ now, before }) => now.value === null || before.value === null],
  ['other-currency', ({ now, before }) => now.currency !== before.currency],
  ['missing-part', ({ now, before }) => now.missing.length > 0 || before.missing.length > 0],
  ['provisional', ({ now, before }) => now.provisional !== null || before.provisional !== null],
]

/** The difference is that of the two figures as they are shown; its interval comes from their estimates. Throws on two different figures. */
export function changeOf(kpis: Compared): Change {
  const { now, before } = kpis
  if (now.id !== before.id) throw new RangeError(`${now.id} is not compared with ${before.id}`)
  const [because] = RULES.find(([, holds]) => holds(kpis)) ?? []
  if (because !== undefined) return { is: 'not-compared', because }
  if (now.estimate === null || before.estimate === null || now.value === null || before.value === null)
    return { is: 'not-compared', because: 'no-interval' }
  const difference = differenceOf(now.estimate, before.estimate)
  return isSignificant(difference)
    ? { is: 'changed', by: now.value - before.value, low: difference.low, high: difference.high }
    : { is: 'no-change-shown', smallest: smallestSignificant(difference) }
}
