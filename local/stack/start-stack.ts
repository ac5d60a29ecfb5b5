/**
 * The whole system on one machine: the AWS APIs on loopback, the same handlers behind them, and a movable clock. It serves as the demo, as the
 * developer's test system and as the fixture of the journeys.
 */
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { dynamoRehearsalBook } from '#adapters/dynamo/rehearsal-book.ts'
import { dynamoWordsStore } from '#adapters/dynamo/words-store.ts'
import { type EventSink, events } from '#app/events.ts'
import type { UrgentHook } from '#app/ports/urgent-hook.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { pagesApp } from '#functions/customer/serve-pages.ts'
import { type FunctionName, readEnv } from '#functions/env.ts'
import { carryOutOrdersHandler, orderKindOf } from '#functions/queues/carry-out-orders.ts'
import { hearCustomersHandler } from '#functions/queues/hear-customers.ts'
import { listCallsHandler } from '#functions/queues/list-calls.ts'
import { planOccurrencesHandler } from '#functions/queues/plan-occurrences.ts'
import { planSliceHandler } from '#functions/queues/plan-slice.ts'
import { purgeExpiredHandler } from '#functions/queues/purge-expired.ts'
import { receiveReplyHandler } from '#functions/queues/receive-reply.ts'
import { recordDeliveryHandler } from '#functions/queues/record-delivery.ts'
import { ringCaseHandler } from '#functions/queues/ring-case.ts'
import { sendBatchHandler } from '#functions/queues/send-batch.ts'
import { sendNoticeHandler } from '#functions/queues/send-notice.ts'
import type { RecordFailed } from '#functions/queues/settle-records.ts'
import { takeStopHandler } from '#functions/queues/take-stop.ts'
import { caseClockPorts } from '#functions/wiring/case-clock-ports.ts'
import { factNumbersFromEnv } from '#functions/wiring/fact-numbers-from-env.ts'
import { hearTelephonePorts } from '#functions/wiring/hear-telephone-ports.ts'
import { listCallsPorts } from '#functions/wiring/list-calls-ports.ts'
import { purgeExpiredPorts, receiveReplyPorts, sendNoticePorts } from '#functions/wiring/listening-ports-from-env.ts'
import {
  pagesPorts,
  planOccurrencesPorts,
  planSlicePorts,
  recordDeliveryPorts,
  sendBatchPorts,
} from '#functions/wiring/ports-from-env.ts'
import { rollUpNightPorts } from '#functions/wiring/roll-up-ports-from-env.ts'
import { sealsFromEnv, tillKeyFromEnv } from '#functions/wiring/seals-from-env.ts'
import { staffDeadLetters, staffStores } from '#functions/wiring/staff-stores-from-env.ts'
import { lateDays, stores } from '#functions/wiring/stores.ts'
import { telephonyFromEnv } from '#functions/wiring/telephony-from-env.ts'
import type { OutcomeRule } from '#local/aws/ses/send-email.ts'
import type { SesQuota } from '#local/aws/ses/send-quota.ts'
import type { Clock } from '#local/clock/movable-clock.ts'
import { firstParts, httpApi } from '#local/stack/http-api.ts'
import type { ListRuns } from '#local/stack/list-runs.ts'
import { localFacts } from '#local/stack/local-facts.ts'
import type { RollUpNights } from '#local/stack/roll-up-nights.ts'
import { rollUps } from '#local/stack/roll-ups.ts'
import { type EventSource, queueDrain } from '#local/stack/sqs-dispatcher.ts'
import { startServers } from '#local/stack/start-servers.ts'
import { startTelephony } from '#local/telephone/start-telephony.ts'
import { type CompiledTemplates, wordsIn } from '#web/rendering/compiled-template.ts'

