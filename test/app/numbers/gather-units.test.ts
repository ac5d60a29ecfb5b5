/** What a day costs follows what happened on it, and not how many customers there are: by DynamoDB's own figure, on the native engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { factNumbers } from '#adapters/crypto/fact-numbers.ts'
import { CHANGED_WORK, markDaysFilled, REDEEMED_VOUCHERS } from '#adapters/dynamo/filled-days.ts'
import type { TableName } from '#adapters/dynamo/table-definitions.ts'
import { gatherDays } from '#app/numbers/gather-days.ts'
import { stores } from '#functions/wiring/stores.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, freshTable, startDynoxide } from '#test/support/dynamo-engines.ts'
import {
  acceptedCampaign,
  storedBatch,
  storedCustomer,
  storedOccurrence,
  storedPurchase,
  storedResponse,
  storedTouch,
} from '#test/support/store-builders.ts'
import { openedAt, storedWork } from '#test/support/work-builders.ts'
import { billing } from '../../../bench/aws-bill.ts'

const DAY = '2027-02-06'
const NOW = '2027-02-06T21:00:00.000Z'
const SENT_AT = '2027-02-06T02:00:00.000Z'

const binary = dynoxideBinary()
describe.runIf(binary !== undefined)('the price of a day', () => {
  let engine: Engine
  let bills: ReturnType<typeof billing>
  beforeAll(async () => {
    engine = await startDynoxide(binary ?? '')
    bills = billing(engine.client)
  })
  afterAll(() => engine.stop())

  let reads = 0

  async function company(base: number) {
    const table = async (name: TableName) => (await freshTable(engine.client, name)).tableName
    const make = stores({ client: engine.client, addressHash: (address) => address })
    const [work, vouchers, numbers] = [await table('work'), await table('vouchers'), await table('numbers')]
    await markDaysFilled({ client: engine.client, tableName: work }, CHANGED_WORK)
    await markDaysFilled({ client: engine.client, tableName: vouchers }, REDEEMED_VOUCHERS)
    const ports = {
      occurrences: make.occurrences(await table('occurrences')),
      campaigns: make.campaigns(await table('campaigns')),
      touches: make.touches(await table('touches')),
      responses: make.responses(await table('responses')),
      replies: make.replies(await table('replies')),
      purchases: make.purchases(await table('purchases')),
      vouchers: make.vouchers(vouchers),
      work: make.work(work),
      hotlineCallers: make.hotlineCallers(numbers),
      customers: make.customers(await table('customers'), await table('finder')),
      numberOf: factNumbers({ secret: 'a key of the test, of at least thirty-two characters' }),
      companyRules: theCompanyRules(),
    }
    await ports.customers.put(Array.from({ length: base }, (_, n) => storedCustomer({ customerId: `c-${n}` })))
    await ports.campaigns.accept(acceptedCampaign({ id: 'tet', version: 3 }))
    const read = async () => {
      // Of each read a bill of its own.
      const bill = bills.on(`read ${++reads}`)
      const rows: number[] = []
      for await (const { facts } of gatherDays(ports, { days: [DAY], now: NOW })) rows.push(Object.values(facts).flat().length)
      bills.on('nothing')
      return { rows: rows[0] ?? 0, units: bill.readUnits }
    }
    return { ...ports, read }
  }
  type Company = Awaited<ReturnType<typeof company>>

  async function greeted({ occurrences, touches }: Company, people: number) {
    const ids = Array.from({ length: people }, (_, n) => `c-${n}`)
    const outcome = { state: 'sent', at: SENT_AT, providerId: 'p' } as const
    const recipients = ids.map((customerId) => ({ customerId, occasionKey: 'tet-2027', outcome }))
    await occurrences.open(storedOccurrence({ slices: 1 }))
    await occurrences.putBatch(storedBatch({ recipients }))
    const delivery = { state: 'delivered', at: SENT_AT, detail: '' } as const
    await touches.record(ids.map((customerId) => storedTouch({ customerId, delivery })))
  }

  test('is the same for a few customers and for many, once they have their pseudonyms', async () => {
    const [few, many] = [await company(60), await company(1_500)]
    for (const each of [few, many]) await greeted(each, 50)
    for (const each of [few, many]) await each.read()
    const [ofFew, ofMany] = [await few.read(), await many.read()]
    expect([ofFew.rows, ofMany.rows]).toEqual([50, 50])
    expect(ofMany.units).toBe(ofFew.units)
  })

  test('is three read units for each touch, two for each answer, purchase and item of work, and a few for the day', async () => {
    const quiet = await company(100)
    const nothing = (await quiet.read()).units
    const touched = await company(100)
    await greeted(touched, 100)
    await touched.read()
    const perTouch = ((await touched.read()).units - nothing) / 100
    const busy = await company(100)
    for (let n = 0; n < 100; n++) {
      const customerId = `c-${n}`
      await busy.responses.put(storedResponse({ customerId, answeredOn: DAY, version: 0 }))
      await busy.purchases.put([storedPurchase({ customerId, purchasedOn: DAY })])
      await busy.work.open(storedWork({ workId: `w-${n}`, customerId, events: [openedAt(SENT_AT)] }))
    }
    await busy.read()
    const perRow = ((await busy.read()).units - nothing) / 300
    expect(nothing).toBeLessThan(10)
    expect(perTouch).toBeLessThan(3.1)
    expect(perRow).toBeLessThan(2)
  })
})
