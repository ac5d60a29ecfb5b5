/** Each function's ports from its environment and the clients: the only place that gives table names to adapters. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SchedulerClient } from '@aws-sdk/client-scheduler'
import type { SESv2Client } from '@aws-sdk/client-sesv2'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { contactKeys, type SuppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { doNotCallInForce } from '#adapters/dynamo/do-not-call-list.ts'
import { type LateBucket, lateCaseFiles } from '#adapters/s3/late-case-files.ts'
import { schedulerBatchAlarms } from '#adapters/scheduler/batch-alarms.ts'
import { sqsListOrders } from '#adapters/sqs/list-orders.ts'
import { sqsNoticeQueue } from '#adapters/sqs/notice-queue.ts'
import { sqsWorkQueues } from '#adapters/sqs/work-queues.ts'
import { keptWords } from '#app/campaigns/kept-words.ts'
import type { Events } from '#app/events.ts'
import type { PlanOccurrencesPorts } from '#app/planning/plan-occurrences.ts'
import type { PlanSlicePorts } from '#app/planning/plan-slice.ts'
import type { Seals } from '#app/ports/secrets.ts'
import { dispatchersOf } from '#app/sending/dispatchers.ts'
import type { RecordDeliveryPorts } from '#app/sending/record-delivery.ts'
import type { SendBatchPorts } from '#app/sending/send-batch.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { PagesPorts } from '#functions/customer/serve-pages.ts'
import type { FunctionEnv } from '#functions/env.ts'
import { clocksByOrder } from '#functions/wiring/case-clocks-set.ts'
import { templateLetters } from '#functions/wiring/letters.ts'
import { lookingAtSender, mailing } from '#functions/wiring/mailing.ts'
import { type Scheduling, schedulePlace } from '#functions/wiring/schedule-place.ts'
import { lateDays, stores } from '#functions/wiring/stores.ts'
import { type CompiledTemplates, wordsIn } from '#web/rendering/compiled-template.ts'

interface Base {
  readonly dynamo: DynamoDBClient
  readonly companyRules: CompanyRules
  readonly events: Events
}

/** For the functions that note the days of what they write. */
interface Noting extends Base {
  readonly clock: () => Instant
}

/** For the functions that read or write suppressions. */
interface Suppressing extends Base {
  readonly suppressionKeys: SuppressionKeys
}

type OccasionTables = 'CAMPAIGNS_TABLE' | 'CUSTOMERS_TABLE' | 'PURCHASES_TABLE' | 'OCCURRENCES_TABLE' | 'TOUCHES_TABLE'

/** Who has an occasion, and who was contacted: the planner, the slices and the sender read the same. */
const occasions = (env: Readonly<Record<OccasionTables, string>>, make: ReturnType<typeof stores>) => ({
  campaigns: make.campaigns(env.CAMPAIGNS_TABLE),
  customers: make.customers(env.CUSTOMERS_TABLE),
  purchases: make.purchases(env.PURCHASES_TABLE),
  occurrences: make.occurrences(env.OCCURRENCES_TABLE),
  ledgers: make.ledgers(env.TOUCHES_TABLE),
})

/** `planOccurrences`: plans ahead, and asks the provider about the sender; sends nothing. */
export function planOccurrencesPorts(
  env: FunctionEnv<'planOccurrences'>,
  { dynamo, sqs, ses, companyRules, clock, events }: Noting & { sqs: SQSClient; ses: SESv2Client },
): PlanOccurrencesPorts {
  const make = stores({ client: dynamo, addressHash, noteLate: lateDays(env, { dynamo, companyRules, clock }) })
  return {
    ...occasions(env, make),
    touches: make.touches(env.TOUCHES_TABLE),
    budgets: make.budgets(env.BUDGETS_TABLE),
    work: make.work(env.WORK_TABLE, env),
    roster: make.roster(env.STAFF_TABLE),
    dutyBook: make.dutyBook(env.STAFF_TABLE),
    // Asks only which list is in force, which needs no key.
    doNotCall: { inForce: () => doNotCallInForce({ client: dynamo, tableName: env.SUPPRESSIONS_TABLE }) },
    queues: sqsWorkQueues({ client: sqs, orderQueueUrl: env.ORDER_QUEUE_URL }),
    notices: sqsNoticeQueue({ client: sqs, orderQueueUrl: env.ORDER_QUEUE_URL }),
    ...lookingAtSender({ env, dynamo, ses, company: companyRules.company }),
    companyRules,
    events,
  }
}

export const alarms = (env: Scheduling, client: SchedulerClient) => schedulerBatchAlarms(schedulePlace(env, client))

