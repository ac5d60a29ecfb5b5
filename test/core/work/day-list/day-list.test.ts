/** A day's list from open work: who stands on it, once, in which order, and what each line says about its place. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Team, TeamSchema } from '#core/duty/team.ts'
import { type DayListQuestion, dayLines } from '#core/work/day-list/day-list.ts'
import type { Disposition } from '#core/work/disposition.ts'
import type { Attempted, Owner } from '#core/work/work-event.ts'
import type { CallTask, WorkItem } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import {
  aMailSubject,
  aMissedCall,
  assignedTo,
  openedAt,
  storedCase,
  storedRequest,
  storedWork,
} from '#test/support/work-builders.ts'

/** Tuesday, before work begins. */
const [DATE, NOW] = ['2027-03-02', '2027-03-02T00:30:00.000Z']
const DAY = [{ from: '08:00', to: '17:00' }]
const HANH = { address: 'hanh', hours: DAY, calls: 40, callsLeft: 40 }
const rules = theCompanyRules()

/** A low score given that many hours before; its clock runs 24 hours. */
const aCall = (customerId: string, at: string, { owner, last }: { owner?: Owner; last?: Partial<Attempted> } = {}): WorkItem =>
  storedWork({
    workId: `call-${customerId}-${at.slice(5, 16)}`,
    customerId,
    events: [openedAt(at), ...(owner ? [assignedTo(owner, at)] : []), ...(last ? [anAttempt(last)] : [])],
  })
const aRequest = (customerId: string, at: string): WorkItem =>
  storedCase({ workId: `request-${customerId}`, customerId, subject: aMailSubject('request'), events: [openedAt(at)] })
const anAttempt = (over: Partial<Attempted>): Attempted => ({
  is: 'attempted',
  at: '2027-03-01T03:00:00.000Z',
  by: { is: 'staff', name: 'Hạnh', address: 'hanh' },
  disposition: 'no-answer' satisfies Disposition,
  way: 'phone',
  note: null,
  callBackAt: null,
  ...over,
})
const promised = (callBackAt: string): Partial<Attempted> => ({ disposition: 'call-back', callBackAt })

const person = (customerId: string, phone: string | null = null, tier: string | null = null) => ({
  customerId,
  phone,
  tier,
  lookedAfterBy: null,
})
const list = (over: Partial<DayListQuestion>) => {
  const { items = [] } = over
  const people = [...new Set(items.flatMap(({ customerId }) => customerId ?? []))].map((customerId) => person(customerId))
  return dayLines({
    team: TeamSchema.parse({ name: 'Chăm sóc' }),
    date: DATE,
    now: NOW,
    rules,
    people,
    callers: [HANH],
    lead: 'mai',
    before: [],
    worked: [],
    rungWrong: [],
    ...over,
    items,
  })
}
const customersOf = (over: Partial<DayListQuestion>) => list(over).lines.map(({ customerIds }) => customerIds.join('+'))

describe('on the list of a day', () => {
  test('is a complaint that is due later, until staff rang about it: then it comes when it is due again', () => {
    const told = (at: string, last?: Partial<Attempted>) =>
      storedWork({
        workId: 'call-told',
        customerId: 'told',
        holds: [{ is: 'complaint' }],
        events: [openedAt(at), ...(last ? [anAttempt(last)] : [])],
      })
    // On Tuesday at 08:00, so due on Wednesday.
    expect(customersOf({ items: [told('2027-03-02T01:00:00.000Z')] })).toEqual(['told'])
    expect(customersOf({ items: [told('2027-03-01T01:00:00.000Z', promised('2027-03-04T03:00:00.000Z'))] })).toEqual([])
  })

  test('is what is due through its end, and what was left over, with its age', () => {
    const items = [aCall('today', '2027-03-01T09:00:00.000Z'), aCall('old', '2027-02-24T09:00:00.000Z')]
    const later = aCall('later', '2027-03-02T00:10:00.000Z')
    const { lines } = list({ items: [...items, later] })
    expect(lines.map(({ customerIds, why }) => [customerIds, why])).toEqual([
      [
        ['old'],
        [
          { is: 'low-score', score: 3 },
          { is: 'leftover', days: 5 },
        ],
      ],
      [
        ['today'],
        [
          { is: 'low-score', score: 3 },
          { is: 'due', at: '2027-03-02T09:00:00.000Z' },
        ],
      ],
    ])
  })

  test('is no request about data, no mail of a stranger, and nobody who is not a customer any more', () => {
    const stranger = storedCase({ customerId: null, events: [openedAt('2027-02-24T09:00:00.000Z')] })
    const items = [stranger, storedRequest(), aCall('gone', '2027-02-24T09:00:00.000Z')]
    expect(list({ items, people: [person('c-001')] }).lines).toEqual([])
  })

  test('is nobody a second time who was rung on that day and not reached', () => {
    const rung = aCall('rung', '2027-02-24T09:00:00.000Z', { last: { at: '2027-03-02T02:00:00.000Z' } })
    const yesterday = aCall('yesterday', '2027-02-24T09:00:00.000Z', { last: { at: '2027-03-01T02:00:00.000Z' } })
    expect(customersOf({ items: [rung, yesterday] })).toEqual(['yesterday'])
  })
})

