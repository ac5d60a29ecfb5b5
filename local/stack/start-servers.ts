/**
 * The AWS side of the system on one machine, without the system: the APIs on loopback, the tables, the queues, the group of schedules, and the
 * destination of the mailer's events. The caller decides where functions run: in this process, or in others.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { ConflictException, CreateScheduleCommand, CreateScheduleGroupCommand, SchedulerClient } from '@aws-sdk/client-scheduler'
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import {
  AlreadyExistsException,
  CreateConfigurationSetCommand,
  CreateConfigurationSetEventDestinationCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { SuppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { keySuppressions } from '#adapters/dynamo/key-suppressions.ts'
import { secretsClient } from '#adapters/secrets-manager/secrets.ts'
import { sesClient } from '#adapters/ses/mailer.ts'
import type { Instant } from '#core/time/instant.ts'
import { suppressionKeysFromEnv } from '#functions/wiring/suppression-keys-from-env.ts'
import { LOCAL_PLACE } from '#local/aws/aws-place.ts'
import { startCredentials } from '#local/aws/door.ts'
import { createTables, startDynamo } from '#local/aws/dynamodb.ts'
import { startQueues } from '#local/aws/queues.ts'
import type { OperationHooks } from '#local/aws/rest-json-server.ts'
import { openBucket } from '#local/aws/s3/bucket-store.ts'
import { startS3 } from '#local/aws/s3/start-s3.ts'
import { startScheduler } from '#local/aws/scheduler/start-scheduler.ts'
import { startSecrets } from '#local/aws/secrets/start-secrets.ts'
import type { OutcomeRule } from '#local/aws/ses/send-email.ts'
import type { SesQuota } from '#local/aws/ses/send-quota.ts'
import type { SesEvent } from '#local/aws/ses/ses-event.ts'
import { startSes } from '#local/aws/ses/start-ses.ts'
import type { Clock } from '#local/clock/movable-clock.ts'
import { openMailIn } from '#local/mail-in/lay-down-mail.ts'
import {
  CONFIGURATION_SET,
  INBOUND_BUCKET,
  LOCAL_SECRETS,
  LOCAL_TABLES,
  localEnvironment,
  SCHEDULE_GROUP,
  SUPPRESSION_SECRET_ARN,
} from '#local/stack/environment.ts'

export interface ServerOptions {
  /** The state folder; null keeps the state in memory. */
  readonly folder: string | null
  readonly clock: Clock
  /** The verified From address of mails. */
  readonly sender: string
  /** The hourly planning is due. */
  readonly plan: () => Promise<void>
  /** The nightly deletion of personal data is due; left out for a system without deletion. */
  readonly purge?: () => Promise<void>
  readonly outcomeRule?: OutcomeRule
  readonly dynamoEngine?: 'dynoxide' | 'dynalite'
  readonly sesQuota?: SesQuota
  readonly onTheWay?: OnTheWay
}

/** Optional hooks between a service and its callee. The torture uses them for faults. */
export interface OnTheWay {
  /** A schedule rings; `deliver` hands its input to the target. */
  readonly schedule?: (deliver: () => Promise<void>) => Promise<void>
  /** Replaces the queue of deliveries. */
  readonly sesEvent?: (event: SesEvent) => Promise<void>
  /** Around every operation of SES. */
  readonly ses?: OperationHooks
}

const QUEUES = ['orders', 'deliveries', 'replies', 'schedules-dead']

const functionArn = (name: string) => `arn:aws:lambda:${LOCAL_PLACE.region}:${LOCAL_PLACE.accountId}:function:${name}`
const PLANNER_ARN = functionArn('plan-occurrences')
const PURGE_ARN = functionArn('purge-expired')

