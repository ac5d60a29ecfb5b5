/** What a search costs does not depend on how many customers there are: each is one query of one page. By DynamoDB's own figure, on the native engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dynamoCustomerFinder } from '#adapters/dynamo/customer-finder.ts'
import { dynamoCustomerStore } from '#adapters/dynamo/customer-store.ts'
import { markOrdered } from '#adapters/dynamo/finder-mark.ts'
import { finderRow } from '#adapters/dynamo/finder-rows.ts'
import { putRows } from '#adapters/dynamo/write-rows.ts'
import { findPeople } from '#app/person/find-people.ts'
import type { FoundBy } from '#app/ports/customers.ts'
import { aCustomer } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, freshTable, startDynoxide } from '#test/support/dynamo-engines.ts'
import { billing } from '../../../bench/aws-bill.ts'

const LIMIT = 51
const FEW = 200
const MANY = 3_000

const binary = dynoxideBinary()
describe.runIf(binary !== undefined)('a search among customers who are all called alike', () => {
  let engine: Engine
  let bills: ReturnType<typeof billing>
  beforeAll(async () => {
    engine = await startDynoxide(binary ?? '')
    bills = billing(engine.client)
  })
  afterAll(() => engine.stop())

  async function searched(people: number) {
    const [finder, customers] = [await freshTable(engine.client, 'finder'), await freshTable(engine.client, 'customers')]
    const rows = Array.from({ length: people }, (_, number) =>
      finderRow(
        aCustomer({
          customerId: `KH${String(number).padStart(7, '0')}`,
          fullName: 'Nguyễn Thị Lan',
          familyName: 'Nguyễn',
          givenName: 'Lan',
          phone: '+84912345678',
        }),
      ),
    )
    await putRows(finder, rows)
    const search = dynamoCustomerFinder({ finder, customers, addressHash: (address) => address })
    return async (by: FoundBy, text: string) => {
      const bill = bills.on(`${people} ${by}`)
      const first = await search.find({ by, text, limit: LIMIT })
      const second = await search.find({ by, text, limit: LIMIT, after: first.at(-1)?.place })
      expect([first.length, second.length]).toEqual([LIMIT, LIMIT])
      return { calls: bill.calls, units: bill.readUnits }
    }
  }

  test('two pages of a name or number are two queries and at most three read units, whether few or many are found', async () => {
    const few = await searched(FEW)
    const many = await searched(MANY)
    for (const [by, text] of [
      ['given-name', 'lan'],
      ['full-name', 'ng'],
      ['phone', '+84912345678'],
    ] as const) {
      const cost = await many(by, text)
      expect(cost).toEqual(await few(by, text))
      expect(cost.calls).toEqual({ Query: 2 })
      expect(cost.units).toBeGreaterThan(0)
      expect(cost.units).toBeLessThanOrEqual(3)
    }
  })

  test('a whole page is its queries and one profile for each customer shown', async () => {
    const [finder, table] = [await freshTable(engine.client, 'finder'), await freshTable(engine.client, 'customers')]
    const addressHash = (address: string) => address
    const customers = dynamoCustomerStore({ ...table, finderTable: finder.tableName, addressHash })
    const fullName = 'Nguyễn Thị Lan'
    await customers.put(Array.from({ length: 120 }, (_, number) => aCustomer({ customerId: `KH${number}`, fullName })))
    const ports = { customers, finder: dynamoCustomerFinder({ finder, customers: table, addressHash }) }
    const bill = bills.on('a whole page')
    const found = await findPeople(ports, { text: 'nguyễn thị', country: 'VN', after: undefined, limit: 50 })
    expect('people' in found && found.people.length).toBe(50)
    expect(bill.calls).toEqual({ Query: 2, BatchGetItem: 1 })
    expect(bill.readUnits).toBeGreaterThan(50)
    expect(bill.readUnits).toBeLessThanOrEqual(53)
  })
  test('a page of all customers in the order of names is eight queries of half a unit each, whether there are few or many', async () => {
    for (const people of [FEW, MANY]) {
      const [finder, customers] = [await freshTable(engine.client, 'finder'), await freshTable(engine.client, 'customers')]
      const given = ['Lan', 'Hoa', 'An', 'Yến']
      await putRows(
        finder,
        Array.from({ length: people }, (_, number) => {
          const fullName = `Nguyễn Thị ${given[number % given.length]}`
          return finderRow(aCustomer({ customerId: `KH${String(number).padStart(7, '0')}`, fullName, givenName: null }))
        }),
      )
      await markOrdered(finder)
      const search = dynamoCustomerFinder({ finder, customers, addressHash: (address) => address })
      const bill = bills.on(`all of ${people}`)
      const first = await search.inNameOrder({ limit: LIMIT })
      const second = await search.inNameOrder({ limit: LIMIT, after: first?.at(-1)?.place })
      expect([first?.length, second?.length]).toEqual([LIMIT, LIMIT])
      // The mark is read with each page.
      expect(bill.calls).toEqual({ GetItem: 2, Query: 16 })
      expect(bill.readUnits).toBe(10)
    }
  })
})