describe('a missed call to the hotline', () => {
  const [OLD, RANG] = ['2027-02-24T09:00:00.000Z', '2027-03-02T01:10:00.000Z']
  const PHONE = '+84901234567'
  const missed = (whose: Parameters<typeof aMissedCall>[0], over: Partial<CallTask> = {}) =>
    aMissedCall(whose, { events: [openedAt(RANG)], ...over })

  test('stands behind promises and what was due before it, before all that is not urgent', () => {
    const items = [
      aRequest('request', OLD),
      aCall('score-of-yesterday', '2027-03-01T01:30:00.000Z'),
      aCall('score-of-now', '2027-03-01T03:30:00.000Z'),
      missed({ customerId: 'rang' }),
      aCall('promised', OLD, { last: promised('2027-03-02T09:00:00.000Z') }),
    ]
    expect(customersOf({ items })).toEqual(['promised', 'score-of-yesterday', 'rang', 'score-of-now', 'request'])
    const line = list({ items }).lines.find(({ customerIds }) => customerIds[0] === 'rang')
    expect(line?.why).toEqual([
      { is: 'missed-hotline', at: RANG },
      { is: 'due', at: '2027-03-02T02:10:00.000Z' },
    ])
  })

  test('has its place by when it is due itself, whatever else has waited for the customer', () => {
    const items = [aRequest('rang', OLD), missed({ customerId: 'rang' }), aCall('score', '2027-03-01T01:30:00.000Z')]
    expect(customersOf({ items })).toEqual(['score', 'rang'])
  })

  test('of a caller who is no customer stands there too, once, with no person', () => {
    const { lines } = list({ items: [missed({ phone: PHONE }), aRequest('c-001', OLD)] })
    expect(lines.map(({ customerIds, workIds }) => [customerIds, workIds])).toEqual([
      [[], ['missed-hotline_2027-03-10_n1']],
      [['c-001'], ['request-c-001']],
    ])
  })

  test('of a caller whose number became that of a customer meanwhile is one line with them', () => {
    const items = [missed({ phone: PHONE }), aRequest('an', OLD)]
    expect(customersOf({ items, people: [person('an', PHONE)] })).toEqual(['an'])
  })

  test('says how many customers have the number', () => {
    const task = missed({ customerId: 'an' })
    const shared = missed({ customerId: 'an' }, { subject: { ...task.subject, sharedBy: 3 } as CallTask['subject'] })
    expect(list({ items: [shared] }).lines[0]?.why).toContainEqual({ is: 'shared-number', people: 3 })
  })

  test('is rung back also where the number was rung about something else on that day, until it was tried', () => {
    const worked = [{ workIds: ['other'], customerIds: ['an'], agent: 'hanh', isWorked: true, why: [] }]
    const isWaiting = (task: CallTask) => list({ items: [task], worked }).lines.some(({ isWorked }) => !isWorked)
    expect(isWaiting(missed({ customerId: 'an' }))).toBe(true)
    const tried = anAttempt({ at: '2027-03-02T02:00:00.000Z' })
    expect(isWaiting(missed({ customerId: 'an' }, { events: [openedAt(RANG), tried] }))).toBe(false)
  })
})

