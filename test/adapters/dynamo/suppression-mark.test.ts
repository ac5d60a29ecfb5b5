/**
 * The table of suppressions belongs to one key from its first row on, and until it is marked functions of the version before, which know plain hashes
 * alone, find what this one suppresses: while both run, and after a deployment that was rolled back.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contactKey, SuppressionKeyError, suppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { countSuppressions } from '#adapters/dynamo/count-suppressions.ts'
import { keySuppressions } from '#adapters/dynamo/key-suppressions.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { dynamoSuppressionList } from '#adapters/dynamo/suppression-list.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { TEST_KEYS, withKeys } from '#test/support/suppression-keys.ts'
import { put, rowsIn, watched } from '#test/support/suppression-table.ts'

const LAN = contactKey({ kind: 'email', value: 'lan@example.com' })
const LAN_PHONE = contactKey({ kind: 'phone', value: '+84912345678' })
/** Written out: where a function of the version before looks for lan@example.com. */
const LAN_BEFORE = '73a6c858deff3ab5702ea7c38b0031b91e385ea9bf8ec3353eaead0199ccfb14'
const AT = '2026-12-01T02:00:00.000Z'
const SINCE = '2026-10-01T00:00:00.000Z'
const COMPLAINT = { contactKey: LAN, kind: 'email', reason: 'complaint', at: AT, evidence: 'm-1' } as const
const ERASED_NUMBER = { ...COMPLAINT, contactKey: LAN_PHONE, kind: 'phone', reason: 'legal' } as const

/** The table under the secret that a second deployment made. */
const secondDeployment = (table: DynamoTable) => ({
  ...table,
  keys: async () => suppressionKeys({ secret: 'the secret of another deployment, long enough' }),
})
const byVersionBefore = (table: DynamoTable) => getRow(table, { addressHash: LAN_BEFORE })
const bounce = { contactKey: LAN, providerId: 'm-2', at: AT, since: SINCE }

