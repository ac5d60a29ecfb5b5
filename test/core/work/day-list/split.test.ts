/** The laws of splitting a day's list, whatever the work and the members on shift. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Caller } from '#core/work/day-list/desks.ts'
import type { DayEntry } from '#core/work/day-list/entries.ts'
import { type GivenEntry, type Splitting, splitOver } from '#core/work/day-list/split.ts'

const [DATE, ZONE] = ['2027-03-02', 'Asia/Ho_Chi_Minh']
const MORNING = [{ from: '08:00', to: '12:00' }]
const AFTERNOON = [{ from: '13:00', to: '17:00' }]
const DAY = [...MORNING, ...AFTERNOON]
const AT_FIVE_TO_FIVE = '2027-03-02T09:55:00.000Z'

const anEntry = (n: number, over: Partial<DayEntry> = {}): DayEntry => {
  const { promiseAt = null, owner = null, lookedAfterBy = null } = over
  const dueAt = '2027-03-02T03:00:00.000Z'
  return {
    key: `w-${n}`,
    work: [
      {
        workId: `w-${n}`,
        customerId: `c-${n}`,
        dueAt,
        promiseAt,
        urgent: null,
        phone: null,
        isReturned: false,
        sharedBy: null,
        age: 0,
        owner,
        handed: null,
      },
    ],
    people: [{ customerId: `c-${n}`, phone: null, tier: null, lookedAfterBy }],
    lookedAfterBy,
    promiseAt,
    dueAt,
    urgent: null,
    age: 0,
    owner,
    sharing: 1,
    isHanded: false,
    givenUpBy: [],
    ...over,
  }
}
const aCaller = (address: string, over: Partial<Caller> = {}): Caller => {
  const { calls = 10 } = over
  return { address, hours: DAY, calls, callsLeft: calls, done: 0, ...over }
}
const splitting = (over: Partial<Splitting>): Splitting => ({
  callers: [],
  lead: 'lead',
  before: new Map(),
  waits: () => false,
  held: new Map(),
  gaveWay: new Map(),
  date: DATE,
  zone: ZONE,
  ...over,
})
const beforeOf = (given: readonly GivenEntry[]) =>
  new Map(given.flatMap(({ entry, agent }) => (agent === null ? [] : [[entry.key, agent] as const])))
const loadOf = (given: readonly GivenEntry[], address: string) => given.filter(({ agent }) => agent === address).length

const callers = fc
  .array(
    fc.record({
      hours: fc.constantFrom(DAY, MORNING, AFTERNOON, []),
      calls: fc.integer({ min: 0, max: 12 }),
      callsLeft: fc.integer({ min: 1, max: 12 }),
      done: fc.integer({ min: 0, max: 4 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((members) => members.map((member, at) => aCaller(`agent-${at}`, member)))
const entries = fc
  .array(
    fc.record({
      owner: fc.option(fc.constantFrom('agent-0', 'agent-1', 'agent-2', 'who-left')),
      lookedAfterBy: fc.option(fc.constantFrom('agent-0', 'agent-1')),
      dueAt: fc.constantFrom('2027-03-01T09:00:00.000Z', '2027-03-02T03:00:00.000Z', '2027-03-02T09:00:00.000Z'),
      promiseAt: fc.option(fc.constantFrom('2027-03-01T03:00:00.000Z', '2027-03-02T02:00:00.000Z', AT_FIVE_TO_FIVE), { freq: 3 }),
    }),
    { maxLength: 60 },
  )
  .map((list) => list.map((over, at) => anEntry(at, over)))

describe('for every list and every team', () => {
  test('each entry stands there once, in its place, and two runs give the same', () => {
    fc.assert(
      fc.property(entries, callers, (list, team) => {
        const given = splitOver(list, splitting({ callers: team }))
        expect(given.map(({ entry }) => entry)).toEqual(list)
        expect(splitOver(list, splitting({ callers: team.toReversed() }))).toEqual(given)
      }),
    )
  })

  test('nobody is given more than fits, but for promises', () => {
    fc.assert(
      fc.property(entries, callers, (list, team) => {
        const given = splitOver(list, splitting({ callers: team }))
        if (!team.some(({ hours, calls }) => hours.length > 0 && calls > 0)) return
        for (const { address, calls, done, hours } of team) {
          const promises = given.filter(({ agent, entry }) => agent === address && entry.promiseAt !== null)
          expect(loadOf(given, address)).toBeLessThanOrEqual(Math.max(promises.length, calls - done))
          if (hours.length === 0) expect(loadOf(given, address)).toBe(0)
        }
      }),
    )
  })

  test('whoever is there keeps what they own, or nobody has it', () => {
    fc.assert(
      fc.property(entries, callers, (list, team) => {
        for (const { entry, agent, why } of splitOver(list, splitting({ callers: team })))
          if (why.some(({ is }) => is === 'owner')) expect([entry.owner, null]).toContain(agent)
      }),
    )
  })

  test('made again as it stands it changes nothing; when one falls ill, only what that one had moves, and what gives way to it', () => {
    fc.assert(
      fc.property(entries, callers, fc.nat(5), (list, team, which) => {
        const first = splitOver(list, splitting({ callers: team }))
        expect(splitOver(list, splitting({ callers: team, before: beforeOf(first) }))).toEqual(first)
        const ill = team[which % team.length]?.address
        const left = team.map((caller) => (caller.address === ill ? { ...caller, hours: [] } : caller))
        if (!left.some(({ hours, calls }) => hours.length > 0 && calls > 0)) return
        if (!team.some(({ hours, calls }) => hours.length > 0 && calls > 0)) return
        const again = splitOver(list, splitting({ callers: left, before: beforeOf(first) }))
        again.forEach(({ entry, agent, why }, at) => {
          const had = first[at]?.agent
          if (had === ill || had === null || agent === had) return
          expect([entry.promiseAt, why.filter(({ is }) => is === 'gave-way')]).toEqual([null, [{ is: 'gave-way', from: had }]])
        })
      }),
    )
  })

  test('of free work the first in order is given out, whoever looks after the rest, and no one is given more than they will still come to', () => {
    const carers = fc.option(fc.constantFrom('agent-0', 'agent-1', 'agent-2'))
    const works = fc.array(carers, { maxLength: 60 }).map((list) => list.map((by, at) => anEntry(at, { lookedAfterBy: by })))
    fc.assert(
      fc.property(works, callers, (list, team) => {
        if (!team.some(({ hours, calls }) => hours.length > 0 && calls > 0)) return
        const given = splitOver(list, splitting({ callers: team }))
        const agents = given.map(({ agent }) => agent)
        const first = agents.indexOf(null)
        if (first >= 0) expect(agents.slice(first).every((agent) => agent === null)).toBe(true)
        for (const { address, callsLeft } of team) expect(loadOf(given, address)).toBeLessThanOrEqual(callsLeft)
      }),
    )
  })

  test('free work is spread evenly', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.integer({ min: 1, max: 6 }), (count, people) => {
        const list = Array.from({ length: count }, (_, at) => anEntry(at))
        const team = Array.from({ length: people }, (_, at) => aCaller(`agent-${at}`))
        const given = splitOver(list, splitting({ callers: team }))
        const loads = team.map(({ address }) => loadOf(given, address))
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
        expect(loads.reduce((sum, load) => sum + load, 0)).toBe(Math.min(count, people * 10))
      }),
    )
  })
})

describe('a promise', () => {
  const promise = (over: Partial<DayEntry> = {}) => anEntry(1, { promiseAt: AT_FIVE_TO_FIVE, owner: 'hanh', ...over })
  const outcome = (entry: DayEntry, team: readonly Caller[]) => {
    const [given] = splitOver([entry], splitting({ callers: team }))
    return [given?.agent, given?.why]
  }

  test('for a time at which the whole team is away is rung at another time', () => {
    const team = [aCaller('hanh', { hours: MORNING }), aCaller('bao', { hours: MORNING, done: 1 })]
    expect(outcome(promise(), team)).toEqual(['hanh', [{ is: 'owner-gone', owner: 'hanh', because: 'hour' }]])
  })

  test('stays with its owner, however full the day', () => {
    expect(outcome(promise(), [aCaller('hanh', { calls: 1, done: 1 }), aCaller('bao')])).toEqual(['hanh', [{ is: 'owner' }]])
  })

  test.each([
    ['away', [aCaller('hanh', { hours: [] }), aCaller('bao')]],
    ['hour', [aCaller('hanh', { hours: MORNING }), aCaller('bao')]],
    ['left', [aCaller('bao')]],
  ] as const)('is free when its owner is not there (%s), and the line says so', (because, team) => {
    expect(outcome(promise(), team)).toEqual(['bao', [{ is: 'owner-gone', owner: 'hanh', because }]])
  })
})

describe('a customer whom a member looks after', () => {
  const ofLinh = (n: number, over: Partial<DayEntry> = {}) => anEntry(n, { lookedAfterBy: 'linh', ...over })
  const outcomes = (list: readonly DayEntry[], callers: readonly Caller[], before: Splitting['before'] = new Map()) =>
    splitOver(list, splitting({ callers, before })).map(({ agent, why }) => [agent, ...why])
  const team = [aCaller('bao'), aCaller('linh')]

  test('is rung by that member, whoever has less to do, and the line says so', () => {
    expect(outcomes([ofLinh(1), ofLinh(2), anEntry(3)], team)).toEqual([
      ['linh', { is: 'looked-after' }],
      ['linh', { is: 'looked-after' }],
      ['bao'],
    ])
  })

  test('takes the room of that member before what no member owns or looks after', () => {
    expect(outcomes([anEntry(1), anEntry(2), ofLinh(3)], [aCaller('bao', { calls: 2 }), aCaller('linh', { calls: 1 })])).toEqual([
      ['bao'],
      ['bao'],
      ['linh', { is: 'looked-after' }],
    ])
  })

  const ofBao = (n: number) => anEntry(n, { lookedAfterBy: 'bao' })
  const complaint = (n: number) => anEntry(n, { urgent: { is: 'complaint' } })
  const two = (over: Partial<Caller> = {}) => [aCaller('bao', { calls: 2, ...over }), aCaller('linh', { calls: 2, ...over })]
  const lateInTheDay = two({ calls: 40, callsLeft: 2 })
  test.each<[string, readonly DayEntry[], readonly Caller[], readonly (string | null)[]]>([
    [
      'keeps no complaint from being given out',
      [complaint(1), ofLinh(2), ofLinh(3), ofBao(4), ofBao(5)],
      two(),
      ['bao', 'linh', 'linh', 'bao', null],
    ],
    [
      'keeps no work from it that is due for longer',
      [anEntry(1), anEntry(2), anEntry(3), ofLinh(4), ofLinh(5)],
      two(),
      ['bao', 'bao', 'linh', 'linh', null],
    ],
    [
      'is left to the end of the list, also late in the day',
      [anEntry(1), anEntry(2), anEntry(3), anEntry(4), ofLinh(5), ofLinh(6)],
      lateInTheDay,
      ['bao', 'bao', 'linh', 'linh', null, null],
    ],
    [
      'is rung by that member where a colleague can ring what stands before it',
      [anEntry(1), anEntry(2), ofLinh(3), ofLinh(4)],
      two(),
      ['bao', 'bao', 'linh', 'linh'],
    ],
    [
      'and so it is late in the day',
      [anEntry(1), anEntry(2), ofLinh(3), ofLinh(4)],
      lateInTheDay,
      ['bao', 'bao', 'linh', 'linh'],
    ],
    [
      'is rung by a colleague as soon as that member is full',
      [ofLinh(1), ofLinh(2), ofLinh(3), anEntry(4), anEntry(5)],
      two(),
      ['linh', 'linh', 'bao', 'bao', null],
    ],
    [
      'goes to no member who has it no more, and takes no room of theirs',
      [anEntry(1), ofLinh(2, { givenUpBy: ['linh'] }), anEntry(3), anEntry(4)],
      two(),
      ['bao', 'bao', 'linh', 'linh'],
    ],
  ])('%s', (_what, list, callers, agents) => {
    expect(outcomes(list, callers).map(([agent]) => agent)).toEqual(agents)
    const full = outcomes(list, callers).flatMap(([agent, ...why]) => (agent === null ? [why.at(-1)] : []))
    expect(full).toEqual(full.map(() => ({ is: 'not-given', because: 'capacity' })))
  })

  test.each([
    ['away', { hours: [] }],
    ['full', { calls: 1, done: 1 }],
  ] as const)('is rung by a colleague while that member is %s, and the line names both', (because, over) => {
    expect(outcomes([ofLinh(1)], [aCaller('bao'), aCaller('linh', over)])).toEqual([
      ['bao', { is: 'looked-after-gone', by: 'linh', because }],
    ])
  })

  test('whose owner is that member too is told once that they are away', () => {
    expect(outcomes([ofLinh(1, { owner: 'linh' })], [aCaller('bao'), aCaller('linh', { hours: [] })])).toEqual([
      ['bao', { is: 'owner-gone', owner: 'linh', because: 'away' }],
    ])
  })

  test('stays with who owns the work, and with whom it lay when the list is made again', () => {
    expect(outcomes([ofLinh(1, { owner: 'bao' })], team)).toEqual([['bao', { is: 'owner' }]])
    expect(outcomes([ofLinh(1)], team, new Map([['w-1', 'bao']]))).toEqual([['bao']])
  })

  test('goes to a colleague once that member gave the work up', () => {
    expect(outcomes([ofLinh(1, { givenUpBy: ['linh'] })], team)).toEqual([['bao']])
  })
})

describe('what is due before a member begins', () => {
  const [AT_TEN, AT_FOUR, YESTERDAY] = ['2027-03-02T03:00:00.000Z', '2027-03-02T09:00:00.000Z', '2027-03-01T03:00:00.000Z']
  const late = aCaller('bao', { hours: AFTERNOON })
  const agentOf = (entry: DayEntry, callers: readonly Caller[], before: Splitting['before'] = new Map()) =>
    splitOver([entry], splitting({ callers, before }))[0]?.agent

  test('is rung by who is there in time, however much more they have to do', () => {
    const early = aCaller('hanh', { hours: MORNING, done: 5 })
    expect(agentOf(anEntry(1, { dueAt: AT_TEN }), [late, early])).toBe('hanh')
    expect(agentOf(anEntry(1, { dueAt: AT_FOUR }), [late, early])).toBe('bao')
  })

  test('and is urgent and late already is rung by who begins first', () => {
    const early = aCaller('hanh', { hours: MORNING, done: 5 })
    const urgent = { is: 'complaint' } as const
    expect(agentOf(anEntry(1, { dueAt: YESTERDAY, urgent }), [late, early])).toBe('hanh')
    expect(agentOf(anEntry(1, { dueAt: YESTERDAY }), [late, early])).toBe('bao')
  })

  test('is rung late by that member rather than not at all', () => {
    expect(agentOf(anEntry(1, { dueAt: AT_TEN }), [late, aCaller('hanh', { hours: MORNING, calls: 1, done: 1 })])).toBe('bao')
    expect(agentOf(anEntry(1, { dueAt: AT_TEN }), [late])).toBe('bao')
  })
})

test('on a day without anybody on shift the whole list is the lead’s, and says so', () => {
  const list = [anEntry(1), anEntry(2, { owner: 'hanh' })]
  const off = [aCaller('hanh', { hours: [] }), aCaller('head', { calls: 0 })]
  const given = splitOver(list, splitting({ callers: off }))
  expect(given.map(({ agent, why }) => [agent, why])).toEqual([
    ['lead', [{ is: 'nobody-on-shift' }]],
    ['lead', [{ is: 'nobody-on-shift' }]],
  ])
  expect(splitOver([anEntry(1)], splitting({ callers: off, lead: null }))[0]).toMatchObject({
    agent: null,
    why: [{ is: 'nobody-on-shift' }, { is: 'not-given', because: 'no-lead' }],
  })
})

describe('when a colleague leaves late in the day', () => {
  const late = (address: string, over: Partial<Caller> = {}) => aCaller(address, { calls: 40, callsLeft: 2, ...over })
  const lay = (at: number) => [`w-${at}`, at < 20 ? 'hanh' : 'bao'] as const
  const split = (list: readonly DayEntry[], before: ReadonlyMap<string, string>, over: Partial<Caller> = {}) =>
    splitOver(list, splitting({ callers: [late('hanh', { hours: [] }), late('bao', over), late('mai')], before }))

  test('the others get what they have time for, and the rest is given to none', () => {
    const list = Array.from({ length: 20 }, (_, at) => anEntry(at))
    const given = split(list, new Map(list.map((_, at) => lay(at))))
    expect(['bao', 'mai'].map((address) => loadOf(given, address))).toEqual([2, 2])
    expect(given.filter(({ agent }) => agent === null).map(({ why }) => why)).toEqual(
      Array.from({ length: 16 }, () => [{ is: 'not-given', because: 'capacity' }]),
    )
  })

  test('each keeps what lay with them, and gets more only where it is rung before that', () => {
    const list = Array.from({ length: 30 }, (_, at) => anEntry(at))
    const given = split(list.toReversed(), new Map(list.map((_, at) => lay(at))))
    expect(['bao', 'mai'].map((address) => loadOf(given, address))).toEqual([10, 2])
  })

  test('a complaint that comes in then goes first, and is given out however much lies there', () => {
    const list = Array.from({ length: 30 }, (_, at) => anEntry(at))
    const before = new Map(list.map((_, at) => [`w-${at}`, at < 15 ? 'bao' : 'mai'] as const))
    expect(split([anEntry(99), ...list], before)[0]).toMatchObject({ agent: 'bao', why: [] })
  })

  test('who has rung as many as a whole day holds gets no more', () => {
    expect(split([anEntry(1)], new Map(), { done: 40 })[0]).toMatchObject({ agent: 'mai' })
  })
})

test('what does not fit is given to nobody, and says whether its owner or everybody is full', () => {
  const team = [aCaller('hanh', { calls: 1 }), aCaller('bao', { calls: 1 })]
  const list = [anEntry(1, { owner: 'hanh' }), anEntry(2, { owner: 'hanh' }), anEntry(3), anEntry(4), anEntry(5)]
  const waits = ({ key }: DayEntry) => key === 'w-5'
  expect(splitOver(list, splitting({ callers: team, waits })).map(({ agent, why }) => [agent, why.at(-1)])).toEqual([
    ['hanh', { is: 'owner' }],
    [null, { is: 'not-given', because: 'owner-full' }],
    ['bao', undefined],
    [null, { is: 'not-given', because: 'capacity' }],
    [null, { is: 'not-given', because: 'spread' }],
  ])
})

describe('what cannot wait for the next day', () => {
  const complaint = (n: number, over: Partial<DayEntry> = {}) => anEntry(n, { urgent: { is: 'complaint' }, ...over })
  const missed = (n: number) => anEntry(n, { urgent: { is: 'missed-hotline', at: '2027-03-02T02:00:00.000Z' } })
  const atFive = (n: number, over: Partial<DayEntry> = {}) => anEntry(n, { promiseAt: AT_FIVE_TO_FIVE, ...over })
  const two = (over: Partial<Caller> = {}) => [aCaller('bao', { calls: 2, ...over }), aCaller('linh', { calls: 2, ...over })]
  const lay = new Map([
    ['w-1', 'bao'],
    ['w-2', 'linh'],
    ['w-3', 'bao'],
    ['w-4', 'linh'],
  ])
  const ordinary = [1, 2, 3, 4].map((n) => anEntry(n))
  const split = (list: readonly DayEntry[], over: Partial<Splitting> = {}) =>
    splitOver(list, splitting({ callers: two(), before: lay, ...over }))
  const agentsOf = (given: readonly GivenEntry[]) => given.map(({ agent }) => agent)

  test.each([
    ['a complaint', complaint(9)],
    ['who rang the hotline in vain', missed(9)],
    ['a call-back whose owner is away', atFive(9, { owner: 'hanh' })],
  ])('%s takes the place of the last ordinary call of a full team, and the list says so', (_what, first) => {
    const given = split([first, ...ordinary])
    expect(agentsOf(given)).toEqual(['linh', 'bao', 'linh', 'bao', null])
    expect(given[4]?.why).toEqual([
      { is: 'gave-way', from: 'linh' },
      { is: 'not-given', because: 'capacity' },
    ])
    // Made again with what it was, it stays so and says so still.
    const again = split([first, ...ordinary], { before: beforeOf(given), gaveWay: new Map([['w-4', 'linh']]) })
    expect(again).toEqual(given)
  })

  test('what gives way goes to a colleague who has room', () => {
    const given = split([complaint(9), ...ordinary], { callers: [...two(), aCaller('mai', { calls: 4, done: 3 })] })
    expect(agentsOf(given)).toEqual(['mai', 'bao', 'linh', 'bao', 'linh'])
    const onlyBao = split([complaint(9, { givenUpBy: ['mai', 'linh'] }), ...ordinary], {
      callers: [...two(), aCaller('mai', { calls: 4, done: 3 })],
    })
    expect(agentsOf(onlyBao)).toEqual(['bao', 'bao', 'linh', 'mai', 'linh'])
    expect(onlyBao[3]?.why).toEqual([{ is: 'gave-way', from: 'bao' }])
  })

  test('a call that a colleague is on does not give way', () => {
    const given = split([complaint(9), ...ordinary], { held: new Map([['w-4', 'linh']]) })
    expect(agentsOf(given)).toEqual(['bao', 'bao', 'linh', null, 'linh'])
  })

  test('an ordinary call of an owner gives way too, and waits for the owner', () => {
    const owned = ordinary.map((entry) => ({ ...entry, owner: lay.get(entry.key) ?? null }))
    const given = split([complaint(9), ...owned])
    expect(agentsOf(given)).toEqual(['linh', 'bao', 'linh', 'bao', null])
    expect(given[4]?.why).toEqual([{ is: 'owner' }, { is: 'gave-way', from: 'linh' }, { is: 'not-given', because: 'owner-full' }])
  })

  test.each([
    ['a complaint', complaint(9)],
    ['a call-back whose owner is away', atFive(9, { owner: 'hanh' })],
  ])('%s is given beyond what fits where nothing is left that could give way', (_what, first) => {
    const given = split([first], { callers: two({ done: 2 }) })
    expect(agentsOf(given)).toEqual(['bao'])
    expect(given[0]?.why.at(-1)).toEqual({ is: 'beyond-room' })
    expect(split([first], { callers: two({ done: 2 }), before: beforeOf(given) })).toEqual(given)
    expect(split([first], { callers: two({ callsLeft: 0 }) })[0]?.agent).toBe('bao')
  })

  test('who rang in vain is not: that call and a low score wait, as other work does', () => {
    expect(split([missed(9)], { callers: two({ done: 2 }) })[0]?.agent).toBeNull()
  })

  test('a complaint of an owner stays theirs, however full the day', () => {
    const given = split([complaint(9, { owner: 'bao' })], { callers: two({ done: 2 }) })
    expect(given.map(({ agent, why }) => [agent, why])).toEqual([['bao', [{ is: 'owner' }, { is: 'beyond-room' }]]])
  })

  test('for every list and team: a complaint or an agreed call-back lies with a member as long as one works', () => {
    const urgent = fc.option(fc.constantFrom({ is: 'complaint' } as const, { is: 'low-score', score: 2 } as const))
    const works = fc.array(fc.tuple(urgent, fc.boolean(), fc.option(fc.constantFrom('agent-0', 'agent-1', 'who-left'))), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(works, callers, fc.infiniteStream(fc.option(fc.constantFrom('agent-0', 'agent-1'))), (drawn, team, lain) => {
        if (!team.some(({ hours, calls }) => hours.length > 0 && calls > 0)) return
        const list = drawn.map(([is, isPromised, owner], at) =>
          anEntry(at, { urgent: is, promiseAt: isPromised ? AT_FIVE_TO_FIVE : null, owner }),
        )
        const before = new Map(
          list.flatMap(({ key }) => [...lain.take(1)].flatMap((agent) => (agent ? [[key, agent] as const] : []))),
        )
        for (const { entry, agent } of splitOver(list, splitting({ callers: team, before })))
          if (entry.promiseAt !== null || entry.urgent?.is === 'complaint') expect(agent).not.toBeNull()
      }),
    )
  })
})
