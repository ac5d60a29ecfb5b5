/** Orders about the lists of calls in memory, for a test to look at. */
import type { ListOrders, UrgentWork } from '#app/ports/list-orders.ts'

export interface MemoryListOrders extends ListOrders {
  readonly ordered: () => readonly UrgentWork[]
}

export function memoryListOrders(): MemoryListOrders {
  const orders: UrgentWork[] = []
  return { makeAgain: async (urgent) => void orders.push(urgent), ordered: () => [...orders] }
}
