import { describe, expect, test } from 'vitest'
import { agreedFollowUp } from '#core/work/agreed-follow-up.ts'
import { dayReport } from '#core/work/day-list/day-report.ts'
import type { Assigned, Attempted, Closed, Noted, Reopened } from '#core/work/work-event.ts'
import type { CallTask } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aMissedCall, aPerson, assignedTo, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const DATE = '2027-03-02'
const at = (time: string, date = DATE) => new Date(`${date}T${time}:00+07:00`).toISOString()
const [HANH, BAO] = ['hanh@example.com', 'bao@example.com']
const staff = (address: string | undefined = HANH) => ({ is: 'staff', name: 'x', ...(address && { address }) }) as const
const tried = (over: Partial<Attempted> = {}): Attempted => ({
  is: 'attempted',
  at: at('09:00'),
  by: staff(),
  disposition: 'no-answer',
  way: 'phone',
  note: null,
  callBackAt: null,
  ...over,
})
const closed = (over: Partial<Closed> = {}): Closed => ({
  is: 'closed',
  at: at('09:00'),
  on: DATE,
  by: staff(),
  note: null,
  reached: true,
  ...over,
})
const call = (workId: string, ...events: (Assigned | Attempted | Closed | Noted | Reopened)[]): CallTask =>
  storedWork({ workId, events: [openedAt('2027-03-01T04:00:00.000Z'), ...events] })

/** A call that only asks after the customer. */
const checkIn = (...events: (Attempted | Closed | Reopened)[]): CallTask =>
  storedWork({
    workId: 'a',
    subject: {
      is: 'check-in',
      campaignId: 'check-in-call',
      occurrenceId: 'check-in-call_2027-03-01',
      occasionKey: 'check-in-call:1',
      contentClass: 'care',
      script: 'check-in',
      attempts: 3,
      callBy: '2027-03-02T10:00:00.000Z',
      lastDay: '2027-03-15',
      replyId: null,
    },
    events: [openedAt('2027-03-01T04:00:00.000Z'), ...events],
  })

const REOPENED: Reopened = { is: 'reopened', at: at('09:30'), by: { is: 'staff', name: 'x' }, because: 'lại' }
const AGREED = agreedFollowUp(
  call('first'),
  {
    customerId: 'c-001',
    workingDays: 1,
    attemptId: 'n1',
    event: tried({ at: at('10:00', '2027-03-01'), disposition: 'satisfied', note: 'gọi lại xem đã ổn chưa' }),
    to: { is: 'team', team: 'Care' },
  },
  theCompanyRules(),
)

const agreedCall = (closing: Closed): CallTask => ({ ...AGREED, events: [...AGREED.events, closing] })

const report = (over: Partial<Parameters<typeof dayReport>[0]>) =>
  dayReport({
    day: { date: DATE, rules: theCompanyRules() },
    team: 'Care',
    takesUnassigned: false,
    now: at('17:00'),
    nextDay: '2027-03-03',
    lines: [],
    open: [],
    closed: [],
    members: [HANH, BAO],
    phoneOf: () => null,
    listedPhoneOf: over.phoneOf ?? (() => null),
    ...over,
  })

test('a call counts for who made it, what is left for whose line it is', () => {
  const { agents } = report({
    lines: [
      { agent: HANH, isDone: true, items: [call('a', tried({ by: staff(BAO), disposition: 'satisfied' }), closed())] },
      { agent: HANH, isDone: false, items: [call('b', tried({ at: at('09:00', '2027-03-01') }))] },
      {
        agent: BAO,
        isDone: true,
        items: [call('c', tried(), tried({ disposition: 'call-back', callBackAt: at('10:00', '2027-03-03') }))],
      },
      { agent: BAO, isDone: true, items: [call('d', tried({ by: { is: 'staff', name: 'care' } }))] },
      { agent: null, isDone: false, items: [] },
    ],
  })
  expect(agents).toEqual([
    { address: HANH, given: 2, rung: 1, reached: 0, callBacks: 1, left: 1 },
    { address: BAO, given: 2, rung: 2, reached: 1, callBacks: 0, left: 0 },
    { address: null, given: 1, rung: 0, reached: 0, callBacks: 0, left: 1 },
  ])
})

test('a line of several pieces of work counts for who rang last, in whatever order the pieces stand', () => {
  const later = call('a', tried({ at: at('15:00'), by: staff(BAO) }))
  const before = call('b', tried({ at: at('09:00'), disposition: 'call-back', callBackAt: at('14:30') }))
  for (const items of [
    [later, before],
    [before, later],
  ])
    expect(report({ lines: [{ agent: HANH, isDone: true, items }] }).agents).toMatchObject([
      { address: HANH, given: 1, rung: 0 },
      { address: BAO, rung: 1, callBacks: 0 },
    ])
})

