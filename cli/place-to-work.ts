/**
 * The place that a command works on: the tables named in the environment (an AWS account), else the local system that is running, else the local
 * system's state, opened for as long as the command runs.
 */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { z } from 'zod'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { dynamoRetentionLog } from '#adapters/dynamo/retention-log.ts'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import type { SecretPlace } from '#adapters/secrets-manager/secrets.ts'
import { openPersonal, type Personal } from '#cli/open-personal.ts'
import { openProvider, type Provider } from '#cli/open-provider.ts'
import { clientOptions, openQueues, type Variables, type Work } from '#cli/open-queues.ts'
import { openSecrets } from '#cli/open-secrets.ts'
import { openSuppressions, type Suppressions } from '#cli/open-suppressions.ts'
import { readCompanyFiles } from '#core/campaign/company-files.ts'
import { assembleCompanyRules, type CompanyRules } from '#core/campaign/company-rules.ts'
import { problemLine } from '#core/campaign/problem.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { type Instant, instantOf } from '#core/time/instant.ts'
import { FUNCTION_ENV } from '#functions/env.ts'
import { stores } from '#functions/wiring/stores.ts'
import { startCredentials } from '#local/aws/door.ts'
import { createTables, startDynamo } from '#local/aws/dynamodb.ts'
import { openBucket } from '#local/aws/s3/bucket-store.ts'
import { startS3 } from '#local/aws/s3/start-s3.ts'
import { startSecrets } from '#local/aws/secrets/start-secrets.ts'
import { openMovableClock } from '#local/clock/movable-clock.ts'
import {
  ENVIRONMENT_FILE,
  INBOUND_BUCKET,
  LOCAL_SECRETS,
  LOCAL_TABLES,
  localEnvironment,
  STATE_FOLDER,
} from '#local/stack/environment.ts'
import { keepToOwner, readState } from '#local/state-folder.ts'

export const PROJECT = resolve(import.meta.dirname, '..')
export const CAMPAIGNS = resolve(PROJECT, 'campaigns')

export type PlaceToWork = ReturnType<typeof placeToWork>

/** The tables that a command of the operator may need. */
const CareEnvironment = z
  .object({
    ...FUNCTION_ENV.planSlice.shape,
    ...FUNCTION_ENV.sendBatch.shape,
    ...FUNCTION_ENV.recordDelivery.shape,
    ...FUNCTION_ENV.receiveReply.shape,
  })
  .pick({
    CAMPAIGNS_TABLE: true,
    CUSTOMERS_TABLE: true,
    PURCHASES_TABLE: true,
    OCCURRENCES_TABLE: true,
    TOUCHES_TABLE: true,
    CONSENTS_TABLE: true,
    SUPPRESSIONS_TABLE: true,
    VOUCHERS_TABLE: true,
    BUDGETS_TABLE: true,
    RESPONSES_TABLE: true,
    REPLIES_TABLE: true,
    WORK_TABLE: true,
  })

export function placeToWork({ environment, warn }: { environment: Variables; warn: (text: string) => void }) {
  let opened: ReturnType<typeof open> | undefined
  const once = () => {
    opened ??= open(environment, warn)
    return opened
  }
  return {
    /** Whether the place exists: a command that only reads must not create one. */
    isThere: (): boolean => environment.CUSTOMERS_TABLE !== undefined || readState(resolve(PROJECT, STATE_FOLDER)) !== undefined,
    stores: async () => (await once()).stores,
    work: async (): Promise<Work> => (await once()).work,
    /** The mail provider of this place. */
    provider: async (): Promise<Provider> => (await once()).provider,
    /** All data of one person, in every table. */
    personal: async (): Promise<Personal> => (await once()).personal(),
    /** Where the keys of seals are stored. */
    sealSecret: async (): Promise<SecretPlace> => (await once()).sealSecret(),
    /** The suppressed contact points, and what is known of them without their key. */
    suppressions: async (): Promise<Suppressions> => (await once()).suppressions,
    /** The company's rules from the project's own campaigns folder. */
    companyRules: (): CompanyRules => projectCompanyRules(),
    async close() {
      await (await opened)?.close()
    },
  }
}

