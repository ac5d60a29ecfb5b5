/** `care migrate suppressions`, and what a rehearsal says that may not read the key, on a table as the version before wrote it. */
import { createServer } from 'node:http'
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { SuppressionKeyError } from '#adapters/crypto/contact-keys.ts'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { placeToWork } from '#cli/place-to-work.ts'
import { createTables } from '#local/aws/create-tables.ts'
import { startCredentials } from '#local/aws/door.ts'
import { startDynamo } from '#local/aws/dynamodb.ts'
import { listenOnLoopback } from '#local/aws/listen-on-loopback.ts'
import { LOCAL_TABLES, localEnvironment } from '#local/stack/environment.ts'
import { runCare, scratchFolder, textIn } from '#test/cli/care-run.ts'
import { campaignFolder, readProjectJson } from '#test/functions/wiring/campaign-folder.ts'
import { aCustomer } from '#test/support/builders.ts'
import { secretsAtWork } from '#test/support/secrets-at-work.ts'

const SECRET = 'a key of the test, long enough to be one'
const OTHER_SECRET = 'what another deployment made as its key'
const AT = '2026-05-02T03:00:00.000Z'
/** As the version before wrote them for lan@ and hoa@example.com. */
const LAN_BEFORE = {
  addressHash: '73a6c858deff3ab5702ea7c38b0031b91e385ea9bf8ec3353eaead0199ccfb14',
  reason: 'legal',
  at: AT,
  evidence: 'erased on request',
}
const ROWS_BEFORE = [
  LAN_BEFORE,
  { addressHash: 'fb106e80a176e21e5440abd2599dcf1be57ee3625dd07021bbfc3c5123ea05e2', reason: 'whim' },
]

/** An account with empty tables but for these rows; each test has its own. */
async function account() {
  const dynamo = await startDynamo({ folder: null })
  const { client: secrets, endpoint, arn } = await secretsAtWork({ suppressions: SECRET, other: OTHER_SECRET })
  const environment = {
    ...localEnvironment({ credentials: startCredentials({}), endpoints: { dynamodb: dynamo.endpoint, secrets: endpoint } }),
    SUPPRESSION_SECRET_ARN: arn('suppressions'),
  }
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint: dynamo.endpoint, region: 'ap-southeast-1', credentials })
  await createTables(client, createTableInputs(LOCAL_TABLES))
  const bringBack = (row: Readonly<Record<string, string>>) =>
    client.send(new PutItemCommand({ TableName: LOCAL_TABLES.suppressions, Item: marshall(row) }))
  for (const row of ROWS_BEFORE) await bringBack(row)
  const places: ReturnType<typeof placeToWork>[] = []
  onTestFinished(async () => {
    for (const place of places) await place.close()
    client.destroy()
    await dynamo.stop()
  })
  const placeIn = (variables: Readonly<Record<string, string>>) => {
    const place = placeToWork({ environment: variables, warn: () => {} })
    places.push(place)
    return place
  }
  const place = placeIn(environment)
  return {
    environment,
    otherKey: { ...environment, SUPPRESSION_SECRET_ARN: arn('other') },
    secrets,
    bringBack,
    place,
    placeIn,
    care: (...args: string[]) => runCare(place, args),
    rows: async () => {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: LOCAL_TABLES.suppressions }))
      return Items.map((item) => unmarshall(item))
    },
  }
}

function laterBy(minutes: number): void {
  const now = Date.now() + minutes * 60_000
  vi.spyOn(Date, 'now').mockReturnValue(now)
  onTestFinished(() => void vi.restoreAllMocks())
}

