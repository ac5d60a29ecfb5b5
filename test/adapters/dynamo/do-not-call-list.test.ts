/** A do-not-call list comes into force as a whole or not at all, wherever its import breaks off and whatever else is done at the same moment. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contactKey, SuppressionKeyError, suppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { countSuppressions } from '#adapters/dynamo/count-suppressions.ts'
import { doNotCallInForce, dynamoDoNotCallList } from '#adapters/dynamo/do-not-call-list.ts'
import { keySuppressions } from '#adapters/dynamo/key-suppressions.ts'
import { dynamoSuppressionList } from '#adapters/dynamo/suppression-list.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { withKeys } from '#test/support/suppression-keys.ts'
import { rowsIn, watched } from '#test/support/suppression-table.ts'

const AT = '2027-02-01T02:00:00.000Z'
const number = (end: string) => contactKey({ kind: 'phone', value: `+8491234567${end}` })
const [LAN, HOA, MINH] = [number('1'), number('2'), number('3')]
const ALL = [LAN, HOA, MINH]
const FIRST = { asOf: '2027-02-01', contactKeys: new Set([LAN, HOA]), at: AT }
const SECOND = { asOf: '2027-02-08', contactKeys: new Set([HOA, MINH]), at: AT }
const isWrite = (command: string) => /^(Put|Update|Delete|BatchWrite)Item/.test(command)

const binary = dynoxideBinary()
describe.each([
  ['dynalite', startDynalite, true],
  ['dynoxide', () => startDynoxide(binary ?? ''), binary !== undefined],
] as const)('a do-not-call list, on %s', (_, start, isThere) => {
  if (!isThere) return
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.stop())

  const aTable = async () => {
    const table = withKeys(await freshTable(engine.client, 'suppressions'))
    return { table, list: dynamoDoNotCallList(table) }
  }

  test('holds no number that could be tried out, and neither counts as a suppression nor is moved as one', async () => {
    const { table, list } = await aTable()
    await list.replace(FIRST)
    const rows = JSON.stringify(await rowsIn(table))
    expect(rows).not.toMatch(/[0-9a-f]{64}|8491234567/)
    expect(await countSuppressions(table)).toBe(0)
    expect(await dynamoSuppressionList(table).among(ALL)).toEqual(new Map())
    expect(await keySuppressions(table, { at: AT })).toMatchObject({ suppressions: 0, softBounces: 0 })
    expect(await list.among(ALL)).toEqual(new Set([LAN, HOA]))
  })

  test('an import that breaks off at any write leaves the list before in force, and the next one ends it', async () => {
    for (let writes = 0; ; writes++) {
      const { table, list } = await aTable()
      await list.replace(FIRST)
      let begun = 0
      const breaking = watched(table, async (command, when) => {
        if (isWrite(command) && when === 'before' && begun++ >= writes) throw new Error('the power went')
      })
      const ended = await dynamoDoNotCallList(breaking)
        .replace(SECOND)
        .then(
          () => 'ended',
          () => 'broke off',
        )
      breaking.client.destroy()
      const { asOf } = (await list.inForce()) ?? {}
      expect(await list.among(ALL)).toEqual(asOf === SECOND.asOf ? SECOND.contactKeys : FIRST.contactKeys)
      await list.replace(SECOND)
      expect(await list.among(ALL)).toEqual(SECOND.contactKeys)
      // The two numbers, which list is in force, and whose key it is: nothing is left of what broke off.
      expect(await rowsIn(table)).toHaveLength(4)
      if (ended === 'ended') {
        // The begin, the numbers, the switch, and the rows of the list before.
        expect(writes).toBe(4)
        break
      }
    }
  })

  test('a reader finds one list or the other while they change, never neither', async () => {
    const { table, list } = await aTable()
    await list.replace(FIRST)
    let changed = false
    const reading = watched(table, async (command, when) => {
      if (command !== 'BatchGetItemCommand' || when !== 'before' || changed) return
      changed = true
      await list.replace(SECOND)
    })
    expect(await dynamoDoNotCallList(reading).among(ALL)).toEqual(SECOND.contactKeys)
    reading.client.destroy()
  })

  test('of two imports at once one is told that the other came first, and what is in force is whole', async () => {
    const { table, list } = await aTable()
    await list.replace(FIRST)
    let other: string | undefined
    const slow = watched(table, async (command, when) => {
      if (command !== 'BatchWriteItemCommand' || when !== 'after' || other !== undefined) return
      other = 'begun'
      other = await list.replace(SECOND)
    })
    const third = { asOf: '2027-02-09', contactKeys: new Set([LAN]), at: AT }
    expect([await dynamoDoNotCallList(slow).replace(third), other]).toEqual(['overtaken', 'replaced'])
    slow.client.destroy()
    expect(await list.among(ALL)).toEqual(SECOND.contactKeys)
    expect(await list.replace(third)).toBe('replaced')
    expect(await list.among(ALL)).toEqual(third.contactKeys)
  })

  test('under another key it is refused instead of found empty; which list is in force needs no key', async () => {
    const { table, list } = await aTable()
    await list.replace(FIRST)
    const other = dynamoDoNotCallList({
      ...table,
      keys: async () => suppressionKeys({ secret: 'the secret of another deployment, long enough' }),
    })
    await expect(other.among(ALL)).rejects.toThrow(SuppressionKeyError)
    await expect(other.replace(SECOND)).rejects.toThrow(SuppressionKeyError)
    expect(await doNotCallInForce(table)).toEqual({ asOf: FIRST.asOf, count: 2 })
  })
})
