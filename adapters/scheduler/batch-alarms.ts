/** Alarms of batches: one schedule per batch and instant. An alarm for an instant that the batch has left has no effect. */
import { makeOneTimeSchedule, nameOfSchedule, type SchedulePlace } from '#adapters/scheduler/one-time-schedule.ts'
import type { BatchAlarms, BatchOrder } from '#app/ports/orders.ts'
import type { Instant } from '#core/time/instant.ts'

type Alarm = BatchOrder & { readonly dueAt: Instant }

export const schedulerBatchAlarms = (place: SchedulePlace): BatchAlarms => ({
  set: ({ occurrenceId, batchId, dueAt }) =>
    makeOneTimeSchedule(place, {
      name: scheduleName({ occurrenceId, batchId, dueAt }),
      at: dueAt,
      message: { occurrenceId, batchId },
    }),
})

export const scheduleName = ({ occurrenceId, batchId, dueAt }: Alarm): string =>
  nameOfSchedule('b', [occurrenceId, batchId, dueAt])
