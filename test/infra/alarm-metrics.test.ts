import { Template } from 'aws-cdk-lib/assertions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dynamoLedgerStore } from '#adapters/dynamo/ledger-store.ts'
import { dynamoRetentionLog } from '#adapters/dynamo/retention-log.ts'
import { PURGED_KINDS, type PurgeProof } from '#app/ports/retention.ts'
import { DAY_MS, plusMs } from '#core/time/instant.ts'
import { sessionCookieName, sessionToken } from '#functions/staff/visit/session.ts'
import { sealsFromEnv } from '#functions/wiring/seals-from-env.ts'
import { realClock } from '#local/clock/movable-clock.ts'
import { LOCAL_WEBHOOK_KEY } from '#local/stack/environment.ts'
import { startServers } from '#local/stack/start-servers.ts'
import { again, sqsEvent } from '#test/functions/queues/sqs-event.ts'
import { type Driven, driven, drivenEntry } from '#test/infra/driven-entries.ts'
import { unfedAlarms } from '#test/infra/heard-alarms.ts'
import { careTemplate, WITHOUT_REPLIES } from '#test/infra/synthesised.ts'

/** Every event that a use case can report, as the functions report it. */
const EVERY_EVENT = `
  import { events } from '#app/events.ts'
  import { eventLog } from '#functions/wiring/event-log.ts'
  import { Logger } from '@aws-lambda-powertools/logger'
  import { Metrics } from '@aws-lambda-powertools/metrics'
  const serviceName = 'carry-out-orders'
  const log = events(eventLog({ logger: new Logger({ serviceName }), metrics: new Metrics({ namespace: 'ThamHoi', serviceName }) }))
  for (const say of Object.values(log)) Reflect.apply(say, undefined, [{}, {}])
`

const aVisit = {
  version: '2.0',
  rawPath: '/v/7Q2M-0XKD-13AB',
  rawQueryString: '',
  headers: { host: 'care.example.com' },
  requestContext: { http: { method: 'GET', path: '/v/7Q2M-0XKD-13AB', sourceIp: '203.0.113.9' }, domainName: 'care.example.com' },
  isBase64Encoded: false,
}
/** As the telephone system tells it when the caller has given up. */
function aCallToTheHotline() {
  const told = { call_id: 'call-1', callCreatedReason: 'EXTERNAL_CALL_IN', call_status: 'ended', timestamp_ms: 1_803_000_000_000 }
  const path = `/telephone/${LOCAL_WEBHOOK_KEY}`
  return {
    ...aVisit,
    rawPath: path,
    headers: { ...aVisit.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ ...told, from: { number: '84912345678', type: 'external' } }),
    requestContext: { ...aVisit.requestContext, http: { method: 'POST', path, sourceIp: '203.0.113.9' } },
  }
}
const STAFF_URL = 'https://staff.example.com'

/** With a session that can be opened, so that the roster is asked. */
async function aVisitOfStaff({ clients, environment }: Awaited<ReturnType<typeof startServers>>) {
  const SEAL_SECRET_ARN = environment.SEAL_SECRET_ARN!
  const seals = await sealsFromEnv({ SEAL_SECRET_ARN }, { secrets: clients.secrets, secretUnread: () => {} })
  const [startedAt, expiresAt] = [realClock.now(), plusMs(realClock.now(), DAY_MS)]
  const session = sessionToken({ seals }, { address: 'mai@example.com', sessionId: 's-1', startedAt, expiresAt })
  const domainName = new URL(STAFF_URL).host
  return {
    ...aVisit,
    rawPath: '/campaigns',
    headers: { host: domainName },
    cookies: [`${sessionCookieName(STAFF_URL)}=${session}`],
    requestContext: { http: { method: 'GET', path: '/campaigns', sourceIp: '203.0.113.9' }, domainName },
  }
}

/** Records that each kind of work must refuse. */
const FAILING = {
  'carry-out-orders': sqsEvent(
    '{"slice":-1}',
    '{"batchId":""}',
    '{"kind":"farewell"}',
    '{"kind":"list-calls","team":1}',
    '{"kind":"ring-case"}',
  ),
  'record-delivery': sqsEvent('no JSON'),
  'receive-reply': sqsEvent('{}', 'one-click whenever'),
}
const NO_SUCH_TABLE = 'no-such-table'

