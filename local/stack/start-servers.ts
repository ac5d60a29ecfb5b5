/**
 * The AWS side of the system on one machine, without the system: the APIs on loopback, the tables, the queues, the group of schedules, and the
 * destination of the mailer's events. The caller decides where functions run: in this process, or in others.
 */
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { SQSClient } from '@aws-sdk/client-sqs'
import { secretsClient } from '#adapters/secrets-manager/secrets.ts'
import { sesClient } from '#adapters/ses/mailer.ts'
import { LOCAL_PLACE } from '#local/aws/aws-place.ts'
import { startCredentials } from '#local/aws/door.ts'
import { startDynamo } from '#local/aws/dynamodb.ts'
import { messageSender } from '#local/aws/message-sender.ts'
import { nearbySettings, unnamed } from '#local/aws/nearby-client.ts'
import { startQueues } from '#local/aws/queues.ts'
import type { OperationHooks } from '#local/aws/rest-json-server.ts'
import { startScheduler } from '#local/aws/scheduler/start-scheduler.ts'
import { startSecrets } from '#local/aws/secrets/start-secrets.ts'
import type { OutcomeRule } from '#local/aws/ses/send-email.ts'
import type { SesQuota } from '#local/aws/ses/send-quota.ts'
import type { SesEvent } from '#local/aws/ses/ses-event.ts'
import { startSes } from '#local/aws/ses/start-ses.ts'
import { straightDynamo, straightMails, straightQueues } from '#local/aws/straight-calls.ts'
import type { Clock } from '#local/clock/movable-clock.ts'
import { openMailIn } from '#local/mail-in/lay-down-mail.ts'
import { FACTS, INBOUND_BUCKET, LOCAL_SECRETS, localEnvironment } from '#local/stack/environment.ts'
import { EVERY_HALF_HOUR, type ListRuns } from '#local/stack/list-runs.ts'
import { makeOnce, PLANNER_ARN, PURGE_ARN, ROLL_UP_ARN } from '#local/stack/made-once.ts'
import type { RollUpNights } from '#local/stack/roll-up-nights.ts'
import { startBuckets } from '#local/stack/start-buckets.ts'

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
  /** The facts and figures of the nights before are due. */
  readonly rollUp?: () => Promise<void>
  readonly outcomeRule?: OutcomeRule
  readonly dynamoEngine?: 'dynoxide' | 'dynalite'
  readonly sesQuota?: SesQuota
  /** The address of the staff app; the torture runs without it. */
  readonly staffUrl?: string
  /** When the lists of calls are made; every half hour when left out. */
  readonly listRuns?: ListRuns
  /** When figures are made; never by a schedule when left out. */
  readonly rollUpNights?: RollUpNights
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

export async function startServers({
  folder,
  clock,
  sender,
  plan,
  purge,
  rollUp,
  outcomeRule,
  dynamoEngine,
  sesQuota,
  staffUrl,
  listRuns = EVERY_HALF_HOUR,
  rollUpNights,
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
  const nearby = nearbySettings(access)
  const near = { transport: nearby.requestHandler, accessKeyId, region: access.region }
  const sqs = straightQueues(unnamed(new SQSClient({ ...nearby, endpoint: running.endpoint, useQueueUrlAsEndpoint: false })), {
    ...near,
    endpoint: running.endpoint,
  })
  const send = messageSender(sqs)
  const queueByArn = new Map(Object.values(queues).map(({ arn, url }) => [arn, url]))

  const buckets = await startBuckets({ folder, accessKeyId, now: () => clock.now() })
  const mailIn = await openMailIn({
    bucketName: INBOUND_BUCKET,
    store: buckets.inbound,
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
        if (targetArn === ROLL_UP_ARN) return rollUp?.()
        const queueUrl = queueByArn.get(targetArn)
        if (!queueUrl) throw new Error(`no target ${targetArn} on this machine`)
        await send(queueUrl, input)
      }),
  })

  const clients = {
    // A database that the operator names may check signatures.
    dynamo:
      dynamo.engine === 'external'
        ? unnamed(new DynamoDBClient({ ...access, endpoint: dynamo.insideEndpoint }))
        : straightDynamo(unnamed(new DynamoDBClient({ ...nearby, endpoint: dynamo.insideEndpoint })), {
            ...near,
            endpoint: dynamo.insideEndpoint,
          }),
    sqs,
    s3: new S3Client({ ...access, endpoint: buckets.endpoint, forcePathStyle: true }),
    scheduler: unnamed(new SchedulerClient({ ...nearby, endpoint: scheduler.endpoint })),
    ses: straightMails(unnamed(sesClient({ ...nearby, endpoint: ses.endpoint })), { ...near, endpoint: ses.endpoint }),
    secrets: secretsClient({ ...access, endpoint: secrets.endpoint }),
  }
  const stop = async () => {
    for (const client of Object.values(clients)) client.destroy()
    for (const server of [scheduler, ses, secrets, buckets, running, dynamo]) await server.stop()
  }
  const made = { at: clock.now(), orderQueueArn: queues.orders.arn, listRuns, rollUpNights: rollUpNights ?? null }
  const suppressionKeys = await makeOnce(clients, made).catch(async (error: unknown) => {
    await stop()
    throw error
  })

  return {
    environment: localEnvironment({
      ...(folder !== null && { factsFolder: join(folder, FACTS) }),
      credentials,
      endpoints: {
        dynamodb: dynamo.endpoint,
        sqs: running.endpoint,
        sesv2: ses.endpoint,
        scheduler: scheduler.endpoint,
        s3: buckets.endpoint,
        secrets: secrets.endpoint,
      },
      ...(staffUrl && { staffUrl }),
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
    /** Grows when a message may have come into one of them, by its URL. */
    arrivals: running.arrivals,
    mailbox: ses.mailbox,
    /** The account's permissions, changed in place. */
    mailAccount: ses.account,
    /** The entrance for incoming mail. */
    mailIn,
    engines: { scheduler: scheduler.engine, ses: ses.engine },
    stop,
  }
}
