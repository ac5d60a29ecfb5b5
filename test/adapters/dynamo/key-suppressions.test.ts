/** Suppressions as the version before stored them: they stop mails before, during and after the migration, on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contactKey, SuppressionKeyError, suppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { countSuppressions } from '#adapters/dynamo/count-suppressions.ts'
import { keySuppressions } from '#adapters/dynamo/key-suppressions.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { dynamoSuppressionList } from '#adapters/dynamo/suppression-list.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { TEST_KEYS, withKeys } from '#test/support/suppression-keys.ts'
import { put, rowsIn, watched } from '#test/support/suppression-table.ts'

const LAN = contactKey({ kind: 'email', value: 'Lan@example.com ' })
const HOA = contactKey({ kind: 'email', value: 'hoa@example.com' })
const MINH = contactKey({ kind: 'email', value: 'minh@example.com' })
const CLEAN = contactKey({ kind: 'email', value: 'clean@example.com' })

/** Written out: what the version before wrote for lan@, hoa@ and minh@example.com. The second of them cannot be read. */
const LAN_BEFORE = '73a6c858deff3ab5702ea7c38b0031b91e385ea9bf8ec3353eaead0199ccfb14'
const ROWS_BEFORE: readonly Row[] = [
  { addressHash: LAN_BEFORE, reason: 'legal', at: '2026-05-02T03:00:00.000Z', evidence: 'erased on request' },
  { addressHash: 'fb106e80a176e21e5440abd2599dcf1be57ee3625dd07021bbfc3c5123ea05e2', reason: 'whim', note: 'odd' },
  {
    addressHash: 'soft#433ea250d519dfd6fb04c61ac7995a5b088c673151b3ab62305137d72eba6fed',
    bounces: '{"m-1":"2026-11-01T02:00:00.000Z","m-2":"2026-11-08T02:00:00.000Z"}',
  },
]
const LAN_NOW = {
  contactKey: LAN,
  kind: 'email',
  reason: 'legal',
  at: '2026-05-02T03:00:00.000Z',
  evidence: 'erased on request',
} as const
const AT = '2026-12-01T02:00:00.000Z'
const SINCE = '2026-10-01T00:00:00.000Z'

const isWrite = (command: string) => command === 'PutItemCommand' || command === 'DeleteItemCommand'

/** Both suppressed addresses are refused by a sender that starts at this moment. */
async function expectStops(table: DynamoTable): Promise<void> {
  const found = await dynamoSuppressionList(withKeys(table)).among([LAN, HOA, MINH, CLEAN])
  expect(found).toEqual(
    new Map<string, unknown>([
      [LAN, LAN_NOW],
      [HOA, 'unreadable'],
    ]),
  )
}

