/** The product's functions in a process of their own, over the real clients, so that it can be killed as hard as a machine can fail. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { readFileSync, writeSync } from 'node:fs'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { secretsClient } from '#adapters/secrets-manager/secrets.ts'
import { sesClient } from '#adapters/ses/mailer.ts'
import { events } from '#app/events.ts'
import { assembleCompanyRules } from '#core/campaign/company-rules.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { later } from '#core/time/instant.ts'
import { type FunctionName, readEnv } from '#functions/env.ts'
import { listCallsHandler } from '#functions/queues/list-calls.ts'
import { planOccurrencesHandler } from '#functions/queues/plan-occurrences.ts'
import { planSliceHandler } from '#functions/queues/plan-slice.ts'
import { recordDeliveryHandler } from '#functions/queues/record-delivery.ts'
import { ringCaseHandler } from '#functions/queues/ring-case.ts'
import { sendBatchHandler } from '#functions/queues/send-batch.ts'
import { caseClockPorts } from '#functions/wiring/case-clock-ports.ts'
import { listCallsPorts } from '#functions/wiring/list-calls-ports.ts'
import { planOccurrencesPorts, planSlicePorts, recordDeliveryPorts, sendBatchPorts } from '#functions/wiring/ports-from-env.ts'
import { sealsFromEnv } from '#functions/wiring/seals-from-env.ts'
import { staffStores } from '#functions/wiring/staff-stores-from-env.ts'
import { suppressionKeysFromEnv } from '#functions/wiring/suppression-keys-from-env.ts'
import { localFacts } from '#local/stack/local-facts.ts'
import { withTidiedFiles } from '#local/torture/cases/case-plants.ts'
import { deskHandler } from '#local/torture/desk/desk-handler.ts'
import { withDeskPlant, withForgottenForms } from '#local/torture/desk/desk-plants.ts'
import { type FaultRates, faultRates, type JobKind } from '#local/torture/fault-plan.ts'
import { keyedChance } from '#local/torture/keyed-chance.ts'
import { withPlant } from '#local/torture/plants.ts'
import { addRivals } from '#local/torture/rivals.ts'
import { addFaults, type SdkFaults } from '#local/torture/sdk-faults.ts'
import {
  type FromWorker,
  type Job,
  NOTES_PIPE,
  type ToWorker,
  type WorkerNote,
  type WorkerSetting,
} from '#local/torture/worker-words.ts'

const [settingFile = '', seed = ''] = process.argv.slice(2)
const setting: WorkerSetting = JSON.parse(readFileSync(settingFile, 'utf8'))
Object.assign(process.env, setting.environment)

const SHORT_PAUSE_MS = 10

let now = ''
let rates: FaultRates = faultRates('off', 0)
const clock = () => now
const note = (said: WorkerNote) => void writeSync(NOTES_PIPE, `${JSON.stringify(said)}\n`)
const tell = (said: FromWorker) => void process.send?.(said)

const job = new AsyncLocalStorage<JobKind>()
const faults: SdkFaults = {
  chance: keyedChance(seed),
  rates: () => rates,
  say: (fault) => note({ fault }),
  job,
  die: () => process.kill(process.pid, 'SIGKILL'),
}
const clients = {
  dynamo: new DynamoDBClient(),
  sqs: new SQSClient({ useQueueUrlAsEndpoint: false }),
  scheduler: new SchedulerClient(),
  ses: sesClient(),
  s3: new S3Client({ forcePathStyle: true }),
}
for (const client of [clients.dynamo, clients.sqs, clients.scheduler, clients.s3]) withoutLongPauses(client.config)
addFaults(clients.dynamo, 'DynamoDB', faults)
addFaults(clients.sqs, 'SQS', faults)
addFaults(clients.scheduler, 'Scheduler', faults)
addFaults(clients.ses, 'SES', faults)
addFaults(clients.s3, 'S3', faults)
addRivals(clients.dynamo, new DynamoDBClient(), faults)

const env = <Name extends FunctionName>(name: Name) => readEnv(name, process.env)
const log = events({ event: () => {}, alarm: (alarm, values) => note({ alarm, values }) })
const failed = ({ error }: { error: unknown }) => note({ broken: String(error) })
const { templates, pages } = setting
const secretUnread = (error: unknown) => note({ broken: String(error) })
const seals = await sealsFromEnv(env('sendBatch'), { secrets: secretsClient(), secretUnread })
const suppressionKeys = await suppressionKeysFromEnv(env('sendBatch'), { secrets: secretsClient() })
const base = {
  ...clients,
  companyRules: assembleCompanyRules({ ...setting.companyFiles, channels: OUR_CHANNELS }),
  events: log,
  templates,
  pages,
  seals,
  suppressionKeys,
  clock,
}

const plan = planOccurrencesHandler({ ports: planOccurrencesPorts(env('planOccurrences'), base), clock })
const recording = recordDeliveryPorts(env('recordDelivery'), base)
const ofStaff = staffStores(env('serveStaff'), { ...base, facts: localFacts(null) })
const ofDesk = { ...base, stores: withDeskPlant(ofStaff, setting.plant), clock }
const desk = withTidiedFiles(withForgottenForms(deskHandler(ofDesk), setting.plant), { stores: ofStaff, plant: setting.plant })
const handlers: Record<Exclude<JobKind, 'plan' | 'desk'>, (event: SQSEvent) => Promise<SQSBatchResponse>> = {
  slices: planSliceHandler({ ports: planSlicePorts(env('planSlice'), base), clock, failed }),
  batches: sendBatchHandler({ ports: withPlant(sendBatchPorts(env('sendBatch'), base), setting.plant), clock, failed }),
  lists: listCallsHandler({ ports: listCallsPorts(env('listCalls'), { ...base, hook: null }), clock, failed }),
  clocks: ringCaseHandler({ ports: caseClockPorts(env('ringCase'), { ...base, hook: null }), clock, failed }),
  deliveries: recordDeliveryHandler({ ports: recording, failed }),
}

/** The SDK's own retries, but without real pauses: a simulated day is over in minutes. */
function withoutLongPauses(config: Pick<DynamoDBClient['config'], 'retryStrategy'>): void {
  const strategy = config.retryStrategy().then((given) => {
    if (!('refreshRetryTokenForRetry' in given)) return given
    const refresh = given.refreshRetryTokenForRetry.bind(given)
    given.refreshRetryTokenForRetry = async (token, error) =>
      Object.assign(await refresh(token, error), { getRetryDelay: () => SHORT_PAUSE_MS })
    return given
  })
  config.retryStrategy = () => strategy
}

