/** A case whose history is full goes on in a new one: what the new one is, what becomes of mails and sums, and what a crash or a second press comes to. */
import { describe, expect, test } from 'vitest'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { caseThatGoesOn } from '#app/desk/case-that-goes-on.ts'
import { customerSaid } from '#app/desk/customer-said.ts'
import { goOnInNewCase } from '#app/desk/go-on-in-new-case.ts'
import { joinCase } from '#app/desk/join-case.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { caseClocks } from '#core/work/case/case-clocks.ts'
import { descriptionOf, escalationOf, severityOf } from '#core/work/case/case-standing.ts'
import { standingTotal } from '#core/work/case/compensations.ts'
import { mergedInto } from '#core/work/case/merging.ts'
import { MOST_EVENTS } from '#core/work/history.ts'
import { closingOf, isOpen, ownerOf } from '#core/work/standing.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import { type Case, WorkItemSchema } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { askedCompensation } from '#test/support/compensation-builders.ts'
import { aPerson, assignedTo, closingOn, notedBy, openedAt, storedCase } from '#test/support/work-builders.ts'

const companyRules = theCompanyRules()
const OPENED = '2027-03-08T02:00:00.000Z'
const AT = '2027-03-10T02:00:00.000Z'
const HANH = { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' } as const
const described = { is: 'described', at: OPENED, by: HANH, category: 'other', fields: { 'order-id': 'DH-7' } } as const
const graded = {
  is: 'severity-set',
  at: OPENED,
  by: HANH,
  severity: 's2',
  because: { is: 'reason', text: 'khách quen' },
} as const
const up = { is: 'escalated', at: OPENED, by: HANH, to: 'head', because: 'khách dọa kiện' } as const
const asked = {
  is: 'waiting',
  at: OPENED,
  by: HANH,
  note: 'ổn chưa ạ',
  solved: true,
  mail: { mailId: 'm-1', to: 'lan@example.com' },
}
const ASKED = { workId: 'full', by: 'Hạnh', address: 'hanh@example.com', text: 'khách vẫn chờ đổi hộp', at: AT }

/** Full, whatever it holds beside. */
const full = (...events: readonly unknown[]): Case => {
  const own = [openedAt(OPENED), ...(events as readonly WorkEvent[])]
  const notes = Array.from({ length: MOST_EVENTS - own.length }, () => notedBy('Hạnh', 'gọi lại', OPENED))
  return storedCase({ workId: 'full', customerId: 'c-001', events: [...own, ...notes] as unknown as Case['events'] })
}

async function desk(item: Case = full()) {
  const work = memoryWorkStore()
  await work.open({ ...item, version: 0 })
  const told: string[] = []
  const events = {
    workClosed: ({ workId }: { workId: string }) => told.push(`closed ${workId}`),
    workOpened: () => told.push('opened'),
    caseHeard: () => {},
  }
  const goOn = (over: Partial<typeof ASKED> = {}, store: Pick<WorkStore, 'get' | 'update' | 'open'> = work) =>
    goOnInNewCase({ work: store, companyRules, events }, { ...ASKED, ...over })
  const of = async (workId: string) => {
    const found = await work.get(workId)
    if (found?.kind !== 'case') throw new Error('no case')
    return found
  }
  const next = async () => of(mergedInto(await of('full')) ?? '')
  return { work, goOn, of, next, told, events }
}

test('the new case is about the same, as grave, as far up and on the same desk; the full one is closed as its part', async () => {
  const { goOn, of, next, told } = await desk(full(described, graded, assignedTo(aPerson('hanh'), OPENED), up))
  expect(await goOn()).toMatchObject({ again: false })
  const [old, item] = [await of('full'), await next()]
  expect([isOpen(old), closingOf(old)?.contact, isOpen(item)]).toEqual([false, 'not-needed', true])
  expect(descriptionOf(item)).toMatchObject({ category: 'other', fields: { 'order-id': 'DH-7' } })
  expect(severityOf(item, companyRules.cases)).toMatchObject({ severity: 's2', because: { text: 'khách quen' } })
  expect([escalationOf(item), ownerOf(item)]).toMatchObject(['head', { address: 'hanh@example.com' }])
  expect(item.events.find(({ is }) => is === 'customer-wrote')).toMatchObject({ note: 'khách vẫn chờ đổi hộp', by: HANH })
  expect([item.customerId, item.subject]).toEqual([old.customerId, old.subject])
  expect(WorkItemSchema.parse(item)).toEqual(item)
  expect(told).toEqual(['opened', 'closed full'])
  expect(await goOn()).toMatchObject({ again: true })
  expect(told).toHaveLength(2)
})

test('the law counts on from the first day while there is no proposal; with one it was kept, and the other clocks begin anew', async () => {
  const law = (item: Case) => caseClocks(item, companyRules).find(({ is }) => is === 'law')
  const unproposed = await desk()
  await unproposed.goOn()
  expect(law(await unproposed.next())).toEqual(law(full()))
  expect(caseClocks(await unproposed.next(), companyRules).find(({ is }) => is === 'resolve')?.since).toBe(AT)
  const proposed = await desk(full({ is: 'moved', at: OPENED, by: HANH, to: 'follow-up', note: 'đổi hộp' }))
  await proposed.goOn()
  expect(law(await proposed.next())?.since).toBe(AT)
})

test('a customer who says that it is not solved brings a full case back, and it is worked on in the new one', async () => {
  const closed = closingOn('2027-03-09', { at: '2027-03-09T03:00:00.000Z', by: HANH, reached: true })
  const { work, goOn, of, next, events } = await desk(full(asked, closed))
  const listOrders = { makeAgain: async () => {} } as never
  const said = { workId: 'full', customerId: 'c-001', mailId: 'm-1', solved: false, words: 'nắp vẫn lỏng', at: AT }
  expect(await customerSaid({ work, listOrders, companyRules, events }, said)).toMatchObject({ again: false })
  expect(isOpen(await of('full'))).toBe(true)
  expect(await goOn()).toMatchObject({ again: false })
  const mail = { workId: 'full', replyId: 'r-9', text: 'bao giờ đổi?', says: 'more', mayAnswer: true, at: AT } as const
  expect(await joinCase({ work, notices: { mailOfCase: async () => {} }, listOrders, companyRules, events }, mail)).toMatchObject(
    { workId: (await next()).workId },
  )
  // The question of before is answered there no more: staff ask anew in the new one.
  expect(await customerSaid({ work, listOrders, companyRules, events }, { ...said, words: 'vẫn thế' })).toEqual({
    refused: 'outdated',
  })
})

test('compensation that stands in the full one counts in the new one, as it stands there', async () => {
  const { work, goOn, next } = await desk(full(askedCompensation({ amount: 80_000, alone: true })))
  await goOn()
  expect(standingTotal(await caseThatGoesOn(work, await next()))).toBe(80_000)
})

test('broken off between the two both are open, and the same form ends it; two at once open one', async () => {
  const { work, goOn, of, told } = await desk()
  const dying = { get: work.get, open: work.open, update: () => Promise.reject(new Error('away')) }
  await expect(goOn({}, dying)).rejects.toThrow('away')
  expect(isOpen(await of('full'))).toBe(true)
  const both = await Promise.all([goOn(), goOn({ text: 'khác' })])
  expect(both.every((each) => 'goesOnIn' in each)).toBe(true)
  expect(told.filter((what) => what === 'opened')).toHaveLength(1)
  expect((await work.ofCustomer('c-001')).map(({ workId }) => workId)).toHaveLength(2)
})

test('a colleague who goes on with it at the same time is heard too: their words stand in the new case, once', async () => {
  const { goOn, work, next, of, told } = await desk()
  const minh = { by: 'Minh', address: 'minh@example.com', text: 'khách còn hỏi hóa đơn' }
  const both = await Promise.all([goOn(), goOn(minh)])
  expect(both).toMatchObject([{ again: false }, { again: false }])
  expect(told).toEqual(['opened', 'closed full'])
  const words = async () => (await next()).events.flatMap((event) => ('note' in event ? [event.note] : []))
  expect((await words()).toSorted()).toEqual(['khách còn hỏi hóa đơn', 'khách vẫn chờ đổi hộp'])
  for (let press = 0; press < 2; press++) {
    expect(await goOn()).toMatchObject({ again: true })
    expect(await goOn(minh)).toMatchObject({ again: true })
  }
  expect(await words()).toHaveLength(2)
  // A page that stood open until later. What is said in it is not lost either.
  expect(await goOn({ ...minh, text: 'khách gọi lại lúc chiều' })).toMatchObject({ again: false })
  expect(await words()).toContain('khách gọi lại lúc chiều')
  expect((await of('full')).events.filter(({ is }) => is === 'merged')).toHaveLength(1)
  const item = await next()
  const closing = closingOn('2027-03-11', { at: '2027-03-11T03:00:00.000Z', by: HANH, reached: true })
  await work.update({ ...item, events: [...item.events, closing] as never, version: item.version + 1 })
  // Nothing can be said there any more: who wrote it keeps it on the page.
  expect(await goOn({ ...minh, text: 'khách gọi lần nữa' })).toEqual({ refused: 'already-closed' })
  expect(await goOn(minh)).toMatchObject({ again: true })
})

test('a caller who is no customer has one too, and it can be full and go on again', async () => {
  const { goOn, next, work } = await desk({ ...full(), customerId: null })
  await goOn()
  const second = await next()
  await work.update({ ...second, events: [...second.events, ...full().events.slice(1)] as never, version: second.version + 1 })
  expect(await goOn({ workId: second.workId })).toMatchObject({ again: false })
})

describe('refused', () => {
  test.each([
    ['while there is room', storedCase({ workId: 'full' }), {}, 'not-full'],
    ['of one that is closed', { ...full(), events: [...full().events, closingOn('2027-03-09')] } as Case, {}, 'already-closed'],
    ['without words', full(), { text: ' ' }, 'who-and-what'],
    ['of one that is not there', full(), { workId: 'none' }, 'no-such-work'],
  ])('%s', async (_what, item, over, refused) => {
    const { goOn, work } = await desk(item)
    expect(await goOn(over)).toEqual({ refused })
    expect(await work.ofCustomer(item.customerId ?? '')).toHaveLength(1)
  })
})

test('each step of a full case may be the last that its row takes: closed, it is far from the limit of a row', async () => {
  const { goOn, of } = await desk(full(...Array.from({ length: 120 }, () => notedBy('Hạnh', 'ư'.repeat(950), OPENED))))
  await goOn()
  expect(new TextEncoder().encode(JSON.stringify(await of('full'))).length).toBeLessThan(400_000)
})