test.each([
  ['a quarter of an hour late, broken', '16:45', DATE, 'broken'],
  ['a minute less, still to be kept', '16:46', DATE, 'coming'],
  ['on the next day of work', '16:00', '2027-03-03', 'coming'],
  ['later', '08:00', '2027-03-04', 'neither'],
])('a promise %s', (_what, time, date, where) => {
  const { broken, coming, overdue } = report({
    open: [call('a', tried({ disposition: 'call-back', callBackAt: at(time, date) }))],
  })
  expect([broken.length, coming.length]).toEqual([where === 'broken' ? 1 : 0, where === 'coming' ? 1 : 0])
  expect(overdue).toEqual([])
})

test('what is past its deadline, the oldest first; what is due later is not there', () => {
  const opened = (workId: string, date: string) => storedCase({ workId, events: [openedAt(at('10:00', date))] })
  const { overdue } = report({ open: [opened('today', DATE), opened('older', '2027-02-25'), opened('oldest', '2027-02-22')] })
  expect(overdue.map(({ item }) => item.workId)).toEqual(['oldest', 'older'])
})

test.each([
  ['no word anywhere', call('a', closed()), true],
  ['blanks alone', call('a', closed({ note: ' ' })), true],
  [
    'a word of the colleague who handed it over alone',
    call('a', { ...assignedTo(aPerson()), note: 'gọi sớm nhé' }, closed()),
    true,
  ],
  ['a word in the closing', call('a', closed({ note: 'vui' })), false],
  ['a word in an attempt', call('a', tried({ note: 'vui' }), closed()), false],
  ['a note before', call('a', { is: 'noted', at: at('08:30'), by: { is: 'staff', name: 'x' }, note: 'vui' }, closed()), false],
  ['a word from before it was reopened alone', call('a', closed({ note: 'vui' }), REOPENED, closed({ at: at('10:00') })), true],
  ['a word after it was reopened', call('a', closed(), REOPENED, closed({ at: at('10:00'), note: 'vui' })), false],
  ['the word of the call in which it was agreed alone', agreedCall(closed()), true],
  ['a word beside that of the call in which it was agreed', agreedCall(closed({ note: 'vui' })), false],
  ['a tap that says it all', checkIn(tried({ disposition: 'satisfied' }), closed()), false],
  ['a tap whose words are missing', checkIn(tried({ disposition: 'wants-more' }), closed()), true],
  ['a tap that leaves open what the matter was', call('a', tried({ disposition: 'satisfied' }), closed()), true],
  [
    'a tap that says it all, before it was reopened',
    checkIn(tried({ at: at('09:00'), disposition: 'satisfied' }), closed(), REOPENED, closed({ at: at('10:00') })),
    true,
  ],
  ['not reached', call('a', closed({ reached: false })), false],
  ['ended by itself', call('a', closed({ by: { is: 'system' } })), false],
  ['on another day', call('a', closed({ on: '2027-03-01' })), false],
  ['by another team', call('a', closed({ by: staff('long@example.com') })), false],
] as const)('closed as reached, with %s', (_what, item, lacks) => {
  expect(report({ closed: [item] }).withoutNote).toEqual(lacks ? [item] : [])
})

describe('customers who share a number', () => {
  const late = (workId: string, customerId: string): CallTask => ({ ...call(workId), customerId })
  const rung: CallTask = { ...call('first', tried({ at: at('09:00'), disposition: 'no-answer' })), customerId: 'c-001' }
  const phoneOf = (customerId: string) => (customerId === 'c-003' ? '+84900000003' : '+84900000001')

  test('of two the second is not late on the day on which their number was rung; who was rung, and another number, are', () => {
    const open = [rung, late('second', 'c-002'), late('third', 'c-003')]
    const told = report({ open, phoneOf, lines: [{ agent: HANH, items: [rung, late('second', 'c-002')], isDone: true }] })
    expect(told.overdue.map(({ item }) => item.workId)).not.toContain('second')
    expect(told.overdue.map(({ item }) => item.workId)).toContain('third')
    const other = report({ open: open.slice(1), phoneOf })
    expect(
      other.overdue.map(({ item }) => item.workId),
      'no one rang',
    ).toEqual(['second', 'third'])
  })

  test('nor where the number turned out to be wrong for the first: it is rung for no other on that day', () => {
    const wrong: CallTask = {
      ...call('first', tried({ at: at('09:00'), disposition: 'wrong-number' }), closed()),
      customerId: 'c-001',
    }
    const ownPhoneOf = (customerId: string) => (customerId === 'c-001' ? null : phoneOf(customerId))
    const told = report({ open: [late('second', 'c-002')], closed: [wrong], phoneOf: ownPhoneOf, listedPhoneOf: phoneOf })
    expect(told.overdue).toEqual([])
  })

  test('also where the first is done, and its line stands on no list any more; a missed call of the second is late all the same', () => {
    const done: CallTask = { ...rung, events: [...rung.events, closed()] }
    const missed = { ...aMissedCall({ customerId: 'c-002' }, { events: [openedAt(at('08:00'))] }) }
    const told = report({ open: [late('second', 'c-002'), missed], closed: [done], phoneOf })
    expect(told.overdue.map(({ item }) => item.workId)).toEqual([missed.workId])
  })
})
