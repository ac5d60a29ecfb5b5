/** The ports of the functions that receive customers' mails, confirm stops and delete expired data, from their environment and the clients. */
import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { S3Client } from '@aws-sdk/client-s3'
import type { SESv2Client } from '@aws-sdk/client-sesv2'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import type { SuppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { dynamoPersonRows } from '#adapters/dynamo/person-rows.ts'
import { dynamoRetentionLog } from '#adapters/dynamo/retention-log.ts'
import { noRawMails } from '#adapters/memory/no-raw-mails.ts'
import { s3CaseFiles } from '#adapters/s3/case-files.ts'
import { s3RawMails } from '#adapters/s3/raw-mails.ts'
import { sqsListOrders } from '#adapters/sqs/list-orders.ts'
import { sqsNoticeQueue } from '#adapters/sqs/notice-queue.ts'
import { keptWords } from '#app/campaigns/kept-words.ts'
import type { WordsInForcePorts } from '#app/campaigns/words-in-force.ts'
import type { Events } from '#app/events.ts'
import type { Seals } from '#app/ports/secrets.ts'
import type { PurgePorts } from '#app/retention/purge-expired.ts'
import type { SendNoticePorts } from '#app/sending/send-notice.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { erasedName } from '#core/customer/erased-name.ts'
import type { Instant } from '#core/time/instant.ts'
import type { FunctionEnv } from '#functions/env.ts'
import type { ReceiveReplyHandlerPorts } from '#functions/queues/receive-reply.ts'
import { clocksByOrder } from '#functions/wiring/case-clocks-set.ts'
import { mailing } from '#functions/wiring/mailing.ts'
import { templateNotices } from '#functions/wiring/notice-letters.ts'
import { campaignOwnWords } from '#functions/wiring/own-words.ts'
import { lateDays, stores } from '#functions/wiring/stores.ts'
import { type CompiledTemplates, wordsIn } from '#web/rendering/compiled-template.ts'

interface Base {
  readonly dynamo: DynamoDBClient
  readonly companyRules: CompanyRules
  readonly events: Events
}

interface Receiving extends Base {
  readonly s3: S3Client
  readonly sqs: SQSClient
  /** The bundled words: for campaigns accepted before words were stored. */
  readonly bundledWords: WordsInForcePorts['bundledWords']
  readonly seals: Seals
  readonly clock: () => Instant
}

export function receiveReplyPorts(
  env: FunctionEnv<'receiveReply'>,
  { dynamo, s3, sqs, bundledWords, seals, companyRules, clock, events }: Receiving,
) {
  const make = stores({
    client: dynamo,
    addressHash,
    noteLate: lateDays(env, { dynamo, companyRules, clock }),
    clocks: clocksByOrder(env, { sqs, companyRules, clock }),
  })
  const campaigns = make.campaigns(env.CAMPAIGNS_TABLE)
  const occurrences = make.occurrences(env.OCCURRENCES_TABLE)
  const words = keptWords(make.words(env.CAMPAIGNS_TABLE))
  return {
    rawMails: rawMailsIn(env.INBOUND_BUCKET, s3),
    replies: make.replies(env.REPLIES_TABLE),
    responses: make.responses(env.RESPONSES_TABLE),
    work: make.work(env.WORK_TABLE, env),
    notices: sqsNoticeQueue({ client: sqs, orderQueueUrl: env.ORDER_QUEUE_URL }),
    listOrders: sqsListOrders({ client: sqs, orderQueueUrl: env.ORDER_QUEUE_URL }),
    campaigns,
    occurrences,
    ownWords: campaignOwnWords({ campaigns, occurrences, words, bundledWords, company: companyRules.company }),
    customers: make.customers(env.CUSTOMERS_TABLE),
    consents: make.consents(env.CONSENTS_TABLE),
    ledgers: make.ledgers(env.TOUCHES_TABLE),
    seals,
    companyRules,
    events,
  } satisfies ReceiveReplyHandlerPorts
}

/** The value for a company without incoming mail. */
const NO_BUCKET = 'none'
export const rawMailsIn = (bucketName: string, client: S3Client) =>
  bucketName === NO_BUCKET ? noRawMails : s3RawMails({ client, bucketName })

export function purgeExpiredPorts(
  env: FunctionEnv<'purgeExpired'>,
  { dynamo, s3, companyRules, events }: Base & { readonly s3: S3Client },
): PurgePorts {
  const make = stores({ client: dynamo, addressHash })
  // No rights on profiles, purchases, suppressions, vouchers or budgets.
  const mayRemove = {
    finder: env.FINDER_TABLE,
    touches: env.TOUCHES_TABLE,
    responses: env.RESPONSES_TABLE,
    work: env.WORK_TABLE,
    consents: env.CONSENTS_TABLE,
    numbers: env.NUMBERS_TABLE,
  }
  return {
    customers: make.customers(env.CUSTOMERS_TABLE),
    ledgers: make.ledgers(env.TOUCHES_TABLE),
    rows: dynamoPersonRows({ client: dynamo, tables: mayRemove }),
    retentionLog: dynamoRetentionLog({ client: dynamo, tableName: env.OCCURRENCES_TABLE }),
    newName: () => erasedName(randomUUID()),
    rawMails: rawMailsIn(env.INBOUND_BUCKET, s3),
    replies: make.replies(env.REPLIES_TABLE),
    responses: make.responses(env.RESPONSES_TABLE),
    occurrences: make.occurrences(env.OCCURRENCES_TABLE),
    touches: make.touches(env.TOUCHES_TABLE),
    work: make.work(env.WORK_TABLE),
    caseFiles: s3CaseFiles({ client: s3, bucketName: env.CASE_FILES_BUCKET }),
    dayLists: make.dayLists(env.STAFF_TABLE),
    hotlineCallers: make.hotlineCallers(env.NUMBERS_TABLE),
    company: companyRules.company,
    themes: companyRules.themes,
    events,
  }
}

interface Confirming extends Base {
  readonly sqs: SQSClient
  /** Made by `sesClient`: it must never repeat a send. */
  readonly ses: SESv2Client
  /** The bundled templates; words accepted since are read by their hash. */
  readonly templates: CompiledTemplates
  /** The address of the pages that links in mails lead to. */
  readonly pages: string
  readonly seals: Seals
  readonly suppressionKeys: SuppressionKeys
}

export function sendNoticePorts(
  env: FunctionEnv<'sendNotice'>,
  { dynamo, sqs, ses, templates, pages, seals, suppressionKeys, companyRules, events }: Confirming,
): SendNoticePorts {
  const make = stores({ client: dynamo, addressHash })
  const { company } = companyRules
  return {
    customers: make.customers(env.CUSTOMERS_TABLE),
    suppressions: make.suppressions(env.SUPPRESSIONS_TABLE, { keys: async () => suppressionKeys }),
    ledgers: make.ledgers(env.TOUCHES_TABLE),
    touches: make.touches(env.TOUCHES_TABLE),
    work: make.work(env.WORK_TABLE),
    letters: templateNotices({ company, seals, pages }),
    words: keptWords(make.words(env.CAMPAIGNS_TABLE)),
    bundledWords: (template) => wordsIn(templates, template),
    notices: sqsNoticeQueue({ client: sqs, orderQueueUrl: env.ORDER_QUEUE_URL }),
    ...mailing({ env, dynamo, ses, company }),
    seals,
    companyRules,
    events,
  }
}
