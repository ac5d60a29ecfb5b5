/** Consent records in memory. */
import { frozen } from '#adapters/frozen.ts'
import { rowsByOwner } from '#adapters/memory/rows-by-owner.ts'
import type { ConsentLog } from '#app/ports/consent.ts'
import type { ConsentRecord } from '#core/audience/consent.ts'

export function memoryConsentLog(): ConsentLog {
  const rows = rowsByOwner<ConsentRecord>(({ recordId }) => recordId)
  return {
    append: async (record) => {
      if (rows.get(record.customerId, record.recordId) === undefined) rows.put(record.customerId, frozen(record))
    },
    ofCustomer: async (customerId) => rows.all(customerId),
    pagesOfCustomer: async function* (customerId) {
      const own = rows.all(customerId)
      if (own.length > 0) yield own
    },
  }
}
