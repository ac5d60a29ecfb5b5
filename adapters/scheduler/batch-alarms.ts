/**
 * Alarms as one-time schedules of EventBridge Scheduler: one per batch and instant, deleted after it has rung. The name follows from both, so setting
 * an alarm again finds the existing schedule. An alarm for an instant that the batch has left has no effect. CloudFormation cannot make such
 * schedules.
 */
import { createHash } from 'node:crypto'
import { ConflictException, CreateScheduleCommand, type SchedulerClient } from '@aws-sdk/client-scheduler'
import type { BatchAlarms, BatchOrder } from '#app/ports/orders.ts'
import { epochMsOf, type Instant, instantOf, SECOND_MS } from '#core/time/instant.ts'

export interface SchedulerBatchAlarms {
  readonly client: SchedulerClient
  readonly groupName: string
  /** The queue that gets `{"occurrenceId":…,"batchId":…}` when a batch is due. */
  readonly queueArn: string
  /** Lets Scheduler send to that queue and to the dead-letter queue. */
  readonly roleArn: string
  readonly deadLetterArn: string
}

type Alarm = BatchOrder & { readonly dueAt: Instant }

export function schedulerBatchAlarms({ client, groupName, queueArn, roleArn, deadLetterArn }: SchedulerBatchAlarms): BatchAlarms {
  return {
    set: async ({ occurrenceId, batchId, dueAt }) => {
      const schedule = new CreateScheduleCommand({
        Name: scheduleName({ occurrenceId, batchId, dueAt }),
        GroupName: groupName,
        ScheduleExpression: atExpression(dueAt),
        ScheduleExpressionTimezone: 'UTC',
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: queueArn,
          RoleArn: roleArn,
          Input: JSON.stringify({ occurrenceId, batchId }),
          DeadLetterConfig: { Arn: deadLetterArn },
        },
      })
      try {
        await client.send(schedule)
      } catch (error) {
        if (!(error instanceof ConflictException)) throw error
      }
    },
  }
}

/** `b-` and half of a SHA-256: 34 characters where 64 are allowed, whatever the ids are. */
export const scheduleName = ({ occurrenceId, batchId, dueAt }: Alarm): string =>
  `b-${createHash('sha256')
    .update(JSON.stringify([occurrenceId, batchId, dueAt]))
    .digest('hex')
    .slice(0, 32)}`

/** `at(2027-02-06T02:00:01)` in UTC; a part of a second is rounded up, so that no alarm rings early. */
export const atExpression = (dueAt: Instant): string =>
  `at(${instantOf(Math.ceil(epochMsOf(dueAt) / SECOND_MS) * SECOND_MS).slice(0, 19)})`
