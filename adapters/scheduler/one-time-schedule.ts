/**
 * A one-time schedule of EventBridge Scheduler that puts a message on a queue and is deleted after it has rung. CloudFormation cannot make such
 * schedules. Its name says what rings and when, so making it again finds the one that is there.
 */
import { createHash } from 'node:crypto'
import { ConflictException, CreateScheduleCommand, type SchedulerClient } from '@aws-sdk/client-scheduler'
import { epochMsOf, type Instant, instantOf, SECOND_MS } from '#core/time/instant.ts'

export interface SchedulePlace {
  readonly client: SchedulerClient
  readonly groupName: string
  /** The queue that gets the message. */
  readonly queueArn: string
  /** Lets Scheduler send to that queue and to the dead-letter queue. */
  readonly roleArn: string
  readonly deadLetterArn: string
}

interface OneTime {
  readonly name: string
  readonly at: Instant
  readonly message: object
}

export async function makeOneTimeSchedule(
  { client, groupName, queueArn, roleArn, deadLetterArn }: SchedulePlace,
  { name, at, message }: OneTime,
): Promise<void> {
  const schedule = new CreateScheduleCommand({
    Name: name,
    GroupName: groupName,
    ScheduleExpression: atExpression(at),
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: queueArn,
      RoleArn: roleArn,
      Input: JSON.stringify(message),
      DeadLetterConfig: { Arn: deadLetterArn },
    },
  })
  try {
    await client.send(schedule)
  } catch (error) {
    if (!(error instanceof ConflictException)) throw error
  }
}

/** A letter and half of a SHA-256: 34 characters where 64 are allowed, whatever the ids are. */
export const nameOfSchedule = (letter: 'b' | 'c', of: readonly string[]): string =>
  `${letter}-${createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 32)}`

/** `at(2027-02-06T02:00:01)` in UTC; a part of a second is rounded up, so that no alarm rings early. */
export const atExpression = (at: Instant): string =>
  `at(${instantOf(Math.ceil(epochMsOf(at) / SECOND_MS) * SECOND_MS).slice(0, 19)})`
