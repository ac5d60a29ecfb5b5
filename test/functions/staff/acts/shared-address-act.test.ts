import { expect, test } from 'vitest'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { markSharedAddress } from '#app/consent/mark-shared-address.ts'
import { actRoutes } from '#functions/staff/acts/act-flow.ts'
import { sharedAddressAct } from '#functions/staff/acts/shared-address-act.ts'
import { readableHash } from '#test/contract/every-store.contract.ts'
import { type Desk, deskSystem, figuresOn, visiting } from '#test/functions/staff/acts/desk.ts'
import { aCustomer } from '#test/support/builders.ts'

const EMAIL = 'nha@example.com'
const PATH = '/customers/KH2/written-to'
const HOA = 'hoa@trasen.example.com'

async function office(desk: Desk = {}) {
  const { system, auditLog } = deskSystem(desk)
  const customers = memoryCustomerStore({ addressHash: readableHash })
  const couple = ['KH1', 'KH2'].map((customerId) => aCustomer({ customerId, email: EMAIL }))
  await customers.put([...couple, aCustomer({ customerId: 'KH3' })])
  await markSharedAddress({ customers, companyRules: system.companyRules }, { address: EMAIL })
  const act = sharedAddressAct({ ...system, stores: { customers } })
  const visit = visiting(actRoutes({ ...system, stores: { auditLog } }, [act]), { ...desk, auditLog })
  return { ...visit, customers, chosen: async () => (await customers.get('KH1'))?.sharedAddress }
}

test('the page says who is written to now, who will be, and changes nothing', async () => {
  const { page, chosen, log } = await office()
  const html = await page(PATH)
  expect(figuresOn(html)).toEqual({ sharing: '2' })
  expect(html).toMatch(/Bây giờ gửi cho.*KH1/s)
  expect(await page(PATH, 'en')).toContain('goes to this customer alone')
  expect([(await chosen())?.writtenTo, await log()]).toEqual(['KH1', []])
})

test('the choice is made with a reason, under the name of who made it, and stands in the log', async () => {
  const { send, chosen, log } = await office()
  expect(await send(PATH, {})).toMatchObject({ status: 422 })
  expect(await log()).toEqual([])
  expect(await send(PATH, { ground: 'reads-the-mail' })).toMatchObject({
    status: 303,
    goesTo: '/customers/KH2?done=write-to-this-one',
  })
  expect(await chosen()).toMatchObject({ writtenTo: 'KH2', chosenBy: 'Hoa' })
  expect(await log()).toEqual([`done write-to-this-one customer KH2 2 ${HOA} reads-the-mail`])
})

test('a page on which another customer was written to is out of date', async () => {
  const { send, chosen } = await office()
  const stale = { ground: 'reads-the-mail', counted: 'KH9 sharing=2' }
  expect(await send(PATH, stale)).toMatchObject({ status: 409 })
  expect((await chosen())?.writtenTo).toBe('KH1')
})

test.each([
  ['KH1', 'đã gửi cho khách này rồi'],
  ['KH3', 'Không khách nào khác có địa chỉ này'],
])('for %s there is nothing to choose, and the page says why', async (id, why) => {
  const { page, send, log } = await office()
  expect(await page(`/customers/${id}/written-to`)).toContain(why)
  expect((await send(`/customers/${id}/written-to`, { ground: 'reads-the-mail' })).status).toBe(409)
  expect(await log()).toEqual([])
})

test('a role that may not correct a customer may not choose, and of nobody there is nothing', async () => {
  const { open, send, chosen } = await office({ role: 'marketing' })
  expect((await open(PATH)).status).toBe(403)
  expect((await send(PATH, { ground: 'reads-the-mail', counted: 'KH1 sharing=2' })).status).toBe(403)
  expect((await chosen())?.writtenTo).toBe('KH1')
  expect((await (await office()).open('/customers/KH99/written-to')).status).toBe(404)
})
