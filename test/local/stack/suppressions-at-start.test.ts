/** What the local start makes of a state that the version before left, which knew plain hashes of addresses and no key. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { expect, onTestFinished, test } from 'vitest'
import { contactKey, SuppressionKeyError, suppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { dynamoSuppressionList } from '#adapters/dynamo/suppression-list.ts'
import { readSecret, storeSecret } from '#adapters/secrets-manager/secrets.ts'
import { createTables } from '#local/aws/create-tables.ts'
import { startDynamo } from '#local/aws/dynamodb.ts'
import { openMovableClock } from '#local/clock/movable-clock.ts'
import { LOCAL_TABLES, SUPPRESSION_SECRET_ARN } from '#local/stack/environment.ts'
import { startServers } from '#local/stack/start-servers.ts'

const LAN = contactKey({ kind: 'email', value: 'lan@example.com' })
/** As the version before wrote it for lan@example.com. */
const ROW_BEFORE = {
  addressHash: '73a6c858deff3ab5702ea7c38b0031b91e385ea9bf8ec3353eaead0199ccfb14',
  reason: 'legal',
  at: '2026-05-02T03:00:00.000Z',
  evidence: 'erased on request',
}

async function stateBefore(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-before-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const dynamo = await startDynamo({ folder })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint: dynamo.endpoint, region: 'ap-southeast-1', credentials })
  await createTables(client, createTableInputs(LOCAL_TABLES))
  await client.send(new PutItemCommand({ TableName: LOCAL_TABLES.suppressions, Item: marshall(ROW_BEFORE) }))
  client.destroy()
  await dynamo.stop()
  return folder
}

async function started<Result>(folder: string, act: (servers: Awaited<ReturnType<typeof startServers>>) => Promise<Result>) {
  const clock = openMovableClock({ folder: null, startAt: '2027-01-01T00:00:00.000Z' })
  const servers = await startServers({ folder, clock, sender: 'cham-soc@example.com', plan: async () => {} })
  try {
    return await act(servers)
  } finally {
    await servers.stop()
    clock.close()
  }
}

test('every address stays suppressed, under a key of this machine that survives restarts', async () => {
  const folder = await stateBefore()
  const look = () =>
    started(folder, async ({ clients, suppressionKeys: keys }) => {
      const table = { client: clients.dynamo, tableName: LOCAL_TABLES.suppressions, keys: async () => keys }
      const { Items = [] } = await clients.dynamo.send(new ScanCommand({ TableName: table.tableName }))
      const found = await dynamoSuppressionList(table).among([LAN])
      return { found: found.get(LAN), names: Items.map((item) => String(unmarshall(item).addressHash)).toSorted() }
    })
  const first = await look()
  expect(first.found).toMatchObject({ kind: 'email', reason: 'legal', at: ROW_BEFORE.at })
  expect(first.names).toEqual(['#keyed', expect.stringMatching(/^email#[\w-]{43}$/)])
  expect(await look()).toEqual(first)
})

test('a start with another key than before is refused: no address would be found', async () => {
  const folder = await stateBefore()
  const other = 'another key than the one before, long enough'
  await started(folder, async ({ clients: { secrets: client }, suppressionKeys: keys }) => {
    const place = { client, secretId: SUPPRESSION_SECRET_ARN }
    const { text } = await readSecret(place)
    expect(suppressionKeys({ secret: text }).fingerprint).toBe(keys.fingerprint)
    await storeSecret(place, other)
  })
  await expect(started(folder, async () => {})).rejects.toThrow(SuppressionKeyError)
})
