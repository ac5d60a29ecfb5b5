/** Suppressed contact points in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { SuppressionList } from '#app/ports/consent.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { Instant } from '#core/time/instant.ts'

export function memorySuppressionList(): SuppressionList {
  const suppressions = new Map<string, Suppression>()
  const softBounces = new Map<string, Map<string, Instant>>()
  return {
    among: async (contactKeys) => {
      const found = new Map<string, Suppression>()
      for (const key of contactKeys) {
        const suppression = suppressions.get(key)
        if (suppression) found.set(key, suppression)
      }
      return found
    },
    noteSoftBounce: async ({ contactKey, providerId, at, since }) => {
      const known = softBounces.get(contactKey) ?? new Map<string, Instant>()
      softBounces.set(contactKey, known.set(providerId, at))
      return [...known.values()].filter((each) => each > since).length
    },
    forgetSoftBounces: async (contactKey) => {
      softBounces.delete(contactKey)
    },
    add: async (suppression) => {
      if (!suppressions.has(suppression.contactKey)) suppressions.set(suppression.contactKey, frozen(suppression))
    },
  }
}
