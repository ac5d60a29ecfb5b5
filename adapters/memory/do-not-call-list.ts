/** The do-not-call list in memory. */
import type { DoNotCallList } from '#app/ports/consent.ts'
import type { DoNotCallInForce } from '#core/audience/do-not-call.ts'

export function memoryDoNotCallList(): DoNotCallList {
  let list: { readonly inForce: DoNotCallInForce; readonly keys: ReadonlySet<string> } | undefined
  return {
    inForce: async () => list?.inForce,
    among: async (contactKeys) => new Set(contactKeys.filter((key) => list?.keys.has(key))),
    replace: async ({ asOf, contactKeys }) => {
      if (list !== undefined && asOf < list.inForce.asOf) return 'older'
      const isSame = list?.keys.size === contactKeys.size && [...contactKeys].every((key) => list?.keys.has(key))
      if (isSame && list?.inForce.asOf === asOf) return 'unchanged'
      list = { inForce: { asOf, count: contactKeys.size }, keys: new Set(contactKeys) }
      return 'replaced'
    },
  }
}