const binary = dynoxideBinary()
describe.each([
  ['dynalite', startDynalite, true],
  ['dynoxide', () => startDynoxide(binary ?? ''), binary !== undefined],
] as const)('suppressions of the version before, on %s', (_, start, isThere) => {
  if (!isThere) return
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.stop())

  const tableBefore = async () => {
    const table = await freshTable(engine.client, 'suppressions')
    for (const row of ROWS_BEFORE) await put(table, row)
    return table
  }
  const migrate = (table: DynamoTable) => keySuppressions(withKeys(table), { at: AT })

  test('stop mails before the migration, and after it, when no plain hash is left', async () => {
    const table = await tableBefore()
    await expectStops(table)
    expect(await keySuppressions(withKeys(table), { at: AT, dryRun: true })).toEqual({
      suppressions: 2,
      unreadable: 1,
      softBounces: 1,
      wasKeyed: false,
    })
    expect(await rowsIn(table)).toHaveLength(3)
    expect(await migrate(table)).toEqual({ suppressions: 2, unreadable: 1, softBounces: 1, wasKeyed: false })
    await expectStops(table)
    const rows = await rowsIn(table)
    expect(rows.map(({ addressHash }) => String(addressHash).replace(/[^#]*$/, '')).toSorted()).toEqual([
      '#',
      'email#',
      'email#',
      'soft#email#',
    ])
    expect(JSON.stringify(rows)).not.toMatch(/[0-9a-f]{64}/)
    expect(rows).toContainEqual({ addressHash: TEST_KEYS.rowKey(HOA), reason: 'whim', note: 'odd', kind: 'email' })
    expect(await migrate(table)).toEqual({ suppressions: 0, unreadable: 0, softBounces: 0, wasKeyed: true })
    expect(await rowsIn(table)).toHaveLength(4)
    expect(await countSuppressions(table)).toBe(2)
  })

  test('stop mails after every single write of a migration that stops there, and of the next that ends it', async () => {
    for (let writes = 0; ; writes++) {
      const table = await tableBefore()
      let begun = 0
      const breaking = watched(table, async (command, when) => {
        if (isWrite(command) && when === 'before' && begun++ >= writes) throw new Error('the power went')
      })
      const ended = await keySuppressions(breaking, { at: AT }).then(
        () => 'ended',
        (error: Error) => error.message,
      )
      breaking.client.destroy()
      await expectStops(table)
      const finishing = watched(table, async (command) => {
        if (isWrite(command)) await expectStops(table)
      })
      await keySuppressions(finishing, { at: AT })
      finishing.client.destroy()
      await expectStops(table)
      const bounce = { contactKey: MINH, providerId: 'm-3', at: AT, since: SINCE }
      expect(await dynamoSuppressionList(withKeys(table)).noteSoftBounce(bounce)).toBe(3)
      if (ended === 'ended') {
        // The key's fingerprint, two writes for each of the three rows, and the mark.
        expect(writes).toBe(8)
        break
      }
      expect(ended).toBe('the power went')
    }
  })

  test('are missed by no sender whose reading a whole migration comes between', async () => {
    for (const moment of [0, 1, 2, 3, 4, 5]) {
      const table = await tableBefore()
      let calls = 0
      const sender = watched(table, async () => {
        if (calls++ === moment) await migrate(table)
      })
      const found = await dynamoSuppressionList(sender).among([LAN, HOA, CLEAN])
      sender.client.destroy()
      expect([...found.keys()].toSorted()).toEqual([LAN, HOA].toSorted())
    }
  })

  test('keep the first reason beside one that comes meanwhile, whichever row it is in', async () => {
    const table = await tableBefore()
    const list = dynamoSuppressionList(withKeys(table))
    await list.add({ ...LAN_NOW, reason: 'complaint', at: AT, evidence: 'm-9' })
    await list.add({ ...LAN_NOW, contactKey: MINH, reason: 'complaint', at: AT, evidence: 'm-9' })
    await expect(list.among([LAN])).resolves.toEqual(new Map([[LAN, LAN_NOW]]))
    await migrate(table)
    expect(await list.among([LAN, MINH])).toEqual(
      new Map<string, unknown>([
        [LAN, LAN_NOW],
        [MINH, { ...LAN_NOW, contactKey: MINH, reason: 'complaint', at: AT, evidence: 'm-9' }],
      ]),
    )
  })

  test('written after the walk by a function of the version before are found by the next', async () => {
    const table = await tableBefore()
    await migrate(table)
    const { addressHash, ...why } = ROWS_BEFORE[0]!
    const late = { addressHash: '433ea250d519dfd6fb04c61ac7995a5b088c673151b3ab62305137d72eba6fed', ...why }
    await put(table, late)
    expect(await migrate(table)).toMatchObject({ suppressions: 1, wasKeyed: true })
    expect((await dynamoSuppressionList(withKeys(table)).among([MINH])).size).toBe(1)
    expect(addressHash).toBe(LAN_BEFORE)
  })

  test('cost two looks while the table is not marked, and then one key each as ever', async () => {
    const table = await tableBefore()
    const calls: string[] = []
    const sender = watched(table, async (command, when) => {
      if (when === 'before') calls.push(command)
    })
    const list = dynamoSuppressionList(sender)
    await list.among([LAN, CLEAN])
    expect(calls.splice(0)).toEqual(['GetItemCommand', 'BatchGetItemCommand', 'BatchGetItemCommand'])
    await migrate(table)
    await list.among([LAN, CLEAN])
    expect(calls.splice(0)).toEqual(['GetItemCommand', 'BatchGetItemCommand'])
    await list.among([LAN, CLEAN])
    await list.among([])
    expect(calls.splice(0)).toEqual(['BatchGetItemCommand'])
    sender.client.destroy()
  })

  test('are not taken for free under another key: every look and every write fails', async () => {
    const table = await tableBefore()
    await migrate(table)
    const other = suppressionKeys({ secret: 'another key than the one before, long enough' })
    const astray = { ...table, keys: async () => other }
    const list = dynamoSuppressionList(astray)
    const bounce = { contactKey: LAN, providerId: 'm-1', at: AT, since: SINCE }
    for (const call of [
      () => list.among([LAN]),
      () => list.add(LAN_NOW),
      () => list.noteSoftBounce(bounce),
      () => list.forgetSoftBounces(LAN),
      () => keySuppressions(astray, { at: AT }),
    ])
      await expect(call()).rejects.toThrow(SuppressionKeyError)
    await expectStops(table)
  })

  test('soft bounces of the version before are counted with the new ones, before and after', async () => {
    const table = await tableBefore()
    const list = dynamoSuppressionList(withKeys(table))
    const note = (providerId: string) => list.noteSoftBounce({ contactKey: MINH, providerId, at: AT, since: SINCE })
    expect([await note('m-2'), await note('m-3')]).toEqual([2, 3])
    await migrate(table)
    expect(await note('m-4')).toBe(4)
  })
})
