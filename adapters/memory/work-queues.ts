/** Queues as lists that a driver drains in order: for rehearsals and tests. */
import type { BatchOrder, SliceOrder, WorkQueues } from '#app/ports/orders.ts'

export interface MemoryWorkQueues extends WorkQueues {
  /** The oldest order, taken off its queue; undefined when there is none. */
  takeSlice(): SliceOrder | undefined
  takeBatch(): BatchOrder | undefined
  /** Orders that wait. */
  waiting(): { readonly slices: readonly SliceOrder[]; readonly batches: readonly BatchOrder[] }
}

export function memoryWorkQueues(): MemoryWorkQueues {
  const slices: SliceOrder[] = []
  const batches: BatchOrder[] = []
  return {
    planSlices: async (orders) => {
      for (const order of orders) slices.push({ ...order })
    },
    sendBatches: async (orders) => {
      for (const order of orders) batches.push({ ...order })
    },
    takeSlice: () => slices.shift(),
    takeBatch: () => batches.shift(),
    waiting: () => ({ slices: [...slices], batches: [...batches] }),
  }
}
