/** Where the one-time schedules are made that put orders on the queue. */
import type { SchedulerClient } from '@aws-sdk/client-scheduler'
import type { SchedulePlace } from '#adapters/scheduler/one-time-schedule.ts'

export interface Scheduling {
  readonly SCHEDULE_GROUP: string
  readonly ORDER_QUEUE_ARN: string
  readonly SCHEDULE_ROLE_ARN: string
  readonly SCHEDULE_DEAD_LETTER_ARN: string
}

export const schedulePlace = (env: Scheduling, client: SchedulerClient): SchedulePlace => ({
  client,
  groupName: env.SCHEDULE_GROUP,
  queueArn: env.ORDER_QUEUE_ARN,
  roleArn: env.SCHEDULE_ROLE_ARN,
  deadLetterArn: env.SCHEDULE_DEAD_LETTER_ARN,
})
