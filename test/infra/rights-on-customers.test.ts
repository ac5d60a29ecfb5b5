/** What functions may do to customers' rows is what they do: the pages are driven over real tables, and their calls compared with their role. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { events } from '#app/events.ts'
import { plusMs } from '#core/time/instant.ts'
import { pagesApp } from '#functions/customer/serve-pages.ts'
import { readEnv } from '#functions/env.ts'
import { pagesPorts } from '#functions/wiring/ports-from-env.ts'
import { stores } from '#functions/wiring/stores.ts'
import { createTables } from '#local/aws/create-tables.ts'
import { startDynamo } from '#local/aws/dynamodb.ts'
import { startQueues } from '#local/aws/queues.ts'
import { formsIn } from '#local/sample-listeners/markup.ts'
import { LOCAL_TABLES, localEnvironment } from '#local/stack/environment.ts'
import { allowedStatements, careTemplate } from '#test/infra/synthesised.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { anOccurrence, aSurvey } from '#test/support/survey-builders.ts'
import { aVoucher, NOW, TILL_KEY } from '#test/web/customer/pages-at-work.ts'

/** How long a person reads a page here before pressing. */
const READING_MS = 20_000
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
const access = { region: 'ap-southeast-1', credentials }
let dynamo: Awaited<ReturnType<typeof startDynamo>>
let queues: Awaited<ReturnType<typeof startQueues>>
beforeAll(async () => {
  dynamo = await startDynamo({ folder: null })
  queues = await startQueues({ queues: [{ name: 'orders' }] })
})
afterAll(async () => {
  await queues.stop()
  await dynamo.stop()
})

const template = careTemplate()
const allowedOnCustomers = (owner: string): readonly string[] =>
  allowedStatements(template)
    .filter((each) => each.owner.startsWith(owner) && each.resources.some((one) => one.includes('TablesCustomers')))
    .flatMap(({ actions }) => actions)
    .toSorted()

/** The pages over tables of their own, and every call that they make to the customers' table. */
async function pagesOnTables() {
  const client = new DynamoDBClient({ ...access, endpoint: dynamo.endpoint })
  const sqs = new SQSClient({ ...access, endpoint: queues.endpoint, useQueueUrlAsEndpoint: false })
  await createTables(client, createTableInputs(LOCAL_TABLES))
  const url = queues.queue('orders').url
  const env = readEnv('servePages', localEnvironment({ credentials, endpoints: {}, orderQueueUrl: url }))
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const ports = pagesPorts(env, {
    dynamo: client,
    sqs,
    lateS3: () => Promise.reject(new Error('no file is sent here')),
    seals,
    tillKey: { isRight: async (typed) => typed === TILL_KEY },
    companyRules: theCompanyRules(),
    clock: () => '2027-03-10T02:00:00.000Z',
    events: events({ event: () => {}, alarm: () => {} }),
  })
  const make = stores({ client, addressHash })
  await make.customers(LOCAL_TABLES.customers, LOCAL_TABLES.finder).put([aCustomer()])
  await ports.vouchers.issue(aVoucher())
  const survey = aSurvey()
  await make
    .campaigns(LOCAL_TABLES.campaigns)
    .accept({ definition: survey, version: 1, acceptedAt: NOW, acceptedBy: 'marketing' })
  const asked = anOccurrence({ campaignId: survey.id, date: '2027-03-08' })
  await make.occurrences(LOCAL_TABLES.occurrences).open(asked)

  const calls = new Set<string>()
  client.middlewareStack.add(
    (next, { commandName }) =>
      (call) => {
        if (JSON.stringify(call.input).includes(LOCAL_TABLES.customers))
          calls.add(`dynamodb:${String(commandName).replace('Command', '')}`)
        return next(call)
      },
    { step: 'initialize' },
  )
  const link = (use: 'unsubscribe' | 'preferences' | 'survey', ...fields: string[]) =>
    seals.linkToken({ use, fields, expiresAt: '2028-04-13T02:00:00.000Z' })
  let now = plusMs(NOW, -READING_MS)
  const app = pagesApp(ports, () => now)
  /** The page's own form, sent by the browser that it was shown to after a person's time of reading. */
  const press = async (path: string, form: Record<string, string>) => {
    now = plusMs(NOW, -READING_MS)
    const page = await app.request(path)
    const shown = formsIn(await page.text()).find(({ isForPeople }) => isForPeople)
    const seal = new Map(shown?.filled ?? []).get('seal') ?? ''
    const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    now = NOW
    const body = new URLSearchParams({ ...form, seal })
    return (await app.request(path, { method: 'POST', body, headers: { cookie } })).status
  }
  return { app, press, calls, link, occurrenceId: asked.occurrenceId }
}

test('the pages use every right that they have on customers, and no other', async () => {
  const { app, press, calls, link, occurrenceId } = await pagesOnTables()
  const get = async (path: string) => (await app.request(path)).status
  const survey = `/s/${link('survey', 'c-001', occurrenceId)}`
  const stop = `/u/${link('unsubscribe', 'c-001', 'care')}`
  const preferences = `/p/${link('preferences', 'c-001')}`
  const { code } = aVoucher()
  expect([await get(survey), await get(stop), await get(preferences), await get(`/v/${code}`)]).toEqual([200, 200, 200, 200])
  expect(await press(survey, { score: '4' })).toBe(303)
  expect(await press(stop, {})).toBe(200)
  expect(await press(preferences, { shown: 'vi-0123abcd', frequency: 'weekly', 'advertising/email': 'yes' })).toBe(303)
  expect(await press(`/till/${code}`, { tillKey: TILL_KEY, by: 'Quầy 2' })).toBe(200)
  expect([...calls].toSorted()).toEqual(allowedOnCustomers('PagesServePages'))
})

test.each([
  ['PagesServePages', ['GetItem', 'UpdateItem']],
  ['RepliesReceiveReply', ['GetItem', 'UpdateItem']],
  ['OrdersCarryOutOrders', ['BatchGetItem', 'GetItem', 'Query']],
  ['PlannerPlanOccurrences', ['BatchGetItem', 'GetItem', 'Query', 'UpdateItem']],
  ['DeliveriesRecordDelivery', ['BatchGetItem', 'GetItem', 'Query', 'UpdateItem']],
])('%s may %s customers, and never replace a profile', (owner, actions) => {
  expect(allowedOnCustomers(owner)).toEqual(actions.map((action) => `dynamodb:${action}`))
})