export async function startServers({
  folder,
  clock,
  sender,
  plan,
  purge,
  outcomeRule,
  dynamoEngine,
  sesQuota,
  onTheWay = {},
}: ServerOptions) {
  const credentials = startCredentials(process.env)
  const { accessKeyId } = credentials
  const dynamo = await startDynamo({
    folder,
    accessKeyId,
    ...(dynamoEngine && { engine: dynamoEngine }),
    externalEndpoint: process.env.DYNAMODB_ENDPOINT,
  })
  const running = await startQueues({ queues: QUEUES.map((name) => ({ name })), credentials })
  const queues = {
    orders: running.queue('orders'),
    deliveries: running.queue('deliveries'),
    replies: running.queue('replies'),
    dead: running.queue('schedules-dead'),
  }
  const access = { region: LOCAL_PLACE.region, credentials }
  const sqs = new SQSClient({ ...access, endpoint: running.endpoint, useQueueUrlAsEndpoint: false })
  const send = async (queueUrl: string, body: string) =>
    void (await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body })))
  const queueByArn = new Map(Object.values(queues).map(({ arn, url }) => [arn, url]))

  const bucket = openBucket({ folder, name: 'inbound' })
  const s3 = await startS3({ bucketName: INBOUND_BUCKET, store: bucket, accessKeyId })
  const mailIn = await openMailIn({
    bucketName: INBOUND_BUCKET,
    store: bucket,
    now: () => clock.now(),
    tell: (body) => send(queues.replies.url, body),
  })

  const secrets = await startSecrets({ folder, secrets: LOCAL_SECRETS, accessKeyId })
  const ses = await startSes({
    folder,
    accessKeyId,
    clock,
    verifiedIdentities: [sender],
    publish: onTheWay.sesEvent ?? ((event) => send(queues.deliveries.url, JSON.stringify(event))),
    ...(outcomeRule && { outcomeRule }),
    ...(sesQuota && { quota: sesQuota }),
    ...(onTheWay.ses && { hooks: onTheWay.ses }),
  })
  const ring = onTheWay.schedule ?? ((deliver: () => Promise<void>) => deliver())
  const scheduler = await startScheduler({
    folder,
    accessKeyId,
    clock,
    deliver: ({ targetArn, input }) =>
      ring(async () => {
        if (targetArn === PLANNER_ARN) return plan()
        if (targetArn === PURGE_ARN) return purge?.()
        const queueUrl = queueByArn.get(targetArn)
        if (!queueUrl) throw new Error(`no target ${targetArn} on this machine`)
        await send(queueUrl, input)
      }),
  })

  const clients = {
    dynamo: new DynamoDBClient({ ...access, endpoint: dynamo.endpoint }),
    sqs,
    s3: new S3Client({ ...access, endpoint: s3.endpoint, forcePathStyle: true }),
    scheduler: new SchedulerClient({ ...access, endpoint: scheduler.endpoint }),
    ses: sesClient({ ...access, endpoint: ses.endpoint }),
    secrets: secretsClient({ ...access, endpoint: secrets.endpoint }),
  }
  const stop = async () => {
    for (const client of Object.values(clients)) client.destroy()
    for (const server of [scheduler, ses, secrets, s3, running, dynamo]) await server.stop()
    bucket.close()
  }
  const suppressionKeys = await prepare(clients, clock.now()).catch(async (error) => {
    await stop()
    throw error
  })

  return {
    environment: localEnvironment({
      credentials,
      endpoints: {
        dynamodb: dynamo.endpoint,
        sqs: running.endpoint,
        sesv2: ses.endpoint,
        scheduler: scheduler.endpoint,
        s3: s3.endpoint,
        secrets: secrets.endpoint,
      },
      orderQueueUrl: queues.orders.url,
      orderQueueArn: queues.orders.arn,
      deadLetterArn: queues.dead.arn,
      letters: {
        deliveryQueueUrl: queues.deliveries.url,
        orderDeadLetterUrl: queues.orders.deadLetterUrl,
        deliveryDeadLetterUrl: queues.deliveries.deadLetterUrl,
        replyQueueUrl: queues.replies.url,
        replyDeadLetterUrl: queues.replies.deadLetterUrl,
        scheduleDeadLetterUrl: queues.dead.url,
      },
    }),
    engine: dynamo.engine,
    clients,
    suppressionKeys,
    queues,
    mailbox: ses.mailbox,
    /** The account's permissions, changed in place. */
    mailAccount: ses.account,
    /** The entrance for incoming mail. */
    mailIn,
    engines: { scheduler: scheduler.engine, ses: ses.engine },
    stop,
  }
}

/** Makes what is missing, and keys the suppressions of the version before. Throws when they belong to another key than this machine's. */
async function prepare(clients: Clients, at: Instant): Promise<SuppressionKeys> {
  await createTables(clients.dynamo, createTableInputs(LOCAL_TABLES))
  const keys = await suppressionKeysFromEnv({ SUPPRESSION_SECRET_ARN }, clients)
  await keySuppressions({ client: clients.dynamo, tableName: LOCAL_TABLES.suppressions, keys: async () => keys }, { at })
  await configure(clients, at)
  return keys
}

interface Clients {
  readonly dynamo: DynamoDBClient
  readonly secrets: SecretsManagerClient
  readonly scheduler: SchedulerClient
  readonly ses: SESv2Client
}

/**
 * The resources that the infrastructure makes once: the group of batches' schedules, the hourly planning, the nightly purge, and the event
 * destinations.
 */
async function configure({ scheduler, ses }: { scheduler: SchedulerClient; ses: SESv2Client }, now: Instant): Promise<void> {
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
