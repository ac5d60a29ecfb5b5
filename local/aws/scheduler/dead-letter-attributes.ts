/** The attributes AWS puts on a message in a schedule's dead-letter queue. */
import type { Instant } from '#core/time/instant.ts'
import type { ScheduleDelivery } from '#local/aws/scheduler/schedule-delivery.ts'

/** `2027-02-06T02:00:00Z`: the Scheduler writes times to the second. */
const toTheSecond = (instant: Instant): string => `${instant.slice(0, 19)}Z`

export const deadLetterAttributes = (
  delivery: ScheduleDelivery,
  { failure, exhausted }: { failure: Error; exhausted: string },
): Readonly<Record<string, string>> => ({
  ERROR_CODE: failure.name,
  ERROR_MESSAGE: failure.message,
  EXECUTION_ID: delivery.executionId,
  EXHAUSTED_RETRY_CONDITION: exhausted,
  IS_PAYLOAD_TRUNCATED: 'false',
  RETRY_ATTEMPTS: String(delivery.attempt - 1),
  SCHEDULED_TIME: toTheSecond(delivery.scheduledTime),
  SCHEDULE_ARN: delivery.schedule.arn,
  TARGET_ARN: delivery.targetArn,
})
