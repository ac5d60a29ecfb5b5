/**
 * Soft bounces that the version before counted: a migration that runs twice at once, or loses an answer, keeps them, and an erasure at any moment ends
 * them for good.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contactKey } from '#adapters/crypto/contact-keys.ts'
import { keySuppressions } from '#adapters/dynamo/key-suppressions.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { dynamoSuppressionList } from '#adapters/dynamo/suppression-list.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { withKeys } from '#test/support/suppression-keys.ts'
import { put, rowsIn, watched } from '#test/support/suppression-table.ts'

const MINH = contactKey({ kind: 'email', value: 'minh@example.com' })
const MINH_BEFORE = '433ea250d519dfd6fb04c61ac7995a5b088c673151b3ab62305137d72eba6fed'
/** As the version before wrote it for minh@example.com. */
const BOUNCES_BEFORE = {
  addressHash: `soft#${MINH_BEFORE}`,
  bounces: '{"m-1":"2026-11-01T02:00:00.000Z","m-2":"2026-11-08T02:00:00.000Z"}',
}
const AT = '2026-12-01T02:00:00.000Z'
const ERASED = { contactKey: MINH, kind: 'email', reason: 'legal', at: AT, evidence: 'erased on request' } as const
const BOUNCE = { contactKey: MINH, providerId: 'm-3', at: AT, since: '2026-10-01T00:00:00.000Z' }

const binary = dynoxideBinary()
describe.each([
  ['dynalite', startDynalite, true],
  ['dynoxide', () => startDynoxide(binary ?? ''), binary !== undefined],
] as const)('soft bounces of the version before, on %s', (_, start, isThere) => {
  if (!isThere) return
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.stop())

  const tableBefore = async () => {
    const table = await freshTable(engine.client, 'suppressions')
    await put(table, BOUNCES_BEFORE)
    return table
  }
  const migrate = (table: DynamoTable) => keySuppressions(withKeys(table), { at: AT })
  const note = (table: DynamoTable) => dynamoSuppressionList(withKeys(table)).noteSoftBounce(BOUNCE)
  /** As an erasure does it. */
  const erase = async (table: DynamoTable) => {
    const list = dynamoSuppressionList(withKeys(table))
    await list.add(ERASED)
    await list.forgetSoftBounces(MINH)
  }
  const bounceRows = async (table: DynamoTable) => (await rowsIn(table)).filter(({ bounces }) => bounces !== undefined)

  /** Runs `act` through a table in which `meanwhile` happens once at each of its moments in turn, on a fresh table each time, and then looks. */
  async function atEachMoment({ act, meanwhile, look }: Readonly<Record<'act' | 'meanwhile' | 'look', Act>>): Promise<void> {
    let moments = Number.POSITIVE_INFINITY
    for (let moment = 0; moment < moments; moment++) {
      const table = await tableBefore()
      let passed = 0
      const interrupted = watched(table, async () => {
        if (passed++ === moment) await meanwhile(table)
      })
      await act(interrupted)
      interrupted.client.destroy()
      await look(table)
      moments = passed
    }
    expect(moments).toBeGreaterThan(4)
  }
  type Act = (table: DynamoTable) => Promise<unknown>

  test('outlast a migration that a whole other one comes between, at each of its moments', async () => {
    await atEachMoment({ act: migrate, meanwhile: migrate, look: async (table) => expect(await note(table)).toBe(3) })
  })

  test('outlast a migration whose answers are lost, so that each delete is sent twice', async () => {
    const table = await tableBefore()
    const { endpoint, region, credentials } = table.client.config
    const client = new DynamoDBClient({ ...(endpoint && { endpoint }), region, credentials, maxAttempts: 2 })
    let lost = 0
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const answer = await next(args)
        if (context.commandName === 'DeleteItemCommand' && lost++ === 0)
          throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' })
        return answer
      },
      { step: 'finalizeRequest', priority: 'low', name: 'losing' },
    )
    await migrate({ ...table, client })
    client.destroy()
    expect(lost).toBe(2)
    expect(await note(table)).toBe(3)
  })

  test('are all counted with a new one that a migration comes between, and afterwards', async () => {
    await atEachMoment({
      act: async (table) => expect(await note(table)).toBe(3),
      meanwhile: migrate,
      look: async (table) => expect(await note(table)).toBe(3),
    })
  })

  test('end with an erasure at each moment of a migration', async () => {
    await atEachMoment({ act: migrate, meanwhile: erase, look: async (table) => expect(await bounceRows(table)).toEqual([]) })
  })

  test('end with the erasure of an address that was suppressed for another reason before', async () => {
    await atEachMoment({
      act: async (table) => {
        await dynamoSuppressionList(withKeys(table)).add({ ...ERASED, reason: 'complaint' })
        await migrate(table)
      },
      meanwhile: erase,
      look: async (table) => expect(await bounceRows(table)).toEqual([]),
    })
  })

  test('do not come back under the new name with a bounce that an erasure comes between', async () => {
    await atEachMoment({
      act: note,
      meanwhile: erase,
      look: async (table) => {
        await migrate(table)
        expect(JSON.stringify(await bounceRows(table))).not.toMatch(/m-[12]/)
      },
    })
  })

  test('that were written late end with an erasure by a process that has seen the mark, or with the next migration', async () => {
    const table = await tableBefore()
    await migrate(table)
    const list = dynamoSuppressionList(withKeys(table))
    expect(await list.noteSoftBounce(BOUNCE)).toBe(3)
    await put(table, BOUNCES_BEFORE)
    await list.add(ERASED)
    await list.forgetSoftBounces(MINH)
    expect(await bounceRows(table)).toEqual([])
    await put(table, BOUNCES_BEFORE)
    expect(await migrate(table)).toMatchObject({ softBounces: 1, wasKeyed: true })
    expect(await bounceRows(table)).toEqual([])
  })
})
