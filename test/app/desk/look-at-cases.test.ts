/** The daily look at cases: who does not answer, and whom staff come back to some days after a closing. */
import { describe, expect, test } from 'vitest'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryNoticeQueue } from '#adapters/memory/notice-queue.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { lookAtCases, openFollowUpCalls } from '#app/desk/look-at-cases.ts'
import { events } from '#app/events.ts'
import { CasePolicySchema } from '#core/campaign/case-policy.ts'
import { type Instant, plusMs } from '#core/time/instant.ts'
import { datesFrom } from '#core/time/local-date.ts'
import { addWorkingDays } from '#core/time/working-days.ts'
import { dayStart } from '#core/time/zone.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { closingOf, isOpen } from '#core/work/standing.ts'
import type { Case, WorkItem } from '#core/work/work-item.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { aMailSubject, aPerson, assignedTo, closingOn, openedAt, reopenedBy, storedCase } from '#test/support/work-builders.ts'

const OPENED = '2027-03-01T02:00:00.000Z'
const day = (n: number): Instant => plusMs(OPENED, n * 86_400_000)
const by = { is: 'staff', name: 'Hạnh' } as const
const rulesWith = (cases: object = {}) => ({ ...theCompanyRules(), cases: CasePolicySchema.parse(cases) })
const moved = { is: 'moved', at: plusMs(OPENED, 60_000), by, to: 'follow-up', note: 'đổi hộp' } as const
const asked = (at: Instant, mailId: string, solved = true) =>
  ({
    is: 'waiting',
    at,
    by,
    note: 'ổn chưa',
    mail: { mailId, subject: 'Ổn chưa' },
    ...(solved && { solved: true as const }),
  }) as const
const aCase = (workId: string, ...later: readonly Case['events'][number][]): Case =>
  storedCase({ workId, events: [openedAt(OPENED), ...(later as [])] })

async function desk(items: readonly WorkItem[], rules = rulesWith(), phone: string | null = '+84912345678') {
  const stores = { work: memoryWorkStore(), notices: memoryNoticeQueue(), customers: memoryCustomerStore({ addressHash }) }
  await stores.customers.put([aCustomer({ phone })])
  for (const item of items) await stores.work.open({ ...item, dueAt: deadlinesOf(item, rules).begin, version: 0 } as WorkItem)
  const said: string[] = []
  const ports = {
    ...stores,
    companyRules: rules,
    events: events({ event: (name) => said.push(name), alarm: (name) => said.push(name) }),
  }
  const look = (now: Instant, over: Partial<typeof ports> = {}) => lookAtCases({ ...ports, ...over }, now)
  const get = async (id: string) => (await stores.work.get(id)) as Case
  const calls = async () => (await stores.work.ofCustomer('c-001')).filter(({ kind }) => kind === 'call-task')
  const asDayBegins = (now: Instant) => openFollowUpCalls(ports, now)
  return { ...stores, look, asDayBegins, get, calls, said }
}

describe('a customer who was asked as often as the policy says', () => {
  const twice = [moved, asked(day(1), 'm-1'), asked(day(3), 'm-2')] as const

  test('and does not answer in time: the case is closed with that reason, once', async () => {
    const { look, get, said } = await desk([aCase('w-1', ...twice)])
    await look(day(4))
    expect(isOpen(await get('w-1'))).toBe(true)
    await look(day(8))
    expect(closingOf(await get('w-1'))).toMatchObject({ because: 'no-answer', reached: false, by: { is: 'system' } })
    await look(day(9))
    expect(said).toEqual(['work.closed'])
  })

  test.each([
    ['who was asked once', [moved, asked(day(1), 'm-1')]],
    ['who answered', [...twice, { is: 'customer-wrote', at: day(4), by: { is: 'system' }, note: 'chưa', replyId: 'r-2' }]],
    ['who was asked for something else last', [moved, asked(day(1), 'm-1'), asked(day(3), 'm-2', false)]],
    ['whose case staff moved on', [...twice, { ...moved, at: day(4), to: 'collect' }]],
  ] as const)('%s keeps the case open', async (_what, later) => {
    const { look, get } = await desk([aCase('w-1', ...(later as readonly Case['events'][number][]))])
    await look(day(30))
    expect(isOpen(await get('w-1'))).toBe(true)
  })

  test('among many, page by page, with one that a colleague writes at that moment', async () => {
    const many = Array.from({ length: 130 }, (_, n) => aCase(`w-${n}`, ...(n % 2 === 0 ? twice : [moved])))
    const { look, work, get } = await desk(many)
    let lost = 1
    const update: typeof work.update = async (item) => (lost-- > 0 ? 'lost' : work.update(item))
    await look(day(20), { work: { ...work, update } })
    expect((await Promise.all(many.map(({ workId }) => get(workId)))).filter((item) => !isOpen(item))).toHaveLength(65)
  })
})

