import { expect, test } from 'vitest'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { type CloseWorkPorts, closeWork } from '#app/desk/close-work.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { storedWork } from '#test/support/store-builders.ts'

/** Ten at night in Vietnam is still the 10th; one hour of UTC later than that is the 11th there. */
const LATE = '2027-03-10T16:59:59.000Z'
const DONE = { workId: 'w-1', by: ' Mai ', note: 'Đã gọi, khách hài lòng', reached: true, at: LATE }

async function desk(over: Partial<WorkItem> = {}, work: Partial<CloseWorkPorts['work']> = {}) {
  const store = memoryWorkStore()
  const said: unknown[] = []
  await store.open(storedWork({ workId: 'w-1', note: null, ...over }))
  const ports: CloseWorkPorts = {
    work: { ...store, ...work },
    companyRules: theCompanyRules(),
    events: { workClosed: (values) => void said.push(values) },
  }
  return { store, ports, said }
}

test.each([
  ['one second before midnight in the company’s zone', LATE, '2027-03-10'],
  ['at midnight there', '2027-03-10T17:00:00.000Z', '2027-03-11'],
])('work closed %s was closed on the day it was there, whatever the day in UTC', async (_when, at, closedOn) => {
  const { store, ports, said } = await desk()
  expect(await closeWork(ports, { ...DONE, at })).toMatchObject({ again: false, closed: { state: 'closed' } })
  const item = await store.get('w-1')
  expect(item).toMatchObject({ closedAt: at, closedOn, closedBy: 'Mai', note: DONE.note, reached: true, version: 1 })
  expect(said).toEqual([{ workId: 'w-1', reason: item?.reason }])
})

test('a note that the item was opened with stays above what came of it', async () => {
  const { store, ports } = await desk({ note: 'answer-refused' })
  await closeWork(ports, DONE)
  expect((await store.get('w-1'))?.note).toBe('answer-refused\nĐã gọi, khách hài lòng')
})

test('the form sent twice closes once; somebody else is told who was there before', async () => {
  const { store, ports, said } = await desk({ note: 'answer-refused' })
  await closeWork(ports, DONE)
  expect(await closeWork(ports, { ...DONE, at: '2027-03-12T00:00:00.000Z' })).toMatchObject({ again: true })
  expect(await closeWork(ports, { ...DONE, by: 'Đức' })).toMatchObject({ refused: 'already-closed', item: { closedBy: 'Mai' } })
  expect(await store.get('w-1')).toMatchObject({ closedAt: LATE, version: 1 })
  expect(said).toHaveLength(1)
})

test.each([
  ['nobody', { by: '  ' }, 'who-and-what'],
  ['nothing', { note: ' \n ' }, 'who-and-what'],
  ['work that is not there', { workId: 'w-404' }, 'no-such-work'],
])('is refused for %s, and nothing changes', async (_what, over, refused) => {
  const { store, ports } = await desk()
  expect(await closeWork(ports, { ...DONE, ...over })).toEqual({ refused })
  expect(await store.get('w-1')).toMatchObject({ state: 'open', version: 0 })
})

test('a call is closed only with a word on whether the customer was reached; a case may be closed without', async () => {
  const { store, ports, said } = await desk()
  expect(await closeWork(ports, { ...DONE, reached: null })).toEqual({ refused: 'reached-or-not' })
  expect([await store.get('w-1'), said]).toMatchObject([{ state: 'open', reached: null, version: 0 }, []])
  expect(await closeWork(ports, { ...DONE, reached: false })).toMatchObject({ closed: { reached: false } })
  expect(await closeWork(ports, { ...DONE, reached: true })).toMatchObject({ refused: 'already-closed' })

  const aCase = await desk({ kind: 'case', reason: 'complaint' })
  expect(await closeWork(aCase.ports, { ...DONE, reached: null })).toMatchObject({ closed: { reached: null } })
})

test('a lost race is run again on what the other one left; an item that never stands still is given up', async () => {
  let races = 1
  const { store, ports } = await desk()
  const racing = {
    ...ports,
    work: {
      get: store.get,
      update: async (item: WorkItem) => {
        const current = await store.get('w-1')
        if (races-- > 0 && current) await store.update({ ...current, note: 'somebody looked', version: current.version + 1 })
        return store.update(item)
      },
    },
  }
  expect(await closeWork(racing, DONE)).toMatchObject({ closed: { note: `somebody looked\n${DONE.note}`, version: 2 } })

  const restless = await desk({}, { update: async () => 'lost' })
  expect(await closeWork(restless.ports, DONE)).toEqual({ refused: 'contended' })
  expect(restless.said).toEqual([])
})
