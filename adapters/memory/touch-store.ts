/** Touches in memory: the sender's result, and apart from it the provider's event, which may come first. */
import { DELIVERY_RANK } from '#adapters/delivery-rank.ts'
import { frozen } from '#adapters/frozen.ts'
import { rowsByOwner } from '#adapters/memory/rows-by-owner.ts'
import type { TouchKey, TouchStore } from '#app/ports/touches.ts'
import type { Written } from '#app/ports/written.ts'
import { isNotice } from '#core/audience/notice.ts'
import type { Delivery, Touch } from '#core/planning/touch.ts'

interface Noted {
  readonly occurrenceId: string
  readonly delivery: Delivery
}

export function memoryTouchStore(): TouchStore {
  const rows = rowsByOwner<Touch>(({ occurrenceId }) => occurrenceId)
  const words = rowsByOwner<Noted>(({ occurrenceId }) => occurrenceId)

  function put(touch: Touch): void {
    rows.put(touch.customerId, frozen({ ...touch, delivery: null }))
    if (touch.delivery !== null) note({ ...touch, delivery: touch.delivery })
  }
  function note({ customerId, occurrenceId, delivery }: TouchKey & { delivery: Delivery }): Written {
    const known = words.get(customerId, occurrenceId)?.delivery
    if (known !== undefined && DELIVERY_RANK[delivery.state] < DELIVERY_RANK[known.state]) return 'lost'
    words.put(customerId, frozen({ occurrenceId, delivery: { ...delivery } }))
    return 'written'
  }
  const withWord = (touch: Touch): Touch => {
    const delivery = words.get(touch.customerId, touch.occurrenceId)?.delivery
    return delivery === undefined ? touch : frozen({ ...touch, delivery })
  }

  return {
    record: async (touches) => touches.forEach(put),
    add: async (touch) => {
      if (rows.get(touch.customerId, touch.occurrenceId)) return 'lost'
      put(touch)
      return 'written'
    },
    removeFailed: async ({ customerId, occurrenceId, at }) => {
      const touch = rows.get(customerId, occurrenceId)
      if (touch?.result !== 'failed' || touch.at !== at) return 'lost'
      rows.remove(customerId, occurrenceId)
      return 'written'
    },
    remove: async (keys) => {
      for (const { customerId, occurrenceId } of keys) {
        rows.remove(customerId, occurrenceId)
        words.remove(customerId, occurrenceId)
      }
    },
    resultOf: async ({ customerId, occurrenceId }) => rows.get(customerId, occurrenceId)?.result,
    getMany: async (keys) => {
      const found = keys
        .map(({ customerId, occurrenceId }) => rows.get(customerId, occurrenceId))
        .filter((touch) => touch !== undefined)
      return [...new Set(found)].map(withWord)
    },
    ofCustomer: async (customerId) => rows.all(customerId).map(withWord),
    noticesOf: async (customerId) =>
      rows
        .all(customerId)
        .filter(({ campaignId }) => isNotice(campaignId))
        .map(withWord),
    noteDelivery: async (noted) => note(noted),
  }
}
