/**
 * So many pages a second for one network, and more for a moment, so that one caller cannot take them all. Counted in the memory of this
 * execution: few run at a time, a refusal costs a thousandth of a page, and nothing is written about anybody (docs/adr/013).
 */

export interface CallerLimit {
  /** Pages a second, for long. */
  readonly rate: number
  /** Pages at once, after a pause. */
  readonly burst: number
}

export type CallerCheck = { readonly allowed: true } | { readonly allowed: false; readonly retryAfterSeconds: number }

interface Bucket {
  readonly left: number
  readonly atMs: number
}

/** A few megabytes at most; beyond, whoever has been silent for longest is forgotten. */
const MOST_CALLERS = 10_000

/** `elapsedMs` is a clock that only goes forward; the days of the product do not matter here. */
export function callerLimit({ rate, burst }: CallerLimit, elapsedMs: () => number): (network: string) => CallerCheck {
  const buckets = new Map<string, Bucket>()
  return (network) => {
    const atMs = elapsedMs()
    const known = buckets.get(network) ?? { left: burst, atMs }
    const left = Math.min(burst, known.left + ((atMs - known.atMs) / 1_000) * rate)
    const allowed = left >= 1
    buckets.delete(network)
    buckets.set(network, { left: allowed ? left - 1 : left, atMs })
    const [oldest] = buckets.keys()
    if (buckets.size > MOST_CALLERS && oldest !== undefined) buckets.delete(oldest)
    return allowed ? { allowed } : { allowed, retryAfterSeconds: Math.ceil((1 - left) / rate) }
  }
}
