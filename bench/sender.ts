/**
 * What the sender costs: CPU per recipient beside the bare SDK calls it must make, in one run; recipients a second of one sender; and what
 * the whole way of a greeting asks of AWS, at list prices above the mails. `npm run bench`, or with other numbers of recipients and rounds
 * `npm run bench -- 4000 5`.
 */
import { cpus, loadavg } from 'node:os'
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { SendEmailCommand } from '@aws-sdk/client-sesv2'
import { eachBounded } from '#app/each-bounded.ts'
import { sendBatch } from '#app/sending/send-batch.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Batch } from '#core/planning/occurrence.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { storedBatch, storedOccurrence } from '#test/support/store-builders.ts'
import { type Bill, callDollars, runDollars } from './aws-bill.ts'
import { benchCompany, benchCustomers, DYNAMO_MS, SES_MS } from './bench-company.ts'
import { LIST_PRICES } from './list-prices.ts'
import { wholeWay } from './whole-way.ts'

const RECIPIENTS = Number(process.argv[2] ?? 2000)
const ROUNDS = Number(process.argv[3] ?? 5)
const CONCURRENCY = 64
const NOW = '2027-09-02T03:00:00.000Z'
const DATE = '2027-09-02'
const BAR = 1.3
const COST_BAR = 0.03

const company = await benchCompany({ event: () => {}, alarm: (name, values) => console.error(name, values) })
const { ports, companyRules, campaign } = company
const about = { occurrenceId: `national-day_${DATE}`, campaignVersion: 1, version: 0 }
await company.accept(NOW)
await ports.occurrences.open(storedOccurrence({ ...about, campaignId: campaign.id, date: DATE, slices: 1, pass: 'refresh' }))

/** Batches of 500, due now. */
async function prepare(prefix: string): Promise<readonly Batch[]> {
  const people = benchCustomers(prefix, RECIPIENTS)
  await ports.customers.put(people)
  const batches: Batch[] = []
  for (let start = 0; start < people.length; start += 500) {
    const recipients = people.slice(start, start + 500).map(({ customerId }) => ({
      customerId,
      occasionKey: `national-day:${DATE}`,
      outcome: { state: 'planned' as const },
    }))
    batches.push(storedBatch({ ...about, batchId: `000.${prefix}${start}`, slice: 0, dueAt: NOW, recipients }))
  }
  for (const batch of batches) await ports.occurrences.putBatch(batch)
  return batches
}

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
async function bare(people: readonly Customer[]): Promise<void> {
  await eachBounded(people, {
    limit: CONCURRENCY,
    act: async ({ customerId, email }) => {
      await company.dynamo.send(
        new UpdateItemCommand({
          TableName: LOCAL_TABLES.touches,
          Key: { customerId: { S: customerId }, item: { S: 'ledger' } },
          UpdateExpression: 'SET v = :v, c = :c',
          ConditionExpression: 'attribute_not_exists(v)',
          ExpressionAttributeValues: {
            ':v': { N: '1' },
            ':c': { S: `[["national-day_${DATE}","national-day:${DATE}","e","c",1819854000000]]` },
          },
        }),
      )
      await company.ses.send(new SendEmailCommand(mailTo(email ?? '')))
    },
  })
}

const [period] = companyRules.policies[0]?.periods ?? []
const [someone] = benchCustomers('sample', 1)
const occasion = { key: DATE, anchor: DATE, years: null }
const rules = period?.classes.care[campaign.touch.channel]
if (!rules || !someone) throw new Error('no policy to write a letter under')
const sample = company.letters.write({
  campaign,
  rules,
  words: company.words,
  customer: someone,
  occasion,
  occurrenceId: about.occurrenceId,
  purchase: null,
  voucher: null,
  survey: null,
  now: NOW,
})
if (!('letter' in sample)) throw new Error(JSON.stringify(sample))
const { subject, html, text, headers } = sample.letter

