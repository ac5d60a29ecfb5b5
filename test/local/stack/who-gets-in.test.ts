import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { GetScheduleCommand } from '@aws-sdk/client-scheduler'
import { GetAccountCommand } from '@aws-sdk/client-sesv2'
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instant } from '#core/time/instant.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { startServers } from '#local/stack/start-servers.ts'
import { keepToOwner } from '#local/state-folder.ts'
import { temporaryFolder } from '#test/local/aws/aws-clients.ts'

const clock = { now: (): Instant => '2027-01-01T00:00:00.000Z' }
const SERVICES = ['DYNAMODB', 'SQS', 'SESV2', 'SCHEDULER', 'S3', 'SECRETS_MANAGER'] as const
type Service = (typeof SERVICES)[number]

/** What each service would do for a program that may: the harm that a web page could do. */
const ASKED: Record<Service, { method: string; path: string; headers?: Record<string, string>; body?: string }> = {
  DYNAMODB: {
    method: 'POST',
    path: '/',
    headers: {
      'x-amz-target': 'DynamoDB_20120810.Scan',
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-date': '20270101T000000Z',
    },
    body: JSON.stringify({ TableName: LOCAL_TABLES.customers }),
  },
  SQS: {
    method: 'POST',
    path: '/',
    headers: { 'x-amz-target': 'AmazonSQS.ListQueues', 'content-type': 'application/x-amz-json-1.0' },
    body: '{}',
  },
  SESV2: { method: 'GET', path: '/v2/email/account' },
  SCHEDULER: { method: 'GET', path: '/schedules/plan-occurrences' },
  S3: { method: 'HEAD', path: '/tham-hoi-inbound' },
  SECRETS_MANAGER: {
    method: 'POST',
    path: '/',
    headers: { 'x-amz-target': 'secretsmanager.GetSecretValue', 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify({ SecretId: 'tham-hoi-seal' }),
  },
}

describe.each(['dynoxide', 'dynalite'] as const)('the endpoints of a running system, on %s', (dynamoEngine) => {
  let servers: Awaited<ReturnType<typeof startServers>>
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tham-hoi-doors-'))
    keepToOwner(folder)
    servers = await startServers({ folder, clock, sender: 'care@example.vn', plan: async () => {}, dynamoEngine })
  })
  afterAll(async () => {
    await servers.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const endpointOf = (service: Service) => new URL(servers.environment[`AWS_ENDPOINT_URL_${service}`] ?? '')
  const scope = (key: string) =>
    `AWS4-HMAC-SHA256 Credential=${key}/20270101/ap-southeast-1/x/aws4_request, SignedHeaders=host, Signature=0`

  /** A request as any program can make it. */
  function ask(service: Service, more: Record<string, string>): Promise<{ status: number; headers: IncomingHttpHeaders }> {
    const { hostname, port } = endpointOf(service)
    const { method, path, headers = {}, body } = ASKED[service]
    return new Promise((resolve, reject) => {
      const asking = request({ hostname, port, method, path, headers: { ...headers, ...more } }, (answer) => {
        answer.resume()
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers })
      })
      asking.on('error', reject).end(body)
    })
  }
  const own = () => scope(servers.environment.AWS_ACCESS_KEY_ID ?? '')

  test.each(SERVICES)('%s answers a program that names the key of this start', async (service) => {
    expect((await ask(service, { authorization: own() })).status).toBe(200)
  })

  test.each(SERVICES)('%s refuses what a web page sends, with the right key too, and allows no page to read', async (service) => {
    for (const page of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: endpointOf(service).origin },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'none' },
    ]) {
      const { status, headers } = await ask(service, { authorization: own(), ...page })
      expect([service, page, status]).toEqual([service, page, 403])
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  test.each(SERVICES)('%s refuses a name that points at this machine', async (service) => {
    const { port } = endpointOf(service)
    for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1:${Number(port) + 1}`, '127.0.0.1'])
      expect((await ask(service, { authorization: own(), host })).status).toBe(403)
  })

  test.each(SERVICES)('%s refuses a program without the key of this start', async (service) => {
    const key = servers.environment.AWS_ACCESS_KEY_ID ?? ''
    for (const authorization of ['', scope('local'), scope(`${key}x`), scope(key.slice(1)), `Bearer ${key}`])
      expect((await ask(service, { authorization })).status).toBe(403)
    expect((await ask(service, {})).status).toBe(403)
  })

  test('the SDK with these credentials works as before, and with others is told that it may not', async () => {
    const { dynamo, ses, scheduler, sqs } = servers.clients
    await dynamo.send(new PutItemCommand({ TableName: LOCAL_TABLES.touches, Item: { customerId: { S: 'c' }, item: { S: 'i' } } }))
    expect((await dynamo.send(new ListTablesCommand({}))).TableNames).toContain(LOCAL_TABLES.customers)
    expect((await ses.send(new GetAccountCommand({}))).SendingEnabled).toBe(true)
    expect((await scheduler.send(new GetScheduleCommand({ Name: 'plan-occurrences' }))).State).toBe('ENABLED')
    await sqs.send(new GetQueueAttributesCommand({ QueueUrl: servers.queues.orders.url, AttributeNames: ['All'] }))
    const outside = (accessKeyId: string, secretAccessKey: string) =>
      new DynamoDBClient({
        region: 'ap-southeast-1',
        endpoint: endpointOf('DYNAMODB').href,
        credentials: { accessKeyId, secretAccessKey },
        maxAttempts: 1,
      })
    const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = servers.environment
    const command = outside(AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)
    expect((await command.send(new ListTablesCommand({}))).TableNames).toContain(LOCAL_TABLES.customers)
    const stranger = outside('local', 'local')
    await expect(stranger.send(new ListTablesCommand({}))).rejects.toMatchObject({ name: 'AccessDeniedException' })
    for (const client of [command, stranger]) client.destroy()
  })

  test('each start has a key of its own', async () => {
    const other = await startServers({ folder: null, clock, sender: 'care@example.vn', plan: async () => {}, dynamoEngine })
    expect(other.environment.AWS_ACCESS_KEY_ID).not.toBe(servers.environment.AWS_ACCESS_KEY_ID)
    await other.stop()
  })

  test.skipIf(process.platform === 'win32')('what lies in the folder is its owner’s alone', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(2)
    for (const { parentPath, name } of files) {
      const path = join(parentPath, name)
      expect([name, (statSync(path).mode & 0o077).toString(8)]).toEqual([name, '0'])
    }
  })
})

test.skipIf(process.platform === 'win32')(
  'what an earlier version left open is closed; a folder that is not ours keeps its modes',
  () => {
    const state = temporaryFolder()
    writeFileSync(join(state, 'state.json'), '{}', { mode: 0o644 })
    keepToOwner(state)
    expect(statSync(join(state, 'state.json')).mode & 0o777).toBe(0o600)
    const foreign = temporaryFolder()
    writeFileSync(join(foreign, 'thesis.doc'), 'years of work')
    const before = statSync(join(foreign, 'thesis.doc')).mode
    keepToOwner(foreign)
    expect(statSync(join(foreign, 'thesis.doc')).mode).toBe(before)
  },
)
