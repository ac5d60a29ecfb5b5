/** An order that a schedule in the company's zone puts on the queue of orders. An order that could not be put there in time is left to the next run of the schedule. */
import { type Duration, TimeZone } from 'aws-cdk-lib'
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler'
import type { Construct } from 'constructs'
import { schedulerRole } from '#infra/constructs/scheduler-role.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface ScheduledOrder {
  readonly description: string
  readonly at: { readonly minute: string; readonly hour?: string }
  readonly zone: string
  readonly queues: WorkQueues
  readonly order: { readonly kind: string }
  readonly tooLate: Duration
}

export function orderOnSchedule(scope: Construct, id: string, run: ScheduledOrder): void {
  const { description, at, zone, queues, order, tooLate } = run
  const [queue, deadLetters] = [queues.orders.queue, queues.plannerDeadLetters]
  const role = schedulerRole(scope, 'ScheduleRole', {
    group: 'default',
    action: 'sqs:SendMessage',
    target: queue.queueArn,
    deadLetters,
  })
  new Schedule(scope, id, {
    description,
    schedule: ScheduleExpression.cron({ ...at, timeZone: TimeZone.of(zone) }),
    timeWindow: TimeWindow.off(),
    target: {
      bind: () => ({
        arn: queue.queueArn,
        role,
        input: { bind: () => JSON.stringify(order) },
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: tooLate.toSeconds(), maximumRetryAttempts: 10 },
      }),
    },
  })
}