const binary = dynoxideBinary()
describe.each([
  ['dynalite', startDynalite, true],
  ['dynoxide', () => startDynoxide(binary ?? ''), binary !== undefined],
] as const)('suppressions while two versions or two keys meet, on %s', (_, start, isThere) => {
  if (!isThere) return
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.stop())
  const fresh = () => freshTable(engine.client, 'suppressions')

  test('a new suppression is found by functions of the version before until the table is marked, and not written for them after', async () => {
    const table = await fresh()
    const list = dynamoSuppressionList(withKeys(table))
    await list.add(COMPLAINT)
    await list.add(ERASED_NUMBER)
    expect(await byVersionBefore(table)).toMatchObject({ reason: 'complaint', at: AT, evidence: 'm-1' })
    const names = (await rowsIn(table)).map(({ addressHash }) => addressHash)
    expect(names.toSorted()).toEqual(['#keyed', LAN_BEFORE, TEST_KEYS.rowKey(LAN), TEST_KEYS.rowKey(LAN_PHONE)].toSorted())
    expect(await countSuppressions(table)).toBe(2)

    expect(await keySuppressions(withKeys(table), { at: AT })).toMatchObject({ suppressions: 1, wasKeyed: false })
    const minh = contactKey({ kind: 'email', value: 'minh@example.com' })
    await list.add({ ...COMPLAINT, contactKey: minh })
    expect((await list.among([LAN, LAN_PHONE, minh])).size).toBe(3)
    expect(JSON.stringify(await rowsIn(table))).not.toMatch(/[0-9a-f]{64}/)
    expect(await countSuppressions(table)).toBe(3)
  })

  test('a suppression whose writing breaks off anywhere binds both versions from its first row on, or none; again, it binds both', async () => {
    for (let writes = 0; ; writes++) {
      const table = await fresh()
      let begun = 0
      const breaking = watched(table, async (command, when) => {
        if (command === 'PutItemCommand' && when === 'before' && begun++ >= writes) throw new Error('the power went')
      })
      const ended = await dynamoSuppressionList(breaking)
        .add(COMPLAINT)
        .then(
          () => true,
          () => false,
        )
      breaking.client.destroy()
      const list = dynamoSuppressionList(withKeys(table))
      const isFound = async () => [(await list.among([LAN])).size === 1, (await byVersionBefore(table)) !== undefined]
      expect(await isFound()).toEqual([writes >= 2, writes >= 2])
      await list.add(COMPLAINT)
      expect(await isFound()).toEqual([true, true])
      if (ended) {
        // The key's fingerprint, then both rows.
        expect(writes).toBe(3)
        break
      }
    }
  })

  test('the first reason stays, whichever name it stands under', async () => {
    const table = await fresh()
    const list = dynamoSuppressionList(withKeys(table))
    await list.add(COMPLAINT)
    // As a migration leaves it that breaks off.
    const unmarked = await fresh()
    for (const row of await rowsIn(table)) if (row.addressHash !== LAN_BEFORE) await put(unmarked, row)
    const other = dynamoSuppressionList(withKeys(unmarked))
    await other.add({ ...COMPLAINT, reason: 'hard-bounce', at: '2026-12-02T02:00:00.000Z' })
    expect(await other.among([LAN])).toEqual(new Map([[LAN, COMPLAINT]]))
    await keySuppressions(withKeys(unmarked), { at: AT })
    expect(await other.among([LAN])).toEqual(new Map([[LAN, COMPLAINT]]))
  })

  test('another key fails at every look and every write once one row was written under the first, unmarked or fresh', async () => {
    const firstWrites = [
      (table: DynamoTable) => dynamoSuppressionList(withKeys(table)).add(COMPLAINT),
      (table: DynamoTable) => dynamoSuppressionList(withKeys(table)).add(ERASED_NUMBER),
      (table: DynamoTable) => dynamoSuppressionList(withKeys(table)).noteSoftBounce(bounce),
    ]
    for (const write of firstWrites) {
      const table = await fresh()
      await write(table)
      const written = await rowsIn(table)
      const second = secondDeployment(table)
      const list = dynamoSuppressionList(second)
      for (const call of [
        () => list.among([LAN]),
        () => list.add(COMPLAINT),
        () => list.noteSoftBounce(bounce),
        () => list.forgetSoftBounces(LAN),
        () => keySuppressions(second, { at: AT, dryRun: true }),
        () => keySuppressions(second, { at: AT }),
      ])
        await expect(call()).rejects.toThrow(SuppressionKeyError)
      expect(await rowsIn(table)).toEqual(written)
    }
  })

  test('a migration that broke off binds the table to its key as well', async () => {
    const table = await fresh()
    await put(table, { addressHash: LAN_BEFORE, reason: 'legal', at: AT, evidence: 'erased on request' })
    let puts = 0
    const breaking = watched(table, async (command, when) => {
      if (command === 'PutItemCommand' && when === 'before' && puts++ === 2) throw new Error('the power went')
    })
    await expect(keySuppressions(breaking, { at: AT })).rejects.toThrow('the power went')
    breaking.client.destroy()
    await expect(dynamoSuppressionList(secondDeployment(table)).among([LAN])).rejects.toThrow(SuppressionKeyError)
    expect((await dynamoSuppressionList(withKeys(table)).among([LAN])).size).toBe(1)
  })

  test('of two deployments that write their first row at once one wins, and the other writes none', async () => {
    const table = await fresh()
    let isFirst = true
    const slow = watched(table, async (command, when) => {
      if (command !== 'PutItemCommand' || when !== 'before' || !isFirst) return
      isFirst = false
      await dynamoSuppressionList(secondDeployment(table)).add(COMPLAINT)
    })
    await expect(dynamoSuppressionList(slow).add(ERASED_NUMBER)).rejects.toThrow(SuppressionKeyError)
    slow.client.destroy()
    expect((await dynamoSuppressionList(secondDeployment(table)).among([LAN, LAN_PHONE])).size).toBe(1)
    expect(await rowsIn(table)).toHaveLength(3)
  })

  test('looking writes nothing, and costs no more once the mark was seen', async () => {
    const table = await fresh()
    const calls: string[] = []
    const counting = watched(table, async (command, when) => {
      if (when === 'before') calls.push(command.replace('Command', ''))
    })
    const list = dynamoSuppressionList(counting)
    await list.among([LAN])
    expect(calls.splice(0)).toEqual(['GetItem', 'BatchGetItem', 'BatchGetItem'])
    expect(await rowsIn(table)).toEqual([])
    await list.add(COMPLAINT)
    expect(calls.splice(0)).toEqual(['GetItem', 'PutItem', 'PutItem', 'PutItem'])
    await list.add(ERASED_NUMBER)
    expect(calls.splice(0)).toEqual(['GetItem', 'PutItem'])
    await keySuppressions(withKeys(table), { at: AT })
    await list.add(COMPLAINT)
    expect(calls.splice(0)).toEqual(['GetItem', 'PutItem'])
    await list.add(COMPLAINT)
    await list.among([LAN])
    expect(calls.splice(0)).toEqual(['PutItem', 'BatchGetItem'])
    counting.client.destroy()
  })
})
