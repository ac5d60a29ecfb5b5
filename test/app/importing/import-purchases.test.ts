import { expect, test } from 'vitest'
import { importPurchases } from '#app/importing/import-purchases.ts'
import type { PurchaseColumn } from '#core/customer/purchase-row.ts'
import { unnamedCustomer } from '#core/customer/unnamed-customer.ts'
import { collectingListener, importStores, rowsOf } from '#test/app/importing/import-stores.ts'

const COMPANY = { zone: 'Asia/Ho_Chi_Minh', locale: 'vi', country: 'VN', currency: 'VND' }
type Cells = Partial<Record<PurchaseColumn, string>>
type Stores = ReturnType<typeof importStores>

async function run(stores: Stores, rows: readonly Cells[], { createCustomers = false } = {}) {
  const heard = collectingListener()
  const { customers, purchases } = stores
  const report = await importPurchases({
    customers,
    purchases,
    company: COMPANY,
    now: '2026-11-22T03:00:00.000Z',
    rows: rowsOf(rows)(),
    listener: heard.listener,
    ...(createCustomers ? { newCustomer: (id: string) => unnamedCustomer(id, COMPANY) } : {}),
  })
  return { ...heard, report }
}
async function storesWith(...ids: string[]) {
  const stores = importStores()
  await stores.customers.put(ids.map((id) => unnamedCustomer(id, COMPANY)))
  stores.writes.customers = 0
  return stores
}
const tea = (over: Cells = {}): Cells => ({
  customer_id: 'KH1',
  purchased_on: '02/01/2026',
  product: 'Trà sen',
  amount: '690.000',
  ...over,
})

test('purchases come in, and the customer’s first and last day follow', async () => {
  const stores = await storesWith('KH1')
  const rows = [tea({ purchased_on: '05/03/2026' }), tea(), tea({ purchased_on: '01/02/2026' })]
  const { report } = await run(stores, rows)
  expect(report).toEqual({
    read: 3,
    added: 3,
    changed: 0,
    unchanged: 0,
    refused: 0,
    superseded: 0,
    warnings: 0,
    customersAdded: 0,
  })
  expect((await stores.customers.get('KH1'))?.customer).toMatchObject({
    firstPurchaseOn: '2026-01-02',
    lastPurchaseOn: '2026-03-05',
  })
})

test('what was bought is known of the customer, each product once, also where it was imported before products were kept', async () => {
  const stores = await storesWith('KH1')
  await run(stores, [tea(), tea({ purchased_on: '05/03/2026' }), tea({ product: 'Ấm' }), tea({ product: '' })])
  const productsOf = async () => (await stores.customers.get('KH1'))?.customer.products
  expect(await productsOf()).toEqual(['Trà sen', 'Ấm'].sort())
  const forgotten = await storesWith('KH1')
  await forgotten.purchases.put(await stores.purchases.ofCustomer('KH1'))
  const { report } = await run(forgotten, [tea(), tea({ product: 'Ấm' })])
  expect(report).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  expect((await forgotten.customers.get('KH1'))?.customer.products).toEqual(['Trà sen', 'Ấm'].sort())
})

test('a customer who bought more products than a row keeps is imported whole, with the first hundred', async () => {
  const stores = await storesWith('KH1')
  await run(
    stores,
    Array.from({ length: 130 }, (_, n) => tea({ product: `Món ${String(n).padStart(3, '0')}` })),
  )
  await run(stores, [tea({ product: 'Món khác' })])
  expect((await stores.customers.get('KH1'))?.customer.products).toHaveLength(100)
  expect(await stores.purchases.ofCustomer('KH1')).toHaveLength(131)
})

test('the same table twice writes nothing the second time', async () => {
  const stores = await storesWith('KH1')
  const rows = [tea(), tea(), tea({ purchase_id: 'DH1' }), tea({ purchase_id: 'DH1', product: 'Phin' })]
  await run(stores, rows)
  const written = { ...stores.writes }
  const { report } = await run(stores, rows)
  expect(report).toMatchObject({ read: 4, added: 0, changed: 0, unchanged: 4 })
  expect(stores.writes).toEqual(written)
})

test('a customer can buy the same twice on one day; the lines of an order are kept apart', async () => {
  const stores = await storesWith('KH1', 'KH2')
  await run(stores, [
    tea(),
    tea(),
    tea({ customer_id: 'KH2' }),
    tea({ purchase_id: 'DH1' }),
    tea({ purchase_id: 'DH1', product: 'Phin' }),
  ])
  const ids = (await stores.purchases.ofCustomer('KH1')).map(({ purchaseId }) => purchaseId).sort()
  expect(ids).toEqual([expect.stringMatching(/^2026-01-02-[0-9a-f]{16}$/), `${ids[0]}~2`, 'DH1', 'DH1~2'])
  expect(await stores.purchases.ofCustomer('KH2')).toHaveLength(1)
})

test('once a refused line of an order is mended, the other lines keep their ids', async () => {
  const stores = await storesWith('KH1')
  await run(stores, [tea({ purchase_id: 'DH1', amount: 'nhiều' }), tea({ purchase_id: 'DH1', product: 'Phin' })])
  const { report } = await run(stores, [tea({ purchase_id: 'DH1' }), tea({ purchase_id: 'DH1', product: 'Phin' })])
  expect(report).toMatchObject({ added: 1, changed: 0, unchanged: 1 })
})

test('a corrected amount changes the order it belongs to', async () => {
  const stores = await storesWith('KH1')
  await run(stores, [tea({ purchase_id: 'DH1' })])
  const { report } = await run(stores, [tea({ purchase_id: 'DH1', amount: '650.000' })])
  expect(report).toMatchObject({ added: 0, changed: 1 })
})

test('purchases of somebody unknown are refused, unless customers are made from them', async () => {
  const stores = await storesWith('KH1')
  const rows = [tea({ customer_id: 'KH9' }), tea(), tea({ customer_id: 'KH9', purchased_on: '03/01/2026' })]
  const { report, problems } = await run(stores, rows)
  expect(report).toMatchObject({ added: 1, refused: 2, customersAdded: 0 })
  expect(problems[0]).toEqual({
    row: 2,
    column: 'customer_id',
    value: 'KH9',
    expected: expect.stringContaining('import the customers first'),
  })

  const second = await run(stores, rows, { createCustomers: true })
  expect(second.report).toMatchObject({ added: 2, unchanged: 1, refused: 0, customersAdded: 1 })
  expect((await stores.customers.get('KH9'))?.customer).toMatchObject({
    email: null,
    firstPurchaseOn: '2026-01-02',
    lastPurchaseOn: '2026-01-03',
  })
})

test('an import cut off before the days were noted is completed by the next', async () => {
  const stores = await storesWith('KH1')
  const dying = { ...stores, customers: { ...stores.customers, noticePurchases: () => Promise.reject(new Error('cut off')) } }
  await expect(run(dying, [tea()])).rejects.toThrow('cut off')
  const { report } = await run(stores, [tea()])
  expect(report).toMatchObject({ unchanged: 1 })
  expect((await stores.customers.get('KH1'))?.customer.firstPurchaseOn).toBe('2026-01-02')
})
