/** Work that is handed over, and alarms at an instant. */
import type { PlanPass } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'

/** Rings at an instant. Setting the same alarm twice is harmless. An alarm for an instant that the batch has left may still ring. */
export interface BatchAlarms {
  set(alarm: { readonly occurrenceId: string; readonly batchId: string; readonly dueAt: Instant }): Promise<void>
}

export interface SliceOrder {
  readonly occurrenceId: string
  readonly slice: number
  readonly pass: PlanPass
}

export interface BatchOrder {
  readonly occurrenceId: string
  readonly batchId: string
}

/** Hands work to the queues; at least once. */
export interface WorkQueues {
  planSlices(orders: readonly SliceOrder[]): Promise<void>
  sendBatches(orders: readonly BatchOrder[]): Promise<void>
}
