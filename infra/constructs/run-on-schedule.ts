/** A function that is started by a schedule in the company's zone. A run that could not be started in time is left to the next one. */
import { type Duration, TimeZone } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { schedulerRole } from '#infra/constructs/scheduler-role.ts'

export interface ScheduledRun {
  readonly description: string
  /** Every hour at that minute when there is no `hour`. */
  readonly at: { readonly minute: string; readonly hour?: string }
  readonly zone: string
  readonly target: IFunction
  /** A run is no longer started after this time. */
  readonly tooLate: Duration
  readonly deadLetters: IQueue
}

export function runOnSchedule(scope: Construct, id: string, run: ScheduledRun): void {
  const { target, tooLate, deadLetters } = run
  const role = schedulerRole(scope, 'ScheduleRole', {
    group: 'default',
    action: 'lambda:InvokeFunction',
    target: target.functionArn,
    deadLetters,
  })
  new Schedule(scope, id, {
    description: run.description,
    // An hour that a clock change repeats runs once; an hour that it skips does not run. No run depends on the one before.
    schedule: ScheduleExpression.cron({ ...run.at, timeZone: TimeZone.of(run.zone) }),
    timeWindow: TimeWindow.off(),
    target: {
      bind: () => ({
        arn: target.functionArn,
        role,
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: tooLate.toSeconds(), maximumRetryAttempts: 10 },
      }),
    },
  })
}