async function work({ kind, records }: Job): Promise<{ readonly failed: readonly string[]; readonly answer?: unknown }> {
  if (kind === 'plan') {
    await plan()
    return { failed: [] }
  }
  if (kind === 'desk') return { failed: [], answer: await desk(records[0]?.body ?? '') }
  const { batchItemFailures } = await handlers[kind]({ Records: records.map(recordOf) })
  return { failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) }
}

const recordOf = ({ messageId, body }: Job['records'][number]): SQSEvent['Records'][number] => ({
  messageId,
  body,
  receiptHandle: messageId,
  attributes: { ApproximateReceiveCount: '1', SentTimestamp: '0', SenderId: 'local', ApproximateFirstReceiveTimestamp: '0' },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: '',
})

process.on('message', (said: ToWorker) => {
  switch (said.say) {
    case 'rates':
      rates = said.rates
      break
    case 'clock':
      now = later(now, said.now)
      break
    case 'job': {
      now = later(now, said.job.now)
      const { id, kind } = said.job
      job
        .run(kind, () => work(said.job))
        .then(
          (done) => tell({ say: 'done', id, ...done }),
          (error: unknown) => {
            note({ broken: String(error) })
            tell({ say: 'failed', id, because: String(error) })
          },
        )
    }
  }
})
// The parent process has ended: no job will come any more.
process.on('disconnect', () => process.exit(0))
// A cold process needs a tenth of a second for its first call: it is made while the process waits for its turn.
await recording.touches.getMany([{ customerId: 'none', occurrenceId: 'none' }]).catch(() => {})
tell({ say: 'ready' })
