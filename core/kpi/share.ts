/** A share of what was counted, with its Wilson interval: most figures of care are one. */
import { type Kpi, type KpiId, kpiOf } from '#core/kpi/kpi.ts'
import type { Provisional } from '#core/kpi/provisional.ts'
import { wilson } from '#core/kpi/statistics/wilson.ts'

/** No data when nothing was counted. Throws on a numerator that is not a part of its denominator. */
export function share(
  id: KpiId,
  { numerator, denominator, provisional = null }: { numerator: number; denominator: number; provisional?: Provisional | null },
): Kpi {
  const estimate = wilson(numerator, denominator)
  return kpiOf({
    id,
    unit: 'share',
    value: estimate === null ? null : estimate.value,
    numerator,
    denominator,
    n: denominator,
    estimate,
    interval: estimate && { low: estimate.low, high: estimate.high, confidence: 0.95, method: 'wilson' },
    provisional,
  })
}
