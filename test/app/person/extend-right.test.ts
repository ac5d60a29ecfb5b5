import { expect, test } from 'vitest'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { extendRight } from '#app/person/extend-right.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { closedWork, notedBy, storedCase, storedRequest } from '#test/support/work-builders.ts'

const AT = '2027-02-08T03:00:00.000Z'
const HOA = { is: 'extended', at: AT, by: { is: 'staff', name: 'Hoa' }, because: 'hồ sơ dày' } as const

async function desk(item: WorkItem) {
  const work = memoryWorkStore()
  await work.open({ ...item, version: 0 })
  const customers = memoryCustomerStore({ addressHash: (address) => address })
  const extend = (store = work, { workId = item.workId, because = ' hồ sơ dày ' } = {}) =>
    extendRight({ customers, work: store, companyRules: theCompanyRules() }, { workId, by: 'Hoa', because, at: AT })
  return { work, extend, stored: () => work.get(item.workId) }
}

test('the extension stands in the history with who, when and why, and once only', async () => {
  const { extend, stored, work } = await desk(storedRequest())
  expect(await extend()).toMatchObject({ item: { events: [{ is: 'opened' }, HOA] }, again: false })
  expect(await extend()).toMatchObject({ item: { version: 1 }, again: true })
  expect(await extend(work, { because: 'lý do khác' })).toEqual({ refused: 'already-extended' })
  expect(await stored()).toMatchObject({ events: [{ is: 'opened' }, HOA], version: 1 })
})

test.each([
  ['a case', storedCase(), 'no-right'],
  ['a request that is closed', closedWork(storedRequest()), 'already-closed'],
])('%s is not extended, and stays as it is', async (_what, item, refused) => {
  const { extend, stored, work } = await desk(item)
  expect(await extend()).toEqual({ refused })
  expect(await stored()).toEqual({ ...item, version: 0 })
  expect(await extend(work, { workId: 'w-404' })).toEqual({ refused: 'no-such-work' })
})

test.each([
  [' ', { refused: 'who-and-why' }],
  ['x'.repeat(501), { refused: 'too-long', what: 'because', limit: 500, length: 501 }],
])('without a reason that fits it is refused', async (because, refused) => {
  const { extend, work, stored } = await desk(storedRequest())
  expect(await extend(work, { because })).toEqual(refused)
  expect(await stored()).toEqual(storedRequest())
})

test('a note written at the same moment is kept; of two who extend, one does', async () => {
  const { extend, work, stored } = await desk(storedRequest())
  let races = 1
  const note = notedBy('Mai', 'khách gọi lại', AT)
  const racing = {
    ...work,
    update: async (item: WorkItem) => {
      const current = await work.get(item.workId)
      if (races-- > 0 && current?.kind === 'data-request')
        await work.update({ ...current, events: [...current.events, note], version: current.version + 1 })
      return work.update(item)
    },
  }
  expect(await extend(racing)).toMatchObject({ item: { events: [{ is: 'opened' }, note, HOA], version: 2 } })
  expect(await stored()).toMatchObject({ events: [{ is: 'opened' }, note, HOA], version: 2 })

  const other = await desk(storedRequest())
  const both = await Promise.all([other.extend(), other.extend(other.work, { because: 'lý do khác' })])
  expect(both.filter((each) => 'item' in each)).toHaveLength(1)
  expect(both).toContainEqual({ refused: 'already-extended' })
})
