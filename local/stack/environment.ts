/** The environment of functions and the `care` command on this machine: the same variables that AWS would set. */
import { randomBytes } from 'node:crypto'
import { TABLES, type TableName, type TableNames } from '#adapters/dynamo/table-definitions.ts'
import { LOCAL_PLACE } from '#local/aws/aws-place.ts'
import type { StartCredentials } from '#local/aws/door.ts'
import { secretArn } from '#local/aws/secrets/secret-store.ts'

export interface LocalEndpoints {
  readonly dynamodb: string
  readonly sqs: string
  readonly sesv2: string
  readonly scheduler: string
  readonly s3: string
  readonly secrets: string
}

/** The state of the local system; not in git. */
export const STATE_FOLDER = '.local'
/** Written while the system runs, so that `care` in another terminal finds it. */
export const ENVIRONMENT_FILE = `${STATE_FOLDER}/environment.json`

export const LOCAL_TABLES = Object.fromEntries(Object.keys(TABLES).map((name) => [name, `tham-hoi-${name}`])) as TableNames

export const CONFIGURATION_SET = 'tham-hoi'
export const SCHEDULE_GROUP = 'tham-hoi'
/** In the state folder: the files of facts. */
export const FACTS = 'facts'
/** The bucket for incoming mail. */
export const INBOUND_BUCKET = 'tham-hoi-inbound'
/** The bucket for the files of cases. */
export const CASE_FILES_BUCKET = 'tham-hoi-case-files'

/** Not a secret: what is made with it stays on this machine. In AWS, Secrets Manager makes one. */
const LOCAL_SEAL = 'only-for-this-machine-never-deployed-0123456789'
export const LOCAL_TILL_KEY = 'quay-1234'

/** Another on each machine. It is stored at the first start and never changes while the state is kept. */
const LOCAL_SUPPRESSION_KEY = randomBytes(48).toString('base64url')

/** Where the embedded OpenID provider answers, below the address of the app. */
export const LOCAL_ISSUER_PATH = '/openid'
export const LOCAL_STAFF_CLIENT = 'tham-hoi-staff'

const SEAL_SECRET = 'tham-hoi-seal'
const TILL_SECRET = 'tham-hoi-till'
const SUPPRESSION_SECRET = 'tham-hoi-suppressions'
const TELEPHONY_SECRET = 'tham-hoi-telephony'
/** Not a secret either: the telephone system of this machine is made up. */
export const LOCAL_WEBHOOK_KEY = 'only-for-this-machine-telephone'
/** The secrets' first values, until an operator changes them. */
export const LOCAL_SECRETS = {
  [SEAL_SECRET]: LOCAL_SEAL,
  [TILL_SECRET]: LOCAL_TILL_KEY,
  [SUPPRESSION_SECRET]: LOCAL_SUPPRESSION_KEY,
  [TELEPHONY_SECRET]: JSON.stringify({ webhookKey: LOCAL_WEBHOOK_KEY }),
}
export const SUPPRESSION_SECRET_ARN = secretArn(SUPPRESSION_SECRET)

const variableOf = (table: TableName) => `${table.toUpperCase()}_TABLE`

export const tableVariables = (names: TableNames): Record<string, string> =>
  Object.fromEntries(Object.keys(TABLES).map((table) => [variableOf(table as TableName), names[table as TableName]]))

export function localEnvironment(given: {
  readonly endpoints: Partial<LocalEndpoints>
  readonly credentials: StartCredentials
  /** Where the files of facts lie; without it they are kept in memory. */
  readonly factsFolder?: string
  /** Where staff open the app. */
  readonly staffUrl?: string
  readonly orderQueueUrl?: string
  readonly orderQueueArn?: string
  readonly deadLetterArn?: string
  /** Needed only by `care redrive`. */
  readonly letters?: {
    readonly deliveryQueueUrl: string
    readonly orderDeadLetterUrl: string
    readonly deliveryDeadLetterUrl: string
    readonly replyQueueUrl: string
    readonly replyDeadLetterUrl: string
    readonly scheduleDeadLetterUrl: string
  }
}): Record<string, string> {
  const { endpoints, credentials } = given
  const set: Record<string, string | undefined> = {
    AWS_REGION: LOCAL_PLACE.region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_SESV2: endpoints.sesv2,
    AWS_ENDPOINT_URL_SCHEDULER: endpoints.scheduler,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secrets,
    ...tableVariables(LOCAL_TABLES),
    ORDER_QUEUE_URL: given.orderQueueUrl,
    ORDER_QUEUE_ARN: given.orderQueueArn,
    SCHEDULE_GROUP,
    SCHEDULE_ROLE_ARN: `arn:aws:iam::${LOCAL_PLACE.accountId}:role/tham-hoi-schedules`,
    SCHEDULE_DEAD_LETTER_ARN: given.deadLetterArn,
    INBOUND_BUCKET,
    CASE_FILES_BUCKET,
    FACTS_BUCKET: 'none',
    FACTS_FOLDER: given.factsFolder,
    DELIVERY_QUEUE_URL: given.letters?.deliveryQueueUrl,
    ORDER_DEAD_LETTER_URL: given.letters?.orderDeadLetterUrl,
    DELIVERY_DEAD_LETTER_URL: given.letters?.deliveryDeadLetterUrl,
    REPLY_QUEUE_URL: given.letters?.replyQueueUrl,
    REPLY_DEAD_LETTER_URL: given.letters?.replyDeadLetterUrl,
    SCHEDULE_DEAD_LETTER_URL: given.letters?.scheduleDeadLetterUrl,
    SEAL_SECRET_ARN: secretArn(SEAL_SECRET),
    TILL_SECRET_ARN: secretArn(TILL_SECRET),
    SUPPRESSION_SECRET_ARN,
    TELEPHONY_SECRET_ARN: secretArn(TELEPHONY_SECRET),
    CALLER_RATE: '10',
    CALLER_BURST: '100',
    CONFIGURATION_SET,
    STAFF_URL: given.staffUrl,
    STAFF_ISSUER: given.staffUrl && `${given.staffUrl}${LOCAL_ISSUER_PATH}`,
    STAFF_CLIENT_ID: LOCAL_STAFF_CLIENT,
    STAFF_CLIENT_SECRET_ARN: 'none',
    STAFF_PROMPT: 'login',
    URGENT_HOOK_SECRET_ARN: 'none',
  }
  return Object.fromEntries(Object.entries(set).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
