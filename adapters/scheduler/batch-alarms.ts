/**
 * Alarms as one-time schedules of EventBridge Scheduler: one per batch, gone after it has rung. The name follows from the batch,
 * so setting the alarm again finds the schedule that is there and moves it; CloudFormation cannot make such schedules.
 */
import { createHash } from 'node:crypto'
import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler'
import type { BatchAlarms, BatchOrder } from '#app/ports.ts'
import { epochMsOf, type Instant, instantOf, SECOND_MS } from '#core/time/instant.ts'

/** Rounds of creating and moving, while the schedule appears and rings under our hands. */
const TRIES = 3

export interface SchedulerBatchAlarms {
  readonly client: SchedulerClient
  readonly groupName: string
  /** The queue that gets `{"occurrenceId":…,"batchId":…}` when a batch is due. */
  readonly queueArn: string
  /** What Scheduler may do: send to that queue, and to the one for the dead. */
  readonly roleArn: string
  readonly deadLetterArn: string
}

export function schedulerBatchAlarms(scheduler: SchedulerBatchAlarms): BatchAlarms {
  return {
    set: async ({ occurrenceId, batchId, dueAt }) => {
      const schedule = scheduleOf(scheduler, { occurrenceId, batchId, dueAt })
      for (let attempt = 0; attempt < TRIES; attempt++) {
        if (await isCreated(scheduler.client, schedule)) return
        if (await isMoved(scheduler.client, schedule)) return
      }
      throw new Error(`the alarm of batch ${batchId} of ${occurrenceId} can be neither made nor moved`)
    },
  }
}

/** `b-` and half of a SHA-256: 34 characters where 64 are allowed, whatever the ids are. */
export const scheduleName = ({ occurrenceId, batchId }: BatchOrder): string =>
  `b-${createHash('sha256')
    .update(JSON.stringify([occurrenceId, batchId]))
    .digest('hex')
    .slice(0, 32)}`

/** `at(2027-02-06T02:00:01)` in UTC; a part of a second is rounded up, so that no alarm rings early. */
export const atExpression = (dueAt: Instant): string =>
  `at(${instantOf(Math.ceil(epochMsOf(dueAt) / SECOND_MS) * SECOND_MS).slice(0, 19)})`

function scheduleOf(
  { groupName, queueArn, roleArn, deadLetterArn }: SchedulerBatchAlarms,
  { occurrenceId, batchId, dueAt }: BatchOrder & { readonly dueAt: Instant },
): CreateScheduleCommandInput {
  return {
    Name: scheduleName({ occurrenceId, batchId }),
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
  }
}

async function isCreated(client: SchedulerClient, schedule: CreateScheduleCommandInput): Promise<boolean> {
  try {
    await client.send(new CreateScheduleCommand(schedule))
    return true
  } catch (error) {
    if (error instanceof ConflictException) return false
    throw error
  }
}

/** Moving replaces the whole schedule, so every field is named again. False when it rang, and so went, in between. */
async function isMoved(client: SchedulerClient, schedule: CreateScheduleCommandInput): Promise<boolean> {
  try {
    await client.send(new UpdateScheduleCommand(schedule))
    return true
  } catch (error) {
    if (error instanceof ResourceNotFoundException || error instanceof ConflictException) return false
    throw error
  }
}
