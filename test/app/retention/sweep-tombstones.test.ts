import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deleteRow, updateRow } from '#adapters/dynamo/write-rows.ts'
import { erasePerson } from '#app/person/erase-person.ts'
import { sweepTombstones } from '#app/retention/sweep-tombstones.ts'
import { AT, heldPerson, LAN, NEIGHBOUR } from '#test/app/person/held-person.ts'
import { allFound } from '#test/support/all-pages.ts'
import { aBatch, aCustomer, aRecipient } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { storedTouch } from '#test/support/store-builders.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

const BIRTHDAY = 'birthday_2027-03-10'
const LATER = '2027-03-21T20:40:00.000Z'

type Held = Awaited<ReturnType<typeof heldPerson>>
const standing = async ({ ledgers }: Held) => (await ledgers.tombstones()).map(({ customerId }) => customerId)

/** As the version before left them: the id listed, the ledger's row marked, and no word on how far the erasure came. */
async function tombstoneOfBefore({ tables }: Held, customerId: string): Promise<void> {
  const touches = { client: engine.client, tableName: tables.touches }
  const key = { customerId: '#erased', item: customerId }
  await updateRow(touches, { key, setIfAbsent: { erasedAt: AT }, remove: ['erasure', 'finishedAt'] })
  const setIfAbsent = { c: '[]', erasedAt: AT }
  await updateRow(touches, { key: { customerId, item: 'ledger' }, setIfAbsent, add: { v: 1 } })
}

test('a list of calls that was made from what was read before the erasure names the customer no more', async () => {
  const ports = await heldPerson(engine)
  await erasePerson(ports, { customerId: LAN, as: 'erased-1', at: AT })
  const line = { workIds: ['call-1'], customerIds: [LAN], agent: null, isWorked: false, why: [] }
  const list = { team: 'Chăm sóc', date: '2027-03-20', version: 1, madeAt: AT, beyond: 0, lines: [line] }
  await ports.dayLists.put(list)
  expect(await sweepTombstones(ports, LATER)).toEqual({ tombstones: 1, finished: true })
  expect((await ports.dayLists.get(list))?.lines).toEqual([])
})

describe('a tombstone of the version before, which does not say how far its erasure came', () => {
  test('is read as such', async () => {
    const ports = await heldPerson(engine)
    await tombstoneOfBefore(ports, LAN)
    expect(await ports.ledgers.tombstones()).toEqual([{ customerId: LAN, erasedAt: AT, erasure: { state: 'unmarked' } }])
    expect(await ports.ledgers.getMany([LAN])).toMatchObject([{ erasedAt: AT }])
  })

  test('goes after a day, where neither a profile nor a contact is left', async () => {
    const ports = await heldPerson(engine)
    await tombstoneOfBefore(ports, LAN)
    const person = await ports.customers.get(LAN)
    if (person) await ports.customers.remove(person.customer)
    await ports.rows.remove(LAN)
    await ports.touches.record([storedTouch({ customerId: LAN, occurrenceId: BIRTHDAY })])
    expect(await sweepTombstones(ports, '2027-03-21T01:59:00.000Z')).toEqual({ tombstones: 0, finished: true })
    expect(await sweepTombstones(ports, LATER)).toEqual({ tombstones: 1, finished: true })
    expect([await standing(ports), await ports.touches.ofCustomer(LAN), ports.seen]).toEqual([[], [], []])
  })

  test.each<[string, (ports: Held) => Promise<unknown>]>([
    ['a profile and contacts', async () => {}],
    [
      'a profile alone, be it imported again',
      async (ports) => {
        await erasePerson(ports, { customerId: LAN, as: 'erased-1', at: AT })
        await ports.customers.put([aCustomer({ customerId: LAN })])
      },
    ],
    [
      'what was known without a profile',
      ({ tables }) => deleteRow({ client: engine.client, tableName: tables.customers }, { customerId: LAN }),
    ],
  ])('stays and rings where %s is left, and is finished by the next run of the command', async (_, leave) => {
    const ports = await heldPerson(engine)
    await leave(ports)
    await tombstoneOfBefore(ports, LAN)
    ports.seen.length = 0
    expect(await sweepTombstones(ports, LATER)).toEqual({ tombstones: 0, finished: true })
    expect([await standing(ports), ports.seen]).toEqual([[LAN], ['erasure.unfinished']])
    expect(await erasePerson(ports, { customerId: LAN, as: 'erased-2', at: LATER })).toMatchObject({ left: [], leftMails: [] })
    expect(await sweepTombstones(ports, '2027-03-22T20:40:00.000Z')).toEqual({ tombstones: 1, finished: true })
    expect(await allFound(ports.search.find([LAN]))).toEqual([])
  })
})

