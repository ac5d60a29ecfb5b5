/** What the infrastructure makes once in AWS, and a start on this machine makes where it is missing. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  ConflictException,
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler'
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import {
  AlreadyExistsException,
  CreateConfigurationSetCommand,
  CreateConfigurationSetEventDestinationCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import type { SuppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { dynamoCustomerStore } from '#adapters/dynamo/customer-store.ts'
import { fillChangedDays, fillRedeemedDays } from '#adapters/dynamo/fill-days.ts'
import { fillFinder } from '#adapters/dynamo/fill-finder.ts'
import { fillWorkTeams } from '#adapters/dynamo/fill-work-teams.ts'
import { keySuppressions } from '#adapters/dynamo/key-suppressions.ts'
import type { Instant } from '#core/time/instant.ts'
import { LIST_CALLS } from '#functions/queues/list-calls.ts'
import { LOOK_AT_CLOCKS } from '#functions/queues/ring-case.ts'
import { suppressionKeysFromEnv } from '#functions/wiring/suppression-keys-from-env.ts'
import { LOCAL_PLACE } from '#local/aws/aws-place.ts'
import { createTables } from '#local/aws/create-tables.ts'
import { CONFIGURATION_SET, LOCAL_TABLES, SCHEDULE_GROUP, SUPPRESSION_SECRET_ARN } from '#local/stack/environment.ts'
import type { ListRuns } from '#local/stack/list-runs.ts'
import type { RollUpNights } from '#local/stack/roll-up-nights.ts'

const functionArn = (name: string) => `arn:aws:lambda:${LOCAL_PLACE.region}:${LOCAL_PLACE.accountId}:function:${name}`
export const PLANNER_ARN = functionArn('plan-occurrences')
export const PURGE_ARN = functionArn('purge-expired')
export const ROLL_UP_ARN = functionArn('roll-up-night')

/** Suppressions of the version before are keyed as well, its customers made findable, its open work by team and person, and what facts are made of by its day. Throws when they belong to another key than this machine's. */
export async function makeOnce(clients: Clients, made: Made): Promise<SuppressionKeys> {
  const { at } = made
  await createTables(clients.dynamo, createTableInputs(LOCAL_TABLES))
  const keys = await suppressionKeysFromEnv({ SUPPRESSION_SECRET_ARN }, clients)
  await keySuppressions({ client: clients.dynamo, tableName: LOCAL_TABLES.suppressions, keys: async () => keys }, { at })
  const [client, { customers, finder, vouchers, work }] = [clients.dynamo, LOCAL_TABLES]
  await fillFinder({
    customers: dynamoCustomerStore({ client, tableName: customers, addressHash }),
    finder: { client, tableName: finder },
  })
  await fillWorkTeams({ client, tableName: work })
  await fillChangedDays({ client, tableName: work })
  await fillRedeemedDays({ client, tableName: vouchers })
  await configure(clients, made)
  return keys
}

interface Made {
  readonly at: Instant
  /** Where the orders of schedules go. */
  readonly orderQueueArn: string
  readonly listRuns: ListRuns
  /** Null: no figures are made by a schedule. */
  readonly rollUpNights: RollUpNights | null
}

interface Run {
  readonly Name: string
  readonly ScheduleExpression: string
  /** UTC when left out. */
  readonly Zone?: string
  readonly Arn: string
  readonly Input?: string
}

interface Clients {
  readonly dynamo: DynamoDBClient
  readonly secrets: SecretsManagerClient
  readonly scheduler: SchedulerClient
  readonly ses: SESv2Client
}

/**
 * The resources that the infrastructure makes once: the group of batches' schedules, the hourly planning, the nightly purge, the lists of calls, and the event
 * destinations.
 */
async function configure(
  { scheduler, ses }: { scheduler: SchedulerClient; ses: SESv2Client },
  { at: now, orderQueueArn, listRuns, rollUpNights }: Made,
): Promise<void> {
  await unlessThere(scheduler.send(new CreateScheduleGroupCommand({ Name: SCHEDULE_GROUP })))
  const runs: readonly Run[] = [
    { Name: 'plan-occurrences', ScheduleExpression: 'cron(0 * * * ? *)', Arn: PLANNER_ARN },
    { Name: 'purge-expired', ScheduleExpression: 'cron(40 20 * * ? *)', Arn: PURGE_ARN },
    ...(rollUpNights?.expressions ?? []).map((ScheduleExpression) => ({
      // Named by its time: a state that was moved may run on real time later.
      Name: `roll-up-${ScheduleExpression.replaceAll(/[^A-Za-z0-9]+/g, '-')}`,
      ScheduleExpression,
      ...(rollUpNights && { Zone: rollUpNights.zone }),
      Arn: ROLL_UP_ARN,
    })),
    // As infra/constructs/case-clocks.ts makes it.
    {
      Name: 'look-at-clocks',
      ScheduleExpression: 'cron(30 1 * * ? *)',
      Zone: listRuns.zone,
      Arn: orderQueueArn,
      Input: JSON.stringify({ kind: LOOK_AT_CLOCKS }),
    },
    ...listRuns.expressions.map((ScheduleExpression, at) => ({
      Name: `list-calls-${at}`,
      ScheduleExpression,
      Zone: listRuns.zone,
      Arn: orderQueueArn,
      Input: JSON.stringify({ kind: LIST_CALLS }),
    })),
  ]
  for (const { Name, ScheduleExpression, Zone = 'UTC', Arn, Input = '{}' } of runs) {
    await unlessThere(
      scheduler.send(
        new CreateScheduleCommand({
          Name,
          ScheduleExpression,
          ScheduleExpressionTimezone: Zone,
          StartDate: new Date(now),
          FlexibleTimeWindow: { Mode: 'OFF' },
          Target: { Arn, RoleArn: `arn:aws:iam::${LOCAL_PLACE.accountId}:role/tham-hoi-runs`, Input },
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