async function open(environment: Variables, warn: (text: string) => void) {
  const found = environment.CUSTOMERS_TABLE
    ? { variables: environment, local: false, stop: async () => {} }
    : await localPlace(warn)
  const parsed = CareEnvironment.safeParse(found.variables)
  if (!parsed.success) {
    await found.stop()
    throw new Error(
      `bad or missing environment variables: ${[...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].join(', ')}`,
    )
  }
  const env = parsed.data
  const client = new DynamoDBClient(clientOptions(found.variables, found.variables.AWS_ENDPOINT_URL_DYNAMODB))
  const make = stores({ client, addressHash })
  const companyRules = projectCompanyRules()
  const queues = openQueues(found)
  const secrets = openSecrets(found.variables)
  const suppressions = openSuppressions({
    client,
    tableName: env.SUPPRESSIONS_TABLE,
    secret: secrets.suppressionSecret(),
    local: found.local,
  })
  const personal = openPersonal({ variables: found.variables, client, seals: secrets.seals })
  const provider = openProvider({ ...found, dynamo: client, sender: companyRules.company.sender })
  return {
    work: queues.work,
    personal: personal.personal,
    provider: provider.provider,
    sealSecret: secrets.sealSecret,
    suppressions,
    stores: {
      campaigns: make.campaigns(env.CAMPAIGNS_TABLE),
      words: make.words(env.CAMPAIGNS_TABLE),
      customers: make.customers(env.CUSTOMERS_TABLE),
      purchases: make.purchases(env.PURCHASES_TABLE),
      occurrences: make.occurrences(env.OCCURRENCES_TABLE),
      touches: make.touches(env.TOUCHES_TABLE),
      ledgers: make.ledgers(env.TOUCHES_TABLE),
      consents: make.consents(env.CONSENTS_TABLE),
      suppressions: suppressions.list,
      vouchers: make.vouchers(env.VOUCHERS_TABLE),
      budgets: make.budgets(env.BUDGETS_TABLE),
      responses: make.responses(env.RESPONSES_TABLE),
      replies: make.replies(env.REPLIES_TABLE),
      work: make.work(env.WORK_TABLE),
      retentionLog: dynamoRetentionLog({ client, tableName: env.OCCURRENCES_TABLE }),
      companyRules,
      company: companyRules.company,
      now: found.local ? localNow() : instantOf(Date.now()),
    },
    async close() {
      client.destroy()
      queues.close()
      personal.close()
      provider.close()
      secrets.close()
      await found.stop()
    },
  }
}

/** A running system has left its environment in a file, and so has a killed one: the system is called before the file is believed. */
async function localPlace(warn: (text: string) => void) {
  const file = resolve(PROJECT, ENVIRONMENT_FILE)
  if (existsSync(file)) {
    const variables = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
    if (await answers(variables.AWS_ENDPOINT_URL_DYNAMODB)) return { variables, local: true, stop: async () => {} }
  }
  warn(`no system is running: working on its state in ${STATE_FOLDER}/`)
  const credentials = startCredentials(process.env)
  const { accessKeyId } = credentials
  const folder = resolve(PROJECT, STATE_FOLDER)
  keepToOwner(folder)
  const dynamo = await startDynamo({ folder, accessKeyId, externalEndpoint: process.env.DYNAMODB_ENDPOINT })
  const bucket = openBucket({ folder, name: 'inbound' })
  const s3 = await startS3({ bucketName: INBOUND_BUCKET, store: bucket, accessKeyId })
  const secrets = await startSecrets({ folder, secrets: LOCAL_SECRETS, accessKeyId })
  const endpoints = { dynamodb: dynamo.endpoint, s3: s3.endpoint, secrets: secrets.endpoint }
  const variables = localEnvironment({ credentials, endpoints })
  const client = new DynamoDBClient(clientOptions(variables, dynamo.endpoint))
  await createTables(client, createTableInputs(LOCAL_TABLES))
  client.destroy()
  return {
    variables,
    local: true,
    stop: async () => {
      await secrets.stop()
      await s3.stop()
      bucket.close()
      await dynamo.stop()
    },
  }
}

/** A stopped system refuses at once, but one on a busy machine answers late. Two databases must not open the same files. */
const ANSWER_MS = 10_000

async function answers(endpoint: string | undefined): Promise<boolean> {
  if (!endpoint) return false
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(ANSWER_MS) })
    return true
  } catch {
    return false
  }
}

/** The local system's own time, once it was moved. */
function localNow(): Instant {
  const folder = resolve(PROJECT, STATE_FOLDER)
  if (readState(folder)?.clock !== 'moved' || !existsSync(resolve(folder, 'clock.sqlite'))) return instantOf(Date.now())
  const clock = openMovableClock({ folder, startAt: instantOf(Date.now()) })
  const now = clock.now()
  clock.close()
  return now
}

function projectCompanyRules(): CompanyRules {
  const files = readCompanyFiles(readCampaignFolder(CAMPAIGNS, CAMPAIGNS), OUR_CHANNELS)
  if ('value' in files) return assembleCompanyRules({ ...files.value, channels: OUR_CHANNELS })
  throw new Error(`campaigns/: ${files.problems.map((problem) => problemLine(problem, 'en')).join('; ')}`)
}
