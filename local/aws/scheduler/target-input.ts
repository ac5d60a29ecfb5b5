/** The input that a target gets: the schedule's input with its context words filled in, or AWS's default event when there is none. */
import type { Instant } from '#core/time/instant.ts'
import type { AwsPlace } from '#local/aws/aws-place.ts'
import type { ScheduleDelivery } from '#local/aws/scheduler/schedule-delivery.ts'
import type { Invocation } from '#local/aws/scheduler/schedule-store.ts'

/** `2027-02-06T02:00:00Z`: the Scheduler writes times to the second. */
const toTheSecond = (instant: Instant): string => `${instant.slice(0, 19)}Z`

export function inputFor(invocation: Invocation, { place, arn }: { place: AwsPlace; arn: string }): string {
  const { scheduled_time, execution_id, attempt, target } = invocation
  if (target.Input === undefined) return defaultEvent(invocation, { place, arn })
  const words: Readonly<Record<string, string>> = {
    '<aws.scheduler.scheduled-time>': toTheSecond(scheduled_time),
    '<aws.scheduler.schedule-arn>': arn,
    '<aws.scheduler.execution-id>': execution_id,
    '<aws.scheduler.attempt-number>': String(attempt),
  }
  return target.Input.replace(/<aws\.scheduler\.[a-z-]+>/g, (word) => words[word] ?? word)
}

const defaultEvent = (invocation: Invocation, { place, arn }: { place: AwsPlace; arn: string }): string =>
  JSON.stringify({
    version: '0',
    id: invocation.execution_id,
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: place.accountId,
    time: toTheSecond(invocation.scheduled_time),
    region: place.region,
    resources: [arn],
    detail: '{}',
  })

/** The attributes AWS puts on a message in a schedule's dead-letter queue. */
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
