/** The company of the benches: its true campaign files and letters, made-up customers, and AWS in a process of its own so that it does not count. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { CreateConfigurationSetCommand } from '@aws-sdk/client-sesv2'
import { suppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { keySuppressions } from '#adapters/dynamo/key-suppressions.ts'
import { dynamoWordsStore } from '#adapters/dynamo/words-store.ts'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { sesClient } from '#adapters/ses/mailer.ts'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import type { EventSink } from '#app/events.ts'
import { events } from '#app/events.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Instant } from '#core/time/instant.ts'
import { readEnv } from '#functions/env.ts'
import { checkCampaignFiles } from '#functions/wiring/check-campaign-files.ts'
import { templateLetters } from '#functions/wiring/letters.ts'
import { sendBatchPorts } from '#functions/wiring/ports-from-env.ts'
import { createTables } from '#local/aws/create-tables.ts'
import { startCredentials } from '#local/aws/door.ts'
import { CONFIGURATION_SET, LOCAL_TABLES, localEnvironment } from '#local/stack/environment.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { aCustomer } from '#test/support/builders.ts'

export const DYNAMO_MS = 5
export const SES_MS = 60
/** A rate that never holds the sender back, for CPU and throughput. */
const UNLIMITED = 100_000

const root = resolve(import.meta.dirname, '..')
const credentials = startCredentials({})
const access = { region: 'ap-southeast-1', credentials }

const PAGES = 'https://pages.example.com'

export async function benchCompany(sink: EventSink) {
  const { templates } = await compileTemplates(join(root, 'templates'))
  const files = readCampaignFolder(join(root, 'campaigns'), join(root, 'campaigns'))
  const { companyRules, accepting } = checkCampaignFiles(files, templates)
  const accepted = accepting.find(({ definition: { id } }) => id === 'national-day')
  if (!companyRules || !accepted?.words) throw new Error('campaigns/ has mistakes or no national-day.json: see care check')

  const { sender } = companyRules.company
  const given = { DYNAMO_MS, SES_MS, SES_RATE: UNLIMITED, SENDER: sender }
  const child = fork(join(import.meta.dirname, 'delayed-aws.ts'), { env: { ...process.env, ...asText(given) } })
  const [endpoints] = (await once(child, 'message')) as [{ dynamo: string; ses: string }]
  const dynamo = new DynamoDBClient({ ...access, endpoint: endpoints.dynamo })
  const ses = sesClient({ ...access, endpoint: endpoints.ses })
  await createTables(dynamo, createTableInputs(LOCAL_TABLES))
  await ses.send(new CreateConfigurationSetCommand({ ConfigurationSetName: CONFIGURATION_SET }))

  const arn = 'arn:aws:sqs:ap-southeast-1:000000000000:q'
  const url = 'http://127.0.0.1/q'
  const queues = { orderQueueUrl: url, orderQueueArn: arn, deadLetterArn: arn }
  const environment = localEnvironment({ credentials, endpoints: {}, ...queues })
  const scheduler = new SchedulerClient(access)
  const seals = cryptoSeals({ secret: 'a secret of the bench, long enough to be one' })
  const keys = suppressionKeys({ secret: 'a key of the bench, long enough to be one' })
  const suppressions = { client: dynamo, tableName: LOCAL_TABLES.suppressions, keys: async () => keys }
  await keySuppressions(suppressions, { at: '2027-01-01T00:00:00.000Z' })
  const base = {
    dynamo,
    ses,
    scheduler,
    templates,
    pages: PAGES,
    companyRules,
    events: events(sink),
    seals,
    suppressionKeys: keys,
  }
  const ports = sendBatchPorts(readEnv('sendBatch', environment), base)
  const words = dynamoWordsStore({ client: dynamo, tableName: LOCAL_TABLES.campaigns })
  return {
    companyRules,
    campaign: accepted.definition,
    words: accepted.words,
    letters: templateLetters({ company: companyRules.company, seals, pages: PAGES }),
    /** Puts the campaign in force as its first version. */
    accept: (at: Instant) =>
      acceptCampaigns({ campaigns: ports.campaigns, words, events: base.events }, { accepting: [accepted], at, by: 'bench' }),
    dynamo,
    ses,
    environment,
    base,
    ports,
    /** AWS calls since they were last asked for, by operation. */
    calls: async (): Promise<Record<string, number>> => {
      child.send('calls')
      return (await once(child, 'message'))[0] as Record<string, number>
    },
    stop: () => {
      child.send('stop')
      dynamo.destroy()
      ses.destroy()
    },
  }
}
export type BenchCompany = Awaited<ReturnType<typeof benchCompany>>

const asText = (values: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))

export const benchCustomers = (prefix: string, count: number): Customer[] =>
  Array.from({ length: count }, (_, n) => aCustomer({ customerId: `${prefix}-${String(n).padStart(6, '0')}` }))
