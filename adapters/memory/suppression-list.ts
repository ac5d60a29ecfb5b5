/** Suppressed addresses in memory. */
import { frozen } from '#adapters/memory/frozen.ts'
import type { SuppressionList } from '#app/ports.ts'
import type { Suppression } from '#core/audience/suppression.ts'

export function memorySuppressionList(): SuppressionList {
  const suppressions = new Map<string, Suppression>()
  return {
    among: async (addressHashes) => {
      const found = new Map<string, Suppression>()
      for (const hash of addressHashes) {
        const suppression = suppressions.get(hash)
        if (suppression) found.set(hash, suppression)
      }
      return found
    },
    add: async (suppression) => {
      if (!suppressions.has(suppression.addressHash)) suppressions.set(suppression.addressHash, frozen(suppression))
    },
  }
}
