/**
 * What the sender costs: CPU per recipient beside the bare SDK calls it must make, in one run; recipients a second of one sender; AWS calls
 * per 1,000 recipients and their list price above the mails. `npm run bench`.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { CreateConfigurationSetCommand, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { sesClient } from '#adapters/ses/mailer.ts'
import { eachBounded } from '#app/each-bounded.ts'
import { events } from '#app/events.ts'
import { sendBatch } from '#app/send-batch.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import { checkCampaignFiles } from '#functions/check-campaign-files.ts'
import { readEnv } from '#functions/env.ts'
import { sendBatchPorts } from '#functions/ports-from-env.ts'
import { createTables } from '#local/aws/dynamodb.ts'
import { CONFIGURATION_SET, LOCAL_CREDENTIALS, LOCAL_TABLES, localEnvironment } from '#local/stack/environment.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'

const RECIPIENTS = Number(process.argv[2] ?? 4000)
const DYNAMO_MS = 5
const SES_MS = 60
/** A rate that never holds the sender back, for CPU and throughput. */
const UNLIMITED = 100_000
const CONCURRENCY = 64
const NOW = '2027-09-02T03:00:00.000Z'

const root = resolve(import.meta.dirname, '..')
const { templates } = await compileTemplates(join(root, 'templates'))
const { house, definitions } = checkCampaignFiles(readCampaignFolder(join(root, 'campaigns'), join(root, 'campaigns')), templates)
if (!house) throw new Error('campaigns/ has mistakes: see care check')
const campaign = definitions.find(({ id }) => id === 'national-day')
if (!campaign) throw new Error('campaigns/national-day.json is missing')

const child = fork(join(import.meta.dirname, 'delayed-aws.ts'), {
  env: {
    ...process.env,
    DYNAMO_MS: String(DYNAMO_MS),
    SES_MS: String(SES_MS),
    SES_RATE: String(UNLIMITED),
    SENDER: house.company.sender,
  },
})
const ask = async (question: string) => {
  child.send(question)
  return (await once(child, 'message'))[0] as { calls: Record<string, number>; mails: number }
}
const [endpoints] = (await once(child, 'message')) as [{ dynamo: string; ses: string }]
const access = { region: 'ap-southeast-1', credentials: LOCAL_CREDENTIALS }
const dynamo = new DynamoDBClient({ ...access, endpoint: endpoints.dynamo })
const ses = sesClient({ ...access, endpoint: endpoints.ses })
await createTables(dynamo, createTableInputs(LOCAL_TABLES))
await ses.send(new CreateConfigurationSetCommand({ ConfigurationSetName: CONFIGURATION_SET }))

const arn = 'arn:aws:sqs:ap-southeast-1:000000000000:q'
const environment = localEnvironment({ endpoints: {}, batchQueueArn: arn, deadLetterArn: arn })
const ports = sendBatchPorts(readEnv('sendBatch', environment), {
  dynamo,
  ses,
  scheduler: new SchedulerClient(access),
  templates,
  pages: 'https://pages.example.com',
  house,
  events: events({ event: () => {}, alarm: (name, values) => console.error(name, values) }),
})

const customers = (prefix: string): Customer[] =>
  Array.from({ length: RECIPIENTS }, (_, n) => ({
    customerId: `${prefix}-${String(n).padStart(6, '0')}`,
    fullName: 'Nguyễn Thị Lan',
    familyName: 'Nguyễn',
    givenName: 'Lan',
    addressName: 'Lan',
    honorific: 'chi',
    nameOrder: 'family-first',
    gender: 'female',
    email: `${prefix}-${n}@example.com`,
    phone: null,
    zone: 'Asia/Ho_Chi_Minh',
    locale: 'vi',
    country: 'VN',
    birthday: null,
    tier: null,
    profession: null,
    tags: [],
    owner: null,
    firstPurchaseOn: null,
    lastPurchaseOn: null,
  }))

/** One occurrence of batches of 500, due now. */
async function prepare(prefix: string): Promise<readonly Batch[]> {
  const people = customers(prefix)
  await ports.customers.put(people)
  const occurrenceId = `national-day_2027-09-02`
  const batches: Batch[] = []
  for (let start = 0; start < people.length; start += 500) {
    batches.push({
      occurrenceId,
      batchId: `000.${prefix}${start}`,
      slice: 0,
      campaignVersion: 1,
      state: 'planned',
      dueAt: NOW,
      takenAt: null,
      recipients: people
        .slice(start, start + 500)
        .map(({ customerId }) => ({ customerId, occasionKey: 'national-day:2027-09-02', outcome: { state: 'planned' } })),
      version: 0,
    })
  }
  for (const batch of batches) await ports.occurrences.putBatch(batch)
  return batches
}

const occurrence: Occurrence = {
  occurrenceId: 'national-day_2027-09-02',
  campaignId: 'national-day',
  campaignVersion: 1,
  date: '2027-09-02',
  slices: 1,
  state: 'open',
  openedAt: NOW,
  refreshAt: NOW,
  closesAt: '2027-09-04T00:00:00.000Z',
  pass: 'refresh',
  passAt: NOW,
  balance: null,
  mismatch: false,
  version: 0,
}
await ports.campaigns.accept({ definition: campaign, version: 1, acceptedAt: NOW, acceptedBy: 'bench' })
await ports.occurrences.open(occurrence)