export function planSlicePorts(
  env: FunctionEnv<'planSlice'>,
  { dynamo, scheduler, suppressionKeys: keys, companyRules, events }: Suppressing & { scheduler: SchedulerClient },
): PlanSlicePorts {
  const make = stores({ client: dynamo, addressHash })
  return {
    ...occasions(env, make),
    // Each customer is checked twice, and the sender's check decides: reading a moment late does no harm, and halves the price.
    suppressions: make.suppressions(env.SUPPRESSIONS_TABLE, { keys: async () => keys, eventuallyConsistent: true }),
    doNotCall: make.doNotCall(env.SUPPRESSIONS_TABLE, { keys: async () => keys }),
    budgets: make.budgets(env.BUDGETS_TABLE),
    responses: make.responses(env.RESPONSES_TABLE),
    replies: make.replies(env.REPLIES_TABLE),
    work: make.work(env.WORK_TABLE),
    alarms: alarms(env, scheduler),
    seals: contactKeys,
    companyRules,
    events,
  }
}

interface Sending extends Suppressing {
  readonly scheduler: SchedulerClient
  /** Made by `sesClient`: it must never repeat a send. */
  readonly ses: SESv2Client
  /** The bundled templates; words accepted since are read by their hash. */
  readonly templates: CompiledTemplates
  /** The address of the pages that links in mails lead to. */
  readonly pages: string
  readonly seals: Seals
}

export function sendBatchPorts(
  env: FunctionEnv<'sendBatch'>,
  { dynamo, scheduler, ses, templates, pages, seals, suppressionKeys: keys, companyRules, events }: Sending,
): SendBatchPorts {
  const make = stores({ client: dynamo, addressHash })
  const { company, channels } = companyRules
  return {
    ...occasions(env, make),
    words: keptWords(make.words(env.CAMPAIGNS_TABLE)),
    bundledWords: (template) => wordsIn(templates, template),
    touches: make.touches(env.TOUCHES_TABLE),
    suppressions: make.suppressions(env.SUPPRESSIONS_TABLE, { keys: async () => keys }),
    work: make.work(env.WORK_TABLE),
    doNotCall: make.doNotCall(env.SUPPRESSIONS_TABLE, { keys: async () => keys }),
    vouchers: make.vouchers(env.VOUCHERS_TABLE),
    responses: make.responses(env.RESPONSES_TABLE),
    replies: make.replies(env.REPLIES_TABLE),
    alarms: alarms(env, scheduler),
    dispatchers: dispatchersOf(
      {
        letters: { letters: templateLetters({ company, seals, pages }), ...mailing({ env, dynamo, ses, company }) },
        desk: { work: make.work(env.WORK_TABLE), companyRules, events },
      },
      channels,
    ),
    seals,
    companyRules,
    events,
  }
}

export function recordDeliveryPorts(
  env: FunctionEnv<'recordDelivery'>,
  { dynamo, suppressionKeys: keys, companyRules, clock, events }: Suppressing & Noting,
): RecordDeliveryPorts {
  const make = stores({ client: dynamo, addressHash, noteLate: lateDays(env, { dynamo, companyRules, clock }) })
  return {
    touches: make.touches(env.TOUCHES_TABLE),
    ledgers: make.ledgers(env.TOUCHES_TABLE),
    customers: make.customers(env.CUSTOMERS_TABLE),
    campaigns: make.campaigns(env.CAMPAIGNS_TABLE),
    occurrences: make.occurrences(env.OCCURRENCES_TABLE),
    consents: make.consents(env.CONSENTS_TABLE),
    suppressions: make.suppressions(env.SUPPRESSIONS_TABLE, { keys: async () => keys }),
    companyRules,
    seals: contactKeys,
    events,
  }
}

export function pagesPorts(
  env: FunctionEnv<'servePages'>,
  {
    dynamo,
    sqs,
    lateS3,
    seals,
    tillKey,
    companyRules,
    clock,
    events,
  }: Noting & Pick<PagesPorts, 'tillKey'> & { sqs: SQSClient; lateS3: LateBucket['client']; seals: Seals },
): PagesPorts {
  const make = stores({
    client: dynamo,
    addressHash,
    noteLate: lateDays(env, { dynamo, companyRules, clock }),
    clocks: clocksByOrder(env, { sqs, companyRules, clock }),
  })
  return {
    campaigns: make.campaigns(env.CAMPAIGNS_TABLE),
    customers: make.customers(env.CUSTOMERS_TABLE),
    occurrences: make.occurrences(env.OCCURRENCES_TABLE),
    responses: make.responses(env.RESPONSES_TABLE),
    work: make.work(env.WORK_TABLE, env),
    questions: make.questions(env.STAFF_TABLE),
    caseFiles: lateCaseFiles({ client: lateS3, bucketName: env.CASE_FILES_BUCKET }),
    consents: make.consents(env.CONSENTS_TABLE),
    ledgers: make.ledgers(env.TOUCHES_TABLE),
    vouchers: make.vouchers(env.VOUCHERS_TABLE),
    notices: sqsNoticeQueue({ client: sqs, orderQueueUrl: env.ORDER_QUEUE_URL }),
    listOrders: sqsListOrders({ client: sqs, orderQueueUrl: env.ORDER_QUEUE_URL }),
    seals,
    companyRules,
    tillKey,
    callers: { rate: env.CALLER_RATE, burst: env.CALLER_BURST },
    events,
  }
}