test('promises come first by their time, then what is urgent by when it is due, then by tier, then the oldest', () => {
  const company = { calls: { attempts: 3, tiers: ['vàng', 'bạc'] } }
  const items = [
    aRequest('oldest', '2027-02-20T03:00:00.000Z'),
    aRequest('silver', '2027-02-22T03:00:00.000Z'),
    aRequest('gold', '2027-02-23T03:00:00.000Z'),
    aCall('score', '2027-03-01T09:00:00.000Z'),
    aCall('earlier-score', '2027-03-01T08:00:00.000Z'),
    aCall('at-five', '2027-02-24T09:00:00.000Z', { last: promised('2027-03-02T09:00:00.000Z') }),
    aCall('missed', '2027-02-24T09:00:00.000Z', { last: promised('2027-03-01T10:00:00.000Z') }),
  ]
  const people = [
    ...['oldest', 'score', 'earlier-score', 'at-five', 'missed'].map((id) => person(id)),
    person('silver', null, 'bạc'),
    person('gold', null, 'vàng'),
  ]
  const { lines } = list({ items, people, rules: theCompanyRules({ company }) })
  expect(lines.map(({ customerIds: [id], why }) => [id, why.map(({ is }) => is).join(' ')])).toEqual([
    ['missed', 'broken-promise low-score leftover owner'],
    ['at-five', 'promise low-score owner'],
    ['earlier-score', 'low-score due'],
    ['score', 'low-score due'],
    ['gold', 'tier leftover'],
    ['silver', 'tier leftover'],
    ['oldest', 'leftover'],
  ])
})