/** What the nightly deletion finds: an erasure that broke off, and two nights before that did not come to their end. */
async function leaveBehind({ clients: { dynamo }, environment }: Awaited<ReturnType<typeof startServers>>): Promise<void> {
  const now = realClock.now()
  const ledgers = dynamoLedgerStore({ client: dynamo, tableName: environment.TOUCHES_TABLE! })
  await ledgers.leaveTombstone({ customerId: 'c-001', erasedAt: plusMs(now, -2 * DAY_MS), as: 'erased-1' })
  const log = dynamoRetentionLog({ client: dynamo, tableName: environment.OCCURRENCES_TABLE! })
  const none = { rawMails: 0, verbatims: 0, replies: 0, contacts: 0, work: 0 }
  const until = Object.fromEntries(PURGED_KINDS.map((kind) => [kind, '2024-03-10'])) as PurgeProof['until']
  for (const days of [2, 1])
    await log.addProof({
      at: plusMs(now, -days * DAY_MS),
      finished: false,
      until,
      removed: { ...none, ledgers: 0 },
      left: none,
      tombstones: 0,
    })
}

/** Work for a night, whatever weekday it is: an erasure that ended two days ago. */
async function leaveToSweep({ clients: { dynamo }, environment }: Awaited<ReturnType<typeof startServers>>): Promise<void> {
  const ledgers = dynamoLedgerStore({ client: dynamo, tableName: environment.TOUCHES_TABLE! })
  const at = plusMs(realClock.now(), -2 * DAY_MS)
  const run = { customerId: 'c-002', run: 'erased-2' }
  await ledgers.leaveTombstone({ customerId: run.customerId, erasedAt: at, as: run.run })
  await ledgers.finishErasure({ ...run, at })
  await ledgers.confirmErasure(run)
}

let servers: Awaited<ReturnType<typeof startServers>>
const runs: Record<string, Driven> = {}
const startMs = 120_000

beforeAll(async () => {
  servers = await startServers({
    folder: null,
    clock: realClock,
    sender: 'care@example.com',
    staffUrl: STAFF_URL,
    plan: async () => {},
  })
  const { environment } = servers
  const broken = { ...environment, CAMPAIGNS_TABLE: NO_SUCH_TABLE, VOUCHERS_TABLE: NO_SUCH_TABLE, RESPONSES_TABLE: NO_SUCH_TABLE }
  await leaveBehind(servers)
  runs['serve-staff'] = await drivenEntry('serve-staff', await aVisitOfStaff(servers), { ...broken, STAFF_TABLE: NO_SUCH_TABLE })
  runs.night = await drivenEntry('purge-expired', {}, environment)
  await leaveToSweep(servers)
  runs['night without time'] = await drivenEntry('purge-expired', {}, environment, { remainingMs: 0 })
  for (const [name, event] of Object.entries(FAILING)) runs[name] = await drivenEntry(name, event, environment)
  runs['serve-pages'] = await drivenEntry('serve-pages', aVisit, broken)
  runs['hear-telephone'] = await drivenEntry('hear-telephone', aCallToTheHotline(), { ...broken, WORK_TABLE: NO_SUCH_TABLE })
  for (const name of ['plan-occurrences', 'purge-expired']) runs[name] = await drivenEntry(name, {}, broken)
  runs.events = await driven(EVERY_EVENT, [], environment)
}, startMs)
afterAll(() => servers?.stop())

const emitted = () => Object.values(runs).flatMap(({ metrics }) => metrics)

