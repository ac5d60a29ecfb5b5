/** What recurs, read from the store: of whole days, with the product of the order where a case names only that. */
import { describe, expect, test } from 'vitest'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { recurringComplaints } from '#app/desk/recurring-complaints.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aComplaint } from '#test/support/recurring-builders.ts'
import { closingOn, storedWork } from '#test/support/work-builders.ts'

const NOW = '2027-03-10T02:00:00.000Z'
const companyRules = theCompanyRules()

async function desk(...complaints: readonly Parameters<typeof aComplaint>[0][]) {
  const ports = { work: memoryWorkStore(), purchases: memoryPurchaseStore(), companyRules }
  for (const each of complaints) await ports.work.open(aComplaint(each))
  return { ports, found: (now = NOW) => recurringComplaints(ports, { now: now }) }
}
const three = (over: Partial<Parameters<typeof aComplaint>[0]> = {}) =>
  ['a', 'b', 'c'].map((workId) => ({ workId, at: '2027-03-02T02:00:00.000Z', ...over }))

describe('what recurs', () => {
  test('is found among open and closed cases, and work that is no case is not in it', async () => {
    const { ports, found } = await desk(...three())
    await ports.work.open(storedWork())
    const one = await ports.work.get('a')
    if (one?.kind === 'case')
      await ports.work.update({ ...one, events: [...one.events, closingOn('2027-03-05')] as never, version: 1 })
    const { groups, periods, cases } = await found()
    expect(periods.now).toEqual({ from: '2027-02-10', to: '2027-03-09' })
    expect(groups).toMatchObject([{ category: 'delivery', product: null, recurs: true, now: { cases: 3, customers: 3 } }])
    expect(cases.map(({ workId, closedOn }) => [workId, closedOn]).toSorted()).toEqual([
      ['a', '2027-03-05'],
      ['b', null],
      ['c', null],
    ])
  })

  test('begins and ends with days of the company: a case of today is not in it yet, and is tomorrow', async () => {
    const { found } = await desk(...three().slice(1), { workId: 'd', at: '2027-03-09T17:00:00.000Z' })
    expect((await found()).groups).toEqual([])
    expect((await found('2027-03-11T02:00:00.000Z')).groups).toHaveLength(1)
  })

  test('has the product of the order, where the case names the order and no product', async () => {
    const { ports, found } = await desk(
      ...three({ fields: { 'order-id': 'DH-1' } }),
      { workId: 'd', at: '2027-03-02T02:00:00.000Z', fields: { 'order-id': 'DH-9' } },
      { workId: 'e', at: '2027-03-02T02:00:00.000Z', customerId: null, fields: { 'order-id': 'DH-1' } },
    )
    const bought = { purchaseId: 'DH-1', purchasedOn: '2027-02-20', deliveredOn: null, units: 1, amount: null }
    await ports.purchases.put(
      ['a', 'b', 'c'].map((id) => ({ ...bought, customerId: `c-${id}`, product: id === 'c' ? 'Trà nhài' : 'Trà sen' })),
    )
    expect((await found()).groups).toEqual([])
    await ports.purchases.put([{ ...bought, customerId: 'c-c', product: 'trà sen' }])
    expect((await found()).groups).toMatchObject([{ product: 'Trà sen', now: { customers: 3 } }])
  })

  test('has no part of another case, as the report counts none; one that was opened again since is in it', async () => {
    const by = { is: 'staff', name: 'Hạnh' } as const
    const merged = [{ is: 'merged', at: '2027-03-03T02:00:00.000Z', by, into: 'z' } as const, closingOn('2027-03-03')]
    const reopened = { is: 'reopened', at: '2027-03-04T02:00:00.000Z', by, because: 'x' } as const
    const { found } = await desk(
      ...three(),
      { workId: 'd', at: '2027-03-02T03:00:00.000Z', customerId: 'c-a', later: merged },
      { workId: 'e', at: '2027-03-02T03:00:00.000Z', customerId: 'c-b', later: [...merged, reopened] },
    )
    const { groups, cases } = await found()
    expect(groups).toMatchObject([{ now: { cases: 4, customers: 3 } }])
    expect(cases.map(({ workId }) => workId).toSorted()).toEqual(['a', 'b', 'c', 'e'])
  })

  test('is nothing where there is nothing', async () => {
    const { found } = await desk()
    expect((await found()).groups).toEqual([])
  })
})
