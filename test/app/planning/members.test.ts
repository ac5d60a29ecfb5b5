import { expect, test } from 'vitest'
import { dueMembers, type MemberPorts, roughlyDue } from '#app/planning/members.ts'
import { type Due, dueOn } from '#core/occasion/due.ts'
import { aCampaign, aCustomer, aPurchase, solar, theCompanyRules } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const { company, calendar } = theCompanyRules()
const EVERYBODY = { first: 0, last: 255 }
const atWork = () =>
  runningCompany({
    now: '2027-03-08T00:00:00.000Z',
    campaigns: [],
    customers: [
      aCustomer({ birthday: solar('02-29') }),
      aCustomer({ customerId: 'c-002', birthday: solar('02-28') }),
      aCustomer({ customerId: 'c-003' }),
    ],
    purchases: [aPurchase(), aPurchase({ customerId: 'c-003', purchaseId: 'order-2', deliveredOn: '2027-03-09' })],
  })

const dueFor = (occasion: Parameters<typeof aCampaign>[0], date: string): Due =>
  dueOn({ campaign: aCampaign(occasion), date, company, calendar })!

async function read(stores: MemberPorts, due: Due, range = EVERYBODY): Promise<string[]> {
  const found: string[] = []
  for await (const page of dueMembers(stores, { due, range, company })) {
    found.push(...page.map(({ person, occasion }) => `${person.customer.customerId} ${occasion.key}`))
  }
  return found.toSorted()
}

test('everybody; those born on the day by every key it has; those who bought or were delivered to', async () => {
  const { stores } = await atWork()
  expect(await read(stores, dueFor({}, '2027-03-10'))).toHaveLength(3)
  expect(await read(stores, dueFor({ occasion: { kind: 'birthday' } }, '2027-02-28'))).toEqual(['c-001 2027', 'c-002 2027'])
  expect(await read(stores, dueFor({ occasion: { kind: 'after-purchase' } }, '2027-03-07'))).toEqual([
    'c-001 p2027-03-07#order-1',
    'c-003 p2027-03-07#order-2',
  ])
  expect(await read(stores, dueFor({ occasion: { kind: 'after-delivery' } }, '2027-03-09'))).toEqual([
    'c-003 p2027-03-09#order-2',
  ])
})

test('slices together meet everyone once', async () => {
  const { stores } = await atWork()
  const due = dueFor({}, '2027-03-10')
  const halves = [await read(stores, due, { first: 0, last: 127 }), await read(stores, due, { first: 128, last: 255 })]
  expect(halves.flat().toSorted()).toEqual(await read(stores, due))
})

test('someone whom the index names twice, or wrongly, counts once, or not at all', async () => {
  const { stores } = await atWork()
  const { customers } = stores
  const bornOn: typeof customers.bornOn = async function* (keys, range) {
    for await (const page of customers.bornOn(keys, range)) {
      yield page
      yield [
        ...page,
        { customer: aCustomer({ customerId: 'stale', birthday: solar('05-05') }), consents: {}, frequency: 'any' as const },
      ]
    }
  }
  const due = dueFor({ occasion: { kind: 'birthday' } }, '2027-02-28')
  expect(await read({ ...stores, customers: { ...customers, bornOn } }, due)).toEqual(['c-001 2027', 'c-002 2027'])
})

test('the rough number that slices are cut by is the number of those due', async () => {
  const { stores } = await atWork()
  expect(await roughlyDue(stores, dueFor({ occasion: { kind: 'birthday' } }, '2027-02-28'))).toBe(2)
  expect(await roughlyDue(stores, dueFor({ occasion: { kind: 'after-purchase' } }, '2027-03-07'))).toBe(2)
  expect(await roughlyDue(stores, dueFor({ occasion: { kind: 'birthday' } }, '2027-03-01'))).toBe(0)
})
