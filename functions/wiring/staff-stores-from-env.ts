/** Everything that the staff app reads and writes, from its environment and the clients. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { S3Client } from '@aws-sdk/client-s3'
import type { SchedulerClient } from '@aws-sdk/client-scheduler'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import type { SuppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { dynamoPersonRows } from '#adapters/dynamo/person-rows.ts'
import { dynamoSendingStops } from '#adapters/dynamo/sending-stops.ts'
import { s3CaseFiles } from '#adapters/s3/case-files.ts'
import { sqsDeadLetters } from '#adapters/sqs/dead-letters.ts'
import { sqsDepartmentOrders } from '#adapters/sqs/department-orders.ts'
import { sqsListOrders } from '#adapters/sqs/list-orders.ts'
import { sqsNoticeQueue } from '#adapters/sqs/notice-queue.ts'
import { sqsWorkQueues } from '#adapters/sqs/work-queues.ts'
import { keptWords } from '#app/campaigns/kept-words.ts'
import type { Events } from '#app/events.ts'
import type { FactStore } from '#app/ports/numbers.ts'
import type { Seals } from '#app/ports/secrets.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { FunctionEnv } from '#functions/env.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import { clocksByAlarm } from '#functions/wiring/case-clocks-set.ts'
import { rawMailsIn } from '#functions/wiring/listening-ports-from-env.ts'
import { alarms } from '#functions/wiring/ports-from-env.ts'
import { lateDays, stores } from '#functions/wiring/stores.ts'

export interface StaffClients {
  readonly dynamo: DynamoDBClient
  readonly s3: S3Client
  readonly scheduler: SchedulerClient
  readonly sqs: SQSClient
  readonly facts: Pick<FactStore, 'read'>
  readonly seals: Seals
  readonly suppressionKeys: SuppressionKeys
  readonly companyRules: CompanyRules
  readonly clock: () => Instant
  readonly events: Events
}

export function staffStores(env: StaffEnvironment, clients: StaffClients): StaffStores {
  const { dynamo, s3, scheduler, sqs, facts, seals, suppressionKeys: keys, companyRules, clock, events } = clients
  const make = stores({
    client: dynamo,
    addressHash,
    noteLate: lateDays(env, { dynamo, companyRules, clock }),
    clocks: clocksByAlarm(env, { scheduler, sqs, companyRules, clock }),
  })
  return {
    alarms: alarms(env, scheduler),
    auditLog: make.auditLog(env.STAFF_TABLE),
    budgetPlans: make.budgetPlans(env.BUDGETS_TABLE),
    budgets: make.budgets(env.BUDGETS_TABLE),
    campaigns: make.campaigns(env.CAMPAIGNS_TABLE),
    caseFiles: s3CaseFiles({ client: s3, bucketName: env.CASE_FILES_BUCKET }),
    consents: make.consents(env.CONSENTS_TABLE),
    customers: make.customers(env.CUSTOMERS_TABLE, env.FINDER_TABLE),
    dayLists: make.dayLists(env.STAFF_TABLE),
    departmentOrders: sqsDepartmentOrders({ client: sqs, orderQueueUrl: env.ORDER_QUEUE_URL }),
    dutyBook: make.dutyBook(env.STAFF_TABLE),
    facts,
    finder: make.finder(env.FINDER_TABLE, env.CUSTOMERS_TABLE),
    findings: make.findings(env.STAFF_TABLE),
    hotlineCallers: make.hotlineCallers(env.NUMBERS_TABLE),
    ledgers: make.ledgers(env.TOUCHES_TABLE),
    listOrders: sqsListOrders({ client: sqs, orderQueueUrl: env.ORDER_QUEUE_URL }),
    notices: sqsNoticeQueue({ client: sqs, orderQueueUrl: env.ORDER_QUEUE_URL }),
    numbers: make.numbers(env.NUMBERS_TABLE),
    occurrences: make.occurrences(env.OCCURRENCES_TABLE),
    purchases: make.purchases(env.PURCHASES_TABLE),
    questions: make.questions(env.STAFF_TABLE),
    queues: sqsWorkQueues({ client: sqs, orderQueueUrl: env.ORDER_QUEUE_URL }),
    rawMails: rawMailsIn(env.INBOUND_BUCKET, s3),
    replies: make.replies(env.REPLIES_TABLE),
    reports: make.reports(env.NUMBERS_TABLE),
    responses: make.responses(env.RESPONSES_TABLE),
    roster: make.roster(env.STAFF_TABLE),
    rows: dynamoPersonRows({ client: dynamo, tables: keyedByCustomer(env) }),
    seals,
    sessions: make.sessions(env.STAFF_TABLE),
    stops: dynamoSendingStops({ client: dynamo, tableName: env.PACE_TABLE }),
    subjects: make.subjects(env.STAFF_TABLE),
    suppressions: make.suppressions(env.SUPPRESSIONS_TABLE, { keys: async () => keys }),
    doNotCall: make.doNotCall(env.SUPPRESSIONS_TABLE, { keys: async () => keys }),
    touches: make.touches(env.TOUCHES_TABLE),
    vouchers: make.vouchers(env.VOUCHERS_TABLE),
    words: keptWords(make.words(env.CAMPAIGNS_TABLE)),
    work: make.work(env.WORK_TABLE, env),
    events,
    companyRules,
  }
}

/** The tables from which an erasure removes a customer's rows. */
const keyedByCustomer = (env: StaffEnvironment) => ({
  customers: env.CUSTOMERS_TABLE,
  finder: env.FINDER_TABLE,
  purchases: env.PURCHASES_TABLE,
  touches: env.TOUCHES_TABLE,
  consents: env.CONSENTS_TABLE,
  responses: env.RESPONSES_TABLE,
  work: env.WORK_TABLE,
  numbers: env.NUMBERS_TABLE,
})

/** What was given up, and may be put back. */
export const staffDeadLetters = (env: StaffEnvironment, client: SQSClient) =>
  sqsDeadLetters({
    client,
    orderQueueUrl: env.ORDER_QUEUE_URL,
    orderDeadLetterUrl: env.ORDER_DEAD_LETTER_URL,
    deliveryQueueUrl: env.DELIVERY_QUEUE_URL,
    deliveryDeadLetterUrl: env.DELIVERY_DEAD_LETTER_URL,
    replyQueueUrl: env.REPLY_QUEUE_URL,
    replyDeadLetterUrl: env.REPLY_DEAD_LETTER_URL,
    scheduleDeadLetterUrl: env.SCHEDULE_DEAD_LETTER_URL,
  })

type StaffEnvironment = FunctionEnv<'serveStaff'>