describe('a person and a number', () => {
  const [OLD, PHONE] = ['2027-02-24T09:00:00.000Z', '+84901234567']

  test('stand there once: several reasons are one line, several customers with one number too', () => {
    const items = [aCall('an', OLD), aRequest('an', OLD), aRequest('binh', OLD), aRequest('chi', OLD)]
    const people = [person('an', PHONE), person('binh', PHONE), person('chi', '+84901234568')]
    const { lines } = list({ items, people })
    expect(lines.map(({ workIds }) => workIds)).toEqual([['call-an-02-24T09:00', 'request-an', 'request-binh'], ['request-chi']])
    expect(lines[0]).toMatchObject({ customerIds: ['an', 'binh'] })
    expect(lines[0]?.why).toContainEqual({ is: 'shared-number', people: 2 })
  })

  test('an agreed call-back is a line of its own beside the others with that number', () => {
    const items = [aCall('an', OLD, { last: promised('2027-03-02T09:00:00.000Z') }), aRequest('an', OLD), aRequest('binh', OLD)]
    expect(customersOf({ items, people: [person('an', PHONE), person('binh', PHONE)] })).toEqual(['an', 'binh'])
  })

  test('that was rung on the day is not rung again, but for a promise; and the line that was worked stays with its agent', () => {
    const worked = [{ workIds: ['done'], customerIds: ['an'], agent: 'hanh', isWorked: false, why: [] }]
    const promise = aCall('chi', OLD, { last: promised('2027-03-02T09:00:00.000Z') })
    const items = [aRequest('an', OLD), aRequest('binh', OLD), promise, aRequest('dung', OLD)]
    const people = [person('an', PHONE), person('binh', PHONE), person('chi', PHONE), person('dung')]
    const { lines } = list({
      items,
      people,
      worked,
      callers: [
        { ...HANH, calls: 2 },
        { ...HANH, address: 'bao', calls: 1 },
      ],
    })
    expect(lines.map(({ customerIds: [id], agent, isWorked }) => [id, agent, isWorked])).toEqual([
      ['chi', 'hanh', false],
      ['dung', 'bao', false],
      ['an', 'hanh', true],
    ])
  })

  test('whatever is due and whoever shares a number, everybody stands there once, and no number twice without a promise', () => {
    const some = fc.array(
      fc.record({ who: fc.nat(12), phone: fc.option(fc.nat(4)), kind: fc.constantFrom('call', 'request', 'promise') }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(some, (drawn) => {
        const items = drawn.map(({ who, kind }, at) => {
          const item = aCall(`c-${who}`, OLD, kind === 'promise' ? { last: promised('2027-03-02T09:00:00.000Z') } : {})
          return { ...(kind === 'request' ? aRequest(`c-${who}`, OLD) : item), workId: `w-${at}` }
        })
        const people = new Map(
          drawn.map(({ who, phone }) => [`c-${who}`, person(`c-${who}`, phone === null ? null : `+84${phone}`)]),
        )
        const { lines } = list({ items, people: [...people.values()] })
        const onIt = lines.flatMap(({ customerIds }) => customerIds)
        expect(onIt.toSorted()).toEqual([...people.keys()].toSorted())
        expect(lines.flatMap(({ workIds }) => workIds).toSorted()).toEqual(items.map(({ workId }) => workId).toSorted())
        const numbers = lines.flatMap(({ customerIds: [id], why }) =>
          why.some(({ is }) => is === 'promise') ? [] : (people.get(id ?? '')?.phone ?? []),
        )
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
    )
  })
})

describe('after a long holiday', () => {
  const team: Team = TeamSchema.parse({
    name: 'Chăm sóc',
    longHolidays: [
      { name: { vi: 'Tết', en: 'Tet' }, from: '2027-02-20', to: '2027-02-28', lastPromiseOn: '2027-02-18', spreadBacklogOver: 3 },
    ],
  })
  const waiting = Array.from({ length: 60 }, (_, n) => aRequest(`c-${n}`, '2027-02-15T03:00:00.000Z'))
  const urgent = [aCall('score', '2027-02-15T03:00:00.000Z'), aRequest('new', '2027-02-26T03:00:00.000Z')]
  const givenOn = (date: string) => {
    const items = [...waiting, ...urgent]
    const { lines } = list({ items, team, date, callers: [{ ...HANH, calls: 500, callsLeft: 500 }] })
    return lines.flatMap(({ agent, customerIds }) => (agent === null ? [] : customerIds))
  }

  test('what waited is spread over the days that the team says; what is urgent, and what came due since, is not', () => {
    const [first, second, third] = [givenOn('2027-03-01'), givenOn('2027-03-02'), givenOn('2027-03-03')]
    expect(first).toEqual(expect.arrayContaining(['score']))
    expect(second).toEqual(expect.arrayContaining(['score', 'new']))
    const counts = [first, second, third].map((ids) => ids.filter((id) => id.startsWith('c-')).length)
    expect(counts[0]).toBeGreaterThan(10)
    expect(counts[1]).toBeGreaterThan((counts[0] ?? 0) + 10)
    expect(counts[2]).toBe(60)
    expect(second).toEqual(expect.arrayContaining(first))
    expect(givenOn('2027-03-04')).toHaveLength(62)
  })
})

test('made again when the only member is full, a complaint takes the place of the last ordinary call, that is not being rung, and the list keeps saying so', () => {
  const ordinary = ['a', 'b', 'c'].map((id) => aRequest(id, '2027-03-01T01:00:00.000Z'))
  const complaint = storedCase({
    workId: 'told',
    customerId: 'told',
    subject: aMailSubject('complaint'),
    events: [openedAt(NOW)],
  })
  const callers = [{ ...HANH, calls: 3, callsLeft: 3 }]
  const first = list({ items: ordinary, callers })
  expect(first.lines.map(({ agent }) => agent)).toEqual(['hanh', 'hanh', 'hanh'])
  const lease = { address: 'hanh', name: 'Hạnh', until: '2027-03-02T00:40:00.000Z' }
  const held = ordinary.map((item) => (item.workId === 'request-c' ? { ...item, lease } : item))
  const again = list({ items: [...held, complaint], callers, before: first.lines })
  const said = again.lines.map(({ workIds, agent, why }) => [
    workIds[0],
    agent,
    ...why.filter(({ is }) => is === 'gave-way' || is === 'not-given'),
  ])
  expect(said).toEqual([
    ['told', 'hanh'],
    ['request-a', 'hanh'],
    ['request-b', null, { is: 'gave-way', from: 'hanh' }, { is: 'not-given', because: 'capacity' }],
    ['request-c', 'hanh'],
  ])
  expect(list({ items: [...held, complaint], callers, before: again.lines })).toEqual(again)
})
