/** Orders about the lists of calls in memory, for a test to look at. */
import type { ListOrders } from '#app/ports/list-orders.ts'
import type { Instant } from '#core/time/instant.ts'

export interface MemoryListOrders extends ListOrders {
  readonly ordered: () => readonly Instant[]
}

export function memoryListOrders(): MemoryListOrders {
  const orders: Instant[] = []
  return { makeAgain: async (urgentAt) => void orders.push(urgentAt), ordered: () => [...orders] }
}
