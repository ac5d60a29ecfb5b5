/**
 * A quantile by nearest rank: the smallest value that so many per cent of all values do not exceed, which is the value of rank ⌈percent · n / 100⌉.
 * It is always one of the values, and SQL gives the same: `quantile_disc(x, 0.9)` in DuckDB, in Athena the row whose `row_number()` is that rank
 * (`approx_percentile` is none). Its interval lies between two ranks, whatever the distribution:
 *
 *     lower rank = nq − z √(nq(1−q))     upper rank = 1 + nq + z √(nq(1−q))     each rounded to the nearest
 *
 * Sources: R. J. Hyndman and Y. Fan, The American Statistician 50 (1996) 361–365, definition 1; M. J. Campbell and M. J. Gardner, British Medical
 * Journal 296 (1988) 1454–1456. Example: the median of 100 values is the 50th, its interval from the 40th to the 61st; of the 90th percentile of
 * 100 the 90th, from the 84th to the 97th.
 */
import { type Estimate, Z } from '#core/kpi/statistics/estimate.ts'

export type Percent = 50 | 90

export interface Quantile {
  /** Null for no values, and where the rank falls among those still waited for. */
  readonly value: number | null
  /** Null where a rank falls outside the values: a median needs 6 of them, a 90th percentile 45. */
  readonly estimate: Estimate | null
}

/** `waiting` values are not known yet and longer than all others: they count at the end of the order. */
export function quantileOf(
  values: readonly number[],
  { percent, waiting }: { readonly percent: Percent; readonly waiting: number },
): Quantile {
  const ordered = values.toSorted((a, b) => a - b)
  const n = ordered.length + waiting
  const value = ordered[rankOf(percent, n) - 1] ?? null
  const [low, high] = ranksAround(percent, n).map((rank) => ordered[rank - 1])
  return {
    value,
    estimate: value === null || low === undefined || high === undefined ? null : { value, low, high },
  }
}

/** In whole numbers: 0.9 · n would miss a rank by the last bit. */
const rankOf = (percent: Percent, n: number): number => Math.ceil((percent * n) / 100)

function ranksAround(percent: Percent, n: number): readonly [number, number] {
  const expected = (percent * n) / 100
  const spread = Z * Math.sqrt(expected * (1 - percent / 100))
  return [Math.round(expected - spread), Math.round(1 + expected + spread)]
}