describe('a failure is heard of', () => {
  test.each(Object.entries(FAILING))(
    '%s answers Lambda that all is well, gives its records back, and counts each',
    (name, event) => {
      const { ended, answer, metrics } = runs[name]!
      expect(ended).toBe('answered')
      expect([...again(answer as never)].toSorted()).toEqual(event.Records.map(({ messageId }) => messageId).toSorted())
      expect(metrics.filter((metric) => metric.name === 'FailedRecords')).toHaveLength(event.Records.length)
    },
  )

  test('each kind of work counts under its own name, also where several share a function', () => {
    const counted = emitted().flatMap(({ name, dimensions }) => (name === 'FailedRecords' ? [dimensions.service] : []))
    expect(counted.toSorted()).toEqual([
      'list-calls',
      'plan-slice',
      'receive-reply',
      'record-delivery',
      'ring-case',
      'send-batch',
      'send-notice',
      'take-stop',
    ])
  })

  test('a page that fails is an answer of 500 to the visitor and counted', () => {
    expect(runs['serve-pages']).toMatchObject({
      ended: 'answered',
      answer: { statusCode: 500 },
      metrics: [{ namespace: 'ThamHoi', name: 'FailedPages', dimensions: { service: 'serve-pages' } }],
    })
  })

  test('so is one of the staff app, which says under which reference', () => {
    const { ended, answer, metrics } = runs['serve-staff']!
    expect({ ended, answer }).toEqual({
      ended: 'answered',
      answer: expect.objectContaining({ statusCode: 500, body: expect.stringMatching(/data-trouble="[0-9a-f]{10}"/) }),
    })
    expect(metrics).toEqual([{ namespace: 'ThamHoi', name: 'FailedPages', dimensions: { service: 'serve-staff' } }])
  })

  test.each(['plan-occurrences', 'purge-expired'])('%s throws, which Lambda counts as an error', (name) => {
    expect(runs[name]!.ended).toBe('threw')
  })

  test('an erasure that broke off rings in every night, and the third night in a row that has no time to its end rings too', () => {
    const heard = (name: string) => runs[name]!.metrics.map((metric) => metric.name)
    expect(heard('night')).toEqual(['ErasureUnfinished'])
    expect(heard('night without time').toSorted()).toEqual(['ErasureUnfinished', 'PurgeBehind'])
    expect([runs.night!.ended, runs['night without time']!.ended]).toEqual(['answered', 'answered'])
  })

  test.each([...Object.keys(FAILING), 'serve-pages', 'serve-staff', 'plan-occurrences', 'purge-expired'])(
    '%s throws when it cannot start, which Lambda counts as an error',
    async (name) => {
      const { ended, metrics } = await drivenEntry(name, {}, { AWS_REGION: 'ap-southeast-1' })
      expect([ended, metrics]).toEqual(['threw', []])
    },
    startMs,
  )
})

test.each([
  ['with answers by mail', careTemplate()],
  ['without', careTemplate({ company: WITHOUT_REPLIES })],
])('every alarm listens for something that is really said (%s)', (_, template) => {
  expect(Object.keys(template.findResources('AWS::CloudWatch::Alarm')).length).toBeGreaterThan(30)
  expect(unfedAlarms(template, emitted())).toEqual([])
})

describe('an alarm that nothing feeds is found', () => {
  const { Resources } = careTemplate().toJSON()
  const planted = (more: object) => unfedAlarms(Template.fromJSON({ Resources: { ...Resources, ...more } }), emitted())
  const alarm = (Properties: object) => ({ Planted: { Type: 'AWS::CloudWatch::Alarm', Properties } })
  const under = (Name: string, Value: unknown) => ({ Dimensions: [{ Name, Value }] })
  const ours = { Namespace: 'ThamHoi', MetricName: 'FailedRecords' }

  test.each([
    ['a metric that no function prints', { ...ours, MetricName: 'BrokenRecords', ...under('service', 'send-batch') }],
    ['a name that no work has', { ...ours, ...under('service', 'carry-out-orders') }],
    ['a metric without the dimension it is printed with', ours],
    [
      'one dimension more than it is printed with',
      { ...ours, Dimensions: [...under('service', 'send-batch').Dimensions, { Name: 'kind', Value: 'x' }] },
    ],
    [
      'a metric that Lambda does not have',
      { Namespace: 'AWS/Lambda', MetricName: 'FailedRecords', ...under('FunctionName', { Ref: 'OrdersCarryOutOrders' }) },
    ],
    [
      'a function that is not in the stack',
      { Namespace: 'AWS/Lambda', MetricName: 'Errors', ...under('FunctionName', { Ref: 'SenderSendBatch' }) },
    ],
    [
      'a name that HTTP APIs do not use',
      { Namespace: 'AWS/ApiGateway', MetricName: '5XXError', ...under('ApiId', { Ref: 'PagesApi' }) },
    ],
    [
      'an expression over a metric that is never reported',
      { Metrics: [{ Expression: 'SELECT SUM(SomethingElse) FROM ThamHoi' }] },
    ],
  ])('%s', (_, properties) => {
    expect(planted(alarm(properties))).toEqual(['Planted'])
  })

  test('a log filter that compares a text with a number', () => {
    const filters = Object.entries(careTemplate().findResources('AWS::Logs::MetricFilter'))
    const [id, filter] = filters.find(([named]) => named.startsWith('Pages'))!
    const numeric = { ...filter, Properties: { ...filter.Properties, FilterPattern: '{ $.status = 429 }' } }
    expect(planted({ [id]: numeric })).toEqual([expect.stringMatching(/^AlarmsPagesRefused/)])
  })
})
