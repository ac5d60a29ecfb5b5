import { expect, test } from 'vitest'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { type CloseWorkPorts, closeWork } from '#app/desk/close-work.ts'
import { reopenWork } from '#app/desk/reopen-work.ts'
import { MOST_EVENTS } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aMailSubject, notedBy, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'

/** Ten at night in Vietnam is still the 10th; one hour of UTC later than that is the 11th there. */
const LATE = '2027-03-10T16:59:59.000Z'
const DONE = { workId: 'w-1', by: ' Mai ', note: 'Đã gọi, khách hài lòng', reached: true, at: LATE }
const CLOSING = {
  is: 'closed',
  at: LATE,
  on: '2027-03-10',
  by: { is: 'staff', name: 'Mai' },
  note: DONE.note,
  reached: true,
} as const

async function desk(item: WorkItem = storedWork(), work: Partial<CloseWorkPorts['work']> = {}) {
  const store = memoryWorkStore()
  const said: unknown[] = []
  await store.open({ ...item, workId: 'w-1' })
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
])('work closed %s was closed on the day it was there, whatever the day in UTC', async (_when, at, on) => {
  const { store, ports, said } = await desk()
  expect(await closeWork(ports, { ...DONE, at })).toHaveProperty('again', false)
  const item = await store.get('w-1')
  expect(item).toMatchObject({ events: [{ is: 'opened' }, { ...CLOSING, at, on }], version: 1 })
  expect(said).toEqual([{ workId: 'w-1', reason: 'low-score' }])
})

test('two people with one name: the second is told that the item is closed, and the first that it is so already', async () => {
  const { ports } = await desk()
  await closeWork(ports, { ...DONE, address: 'mai@example.com' })
  expect(await closeWork(ports, { ...DONE, address: 'mai.tran@example.com' })).toMatchObject({ refused: 'already-closed' })
  expect(await closeWork(ports, { ...DONE, address: 'mai@example.com' })).toMatchObject({ again: true })
})

test('what staff noted before, and what the system noted, stay beside what came of it', async () => {
  const item = storedCase({ subject: aMailSubject('request'), holds: [{ is: 'answer-refused' }] })
  const before = notedBy('Hoa', 'gọi lại lúc ba giờ')
  const { store, ports } = await desk({ ...item, events: [...item.events, before] })
  await closeWork(ports, DONE)
  expect(await store.get('w-1')).toMatchObject({
    holds: [{ is: 'answer-refused' }],
    events: [{ is: 'opened' }, before, CLOSING],
  })
})

test('the form sent twice closes once; somebody else is told who was there before', async () => {
  const { store, ports, said } = await desk()
  await closeWork(ports, DONE)
  expect(await closeWork(ports, { ...DONE, at: '2027-03-12T00:00:00.000Z' })).toMatchObject({ again: true })
  expect(await closeWork(ports, { ...DONE, by: 'Đức' })).toMatchObject({
    refused: 'already-closed',
    item: { events: [{}, { by: { name: 'Mai' } }] },
  })
  expect(await closeWork(ports, { ...DONE, note: 'khác' })).toMatchObject({ refused: 'already-closed' })
  expect(await store.get('w-1')).toMatchObject({ events: [{ is: 'opened' }, CLOSING], version: 1 })
  expect(said).toHaveLength(1)
})

test.each([
  ['nobody', { by: '  ' }, 'who-and-what'],
  ['nothing', { note: ' \n ' }, 'who-and-what'],
  ['work that is not there', { workId: 'w-404' }, 'no-such-work'],
])('is refused for %s, and nothing changes', async (_what, over, refused) => {
  const { store, ports } = await desk()
  expect(await closeWork(ports, { ...DONE, ...over })).toEqual({ refused })
  expect(await store.get('w-1')).toEqual(storedWork({ workId: 'w-1' }))
})

