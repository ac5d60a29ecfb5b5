/**
 * The schedule of the lists of calls: every half hour, in the zone of the company, an order to make those of the teams whose day begins. It goes to the
 * queue of orders, because a function of its own would take one more of the account's executions (docs/adr/013).
 */
import { Duration, TimeZone } from 'aws-cdk-lib'
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import { schedulerRole } from '#infra/constructs/scheduler-role.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface CallListsProps {
  readonly config: InfraConfig
  readonly queues: WorkQueues
}

/** An order that could not be put on the queue within this time is left to the next one, which makes what was missed. */
const TOO_LATE = Duration.minutes(25)
/** As functions/queues/list-calls.ts reads it. */
const ORDER = { kind: 'list-calls' }

export class CallLists extends Construct {
  constructor(scope: Construct, id: string, { config, queues }: CallListsProps) {
    super(scope, id)
    const [queue, deadLetters] = [queues.orders.queue, queues.plannerDeadLetters]
    const role = schedulerRole(this, 'ScheduleRole', {
      group: 'default',
      action: 'sqs:SendMessage',
      target: queue.queueArn,
      deadLetters,
    })
    new Schedule(this, 'EveryHalfHour', {
      description: 'Makes the lists of calls of the teams whose day begins',
      // The same distance as between two runs in app/desk/make-due-lists.ts.
      schedule: ScheduleExpression.cron({ minute: '0/30', timeZone: TimeZone.of(config.company.zone) }),
      timeWindow: TimeWindow.off(),
      target: {
        bind: () => ({
          arn: queue.queueArn,
          role,
          input: { bind: () => JSON.stringify(ORDER) },
          deadLetterConfig: { arn: deadLetters.queueArn },
          retryPolicy: { maximumEventAgeInSeconds: TOO_LATE.toSeconds(), maximumRetryAttempts: 10 },
        }),
      },
    })
  }
}