export interface StackOptions {
  /** The state folder; null keeps the state in memory. */
  readonly folder: string | null
  readonly clock: Clock
  readonly companyRules: CompanyRules
  readonly templates: CompiledTemplates
  /** Measures how long a page was read; `clock` when left out. */
  readonly formClock?: () => Instant
  /** The address that customers' links lead to. */
  readonly pages: string
  readonly sink: EventSink
  readonly outcomeRule?: OutcomeRule
  /** The mail account's quotas; those of a grown account when left out. */
  readonly sesQuota?: SesQuota
  readonly dynamoEngine?: 'dynoxide' | 'dynalite'
  /** When the lists of calls are made; every half hour when left out. */
  readonly listRuns?: ListRuns
  /** When the figures of the report are made; only when asked, where it is left out. */
  readonly rollUpNights?: RollUpNights
}

export type Stack = Awaited<ReturnType<typeof startStack>>

export async function startStack(options: StackOptions) {
  const { folder, clock, companyRules, templates, pages } = options
  const now = (): Instant => clock.now()
  const log = events(options.sink)

  const servers = await startServers({
    folder,
    clock,
    sender: companyRules.company.sender,
    staffUrl: pages,
    plan: () => plan(),
    purge: () => purge(),
    rollUp: () => rolling.inNight(),
    ...(options.outcomeRule && { outcomeRule: options.outcomeRule }),
    ...(options.sesQuota && { sesQuota: options.sesQuota }),
    ...(options.dynamoEngine && { dynamoEngine: options.dynamoEngine }),
    ...(options.listRuns && { listRuns: options.listRuns }),
    ...(options.rollUpNights && { rollUpNights: options.rollUpNights }),
  })
  const { clients, environment, queues } = servers
  const { orders, deliveries, replies, dead } = queues
  const env = <Name extends FunctionName>(name: Name) => readEnv(name, environment)
  const base = { ...clients, suppressionKeys: servers.suppressionKeys, companyRules, clock: now, events: log }
  const failed: RecordFailed = ({ messageId, error, kind }) => {
    const values = { messageId, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
    if (kind === 'failed') options.sink.alarm('record.failed', values)
    else options.sink.event('record.comesAgain', values)
  }

  const reading = {
    secrets: clients.secrets,
    secretUnread: (error: unknown) => options.sink.event('secret.unread', { error: String(error) }),
  }
  const seals = await sealsFromEnv(env('sendBatch'), reading)
  const planning = planOccurrencesPorts(env('planOccurrences'), base)
  const sending = sendBatchPorts(env('sendBatch'), { ...base, templates, pages, seals })
  const recording = recordDeliveryPorts(env('recordDelivery'), base)
  const paging = pagesPorts(env('servePages'), {
    ...base,
    lateS3: async () => clients.s3,
    seals,
    tillKey: tillKeyFromEnv(env('servePages'), reading),
  })
  const listening = receiveReplyPorts(env('receiveReply'), {
    ...base,
    seals,
    bundledWords: (template) => wordsIn(templates, template),
  })
  const confirming = sendNoticePorts(env('sendNotice'), { ...base, templates, pages, seals })
  const plan = planOccurrencesHandler({ ports: planning, clock: now })
  const facts = localFacts(options.folder)
  const rolling = rollUps(
    rollUpNightPorts(env('rollUpNight'), {
      ...base,
      facts,
      numberOf: await factNumbersFromEnv(env('rollUpNight'), clients),
    }),
    { clock: now, isMoved: options.rollUpNights?.isMoved ?? true },
  )
  const purge = purgeExpiredHandler({ ports: purgeExpiredPorts(env('purgeExpired'), base), clock: now })
  const hearing = hearCustomersHandler({
    mail: receiveReplyHandler({ ports: listening, failed }),
    stop: takeStopHandler({ ports: listening, failed }),
  })
  // What the company's webhook would get, in the log: nothing leaves this machine.
  const hook: UrgentHook = {
    post: async (post) => {
      options.sink.event('urgent.wouldPost', { ...post })
      return { taken: true }
    },
  }
  const sources: EventSource[] = [
    {
      queueUrl: orders.url,
      queueArn: orders.arn,
      handler: carryOutOrdersHandler({
        slice: planSliceHandler({ ports: planSlicePorts(env('planSlice'), base), clock: now, failed }),
        batch: sendBatchHandler({ ports: sending, clock: now, failed }),
        notice: sendNoticeHandler({ ports: confirming, clock: now, failed }),
        lists: listCallsHandler({ ports: listCallsPorts(env('listCalls'), { ...base, hook, seals, pages }), clock: now, failed }),
        clocks: ringCaseHandler({ ports: caseClockPorts(env('ringCase'), { ...base, hook }), clock: now, failed }),
      }),
      // After the others: a list names the calls that batches of the same minute open.
      isAlone: (body) => orderKindOf(body) !== 'lists',
    },
    { queueUrl: deliveries.url, queueArn: deliveries.arn, handler: recordDeliveryHandler({ ports: recording, failed }) },
    { queueUrl: replies.url, queueArn: replies.arn, handler: hearing },
  ]

  const importing = stores({
    client: clients.dynamo,
    addressHash,
    noteLate: lateDays(env('serveStaff'), { ...base, dynamo: clients.dynamo }),
    numberOf: () => factNumbersFromEnv(env('serveStaff'), clients),
  })

  const telephony = await startTelephony({
    ports: hearTelephonePorts(env('hearTelephone'), { ...base, seals }),
    webhookKey: telephonyFromEnv(env('hearTelephone'), reading).webhookKey,
    clock: now,
    failed: (error) => options.sink.alarm('page.failed', { error: String(error) }),
  })

  const pagesOfCustomers = pagesApp(paging, now, { formClock: options.formClock ?? now })

  return {
    environment,
    engine: servers.engine,
    mailbox: servers.mailbox,
    mailAccount: servers.mailAccount,
    mailIn: servers.mailIn,
    engines: [servers.engines.scheduler, servers.engines.ses, telephony.engine],
    telephone: telephony.telephone,
    telephoneWebhook: telephony.webhook,
    /** Writes the facts of all days that are over, and makes the figures of the report, those that can still change among them. */
    rollUp: rolling.atRest,
    /** Works off every queue until all are idle. */
    drain: queueDrain(clients.sqs, { sources, arrivals: servers.arrivals }),
    rehearsalBook: dynamoRehearsalBook({ client: clients.dynamo, tableName: env('serveStaff').NUMBERS_TABLE }),
    /** For the pages that people read; the same stores that the functions use. */
    stores: {
      ...planning,
      ...sending,
      ...staffStores(env('serveStaff'), { ...base, seals, facts }),
      stops: confirming.stops,
      purchases: importing.purchases(env('serveStaff').PURCHASES_TABLE),
      numbers: importing.numbers(env('rollUpNight').NUMBERS_TABLE),
      words: dynamoWordsStore({ client: clients.dynamo, tableName: env('sendBatch').CAMPAIGNS_TABLE }),
      responses: paging.responses,
      replies: listening.replies,
      rawMails: listening.rawMails,
      work: listening.work,
      notices: listening.notices,
      consents: recording.consents,
      suppressions: sending.suppressions,
      seals,
      vouchers: sending.vouchers,
    },
    pages: httpApi({
      pages: pagesOfCustomers,
      clock: now,
      lay: async (MessageBody) => void (await clients.sqs.send(new SendMessageCommand({ QueueUrl: replies.url, MessageBody }))),
    }),
    /** The first part of each of their paths. */
    customerPages: firstParts(pagesOfCustomers),
    companyRules,
    sqs: clients.sqs,
    deadLetters: staffDeadLetters(env('serveStaff'), clients.sqs),
    deadLetterUrls: [orders, deliveries, replies].map(({ deadLetterUrl }) => deadLetterUrl).concat(dead.url),
    stop: async () => {
      await telephony.stop()
      await servers.stop()
    },
  }
}
