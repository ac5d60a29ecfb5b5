/** Compensation of cases: what each role may, that nobody approves their own, and that the limit of the period is exact however many act at once. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryBudgetStore } from '#adapters/memory/budget-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { type Compensated, type CompensatePorts, compensate } from '#app/desk/compensate.ts'
import { COMPENSATION_BOOK } from '#core/budget/compensation-book.ts'
import { committed } from '#core/budget/reserve.ts'
import type { Compensation } from '#core/campaign/compensation.ts'
import type { CompensationAct } from '#core/work/case/compensation-act.ts'
import { compensationsOf } from '#core/work/case/compensations.ts'
import { MOST_EVENTS } from '#core/work/history.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { Case, WorkItem } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aCatalogue, askedCompensation, COMPENSATION } from '#test/support/compensation-builders.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'

const NOW = '2027-03-10T02:00:00.000Z'
const STAFF = { hanh: 'agent', bao: 'agent', mai: 'lead', le: 'lead', chau: 'head', huy: 'operator' } as const
type Name = keyof typeof STAFF
const refund = (amount: string, over: Partial<Extract<CompensationAct, { is: 'ask' }>> = {}): CompensationAct => ({
  is: 'ask',
  compensationId: COMPENSATION,
  item: 'refund',
  amount,
  text: 'trà bị mốc',
  ...over,
})
const OPENED = openedAt('2027-03-09T01:00:00.000Z')
const closed = { is: 'closed', at: NOW, on: '2027-03-10', by: { is: 'staff', name: 'x' }, note: 'x', reached: true } as const

async function desk({
  events = [],
  catalogue = aCatalogue(),
  cases = ['w-1'],
  consents = 'none',
}: {
  events?: readonly WorkEvent[]
  catalogue?: Compensation | null
  cases?: readonly string[]
  consents?: 'granted' | 'withdrawn' | 'none'
} = {}) {
  const work = memoryWorkStore()
  const budgets = memoryBudgetStore()
  for (const workId of cases)
    await work.open(storedCase({ workId, events: [OPENED, ...events] as ReturnType<typeof storedCase>['events'], version: 0 }))
  const asks = { consents }
  const state = () => (asks.consents === 'none' ? {} : { 'advertising/email': { decision: asks.consents, at: NOW } })
  const customers = { get: async () => ({ consents: state() }) as never }
  const ports: CompensatePorts = { work, budgets, customers, companyRules: theCompanyRules({ compensation: catalogue }) }
  const as = (
    who: Name,
    act: CompensationAct,
    { workId = 'w-1', at = NOW, over = {} }: { workId?: string; at?: string; over?: Partial<CompensatePorts> } = {},
  ) => compensate({ ...ports, ...over }, { workId, act, by: who, address: `${who}@example.com`, role: STAFF[who], at })
  const booked = async (period = '2027-03') => {
    const stored = await budgets.get(COMPENSATION_BOOK, period)
    return stored ? committed(stored) : 0
  }
  const states = async (workId = 'w-1') => compensationsOf((await work.get(workId))!).map(({ state }) => state)
  return { as, booked, states, work, budgets, ports, asks }
}

const refusalOf = (done: Compensated) => ('refused' in done ? done.refused : 'done')
const of = (is: 'refuse' | 'withdraw' | 'give'): CompensationAct => ({ is, compensationId: COMPENSATION, text: 'vì vậy' })
const APPROVE: CompensationAct = { is: 'approve', compensationId: COMPENSATION }

test('within their amount staff decide alone, give it, and the period is charged once', async () => {
  const { as, booked, states } = await desk()
  expect(await as('hanh', refund('100.000'))).toMatchObject({
    compensation: { state: 'approved', asked: { alone: true, period: '2027-03' } },
  })
  expect(await booked()).toBe(100_000)
  expect(await as('hanh', of('give'))).toMatchObject({ compensation: { state: 'given' }, again: false })
  expect(await as('hanh', of('give'))).toMatchObject({ again: true })
  expect([await states(), await booked()]).toEqual([['given'], 100_000])
})

test('above it another person decides, whose role suffices', async () => {
  const { as, states } = await desk()
  expect(await as('hanh', refund('200000'))).toMatchObject({ compensation: { state: 'asked' } })
  expect(refusalOf(await as('hanh', of('give')))).toBe('not-approved')
  expect(refusalOf(await as('hanh', APPROVE))).toBe('not-your-own')
  expect(refusalOf(await as('bao', APPROVE))).toBe('may-not-approve')
  expect(refusalOf(await as('huy', APPROVE))).toBe('may-not-approve')
  expect(await as('mai', APPROVE)).toMatchObject({ compensation: { state: 'approved' }, again: false })
  expect(await as('mai', APPROVE)).toMatchObject({ again: true })
  expect(refusalOf(await as('chau', of('refuse')))).toBe('compensation-closed')
  expect(await states()).toEqual(['approved'])
})

test('an amount that is split over several is held to the sum of the case', async () => {
  const { as, states } = await desk()
  await as('hanh', refund('100000'))
  expect(await as('hanh', refund('1000', { compensationId: 'another' }))).toMatchObject({ compensation: { state: 'asked' } })
  expect(await states()).toEqual(['approved', 'asked'])
})

test('who asked as a lead and leads no more cannot approve it, and a lead who became an agent may not approve either', async () => {
  const { ports } = await desk({ events: [askedCompensation()] })
  const acting = { workId: 'w-1', act: APPROVE, by: 'mai', address: 'mai@example.com', at: NOW }
  expect(refusalOf(await compensate(ports, { ...acting, role: 'agent' }))).toBe('may-not-approve')
  expect(refusalOf(await compensate(ports, { ...acting, by: 'Hanh', address: 'hanh@example.com', role: 'head' }))).toBe(
    'not-your-own',
  )
})

test.each(['', '0', '-5', '1.5', '1e5', '900001', '99999999999999', 'abc', '1.00.000', '１00000', 'NaN', '0x10'])(
  'the amount %j is refused and books nothing',
  async (amount) => {
    const { as, booked } = await desk()
    expect(refusalOf(await as('chau', refund(amount)))).toBe('unfit-amount')
    expect(await booked()).toBe(0)
  },
)

test.each(['100.000', '100,000', '100 000', '100000 đ', '100.000₫', ' 100000 đồng '])(
  'the amount %j is a hundred thousand',
  async (amount) => {
    const { as, booked } = await desk()
    await as('hanh', refund(amount))
    expect(await booked()).toBe(100_000)
  },
)

const mergingIn =
  (work: CompensatePorts['work']) =>
  async (workId: string, into: string, compensated: number): Promise<void> => {
    const by = { is: 'staff', name: 'x' } as const
    const [part, older] = [(await work.get(workId)) as Case, (await work.get(into)) as Case]
    const tookOver = { is: 'took-over', at: NOW, by, from: workId, compensated } as const
    await work.update({ ...older, events: [...older.events, tookOver], version: older.version + 1 })
    await work.update({
      ...part,
      events: [...part.events, { is: 'merged', at: NOW, by, into }, closed],
      version: part.version + 1,
    })
  }

test.each([
  ['refused', 'mai', of('refuse')],
  ['withdrawn', 'hanh', of('withdraw')],
] as const)('what is %s in a part counts no more in the case that goes on, through every case between', async (_, who, act) => {
  const { as, work } = await desk({ cases: ['w-1', 'w-2', 'w-3'] })
  const merge = mergingIn(work)
  await as('hanh', refund('200000'), { workId: 'w-3' })
  await merge('w-3', 'w-2', 200_000)
  await merge('w-2', 'w-1', 200_000)
  expect(await as('hanh', refund('90000', { compensationId: 'second' }))).toMatchObject({ compensation: { state: 'asked' } })
  expect(refusalOf(await as(who, act, { workId: 'w-3' }))).toBe('done')
  // 90,000 waits for approval; 10,000 beside it are within what an agent gives alone.
  expect(await as('hanh', refund('10000', { compensationId: 'third' }))).toMatchObject({ compensation: { state: 'approved' } })
  expect(await as('hanh', refund('1000', { compensationId: 'fourth' }))).toMatchObject({ compensation: { state: 'asked' } })
})

test('a part that was deleted meanwhile counts as it stood when it was merged', async () => {
  const { as, work } = await desk({ cases: ['w-1', 'w-2'] })
  await as('hanh', refund('90000'), { workId: 'w-2' })
  await mergingIn(work)('w-2', 'w-1', 90_000)
  await work.remove('w-2')
  expect(await as('hanh', refund('20000', { compensationId: 'second' }))).toMatchObject({ compensation: { state: 'asked' } })
})

test('in a part of another case the sum of the one that goes on counts, through every case between', async () => {
  const { as, states, work } = await desk({ cases: ['w-1', 'w-2', 'w-3'] })
  const merge = mergingIn(work)
  await as('hanh', refund('200000'), { workId: 'w-3' })
  await as('hanh', refund('150000', { compensationId: 'older' }), { workId: 'w-1' })
  await merge('w-3', 'w-2', 200_000)
  await merge('w-2', 'w-1', 200_000)
  expect(refusalOf(await as('mai', APPROVE, { workId: 'w-3' }))).toBe('may-not-approve')
  expect(refusalOf(await as('chau', APPROVE, { workId: 'w-3' }))).toBe('done')
  expect(await states('w-3')).toEqual(['approved'])
})

test('a fixed cost needs no amount, and takes no other', async () => {
  const { as, booked } = await desk()
  expect(refusalOf(await as('hanh', refund('1', { item: 'tea' })))).toBe('unfit-amount')
  expect(await as('hanh', refund('', { item: 'tea' }))).toMatchObject({ compensation: { asked: { amount: 150_000 } } })
  expect(await booked()).toBe(150_000)
})

test('what is refused or withdrawn is given back once, however often the form comes', async () => {
  const { as, booked, states } = await desk()
  await as('hanh', refund('200000'))
  await as('hanh', refund('50000', { compensationId: 'another' }))
  for (const again of [false, true]) expect(await as('mai', of('refuse'))).toMatchObject({ again })
  expect([await booked(), await states()]).toEqual([50_000, ['refused', 'asked']])
  for (const again of [false, true])
    expect(await as('hanh', { is: 'withdraw', compensationId: 'another', text: 'thôi' })).toMatchObject({ again })
  expect(await booked()).toBe(0)
})

test('who notes as given what a colleague has given is told so: the customer may have it twice', async () => {
  const { as, booked, states } = await desk()
  await as('hanh', refund('60000'))
  expect(refusalOf(await as('hanh', of('give')))).toBe('done')
  expect(refusalOf(await as('bao', { is: 'give', compensationId: COMPENSATION, text: 'chuyển khoản số 13' }))).toBe(
    'compensation-closed',
  )
  expect([await states(), await booked()]).toEqual([['given'], 60_000])
})

test('a colleague’s is withdrawn by those who lead, and not by an agent', async () => {
  const { as } = await desk({ events: [askedCompensation()] })
  expect(refusalOf(await as('bao', of('withdraw')))).toBe('may-not-withdraw')
  expect(refusalOf(await as('mai', of('withdraw')))).toBe('done')
})

test('the same form twice asks and books once', async () => {
  const { as, booked, states } = await desk()
  const both = await Promise.all([as('hanh', refund('60000')), as('hanh', refund('60000'))])
  expect(both.map(refusalOf)).toEqual(['done', 'done'])
  expect([await booked(), await states()]).toEqual([60_000, ['approved']])
})

test('the id of a form that is sent to another case as well is booked for both', async () => {
  const { as, booked } = await desk({ cases: ['w-1', 'w-2'] })
  for (const workId of ['w-1', 'w-2']) expect(refusalOf(await as('chau', refund('400000'), { workId }))).toBe('done')
  expect(await booked()).toBe(800_000)
  await as('chau', of('withdraw'), { workId: 'w-2' })
  expect(await booked()).toBe(400_000)
})

test('a closed case takes nothing new; what was promised is still approved and given', async () => {
  const { as, states } = await desk({ events: [askedCompensation(), closed] })
  expect(refusalOf(await as('hanh', refund('1000', { compensationId: 'another' })))).toBe('already-closed')
  expect(refusalOf(await as('mai', APPROVE))).toBe('done')
  expect(refusalOf(await as('hanh', of('give')))).toBe('done')
  expect(await states()).toEqual(['given'])
})

test('an item that has left the catalogue is neither asked for nor approved; approved before, it is given', async () => {
  const gone = aCatalogue({ items: aCatalogue().items.filter(({ id }) => id !== 'refund') })
  const waiting = await desk({ events: [askedCompensation()], catalogue: gone })
  expect(refusalOf(await waiting.as('hanh', refund('1000', { compensationId: 'another' })))).toBe('not-in-catalogue')
  expect(refusalOf(await waiting.as('mai', APPROVE))).toBe('not-in-catalogue')
  expect(refusalOf(await waiting.as('hanh', of('withdraw')))).toBe('done')
  const approved = await desk({ events: [askedCompensation({ alone: true })], catalogue: null })
  expect(refusalOf(await approved.as('hanh', refund('1000', { compensationId: 'another' })))).toBe('no-catalogue')
  expect(refusalOf(await approved.as('hanh', of('give')))).toBe('done')
})

test('a voucher goes only to a customer who agreed to advertising, when it is asked for and when it is given', async () => {
  const { as, asks, booked } = await desk()
  const voucher = refund('', { item: 'voucher' })
  expect(refusalOf(await as('hanh', voucher))).toBe('voucher-no-consent')
  expect(await booked()).toBe(0)
  asks.consents = 'granted'
  expect(refusalOf(await as('hanh', voucher))).toBe('done')
  asks.consents = 'withdrawn'
  expect(refusalOf(await as('hanh', of('give')))).toBe('voucher-no-consent')
  expect(await booked()).toBe(50_000)
})

test('work that is no case, and a case that is not there, are refused', async () => {
  const { as } = await desk()
  expect(refusalOf(await as('hanh', refund('1000'), { workId: 'w-9' }))).toBe('no-such-work')
  expect(refusalOf(await as('hanh', of('give')))).toBe('which-compensation')
  expect(refusalOf(await as('hanh', refund('1000', { text: ' ' })))).toBe('needs-words')
  expect(refusalOf(await as('hanh', refund('1000', { text: 'x'.repeat(2_001) })))).toBe('too-long')
})

test('a history that is full takes nothing new, and what was promised is decided and given all the same', async () => {
  const notes = Array.from(
    { length: MOST_EVENTS },
    () => ({ is: 'noted', at: NOW, by: { is: 'staff', name: 'x' }, note: 'x' }) as const,
  )
  const { as, states, booked } = await desk({ events: [askedCompensation(), ...notes] })
  expect(refusalOf(await as('hanh', refund('1000', { compensationId: 'another' })))).toBe('full')
  expect(await booked()).toBe(0)
  expect(refusalOf(await as('mai', APPROVE))).toBe('done')
  expect(refusalOf(await as('hanh', of('give')))).toBe('done')
  expect(await states()).toEqual(['given'])
})

test('five open ones are the most of a case', async () => {
  const { as } = await desk()
  for (const n of [1, 2, 3, 4, 5]) expect(refusalOf(await as('hanh', refund('1000', { compensationId: `${n}` })))).toBe('done')
  expect(refusalOf(await as('hanh', refund('1000', { compensationId: '6' })))).toBe('too-many-compensations')
})

test('of many who book at once so many get through as the limit carries, and never one more', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 12 }), async (parts) => {
      const cases = parts.map((_, n) => `w-${n}`)
      const { as, booked, work } = await desk({ cases })
      const done = await Promise.all(
        parts.map((part, n) => as('chau', refund(`${part * 100_000}`, { compensationId: `c-${n}` }), { workId: `w-${n}` })),
      )
      const through = parts.filter((_, n) => refusalOf(done[n]!) === 'done').reduce((sum, part) => sum + part * 100_000, 0)
      expect(done.map(refusalOf).every((said) => said === 'done' || said === 'limit-reached')).toBe(true)
      expect(await booked()).toBe(through)
      expect(through).toBeLessThanOrEqual(1_000_000)
      const left = 1_000_000 - through
      for (const [n, part] of parts.entries()) if (refusalOf(done[n]!) !== 'done') expect(part * 100_000).toBeGreaterThan(left)
      const standing = (await work.getMany(cases)).flatMap((item) => compensationsOf(item))
      expect(standing.reduce((sum, { asked }) => sum + asked.amount, 0)).toBe(through)
    }),
    { numRuns: 40 },
  )
})

test('approved and withdrawn at once, one of the two holds and the book agrees with the case', async () => {
  const { as, booked, states } = await desk()
  await as('hanh', refund('200000'))
  await Promise.all([as('mai', APPROVE), as('hanh', of('withdraw')), as('le', of('refuse'))])
  const [state] = await states()
  expect(await booked()).toBe(state === 'approved' ? 200_000 : 0)
})

test('a booking whose run broke off before the case had it is freed when the limit is reached, an hour later', async () => {
  const { as, booked, work } = await desk({ cases: ['w-1', 'w-2'] })
  const broken = { update: async () => Promise.reject(new Error('down')), get: work.get, getMany: work.getMany }
  await expect(as('chau', refund('600000'), { over: { work: broken } })).rejects.toThrow('down')
  expect(await booked()).toBe(600_000)
  const other = refund('500000', { compensationId: 'another' })
  expect(refusalOf(await as('chau', other, { workId: 'w-2' }))).toBe('limit-reached')
  expect(refusalOf(await as('chau', other, { workId: 'w-2', at: '2027-03-10T03:00:01.000Z' }))).toBe('done')
  expect(await booked()).toBe(500_000)
})

test('a form that booked, lost the case to a colleague, and is then refused leaves nothing in the book', async () => {
  const { as, booked, work } = await desk()
  let lost = 1
  const overtaken = {
    get: work.get,
    getMany: work.getMany,
    update: async (item: WorkItem) => {
      if (lost-- <= 0) return work.update(item)
      const now = await work.get(item.workId)
      if (now) await work.update({ ...now, events: [...now.events, closed], version: now.version + 1 } as WorkItem)
      return 'lost' as const
    },
  }
  expect(refusalOf(await as('hanh', refund('60000'), { over: { work: overtaken } }))).toBe('already-closed')
  expect(await booked()).toBe(0)
})

test('a case whose customer is erased meanwhile leaves nothing in the book: its id may name them', async () => {
  const { as, booked, work } = await desk()
  const erased = {
    get: work.get,
    getMany: work.getMany,
    update: async (item: WorkItem) => {
      await work.remove(item.workId)
      return work.update(item)
    },
  }
  expect(refusalOf(await as('hanh', refund('60000'), { over: { work: erased } }))).toBe('no-such-work')
  expect(await booked()).toBe(0)
})

test('a booking that outlived its end for a crash is counted until then, and settled as the case says', async () => {
  const { as, booked, budgets } = await desk({ cases: ['w-1', 'w-2'] })
  await as('chau', refund('600000'))
  const broken = { ...budgets, put: async () => Promise.reject(new Error('down')) }
  await expect(as('chau', of('give'), { over: { budgets: broken } })).rejects.toThrow('down')
  expect(await booked()).toBe(600_000)
  const later = { workId: 'w-2', at: '2027-03-10T04:00:00.000Z' }
  expect(refusalOf(await as('chau', refund('500000', { compensationId: 'another' }), later))).toBe('limit-reached')
  // Given is given: it stays in the sum.
  expect(await booked()).toBe(600_000)
  expect(await as('chau', of('give'))).toMatchObject({ again: true })
  expect(await booked()).toBe(600_000)
})

test.each(['hanh', 'chau'] as const)(
  'what waits or is promised keeps its booking for days, whoever comes to the limit (asked by %s)',
  async (who) => {
    const { as, booked } = await desk({ cases: ['w-1', 'w-2'] })
    await as(who, refund('600000'))
    const later = { workId: 'w-2', at: '2027-03-13T02:00:00.000Z' }
    for (const compensationId of ['another', 'one-more'])
      expect(refusalOf(await as('chau', refund('500000', { compensationId }), later))).toBe('limit-reached')
    expect(await booked()).toBe(600_000)
  },
)

test('a quarter has one limit, and its days in the company’s zone', async () => {
  const { as, booked } = await desk({ catalogue: aCatalogue({ period: 'quarter' }) })
  // Half past midnight of the first of April in Vietnam.
  await as('hanh', refund('1000'), { at: '2027-03-31T17:30:00.000Z' })
  expect([await booked('2027-Q1'), await booked('2027-Q2')]).toEqual([0, 1_000])
})
