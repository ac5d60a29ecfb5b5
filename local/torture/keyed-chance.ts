/** Random decisions about faults: each follows from the seed, the kind of decision and the number of earlier ones of that kind. */
import { stableHash } from '#core/customer/stable-hash.ts'

export interface KeyedChance {
  /** From 0 up to, not including, 1. */
  number(kind: string): number
  happens(kind: string, share: number): boolean
  /** A whole number, both ends included. */
  between(kind: string, [from, to]: readonly [number, number]): number
}

export function keyedChance(seed: string): KeyedChance {
  const asked = new Map<string, number>()
  const number = (kind: string) => {
    const n = asked.get(kind) ?? 0
    asked.set(kind, n + 1)
    return stableHash(`${seed}|${kind}|${n}`) / 2 ** 32
  }
  return {
    number,
    happens: (kind, share) => number(kind) < share,
    between: (kind, [from, to]) => from + Math.floor(number(kind) * (to - from + 1)),
  }
}
