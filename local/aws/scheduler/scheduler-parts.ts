/** The parts that the operations of the local EventBridge Scheduler share, and the quotas of an account. */
import type { AwsPlace } from '#local/aws/aws-place.ts'
import type { ScheduleStore } from '#local/aws/scheduler/schedule-store.ts'
import type { Clock } from '#local/clock/movable-clock.ts'

export interface SchedulerQuotas {
  readonly schedules: number
  readonly scheduleGroups: number
}

/** The defaults of a new AWS account. */
export const DEFAULT_SCHEDULER_QUOTAS: SchedulerQuotas = { schedules: 10_000_000, scheduleGroups: 500 }

export interface SchedulerApiParts {
  readonly store: ScheduleStore
  readonly clock: Clock
  readonly place: AwsPlace
  readonly quotas: SchedulerQuotas
}