describe('care migrate suppressions', () => {
  test('waits until no function of the version before can run, and then moves every row; again, it finds nothing', async () => {
    const { care, rows } = await account()
    const counts = '2 suppressions (1 cannot be read and go on stopping), soft bounces of 0 addresses'
    const dry = await care('migrate', 'suppressions', '--dry-run')
    expect(dry).toMatchObject({ exitCode: 0, printed: `to migrate: ${counts}; nothing was written` })

    const early = await care('migrate', 'suppressions')
    expect(early).toMatchObject({ exitCode: 1, printed: '' })
    expect(early.refused[0]).toMatch(
      /^functions of the version before may still run: wait until \d{4}-\d\d-\d\d \d\d:\d\d \(Asia\/Ho_Chi_Minh, real time\)$/,
    )
    expect(await rows()).toHaveLength(2)
    expect(await rows()).toEqual(expect.arrayContaining([...ROWS_BEFORE]))

    laterBy(60)
    const done = await care('migrate', 'suppressions')
    expect(done).toMatchObject({ exitCode: 0, printed: `migrated: ${counts}; every suppression is stored in the new form` })
    expect((await rows()).map(({ addressHash }) => String(addressHash)).filter((key) => /^[0-9a-f]{64}$/.test(key))).toEqual([])
    expect((await care('migrate', 'suppressions')).printed).toBe(
      'migrated: 0 suppressions, soft bounces of 0 addresses; every suppression is stored in the new form',
    )
  })

  test('refuses the secret of another deployment once anything was suppressed under the first, and a dry run tells the two apart', async () => {
    const { care, otherKey, place, placeIn, rows } = await account()
    const { list } = await place.suppressions()
    await list.add({
      contactKey: `phone:${'0'.repeat(64)}`,
      kind: 'phone',
      reason: 'legal',
      at: AT,
      evidence: 'erased on request',
    })
    const written = await rows()
    expect(written).toHaveLength(4)
    laterBy(60)
    for (const args of [[], ['--dry-run']])
      await expect(runCare(placeIn(otherKey), ['migrate', 'suppressions', ...args])).rejects.toThrow(SuppressionKeyError)
    expect(await rows()).toEqual(written)
    expect(await care('migrate', 'suppressions', '--dry-run')).toMatchObject({ exitCode: 0 })
    expect(await care('migrate', 'suppressions')).toMatchObject({ exitCode: 0 })
  })

  test('finds suppressions that were brought back from before the migration, and says that it had run', async () => {
    const { bringBack, care, place } = await account()
    laterBy(60)
    await care('migrate', 'suppressions')
    await bringBack(LAN_BEFORE)
    expect((await care('migrate', 'suppressions')).printed).toBe(
      'migrated: 1 suppressions, soft bounces of 0 addresses; every suppression is stored in the new form; the table was migrated before: these came under plain hashes since then',
    )
    const { list } = await place.suppressions()
    expect((await list.among([`email:${LAN_BEFORE.addressHash}`])).size).toBe(1)
  })

  test('is out of reach without the key', async () => {
    const { environment, placeIn } = await account()
    const { SUPPRESSION_SECRET_ARN: _, ...without } = environment
    await expect(runCare(placeIn(without), ['migrate', 'suppressions'])).rejects.toThrow(
      'bad or missing environment variables: SUPPRESSION_SECRET_ARN',
    )
  })
})

describe('a rehearsal of what is stored', () => {
  const DAY = ['--from', '2027-09-02', '--to', '2027-09-02']

  async function rehearsable() {
    const at = await account()
    const { customers } = await at.place.stores()
    await customers.put(['lan', 'hoa', 'fine'].map((name) => aCustomer({ customerId: name, email: `${name}@example.com` })))
    const campaigns = campaignFolder({ 'national-day.json': { ...readProjectJson('national-day.json'), limits: {} } })
    const rehearse = async (place: ReturnType<typeof placeToWork>) => {
      const out = scratchFolder()
      const run = await runCare(place, ['rehearse', '--campaigns', campaigns, ...DAY, '--out', out])
      return { ...run, summary: JSON.parse(textIn(out, 'summary.json')) }
    }
    return { ...at, rehearse }
  }

  test('skips suppressed addresses where it may read the key, before the migration as well', async () => {
    const { place, rehearse } = await rehearsable()
    const { printed, summary } = await rehearse(place)
    expect(printed).toContain('national-day: audience 3, sent 1, skipped 2')
    expect(printed).not.toContain('told apart')
    expect(summary).not.toHaveProperty('suppressionsUnread')
  })

  test('goes on where it may not, and says by how many the numbers are too high at most', async () => {
    const { environment, placeIn, rehearse } = await rehearsable()
    const { SUPPRESSION_SECRET_ARN: _, ...without } = environment
    for (const [variables, because] of [
      [without, 'bad or missing environment variables: SUPPRESSION_SECRET_ARN'],
      [
        { ...environment, AWS_ENDPOINT_URL_SECRETS_MANAGER: await refusing() },
        `no permission to read ${environment.SUPPRESSION_SECRET_ARN}`,
      ],
    ] as const) {
      const { exitCode, printed, summary } = await rehearse(placeIn(variables))
      expect(exitCode).toBe(0)
      expect(printed.split('\n')[0]).toBe(
        `2 suppressed addresses and numbers could not be told apart (${because}): nobody is skipped as suppressed here, so the people written to on one occasion are at most 2 too many`,
      )
      expect(printed).toContain('national-day: audience 3, sent 3, skipped 0')
      expect(summary).toMatchObject({ customers: 3, suppressionsUnread: { count: 2, because } })
    }
  })

  test('stops where the key is gone: that is no missing right', async () => {
    const { environment, placeIn, rehearse } = await rehearsable()
    const astray = { ...environment, SUPPRESSION_SECRET_ARN: `${environment.SUPPRESSION_SECRET_ARN}-gone` }
    await expect(rehearse(placeIn(astray))).rejects.toThrow("can't find the specified secret")
  })
})

/** A Secrets Manager that permits nothing. */
async function refusing(): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify({ __type: 'AccessDeniedException', Message: 'not authorized' }))
  })
  const { endpoint, stop } = await listenOnLoopback(server, 0)
  onTestFinished(stop)
  return endpoint
}
