/**
 * The whole system on one machine: the AWS APIs on loopback, the same handlers behind them, and a clock that can be moved. It is the demo,
 * the developer's playground and the fixture of the journeys at once.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { ConflictException, CreateScheduleCommand, CreateScheduleGroupCommand, SchedulerClient } from '@aws-sdk/client-scheduler'
import {
  AlreadyExistsException,
  CreateConfigurationSetCommand,
  CreateConfigurationSetEventDestinationCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { sesClient } from '#adapters/ses/mailer.ts'
import { type EventSink, events } from '#app/events.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { type FunctionName, readEnv } from '#functions/env.ts'
import { planOccurrencesHandler } from '#functions/plan-occurrences.ts'
import { planSliceHandler } from '#functions/plan-slice.ts'
import {
  pagesPorts,
  planOccurrencesPorts,
  planSlicePorts,
  recordDeliveryPorts,
  sendBatchPorts,
} from '#functions/ports-from-env.ts'
import { recordDeliveryHandler } from '#functions/record-delivery.ts'
import { sendBatchHandler } from '#functions/send-batch.ts'
import { pagesApp } from '#functions/serve-pages.ts'
import { LOCAL_PLACE } from '#local/aws/aws-place.ts'
import { createTables, startDynamo } from '#local/aws/dynamodb.ts'
import { startQueues } from '#local/aws/queues.ts'
import { startScheduler } from '#local/aws/scheduler/start-scheduler.ts'
import type { OutcomeRule } from '#local/aws/ses/send-email.ts'
import { startSes } from '#local/aws/ses/start-ses.ts'
import type { Clock } from '#local/clock/movable-clock.ts'
import { CONFIGURATION_SET, LOCAL_CREDENTIALS, LOCAL_TABLES, localEnvironment, SCHEDULE_GROUP } from '#local/stack/environment.ts'
import { drainQueues, type EventSource } from '#local/stack/sqs-dispatcher.ts'
import type { CompiledTemplates } from '#web/rendering/compiled-template.ts'

export interface StackOptions {
  /** Where the state is kept; null keeps it in memory. */
  readonly folder: string | null
  readonly clock: Clock
  readonly house: HouseRules
  readonly templates: CompiledTemplates
  /** Where customers' links lead. */
  readonly pages: string
  readonly sink: EventSink
  readonly outcomeRule?: OutcomeRule
  readonly dynamoEngine?: 'dynoxide' | 'dynalite'
}

export type Stack = Awaited<ReturnType<typeof startStack>>

const PLANNER_ARN = `arn:aws:lambda:${LOCAL_PLACE.region}:${LOCAL_PLACE.accountId}:function:plan-occurrences`

