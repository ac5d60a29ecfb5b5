import { expect, test } from 'vitest'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { type Reopening, reopenWork } from '#app/desk/reopen-work.ts'
import { MOST_EVENTS } from '#core/work/history.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { allPages } from '#test/support/all-pages.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { closingOn, notedBy, reopenedBy, storedRequest, storedWork } from '#test/support/work-builders.ts'

const AT = '2027-03-10T02:00:00.000Z'
const ASKED = { workId: 'w-1', by: ' Mai ', because: ' khách gọi lại ', round: 0, at: AT }
const CLOSED = storedWork({ workId: 'w-1', events: [...storedWork().events, closingOn('2027-03-09')] })

async function desk(item: WorkItem = CLOSED) {
  const work = memoryWorkStore()
  await work.open(item)
  const ports = { work, companyRules: theCompanyRules() }
  const reopen = (over: Partial<Reopening> = {}) => reopenWork(ports, { ...ASKED, ...over })
  return { work, ports, reopen }
}

test('a closed item is open again, due by the rules from now on, and no longer among the closed ones', async () => {
  const { work, reopen } = await desk()
  const event = reopenedBy('Mai', AT)
  expect(await reopen()).toEqual({
    reopened: { ...CLOSED, events: [...CLOSED.events, event], dueAt: '2027-03-11T02:00:00.000Z', version: 1 },
    again: false,
  })
  expect(await work.allOpen()).toHaveLength(1)
  const closed = work.closedOn({ kind: 'call-task', days: ['2027-03-09'], range: { first: 0, last: 255 } })
  expect(await allPages(closed)).toEqual([])
})

test('the form sent twice reopens once, also when a colleague has closed the item between the two', async () => {
  const { work, reopen } = await desk()
  await reopen()
  expect(await reopen({ at: '2027-03-10T02:00:05.000Z' })).toMatchObject({ again: true, reopened: { version: 1 } })
  const open = await work.get('w-1')
  if (open?.kind !== 'call-task') throw new Error('no item')
  const again = { ...open, events: [...open.events, closingOn('2027-03-10')] as typeof open.events, version: 2 }
  await work.update(again)
  expect(await reopen()).toMatchObject({ again: true })
  expect(await work.get('w-1')).toEqual(again)
  // A form of before that says something else does not undo the second closing either.
  expect(await reopen({ by: 'Châu' })).toEqual({ refused: 'changed-meanwhile' })
  expect(await reopen({ round: 1 })).toMatchObject({ again: false, reopened: { version: 3 } })
})

test('another person of the same name has not sent this form', async () => {
  const { reopen } = await desk()
  await reopen({ address: 'mai@example.com' })
  expect(await reopen({ address: 'mai.tran@example.com' })).toEqual({ refused: 'not-closed' })
  expect(await reopen({ address: 'mai@example.com' })).toMatchObject({ again: true })
})

test.each<[string, Partial<Reopening>, object]>([
  ['nobody', { by: ' ' }, { refused: 'who-and-why' }],
  ['no reason', { because: ' \n' }, { refused: 'who-and-why' }],
  ['too long a reason', { because: 'x'.repeat(501) }, { refused: 'too-long', what: 'because', limit: 500, length: 501 }],
  ['work that is not there', { workId: 'w-404' }, { refused: 'no-such-work' }],
])('is refused for %s, and nothing changes', async (_what, over, refused) => {
  const { work, reopen } = await desk()
  expect(await reopen(over)).toEqual(refused)
  expect(await work.get('w-1')).toEqual(CLOSED)
})

test('what is open is not reopened, and what is full stays closed', async () => {
  const open = await desk(storedRequest({ workId: 'w-1' }))
  expect(await open.reopen()).toEqual({ refused: 'not-closed' })
  const notes = Array.from({ length: MOST_EVENTS - 2 }, (_, n) => notedBy('Hoa', `lần ${n}`))
  const full = await desk({ ...CLOSED, events: [...storedWork().events, ...notes, closingOn()] })
  expect(await full.reopen()).toEqual({ refused: 'full' })
})

test('of two leads who reopen at once one does, and the other is told', async () => {
  const { work, ports } = await desk()
  const both = await Promise.all(['Mai', 'Châu'].map((by) => reopenWork(ports, { ...ASKED, by })))
  expect(both.filter((each) => 'reopened' in each)).toHaveLength(1)
  expect(both).toContainEqual({ refused: 'not-closed' })
  expect((await work.get('w-1'))?.events).toHaveLength(3)
  const restless = { ...ports, work: { ...work, get: async () => CLOSED, update: async () => 'lost' as const } }
  expect(await reopenWork(restless, ASKED)).toEqual({ refused: 'contended' })
})
