/** Suppressed addresses in memory. */
import { frozen } from '#adapters/memory/frozen.ts'
import type { SuppressionList } from '#app/ports/consent.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { Instant } from '#core/time/instant.ts'

export function memorySuppressionList(): SuppressionList {
  const suppressions = new Map<string, Suppression>()
  const softBounces = new Map<string, Map<string, Instant>>()
  return {
    among: async (addressHashes) => {
      const found = new Map<string, Suppression>()
      for (const hash of addressHashes) {
        const suppression = suppressions.get(hash)
        if (suppression) found.set(hash, suppression)
      }
      return found
    },
    noteSoftBounce: async ({ addressHash, providerId, at, since }) => {
      const known = softBounces.get(addressHash) ?? new Map<string, Instant>()
      softBounces.set(addressHash, known.set(providerId, at))
      return [...known.values()].filter((each) => each > since).length
    },
    forgetSoftBounces: async (addressHash) => {
      softBounces.delete(addressHash)
    },
    add: async (suppression) => {
      if (!suppressions.has(suppression.addressHash)) suppressions.set(suppression.addressHash, frozen(suppression))
    },
  }
}