describe('one person’s trouble', () => {
  /** Both erased, and named once more by a planner that had read them before. */
  async function erased(): Promise<Held> {
    const ports = await heldPerson(engine)
    for (const customerId of [LAN, NEIGHBOUR]) await erasePerson(ports, { customerId, as: `erased-${customerId}`, at: AT })
    const recipients = [LAN, NEIGHBOUR].map((customerId) => aRecipient({ customerId }))
    await ports.occurrences.putBatch(aBatch({ occurrenceId: BIRTHDAY, batchId: '000.01.+0700', recipients }))
    ports.seen.length = 0
    return ports
  }

  test('keeps nobody else’s rows, is told, and is tried again in the next night', async () => {
    const ports = await erased()
    const rows = {
      remove: (customerId: string) =>
        customerId === LAN ? Promise.reject(new Error('the table is throttled')) : ports.rows.remove(customerId),
    }
    expect(await sweepTombstones({ ...ports, rows }, LATER)).toEqual({ tombstones: 1, finished: false })
    expect([await standing(ports), ports.seen]).toEqual([[LAN], ['erasure.broken']])
    expect(await sweepTombstones(ports, '2027-03-22T20:40:00.000Z')).toEqual({ tombstones: 1, finished: true })
    expect(await allFound(ports.search.find([LAN]))).toEqual([])
  })

  test('of a row that others keep changing rings nothing the first time', async () => {
    const ports = await erased()
    const occurrences = { ...ports.occurrences, putBatch: async () => 'lost' as const }
    expect(await sweepTombstones({ ...ports, occurrences }, LATER)).toEqual({ tombstones: 0, finished: false })
    expect([(await standing(ports)).toSorted(), ports.seen]).toEqual([
      [LAN, NEIGHBOUR],
      ['erasure.contended', 'erasure.contended'],
    ])
  })

  test('when the time is over, what is left is for the next night', async () => {
    const ports = await erased()
    let persons = 1
    expect(await sweepTombstones(ports, LATER, () => persons-- > 0)).toEqual({ tombstones: 1, finished: false })
    expect(await standing(ports)).toHaveLength(1)
    expect(await sweepTombstones(ports, LATER, () => false)).toEqual({ tombstones: 0, finished: false })
    expect(await sweepTombstones(ports, LATER)).toEqual({ tombstones: 1, finished: true })
    expect(await sweepTombstones(ports, LATER, () => false)).toEqual({ tombstones: 0, finished: true })
  })
})

test('a ledger that tells of contacts is never taken away, whatever its tombstone says', async () => {
  const ports = await heldPerson(engine)
  await ports.ledgers.leaveTombstone({ customerId: LAN, erasedAt: AT, as: 'erased-1' })
  await ports.ledgers.finishErasure({ customerId: LAN, run: 'erased-1', at: AT })
  await ports.ledgers.confirmErasure({ customerId: LAN, run: 'erased-1' })
  expect(await sweepTombstones(ports, LATER)).toEqual({ tombstones: 0, finished: true })
  expect(await ports.ledgers.getMany([LAN])).toMatchObject([{ contacts: [{ occurrenceId: BIRTHDAY }], erasedAt: AT }])
  expect([await standing(ports), ports.seen]).toEqual([[LAN], ['erasure.unfinished']])
})
