/** Touches in memory. */
import { DELIVERY_RANK } from '#adapters/delivery-rank.ts'
import { frozen } from '#adapters/memory/frozen.ts'
import { rowsByOwner } from '#adapters/memory/rows-by-owner.ts'
import type { TouchStore } from '#app/ports.ts'
import type { Delivery, Touch } from '#core/planning/touch.ts'

export function memoryTouchStore(): TouchStore {
  const rows = rowsByOwner<Touch>(({ occurrenceId }) => occurrenceId)
  return {
    record: async (touches) => {
      for (const touch of touches) {
        const { customerId, occurrenceId, delivery } = touch
        const known = rows.get(customerId, occurrenceId)?.delivery ?? null
        rows.put(customerId, frozen({ ...touch, delivery: graver(known, delivery) }))
      }
    },
    add: async (touch) => {
      if (rows.get(touch.customerId, touch.occurrenceId)) return 'lost'
      rows.put(touch.customerId, frozen({ ...touch }))
      return 'written'
    },
    removeFailed: async ({ customerId, occurrenceId }) => {
      if (rows.get(customerId, occurrenceId)?.result !== 'failed') return 'lost'
      rows.remove(customerId, occurrenceId)
      return 'written'
    },
    getMany: async (keys) => {
      const found = keys
        .map(({ customerId, occurrenceId }) => rows.get(customerId, occurrenceId))
        .filter((touch) => touch !== undefined)
      return [...new Set(found)]
    },
    ofCustomer: async (customerId) => rows.all(customerId),
    noteDelivery: async ({ customerId, occurrenceId, delivery }) => {
      const touch = rows.get(customerId, occurrenceId)
      if (touch === undefined || graver(touch.delivery, delivery) !== delivery) return 'lost'
      rows.put(customerId, frozen({ ...touch, delivery }))
      return 'written'
    },
  }
}

/** The graver of two words, the later one of equals. */
function graver(known: Delivery | null, noted: Delivery | null): Delivery | null {
  if (known === null || noted === null) return noted ?? known
  return DELIVERY_RANK[noted.state] >= DELIVERY_RANK[known.state] ? noted : known
}