interface Measured {
  readonly cpuMs: number
  readonly wallMs: number
}

async function measure(work: () => Promise<unknown>): Promise<Measured> {
  globalThis.gc?.()
  const cpu = process.cpuUsage()
  const began = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - began }
}

/** The least that any sender with our promise must do: one conditional write and one mail per person. */
async function bare(prefix: string): Promise<void> {
  const people = customers(prefix)
  await eachBounded(people, {
    limit: CONCURRENCY,
    act: async ({ customerId, email }) => {
      await dynamo.send(
        new UpdateItemCommand({
          TableName: LOCAL_TABLES.touches,
          Key: { customerId: { S: customerId }, item: { S: 'ledger' } },
          UpdateExpression: 'SET v = :v, c = :c',
          ConditionExpression: 'attribute_not_exists(v)',
          ExpressionAttributeValues: {
            ':v': { N: '1' },
            ':c': { S: '[["national-day_2027-09-02","national-day:2027-09-02","e","c",1819854000000]]' },
          },
        }),
      )
      await ses.send(new SendEmailCommand(mailTo(email ?? '')))
    },
  })
}

const letter = ports.letters.write({
  campaign,
  rules: house.policies[0]!.periods[0]!.classes.care,
  customer: customers('sample')[0]!,
  occasion: { key: '2027-09-02', anchor: '2027-09-02', years: null },
  voucher: null,
  now: NOW,
})
if ('problem' in letter) throw new Error(letter.problem)

const mailTo = (to: string) => ({
  FromEmailAddress: house.company.sender,
  Destination: { ToAddresses: [to] },
  Content: {
    Simple: {
      Subject: { Data: letter.letter.subject, Charset: 'UTF-8' },
      Body: { Html: { Data: letter.letter.html, Charset: 'UTF-8' }, Text: { Data: letter.letter.text, Charset: 'UTF-8' } },
      Headers: Object.entries(letter.letter.headers).map(([Name, Value]) => ({ Name, Value })),
    },
  },
})

async function ours(batches: readonly Batch[]): Promise<void> {
  for (const { occurrenceId, batchId } of batches) {
    const result = await sendBatch(ports, { occurrenceId, batchId }, () => NOW)
    if (result !== 'done') throw new Error(`${batchId}: ${result}`)
    const sent = await ports.occurrences.batch(occurrenceId, batchId)
    const other = sent?.recipients.find(({ outcome }) => outcome.state !== 'sent')
    if (other) throw new Error(`${batchId}: ${JSON.stringify(other)}`)
  }
}

// Both warm, then alternating rounds: whatever else the machine does meets both.
const rounds: { ours: Measured; bare: Measured; calls: Record<string, number> }[] = []
for (let round = 0; round < 4; round++) {
  const batches = await prepare(`ours${round}x`)
  const theirs = await measure(() => bare(`bare${round}x`))
  await ask('calls')
  child.send('forget')
  const own = await measure(() => ours(batches))
  const { calls } = await ask('calls')
  if (round > 0) rounds.push({ ours: own, bare: theirs, calls })
}
const [measured] = rounds.slice(-1)
if (!measured) throw new Error('no round was measured')

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const perRecipient = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick)) / RECIPIENTS
const ownCpu = perRecipient(({ ours: { cpuMs } }) => cpuMs)
const bareCpu = perRecipient(({ bare: { cpuMs } }) => cpuMs)
const rate = (RECIPIENTS * 1000) / median(rounds.map(({ ours: { wallMs } }) => wallMs))

console.log(
  `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
)
console.log(
  `${RECIPIENTS} recipients, DynamoDB answers after ${DYNAMO_MS} ms, SES after ${SES_MS} ms, concurrency ${CONCURRENCY}, median of ${rounds.length} rounds`,
)
console.log(
  `CPU per recipient: sender ${ownCpu.toFixed(2)} ms, bare calls (UpdateItem + SendEmail) ${bareCpu.toFixed(2)} ms, ratio ${(ownCpu / bareCpu).toFixed(2)} (bar 1.30)`,
)
console.log(`one sender: ${rate.toFixed(0)} recipients a second`)

/** us-east-1 list prices, read July 2026: DynamoDB USD 0.625 per million write units, 0.125 per million read units; half a read unit for up to 4 KB read eventually, one read consistently. */
const WRITE_UNIT = 0.625 / 1e6
const READ_UNIT = 0.125 / 1e6
const perThousand = Object.entries(measured.calls).filter(([, count]) => count > 0)
console.log('AWS calls per 1,000 recipients:')
for (const [name, count] of perThousand) console.log(`  ${name}: ${((count * 1000) / RECIPIENTS).toFixed(1)}`)
const calls = (name: string) => ((measured.calls[name] ?? 0) * 1e6) / RECIPIENTS
const rowUnits = 1e6 * (Math.ceil(20 / 1) / 500) * 2
const writes = calls('PutItem') + calls('UpdateItem') + calls('BatchWriteItem') * 25 + rowUnits
const reads = 3 * 1e6 + calls('GetItem') + calls('Query')
const dollars = writes * WRITE_UNIT + reads * READ_UNIT
console.log(
  `DynamoDB of the sender per million: about USD ${dollars.toFixed(2)} (${(writes / 1e6).toFixed(2)} M write units, ${(reads / 1e6).toFixed(2)} M read units)`,
)

child.send('stop')
dynamo.destroy()
ses.destroy()