const byDue = ([one = '', onDay = '']: readonly string[], [other = '', otherDay = '']: readonly string[]) =>
  onDay === otherDay ? (one < other ? -1 : 1) : onDay < otherDay ? -1 : 1

describe('after a complaint was closed', () => {
  const hanh = assignedTo(aPerson('hanh', 'Chăm sóc'), plusMs(OPENED, 1_000))
  const closed = aCase('w-1', hanh, moved, closingOn('2027-03-02', { reached: true }))

  test('a call is on the desk of its owner five working days later, once, however often and late it is looked', async () => {
    const { look, calls } = await desk([closed])
    await look('2027-03-08T01:00:00.000Z')
    expect(await calls()).toEqual([])
    await look('2027-03-09T01:00:00.000Z')
    await look('2027-03-09T01:30:00.000Z')
    await look('2027-03-13T01:00:00.000Z')
    expect(await calls()).toMatchObject([
      {
        subject: { is: 'follow-up', workId: 'w-1', workingDays: 5 },
        dueAt: '2027-03-09T04:00:00.000Z',
        events: [{ is: 'opened' }, { is: 'assigned', to: { address: 'hanh@example.com' } }],
      },
    ])
  })

  test.each([2026, 2027])('on whatever day of %i, the call is there on the day on which it falls due', async (year) => {
    const rules = rulesWith()
    const { zone } = rules.company
    const days = [...datesFrom(`${year}-01-05`, `${year}-12-20`)]
    const items = days.map((on) =>
      aCase(`w-${on}`, hanh, moved, closingOn(on, { reached: true, at: plusMs(dayStart(on, zone), 36_000_000) })),
    )
    const { work, asDayBegins } = await desk(items, rules)
    const first = new Map<string, string>()
    for (const today of datesFrom(`${year}-01-05`, `${year + 1}-01-20`)) {
      await asDayBegins(dayStart(today, zone))
      for (const item of await work.ofCustomer('c-001'))
        if (item.kind === 'call-task' && item.subject.is === 'follow-up' && !first.has(item.subject.workId))
          first.set(item.subject.workId, today)
    }
    expect([...first].toSorted(byDue)).toEqual(
      days.map((on) => [`w-${on}`, addWorkingDays(rules.calendar, on, 5)]).toSorted(byDue),
    )
  })

  test.each([
    ['opened again since', { ...closed, events: [...closed.events, reopenedBy('Mai', day(3))] } as Case, {}],
    ['with nothing to say to the customer', aCase('w-1', closingOn('2027-03-02', { contact: 'not-needed' })), {}],
    ['because the customer did not answer', aCase('w-1', closingOn('2027-03-02', { because: 'no-answer' })), {}],
    ['that was a question', { ...closed, subject: aMailSubject('request') } as Case, {}],
    ['of nobody known', { ...closed, customerId: null }, {}],
    ['in a company that does not', closed, { followUp: null }],
  ] as const)('%s, nobody is asked', async (_what, item, policy) => {
    const { look, calls, notices } = await desk([item], rulesWith(policy))
    await look('2027-03-09T01:00:00.000Z')
    expect([await calls(), notices.waiting()]).toEqual([[], []])
  })

  test('the call is there as the day begins, before lists are made; a mail waits for the hours of the company', async () => {
    const { look, asDayBegins, calls, notices } = await desk([closed])
    await asDayBegins('2027-03-07T17:00:00.000Z')
    expect(await calls()).toEqual([])
    await asDayBegins('2027-03-08T17:00:00.000Z')
    expect(await calls()).toHaveLength(1)
    await look('2027-03-09T01:00:00.000Z')
    expect(await calls()).toHaveLength(1)
    const without = await desk([closed], rulesWith(), null)
    await without.asDayBegins('2027-03-08T17:00:00.000Z')
    expect([await without.calls(), notices.waiting(), without.notices.waiting()]).toEqual([[], [], []])
  })

  test.each([
    ['without a number', null, null, 'a mail'],
    ['whose number is noted as wrong', '+84912345678', '+84912345678', 'a mail'],
    ['whose number of before was wrong', '+84912345678', '+84909999999', 'a call'],
  ])('a customer %s: staff come back by what reaches them', async (_who, phone, wrongPhone, by) => {
    const { look, asDayBegins, get, notices, calls, customers } = await desk([closed], rulesWith(), phone)
    await customers.setWrongPhone({ customerId: 'c-001', phone: wrongPhone })
    await asDayBegins('2027-03-08T17:00:00.000Z')
    await look('2027-03-09T01:00:00.000Z')
    await look('2027-03-09T01:30:00.000Z')
    expect(await calls()).toHaveLength(by === 'a call' ? 1 : 0)
    expect((await get('w-1')).events.filter(({ is }) => is === 'followed-up')).toHaveLength(by === 'a mail' ? 1 : 0)
    expect(notices.waiting().length > 0).toBe(by === 'a mail')
  })

  test('a customer who loses the number once the call is open is not written to as well', async () => {
    const { look, get, customers, calls } = await desk([closed])
    await look('2027-03-09T01:00:00.000Z')
    await customers.put([aCustomer({ phone: null })])
    await look('2027-03-10T01:00:00.000Z')
    expect(await calls()).toHaveLength(1)
    expect((await get('w-1')).events.some(({ is }) => is === 'followed-up')).toBe(false)
  })

  test('a mail goes out instead where the policy says so: one event, and the same mail handed over again', async () => {
    const { look, get, notices, calls } = await desk([closed], rulesWith({ followUp: { workingDays: 5, by: 'mail' } }))
    await look('2027-03-09T01:00:00.000Z')
    await look('2027-03-10T01:00:00.000Z')
    expect(await calls()).toEqual([])
    expect((await get('w-1')).events.filter(({ is }) => is === 'followed-up')).toHaveLength(1)
    expect(isOpen(await get('w-1'))).toBe(false)
    const [first, second] = notices.waiting()
    expect(first).toEqual(second)
  })

  test('a call that cannot be opened fails the look, and the next one opens it', async () => {
    const { look, work, calls } = await desk([closed])
    const broken = { ...work, open: () => Promise.reject(new Error('away')) }
    await expect(look('2027-03-09T01:00:00.000Z', { work: broken })).rejects.toThrow('away')
    await look('2027-03-10T01:00:00.000Z')
    expect(await calls()).toHaveLength(1)
  })
})

test('a mail that was written and perhaps never handed over is handed over again, once it can no longer be on its way', async () => {
  const lost = aCase('w-1', asked('2027-03-09T00:30:00.000Z', 'just now'), asked('2027-03-08T10:00:00.000Z', 'yesterday'))
  const old = aCase('w-2', asked('2027-03-05T10:00:00.000Z', 'days ago'), { ...moved, at: '2027-03-08T09:00:00.000Z' })
  const { look, notices } = await desk([lost, old], rulesWith({ followUp: null }))
  await look('2027-03-09T01:00:00.000Z')
  expect(notices.waiting()).toEqual([{ customerId: 'c-001', workId: 'w-1', mailId: 'yesterday' }])
})
