/**
 * The resources that the infrastructure makes once: the group of batches' schedules, the hourly planning, the nightly purge, and the event
 * destinations.
 */
import {
  ConflictException,
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler'
import {
  AlreadyExistsException,
  CreateConfigurationSetCommand,
  CreateConfigurationSetEventDestinationCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2'
import type { Instant } from '#core/time/instant.ts'
import { LOCAL_PLACE } from '#local/aws/aws-place.ts'
import { CONFIGURATION_SET, SCHEDULE_GROUP } from '#local/stack/environment.ts'

const functionArn = (name: string) => `arn:aws:lambda:${LOCAL_PLACE.region}:${LOCAL_PLACE.accountId}:function:${name}`
export const PLANNER_ARN = functionArn('plan-occurrences')
export const PURGE_ARN = functionArn('purge-expired')

export async function makeOnce(
  { scheduler, ses }: { scheduler: SchedulerClient; ses: SESv2Client },
  now: Instant,
): Promise<void> {
  await unlessThere(scheduler.send(new CreateScheduleGroupCommand({ Name: SCHEDULE_GROUP })))
  const runs = [
    { Name: 'plan-occurrences', ScheduleExpression: 'cron(0 * * * ? *)', Arn: PLANNER_ARN },
    { Name: 'purge-expired', ScheduleExpression: 'cron(40 20 * * ? *)', Arn: PURGE_ARN },
  ]
  for (const { Name, ScheduleExpression, Arn } of runs) {
    await unlessThere(
      scheduler.send(
        new CreateScheduleCommand({
          Name,
          ScheduleExpression,
          ScheduleExpressionTimezone: 'UTC',
          StartDate: new Date(now),
          FlexibleTimeWindow: { Mode: 'OFF' },
          Target: { Arn, RoleArn: `arn:aws:iam::${LOCAL_PLACE.accountId}:role/tham-hoi-runs`, Input: '{}' },
        }),
      ),
    )
  }
  await unlessThere(ses.send(new CreateConfigurationSetCommand({ ConfigurationSetName: CONFIGURATION_SET })))
  await unlessThere(
    ses.send(
      new CreateConfigurationSetEventDestinationCommand({
        ConfigurationSetName: CONFIGURATION_SET,
        EventDestinationName: 'bus',
        EventDestination: {
          Enabled: true,
          MatchingEventTypes: ['DELIVERY', 'DELIVERY_DELAY', 'BOUNCE', 'COMPLAINT', 'REJECT', 'RENDERING_FAILURE'],
          EventBridgeDestination: {
            EventBusArn: `arn:aws:events:${LOCAL_PLACE.region}:${LOCAL_PLACE.accountId}:event-bus/default`,
          },
        },
      }),
    ),
  )
}

async function unlessThere(made: Promise<unknown>): Promise<void> {
  try {
    await made
  } catch (error) {
    if (!(error instanceof ConflictException) && !(error instanceof AlreadyExistsException)) throw error
  }
}
