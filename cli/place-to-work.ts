/**
 * The place that a command works on: the tables named in the environment (an AWS account), else the local system that is running, else the local
 * system's state, opened for as long as the command runs.
 */

import { resolve } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { z } from 'zod'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import type { fillFinder } from '#adapters/dynamo/fill-finder.ts'
import { dynamoRetentionLog } from '#adapters/dynamo/retention-log.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import type { SecretPlace } from '#adapters/secrets-manager/secrets.ts'
import type { CountPorts } from '#app/numbers/count-periods.ts'
import type { PublishRosterPorts } from '#app/staff/publish-roster.ts'
import { localNow, localPlace } from '#cli/local-place.ts'
import { openFacts } from '#cli/open-facts.ts'
import { openPersonal, type Personal } from '#cli/open-personal.ts'
import { openProvider, type Provider } from '#cli/open-provider.ts'
import { clientOptions, openQueues, type Variables, type Work } from '#cli/open-queues.ts'
import { openSecrets } from '#cli/open-secrets.ts'
import { openStaffAccounts } from '#cli/open-staff-accounts.ts'
import { openSuppressions, type Suppressions } from '#cli/open-suppressions.ts'
import { CAMPAIGNS, PROJECT } from '#cli/project.ts'
import { VariablesMissingError } from '#cli/variables-missing.ts'
import { readCompanyFiles } from '#core/campaign/company-files.ts'
import { assembleCompanyRules, type CompanyRules } from '#core/campaign/company-rules.ts'
import { problemLine } from '#core/campaign/problem.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import type { NumberOf } from '#core/facts/who.ts'
import { type Instant, instantOf } from '#core/time/instant.ts'
import { FUNCTION_ENV } from '#functions/env.ts'
import { lateDays, stores } from '#functions/wiring/stores.ts'
import { STATE_FOLDER } from '#local/stack/environment.ts'
import { readState } from '#local/state-folder.ts'

interface FactsPlace {
  /** As they are stored. */
  readonly work: DynamoTable
  readonly vouchers: DynamoTable
  readonly numberOf: () => Promise<NumberOf>
}

export type PlaceToWork = ReturnType<typeof placeToWork>