const mailTo = (to: string) => ({
  FromEmailAddress: companyRules.company.sender,
  Destination: { ToAddresses: [to] },
  Content: {
    Simple: {
      Subject: { Data: subject, Charset: 'UTF-8' },
      Body: { Html: { Data: html, Charset: 'UTF-8' }, Text: { Data: text, Charset: 'UTF-8' } },
      Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
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

// One round to warm both up, then rounds in which they take turns at going first: whatever else the machine does meets both.
const rounds: { ours: Measured; bare: Measured; calls: Record<string, number> }[] = []
for (let round = 0; round <= ROUNDS; round++) {
  const batches = await prepare(`ours${round}x`)
  const people = benchCustomers(`bare${round}x`, RECIPIENTS)
  const one = () => measure(() => bare(people))
  const theirs = round % 2 === 0 ? await one() : undefined
  await company.calls()
  const own = await measure(() => ours(batches))
  const calls = await company.calls()
  const measured = { ours: own, bare: theirs ?? (await one()), calls }
  if (round > 0) rounds.push(measured)
}
company.stop()

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const cpu = (of: 'ours' | 'bare') => median(rounds.map((round) => round[of].cpuMs)) / RECIPIENTS
const ratios = rounds.map((round) => round.ours.cpuMs / round.bare.cpuMs).toSorted((a, b) => a - b)
const rate = (RECIPIENTS * 1000) / median(rounds.map((round) => round.ours.wallMs))

console.log(
  `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1)}`,
)
console.log(
  `${RECIPIENTS} recipients, DynamoDB answers after ${DYNAMO_MS} ms, SES after ${SES_MS} ms, concurrency ${CONCURRENCY}, ${ROUNDS} rounds`,
)
console.log(
  `CPU per recipient: sender ${cpu('ours').toFixed(2)} ms, bare calls (UpdateItem + SendEmail) ${cpu('bare').toFixed(2)} ms; ` +
    `ratio ${median(ratios).toFixed(2)} (each round: ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}; bar ${BAR.toFixed(2)})`,
)
console.log(`one sender: ${rate.toFixed(0)} recipients a second`)
console.log('AWS calls of the sender per 1,000 recipients:')
for (const [name, count] of Object.entries(rounds.at(-1)?.calls ?? {}))
  console.log(`  ${name}: ${((count * 1000) / RECIPIENTS).toFixed(1)}`)

const { mails, bills } = await wholeWay(RECIPIENTS)
const perMillion = (count: number) => (count * 1e6) / mails
console.log(`\nthe whole way of ${mails} greetings, from opening the date to closing it, per million mails:`)
for (const [part, bill] of bills) {
  const { writeUnits, readUnits, queueRequests, rings, lambdaGigabyteSeconds, logBytes, calls } = bill
  const millions = (count: number) => (count / mails).toFixed(3)
  console.log(
    `  ${part}: USD ${perMillion(callDollars(bill)).toFixed(2)} (millions of: write units ${millions(writeUnits)}, read units ${millions(readUnits)}, ` +
      `queue requests ${millions(queueRequests)}, rings ${millions(rings)}; ${perMillion(lambdaGigabyteSeconds).toFixed(0)} GB-s, ` +
      `${(perMillion(logBytes) / 1e9).toFixed(2)} GB of logs)`,
  )
  console.log(
    `    ${Object.entries(calls)
      .map(([name, count]) => `${name} ${millions(count * 1000)}`)
      .join(', ')} per 1,000`,
  )
}
const sum = (dollars: (bill: Bill) => number) => perMillion([...bills.values()].reduce((all, bill) => all + dollars(bill), 0))
const price = LIST_PRICES.mail * 1e6
const share = (dollars: number) =>
  `USD ${dollars.toFixed(2)}, ${((dollars / price) * 100).toFixed(2)} % of the mails at USD ${price.toFixed(0)}`
console.log(
  `  calls together: ${share(sum(callDollars))} (bar ${(COST_BAR * 100).toFixed(0)} %); functions and logs: USD ${sum(runDollars).toFixed(2)}`,
)
