/**
 * What one greeting costs above its mail, from opening its date to closing it: the real use cases over the real adapters, hour by hour on a
 * clock of the bench, with the provider's event for every mail. DynamoDB says itself how many units each call took; SQS, Scheduler and Lambda
 * are counted from what was handed to them.
 */

import { SQSClient } from '@aws-sdk/client-sqs'
import { memoryBatchAlarms } from '#adapters/memory/batch-alarms.ts'
import { memoryWorkQueues } from '#adapters/memory/work-queues.ts'
import { encodeTag, TAG_NAMES } from '#adapters/ses/tags.ts'
import { eachBounded } from '#app/each-bounded.ts'
import { planOccurrences } from '#app/planning/plan-occurrences.ts'
import { planSlice } from '#app/planning/plan-slice.ts'
import type { Dispatcher } from '#app/ports/dispatching.ts'
import type { DeliveryReport } from '#app/sending/record-delivery.ts'
import { sendBatch } from '#app/sending/send-batch.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import { HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { readEnv } from '#functions/env.ts'
import { recordDeliveryHandler } from '#functions/queues/record-delivery.ts'
import { planOccurrencesPorts, planSlicePorts, recordDeliveryPorts } from '#functions/wiring/ports-from-env.ts'
import { type Bill, billing } from './aws-bill.ts'
import { benchCompany, benchCustomers } from './bench-company.ts'

/** Two days before the date, and long enough for its last zone, the closing and a day more. */
const FROM = '2027-08-31T00:30:00.000Z'
const HOURS = 5 * 24
/** The functions' memory, as infra/constructs sets it. */
const GIGABYTES = { look: 1, plan: 1.769 / 1.024, send: 1.769 / 1.024, record: 0.5 }
/** Records of one run of the function that notes deliveries, and such runs at once. */
const EVENTS_PER_RUN = 100
const RUNS_AT_ONCE = 8
/** What a queue takes or gives in one request. */
const MESSAGES_PER_REQUEST = 10

export async function wholeWay(count: number): Promise<{ readonly mails: number; readonly bills: ReadonlyMap<string, Bill> }> {
  const mailed: Mailed[] = []
  let logged: (name: string, values: object) => void = () => {}
  const company = await benchCompany({
    event: (name, values) => logged(name, values),
    alarm: (name, values) => console.error(name, values),
  })
  const { base, environment, campaign } = company
  await company.ports.customers.put(benchCustomers('way', count))
  await company.accept(FROM)
  const bill = billing(company.dynamo)
  logged = bill.logged

  const queues = memoryWorkQueues()
  const alarms = memoryBatchAlarms()
  const sqs = new SQSClient({})
  const look = { ...planOccurrencesPorts(readEnv('planOccurrences', environment), { ...base, sqs, clock: () => now }), queues }
  const plan = { ...planSlicePorts(readEnv('planSlice', environment), base), alarms }
  /** Keeps what the provider will report about. */
  const noted = (dispatcher: Dispatcher): Dispatcher => ({
    ...dispatcher,
    prepare: (order) => {
      const { campaign, customer, occurrenceId } = order
      mailed.push({ campaignId: campaign.id, occurrenceId, customerId: customer.customerId, to: customer.email ?? '' })
      return dispatcher.prepare(order)
    },
  })
  const send = {
    ...company.ports,
    alarms,
    dispatchers: new Map([...company.ports.dispatchers].map(([channel, dispatcher]) => [channel, noted(dispatcher)])),
  }
  const record = recordDeliveryHandler({
    ports: recordDeliveryPorts(readEnv('recordDelivery', environment), { ...base, clock: () => now }),
    failed: ({ error }) => {
      throw error
    },
  })

  let now: Instant = FROM
  let mails = 0
  async function run(part: string, gigabytes: number, work: () => Promise<unknown>): Promise<Bill> {
    const on = bill.on(part)
    const began = performance.now()
    await work()
    on.lambdaRequests++
    on.lambdaGigabyteSeconds += ((performance.now() - began) / 1000) * gigabytes
    return on
  }
  /** Sent, taken and deleted, each alone. */
  const ordered = (on: Bill) => {
    on.queueRequests += 3
  }

  for (let hour = 0; hour < HOURS; hour++) {
    await run('hourly look', GIGABYTES.look, () => planOccurrences(look, now))
    for (let order = queues.takeSlice(); order; order = queues.takeSlice()) {
      const slice = order
      ordered(await run('planning', GIGABYTES.plan, () => planSlice(plan, slice, now)))
    }
    const end = plusMs(now, HOUR_MS)
    for (let due = alarms.nextDue(); due !== undefined && due <= end; due = alarms.nextDue()) {
      if (due > now) now = due
      for (const order of alarms.takeDue(now)) {
        const on = await run('sending', GIGABYTES.send, () => sendBatch(send, order, () => now))
        on.rings++
        ordered(on)
      }
      await hear(mailed.splice(0))
    }
    if (queues.takeBatch()) throw new Error('a batch was overdue')
    now = end
  }

  async function hear(sent: readonly Mailed[]): Promise<void> {
    mails += sent.length
    const on = bill.on('delivery events')
    const runs = Array.from({ length: Math.ceil(sent.length / EVENTS_PER_RUN) }, (_, n) =>
      sent.slice(n * EVENTS_PER_RUN, (n + 1) * EVENTS_PER_RUN),
    )
    await eachBounded(runs, {
      limit: RUNS_AT_ONCE,
      act: async (some) => {
        const began = performance.now()
        await record({ Records: some.map((mail, n) => deliveredRecord(mail, { at: now, messageId: String(n) })) })
        on.lambdaRequests++
        on.lambdaGigabyteSeconds += ((performance.now() - began) / 1000) * GIGABYTES.record
      },
    })
    // The bus puts each event into the queue alone; the function takes and deletes ten in a request.
    on.queueRequests += sent.length * (1 + 2 / MESSAGES_PER_REQUEST)
  }

  const closed = (await company.ports.occurrences.get(occurrenceIdOf({ campaignId: campaign.id, date: '2027-09-02' })))?.balance
  if (closed?.sent !== count) throw new Error(`not everybody was greeted: ${JSON.stringify(closed)}`)
  company.stop()
  return { mails, bills: bill.bills }
}

type Mailed = Pick<DeliveryReport, 'campaignId' | 'occurrenceId' | 'customerId'> & { readonly to: string }

function deliveredRecord(mail: Mailed, { at, messageId }: { at: Instant; messageId: string }) {
  const tags = Object.entries(TAG_NAMES).map(([id, name]) => [name, [encodeTag(mail[id as keyof typeof TAG_NAMES])]])
  const event = {
    source: 'aws.ses',
    detail: {
      eventType: 'Delivery',
      mail: { timestamp: at, messageId: `mail-of-${mail.customerId}`, destination: [mail.to], tags: Object.fromEntries(tags) },
      delivery: {
        timestamp: at,
        smtpResponse: '250 2.0.0 OK 1819854000 d9443c01a7336-1f9eb2d3c4bsi1234567',
        recipients: [mail.to],
      },
    },
  }
  return {
    messageId,
    body: JSON.stringify(event),
    receiptHandle: messageId,
    attributes: { ApproximateReceiveCount: '1', SentTimestamp: '0', SenderId: 'bench', ApproximateFirstReceiveTimestamp: '0' },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: '',
  }
}
