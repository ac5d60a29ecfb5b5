/** Alarms that ring when a driver's clock reaches them: for rehearsals and tests. */
import type { BatchAlarms, BatchOrder } from '#app/ports/orders.ts'
import type { Instant } from '#core/time/instant.ts'

export interface MemoryBatchAlarms extends BatchAlarms {
  /** When the next one rings; undefined when none is set. */
  nextDue(): Instant | undefined
  /** Those that are due, earliest first; each rings once. */
  takeDue(now: Instant): readonly BatchOrder[]
}

export function memoryBatchAlarms(): MemoryBatchAlarms {
  const alarms = new Map<string, BatchOrder & { readonly dueAt: Instant }>()
  return {
    set: async ({ occurrenceId, batchId, dueAt }) => {
      alarms.set(JSON.stringify([occurrenceId, batchId]), { occurrenceId, batchId, dueAt })
    },
    nextDue: () => {
      let next: Instant | undefined
      for (const { dueAt } of alarms.values()) if (next === undefined || dueAt < next) next = dueAt
      return next
    },
    takeDue: (now) => {
      const due = [...alarms].filter(([, { dueAt }]) => dueAt <= now)
      for (const [name] of due) alarms.delete(name)
      const orders = due.map(([, alarm]) => alarm).sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
      return orders.map(({ occurrenceId, batchId }) => ({ occurrenceId, batchId }))
    },
  }
}