export async function startStack(options: StackOptions) {
  const { folder, clock, house, templates, pages } = options
  const now = (): Instant => clock.now()
  const log = events(options.sink)

  const dynamo = await startDynamo({
    folder,
    ...(options.dynamoEngine && { engine: options.dynamoEngine }),
    externalEndpoint: process.env.DYNAMODB_ENDPOINT,
  })
  const queues = await startQueues({ queues: ['slices', 'batches', 'deliveries', 'schedules-dead'].map((name) => ({ name })) })
  const [slices, batches, deliveries, dead] = ['slices', 'batches', 'deliveries', 'schedules-dead'].map((name) =>
    queues.queue(name),
  )
  if (!slices || !batches || !deliveries || !dead) throw new Error('queues are missing')
  const access = { region: LOCAL_PLACE.region, credentials: LOCAL_CREDENTIALS }
  const sqs = new SQSClient({ ...access, endpoint: queues.endpoint, useQueueUrlAsEndpoint: false })
  const send = async (queueUrl: string, body: string) =>
    void (await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body })))
  const queueByArn = new Map([slices, batches, deliveries, dead].map(({ arn, url }) => [arn, url]))

  const ses = await startSes({
    folder,
    clock,
    verifiedIdentities: [house.company.sender],
    publish: (event) => send(deliveries.url, JSON.stringify(event)),
    ...(options.outcomeRule && { outcomeRule: options.outcomeRule }),
  })
  const scheduler = await startScheduler({
    folder,
    clock,
    deliver: async ({ targetArn, input }) => {
      if (targetArn === PLANNER_ARN) return plan()
      const queueUrl = queueByArn.get(targetArn)
      if (!queueUrl) throw new Error(`no target ${targetArn} on this machine`)
      await send(queueUrl, input)
    },
  })

  const clients = {
    dynamo: new DynamoDBClient({ ...access, endpoint: dynamo.endpoint }),
    sqs,
    scheduler: new SchedulerClient({ ...access, endpoint: scheduler.endpoint }),
    ses: sesClient({ ...access, endpoint: ses.endpoint }),
  }
  await createTables(clients.dynamo, createTableInputs(LOCAL_TABLES))
  await configure(clients, now())

  const environment = localEnvironment({
    endpoints: { dynamodb: dynamo.endpoint, sqs: queues.endpoint, sesv2: ses.endpoint, scheduler: scheduler.endpoint },
    sliceQueueUrl: slices.url,
    batchQueueUrl: batches.url,
    batchQueueArn: batches.arn,
    deadLetterArn: dead.arn,
  })
  const env = <Name extends FunctionName>(name: Name) => readEnv(name, environment)
  const base = { ...clients, house, events: log }
  const failed = ({ messageId, error }: { messageId: string; error: unknown }) =>
    options.sink.alarm('record.failed', {
      messageId,
      error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    })

  const planning = planOccurrencesPorts(env('planOccurrences'), base)
  const sending = sendBatchPorts(env('sendBatch'), { ...base, templates, pages })
  const recording = recordDeliveryPorts(env('recordDelivery'), base)
  const paging = pagesPorts(env('servePages'), base)
  const plan = planOccurrencesHandler({ ports: planning, clock: now })
  const sources: EventSource[] = [
    {
      queueUrl: slices.url,
      queueArn: slices.arn,
      handler: planSliceHandler({ ports: planSlicePorts(env('planSlice'), base), clock: now, failed }),
    },
    { queueUrl: batches.url, queueArn: batches.arn, handler: sendBatchHandler({ ports: sending, clock: now, failed }) },
    { queueUrl: deliveries.url, queueArn: deliveries.arn, handler: recordDeliveryHandler({ ports: recording, failed }) },
  ]

  return {
    environment,
    engine: dynamo.engine,
    mailbox: ses.mailbox,
    engines: [scheduler.engine, ses.engine],
    /** Works off every queue until all are idle. */
    drain: () => drainQueues(sqs, sources),
    /** What a person looks at; the same stores the functions use. */
    stores: {
      ...planning,
      ...sending,
      consents: recording.consents,
      suppressions: sending.suppressions,
      vouchers: sending.vouchers,
    },
    pages: pagesApp(paging, now),
    house,
    sqs,
    deadLetterUrls: [slices, batches, deliveries].map(({ deadLetterUrl }) => deadLetterUrl).concat(dead.url),
    async stop() {
      for (const client of Object.values(clients)) client.destroy()
      for (const server of [scheduler, ses, queues, dynamo]) await server.stop()
    },
  }
}

/** What the infrastructure makes once: the group of batches' schedules, the hourly look ahead, and where events go. */
async function configure({ scheduler, ses }: { scheduler: SchedulerClient; ses: SESv2Client }, now: Instant): Promise<void> {
  await unlessThere(scheduler.send(new CreateScheduleGroupCommand({ Name: SCHEDULE_GROUP })))
  await unlessThere(
    scheduler.send(
      new CreateScheduleCommand({
        Name: 'plan-occurrences',
        ScheduleExpression: 'cron(0 * * * ? *)',
        ScheduleExpressionTimezone: 'UTC',
        StartDate: new Date(now),
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: PLANNER_ARN, RoleArn: `arn:aws:iam::${LOCAL_PLACE.accountId}:role/tham-hoi-planner`, Input: '{}' },
      }),
    ),
  )
  await unlessThere(ses.send(new CreateConfigurationSetCommand({ ConfigurationSetName: CONFIGURATION_SET })))
  await unlessThere(
    ses.send(
      new CreateConfigurationSetEventDestinationCommand({
        ConfigurationSetName: CONFIGURATION_SET,
        EventDestinationName: 'bus',
        EventDestination: {
          Enabled: true,
          MatchingEventTypes: ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT', 'DELIVERY_DELAY'],
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