/** The tables that a command of the operator may need. */
const CareEnvironment = z
  .object({
    ...FUNCTION_ENV.planSlice.shape,
    ...FUNCTION_ENV.sendBatch.shape,
    ...FUNCTION_ENV.recordDelivery.shape,
    ...FUNCTION_ENV.receiveReply.shape,
    ...FUNCTION_ENV.purgeExpired.shape,
    ...FUNCTION_ENV.serveStaff.shape,
  })
  .pick({
    CAMPAIGNS_TABLE: true,
    CUSTOMERS_TABLE: true,
    FINDER_TABLE: true,
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
    STAFF_TABLE: true,
    NUMBERS_TABLE: true,
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
    /** By what customers are found, and the profiles that say it. */
    finder: async (): Promise<Parameters<typeof fillFinder>[0]> => (await once()).finder,
    /** Work for staff, as it is stored. */
    workTable: async (): Promise<DynamoTable> => (await once()).workTable,
    /** The log of staff, as it is stored. */
    staffTable: async (): Promise<DynamoTable> => (await once()).staffTable,
    /** What facts are made of beside the stores. */
    facts: async (): Promise<FactsPlace> => (await once()).facts,
    /** What figures are counted from, as it stands after the last night. */
    figures: async (): Promise<{ readonly ports: CountPorts; readonly now: Instant }> => {
      const { stores, factFiles } = await once()
      return { ports: { ...stores, facts: factFiles() }, now: stores.now }
    },
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
    throw new VariablesMissingError([...new Set(parsed.error.issues.map(({ path }) => path.join('.')))])
  }
  const env = parsed.data
  const client = new DynamoDBClient(clientOptions(found.variables, found.variables.AWS_ENDPOINT_URL_DYNAMODB))
  const companyRules = projectCompanyRules()
  const clock = found.local ? localNow : () => instantOf(Date.now())
  const noteLate = lateDays(env, { dynamo: client, companyRules, clock })
  const queues = openQueues(found)
  const secrets = openSecrets(found.variables)
  // A system that does not run has no queue: its next look at the cases sets their alarms.
  const clocks = 'out' in queues.work ? undefined : { alarms: null, orders: queues.work.caseOrders, companyRules, clock }
  const make = stores({ client, addressHash, noteLate, numberOf: secrets.numberOf, clocks })
  const suppressions = openSuppressions({
    client,
    tableName: env.SUPPRESSIONS_TABLE,
    secret: secrets.suppressionSecret(),
    local: found.local,
  })
  const personal = openPersonal({ variables: found.variables, client, seals: secrets.seals })
  const accounts = openStaffAccounts(found)
  const files = openFacts(found.variables)
  const provider = openProvider({ ...found, dynamo: client, sender: companyRules.company.sender })
  return {
    work: queues.work,
    personal: personal.personal,

    provider: provider.provider,
    sealSecret: secrets.sealSecret,
    suppressions,
    finder: {
      customers: make.customers(env.CUSTOMERS_TABLE, env.FINDER_TABLE),
      finder: { client, tableName: env.FINDER_TABLE },
    },
    workTable: { client, tableName: env.WORK_TABLE },
    staffTable: { client, tableName: env.STAFF_TABLE },
    factFiles: files.facts,
    facts: {
      work: { client, tableName: env.WORK_TABLE },
      vouchers: { client, tableName: env.VOUCHERS_TABLE },
      numberOf: secrets.numberOf,
    },
    stores: {
      campaigns: make.campaigns(env.CAMPAIGNS_TABLE),
      words: make.words(env.CAMPAIGNS_TABLE),
      customers: make.customers(env.CUSTOMERS_TABLE, env.FINDER_TABLE),
      purchases: make.purchases(env.PURCHASES_TABLE),
      occurrences: make.occurrences(env.OCCURRENCES_TABLE),
      touches: make.touches(env.TOUCHES_TABLE),
      ledgers: make.ledgers(env.TOUCHES_TABLE),
      consents: make.consents(env.CONSENTS_TABLE),
      suppressions: suppressions.list,
      vouchers: make.vouchers(env.VOUCHERS_TABLE),
      budgets: make.budgets(env.BUDGETS_TABLE),
      budgetPlans: make.budgetPlans(env.BUDGETS_TABLE),
      responses: make.responses(env.RESPONSES_TABLE),
      replies: make.replies(env.REPLIES_TABLE),
      work: make.work(env.WORK_TABLE, env),
      finder: make.finder(env.FINDER_TABLE, env.CUSTOMERS_TABLE),
      dayLists: make.dayLists(env.STAFF_TABLE),
      hotlineCallers: make.hotlineCallers(env.NUMBERS_TABLE),
      numbers: make.numbers(env.NUMBERS_TABLE),
      noteLate,
      caseFiles: personal.caseFiles,
      interruptions: make.interruptions(env.STAFF_TABLE),
      questions: make.questions(env.STAFF_TABLE),
      findings: make.findings(env.STAFF_TABLE),
      dutyBook: make.dutyBook(env.STAFF_TABLE),
      staff: {
        roster: make.roster(env.STAFF_TABLE),
        sessions: make.sessions(env.STAFF_TABLE),
        subjects: make.subjects(env.STAFF_TABLE),
        auditLog: make.auditLog(env.STAFF_TABLE),
        accounts: accounts.accounts,
      } satisfies Omit<PublishRosterPorts, 'events'>,
      retentionLog: dynamoRetentionLog({ client, tableName: env.OCCURRENCES_TABLE }),
      companyRules,
      company: companyRules.company,
      now: clock(),
    },
    async close() {
      client.destroy()
      queues.close()
      personal.close()
      provider.close()
      accounts.close()
      files.close()
      secrets.close()
      await found.stop()
    },
  }
}

function projectCompanyRules(): CompanyRules {
  const files = readCompanyFiles(readCampaignFolder(CAMPAIGNS, CAMPAIGNS), OUR_CHANNELS)
  if ('value' in files) return assembleCompanyRules({ ...files.value, channels: OUR_CHANNELS })
  throw new Error(`campaigns/: ${files.problems.map((problem) => problemLine(problem, 'en')).join('; ')}`)
}
