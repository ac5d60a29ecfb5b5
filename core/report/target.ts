/** What the company wants a figure to reach, and whether it did. A miss is called one only when chance at 95 % does not explain it. */
import type { Kpi } from '#core/kpi/kpi.ts'
import { GOOD_DIRECTION } from '#core/report/good-direction.ts'

/**
 * not-yet: on the wrong side, and the figure can still change. within-chance: on the wrong side, and the target lies inside the interval. too-few: on the
 * wrong side, by too few values to have one. not-told: no data.
 */
export type TargetStanding = 'met' | 'missed' | 'not-yet' | 'within-chance' | 'too-few' | 'not-told'

export interface Target {
  /** In the figure's own unit: 0.85 for 85 %. */
  readonly at: number
  readonly standing: TargetStanding
}

/** `wanted` as company.json says it: shares in per cent. A figure without a good direction has no target. */
export function targetOf(kpi: Kpi, wanted: number | undefined): Target | null {
  const good = GOOD_DIRECTION[kpi.id]
  if (wanted === undefined || good === null) return null
  const at = kpi.unit === 'share' || kpi.unit === 'share-difference' ? wanted / 100 : wanted
  return { at, standing: standingOf(kpi, { at, good }) }
}

function standingOf(
  { value, interval, unit, provisional }: Kpi,
  { at, good }: { readonly at: number; readonly good: 'up' | 'down' },
): TargetStanding {
  if (value === null) return 'not-told'
  const isMet = good === 'up' ? value >= at : value <= at
  if (isMet) return 'met'
  if (provisional !== null) return 'not-yet'
  // Money is counted in full, and chance explains nothing of it; any other figure has no interval where one customer may have made it.
  if (interval === null && unit !== 'money') return 'too-few'
  const mayBeMet = interval !== null && (good === 'up' ? interval.high >= at : interval.low <= at)
  return mayBeMet ? 'within-chance' : 'missed'
}
