/** Work that waits for its instant on the moved clock. */
import type { Instant } from '#core/time/instant.ts'

export interface HeldBack {
  until(at: Instant, act: () => void | Promise<void>): void
  next(): Instant | undefined
  /** Does all work whose instant has come, in order. */
  release(now: Instant): Promise<void>
}

export function heldBack(): HeldBack {
  const waiting: { readonly at: Instant; readonly act: () => void | Promise<void> }[] = []
  return {
    until(at, act) {
      let [low, high] = [0, waiting.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((waiting[middle]?.at ?? '') <= at) low = middle + 1
        else high = middle
      }
      waiting.splice(low, 0, { at, act })
    },
    next: () => waiting[0]?.at,
    async release(now) {
      for (let first = waiting[0]; first && first.at <= now; first = waiting[0]) {
        waiting.shift()
        await first.act()
      }
    },
  }
}
