/** Customers of the version before are made findable, whatever else happens at the same time, on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dynamoCustomerFinder } from '#adapters/dynamo/customer-finder.ts'
import { dynamoCustomerStore } from '#adapters/dynamo/customer-store.ts'
import { fillFinder } from '#adapters/dynamo/fill-finder.ts'
import { finderKey, finderRow } from '#adapters/dynamo/finder-rows.ts'
import { dynamoPersonRows } from '#adapters/dynamo/person-rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import { readableHash } from '#test/contract/every-store.contract.ts'
import { aCustomer } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { rowsIn } from '#test/support/suppression-table.ts'

const LAN = aCustomer({ customerId: 'KH1', fullName: 'Nguyễn Thị Lan', givenName: 'Lan' })
const HOA = aCustomer({ customerId: 'KH2', fullName: 'Trần Thị Hoa', givenName: 'Hoa' })

const binary = dynoxideBinary()
describe.each([
  ['dynalite', startDynalite, true],
  ['dynoxide', () => startDynoxide(binary ?? ''), binary !== undefined],
] as const)('filling the finder, on %s', (_, start, isThere) => {
  if (!isThere) return
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.stop())

  /** Customers as the version before stored them: with a profile, and without keys in the finder. */
  async function storedBefore() {
    const { client } = engine
    const [customersTable, finder] = [await freshTable(client, 'customers'), await freshTable(client, 'finder')]
    const customers = dynamoCustomerStore({ ...customersTable, finderTable: finder.tableName, addressHash: readableHash })
    await customers.put([LAN, HOA])
    for (const { customerId } of [LAN, HOA]) await deleteRow(finder, finderKey(customerId))
    const search = dynamoCustomerFinder({ finder, customers: customersTable, addressHash: readableHash })
    const called = async (text: string) =>
      (await search.find({ by: 'given-name', text, limit: 10 })).map(({ customerId }) => customerId)
    const rows = dynamoPersonRows({ client, tables: { customers: customersTable.tableName, finder: finder.tableName } })
    /** In the order of an erasure: the profile as it was seen, then what stands under the customer's id. */
    const erase = async (customerId: string) => {
      const person = await customers.get(customerId)
      if (person) await customers.remove(person.customer)
      await rows.remove(customerId)
    }
    return { customers, finder, called, erase }
  }

  test('finds nobody before, everybody after, and has nothing left to do then', async () => {
    const { customers, finder, called } = await storedBefore()
    expect(await called('lan')).toEqual([])
    expect(await fillFinder({ customers, finder }, { dryRun: true })).toEqual({ customers: 2, written: 2 })
    expect(await called('lan')).toEqual([])
    expect(await fillFinder({ customers, finder })).toEqual({ customers: 2, written: 2 })
    expect([await called('lan'), await called('hoa')]).toEqual([['KH1'], ['KH2']])
    expect(await fillFinder({ customers, finder })).toEqual({ customers: 2, written: 0 })
  })

  test('brings customers whose keys were stored before there was an order of names into it, and stopped before the end does not say so', async () => {
    const { client } = engine
    const [customersTable, finder] = [await freshTable(client, 'customers'), await freshTable(client, 'finder')]
    const customers = dynamoCustomerStore({ ...customersTable, finderTable: finder.tableName, addressHash: readableHash })
    await customers.put([LAN, HOA])
    await deleteRow(finder, finderKey('#ordered'))
    for (const customer of [LAN, HOA]) {
      const { orderKey: _, orderPlace: __, ...before } = finderRow(customer)
      await putRow(finder, before)
    }
    const search = dynamoCustomerFinder({ finder, customers: customersTable, addressHash: readableHash })
    const listed = async () => (await search.inNameOrder({ limit: 10 }))?.map(({ customerId }) => customerId)
    // Another import does not take the company for a new one.
    const later = dynamoCustomerStore({ ...customersTable, finderTable: finder.tableName, addressHash: readableHash })
    await later.put([aCustomer({ customerId: 'KH3', fullName: 'Lê Văn An', givenName: 'An' })])
    expect(await listed()).toBeUndefined()

    const stopped: Pick<CustomerStore, 'inPartitions' | 'getMany'> = {
      getMany: customers.getMany,
      inPartitions: async function* (range) {
        yield* customers.inPartitions(range)
        throw new Error('stopped')
      },
    }
    await expect(fillFinder({ customers: stopped, finder })).rejects.toThrow('stopped')
    expect(await listed()).toBeUndefined()
    expect(await fillFinder({ customers, finder }, { dryRun: true })).toEqual({ customers: 3, written: 0 })
    expect(await listed()).toBeUndefined()
    expect(await fillFinder({ customers, finder })).toEqual({ customers: 3, written: 0 })
    expect(await listed()).toEqual(['KH3', 'KH2', 'KH1'])
  })

  test('mends keys of another profile, which two writers at the same moment can leave', async () => {
    const { customers, finder, called } = await storedBefore()
    await fillFinder({ customers, finder })
    const other = dynamoCustomerStore({
      ...(await freshTable(engine.client, 'customers')),
      finderTable: finder.tableName,
      addressHash: readableHash,
    })
    await other.put([{ ...LAN, fullName: 'Nguyễn Thị Mai', givenName: 'Mai' }])
    expect(await called('mai')).toEqual(['KH1'])
    expect(await fillFinder({ customers, finder })).toEqual({ customers: 2, written: 1 })
    expect([await called('mai'), await called('lan')]).toEqual([[], ['KH1']])
  })

  test.each(['before its first read of the profile', 'after it'])(
    'leaves no keys of a customer who is erased %s',
    async (when) => {
      const { customers, finder, erase } = await storedBefore()
      let reads = 0
      const watched: Pick<CustomerStore, 'inPartitions' | 'getMany'> = {
        inPartitions: customers.inPartitions,
        getMany: async (ids) => {
          const first = reads++ === 0
          if (first && when !== 'after it') await erase('KH1')
          const people = await customers.getMany(ids)
          if (first && when === 'after it') await erase('KH1')
          return people
        },
      }
      await fillFinder({ customers: watched, finder })
      const left = (await rowsIn(finder)).map(({ customerId }) => customerId).filter((id) => id !== '#ordered')
      expect(left).toEqual(['KH2'])
    },
  )
})