test('a call or a case is closed only with a word on whether the customer was reached; a request about data without', async () => {
  const { store, ports, said } = await desk()
  expect(await closeWork(ports, { ...DONE, reached: null })).toEqual({ refused: 'reached-or-not' })
  expect([await store.get('w-1'), said]).toEqual([storedWork({ workId: 'w-1' }), []])
  expect(await closeWork(ports, { ...DONE, reached: false })).toMatchObject({ closed: { events: [{}, { reached: false }] } })
  expect(await closeWork(ports, { ...DONE, reached: true })).toMatchObject({ refused: 'already-closed' })

  const aCase = await desk(storedCase())
  expect(await closeWork(aCase.ports, { ...DONE, reached: null })).toEqual({ refused: 'reached-or-not' })
  const closed = { closed: { events: [{}, { reached: false, contact: 'not-needed' }] } }
  expect(await closeWork(aCase.ports, { ...DONE, reached: 'not-needed' })).toMatchObject({ ...closed, again: false })
  expect(await closeWork(aCase.ports, { ...DONE, reached: 'not-needed' })).toMatchObject({ ...closed, again: true })
  expect(await closeWork(aCase.ports, { ...DONE, reached: false })).toMatchObject({ refused: 'already-closed' })
  expect(await closeWork((await desk()).ports, { ...DONE, reached: 'not-needed' })).toEqual({ refused: 'reached-or-not' })

  const aRequest = await desk(storedRequest())
  expect(await closeWork(aRequest.ports, { ...DONE, reached: null })).toMatchObject({
    closed: { events: [{}, { reached: null }] },
  })
})

test('a form that was shown before the item was closed and reopened closes it no more', async () => {
  const { store, ports, said } = await desk()
  await closeWork(ports, { ...DONE, round: 0 })
  const asked = { workId: 'w-1', by: 'Châu', because: 'khách gọi lại', round: 0, at: '2027-03-11T02:00:00.000Z' }
  await reopenWork(ports, asked)
  expect(await closeWork(ports, { ...DONE, round: 0 })).toEqual({ refused: 'changed-meanwhile' })
  expect(isOpen((await store.get('w-1')) ?? storedWork())).toBe(true)
  expect(await closeWork(ports, { ...DONE, round: 1 })).toMatchObject({ again: false, closed: { version: 3 } })
  expect(said).toHaveLength(2)
})

test('work whose history is full is still closed', async () => {
  const item = storedWork()
  const notes = Array.from({ length: MOST_EVENTS - 1 }, (_, n) => notedBy('Hoa', `lần ${n}`))
  const { store, ports } = await desk({ ...item, events: [...item.events, ...notes] })
  expect(await closeWork(ports, DONE)).toMatchObject({ again: false })
  const closed = await store.get('w-1')
  expect(closed && [isOpen(closed), closed.events.length]).toEqual([false, MOST_EVENTS + 1])
})

test('a case whose history is full is closed without the proposal that it cannot take any more', async () => {
  const notes = Array.from({ length: MOST_EVENTS - 1 }, (_, n) => notedBy('Hoa', `lần ${n}`))
  const item = storedCase()
  const { ports } = await desk({ ...item, events: [...item.events, ...notes] })
  expect(await closeWork(ports, DONE)).toMatchObject({ again: false })
  const other = await desk({ ...item, events: [...item.events, ...notes.slice(1)] })
  expect(await closeWork(other.ports, DONE)).toEqual({ refused: 'not-proposed' })
})

test('a lost race is run again on what the other one left; an item that never stands still is given up', async () => {
  let races = 1
  const { store, ports } = await desk()
  const looked = notedBy('Hoa', 'đã xem')
  const racing = {
    ...ports,
    work: {
      get: store.get,
      update: async (item: WorkItem) => {
        const current = await store.get('w-1')
        if (races-- > 0 && current?.kind === 'call-task')
          await store.update({ ...current, events: [...current.events, looked], version: current.version + 1 })
        return store.update(item)
      },
    },
  }
  expect(await closeWork(racing, DONE)).toMatchObject({ closed: { events: [{ is: 'opened' }, looked, CLOSING], version: 2 } })

  const restless = await desk(storedWork(), { update: async () => 'lost' })
  expect(await closeWork(restless.ports, DONE)).toEqual({ refused: 'contended' })
  expect(restless.said).toEqual([])
})

test('whether it was solved at the first contact stands in the end where staff said so, and changes what is the same form', async () => {
  const { store, ports } = await desk()
  expect(await closeWork(ports, { ...DONE, atFirst: false })).toHaveProperty('again', false)
  expect((await store.get('w-1'))?.events.at(-1)).toEqual({ ...CLOSING, atFirst: false })
  expect(await closeWork(ports, { ...DONE, atFirst: false })).toMatchObject({ again: true })
  expect(await closeWork(ports, { ...DONE, atFirst: true })).toMatchObject({ refused: 'already-closed' })
})

test('a request about data, where nothing is solved, takes no word on it and stays open', async () => {
  const { store, ports } = await desk(storedRequest())
  expect(await closeWork(ports, { ...DONE, atFirst: true })).toEqual({ refused: 'nothing-to-solve' })
  expect((await store.get('w-1'))?.events).toHaveLength(1)
  expect(await closeWork(ports, DONE)).toHaveProperty('closed')
})
