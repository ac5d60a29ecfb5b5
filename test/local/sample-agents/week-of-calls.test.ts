import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawDeskBalance } from '#app/desk/draw-desk-balance.ts'
import { events } from '#app/events.ts'
import { dutyOfDay } from '#core/duty/duty-of-day.ts'
import { actsInLog } from '#core/staff/acts-in-log.ts'
import { memberWith, readRoster } from '#core/staff/roster.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { instantAt, localDateAt, localTimeAt } from '#core/time/zone.ts'
import { addDeskBalances, deskAddsUp, NOTHING_HANDED } from '#core/work/desk-balance.ts'
import type { Disposition } from '#core/work/disposition.ts'
import type { Attempted } from '#core/work/work-event.ts'
import type { CallTask, WorkItem } from '#core/work/work-item.ts'
import { timeMover } from '#local/clock/time-mover.ts'
import { isThere } from '#local/sample-agents/agents-hours.ts'
import { type CallMade, callEnding } from '#local/sample-agents/call-end.ts'
import { sampleAgents } from '#local/sample-agents/sample-agents.ts'
import { readLines } from '#test/support/audit-lines.ts'
import { aCustomer, aPurchase } from '#test/support/builders.ts'
import { journeyStack } from '#test/support/journey-stack.ts'

/** A Monday, thirty days after the deliveries: the calls stand on the list of that day. */
const START: Instant = '2027-02-28T17:00:00.000Z'
const ZONE = 'Asia/Ho_Chi_Minh'

/** How the first call to each ends. Customers who ask to be rung at five are content when they are. */
const ROLES = {
  well: 'satisfied',
  question: 'feedback',
  asks: 'request',
  complains: 'complaint',
  silent: 'no-answer',
  talks: 'busy',
  off: 'unreachable',
  five: 'call-back',
  stops: 'do-not-call',
  wrong: 'wrong-number',
  refuses: 'refused',
} as const satisfies Record<string, Disposition>
type Role = keyof typeof ROLES
const EACH = 3

const roles = Object.keys(ROLES).filter((name): name is Role => name in ROLES)
const ofRole = (role: Role) => Array.from({ length: EACH }, (_, n) => `${role}-${n}`)
const everybody = roles.flatMap(ofRole)
const roleOf = (customerId: string) => roles.find((role) => customerId.startsWith(`${role}-`)) ?? 'well'

/** Work whose customer asked for a call back when its agent had no day to promise: the desk refuses such a call, and it is no attempt. */
const withoutTime: string[] = []

function ending({ item, date, promisable }: CallMade) {
  const wanted = ROLES[roleOf(item.customerId ?? '')]
  const isKept = wanted === 'call-back' && item.events.some(({ is }) => is === 'attempted')
  const usual = callEnding({ item, date, promisable })
  const disposition = isKept ? 'satisfied' : wanted
  if (disposition === 'call-back' && promisable === null) withoutTime.push(item.workId)
  return { ...usual, disposition, note: 'khách nói', callBackAt: disposition === 'call-back' ? promisable : null }
}

const read = readRoster({ file: 'campaigns/staff.json', text: readFileSync('campaigns/staff.json', 'utf8') })
if ('problems' in read) throw new Error(JSON.stringify(read.problems))
const { people, plan } = read.value

const rounds: Readonly<Record<string, unknown>>[] = []
let world: Awaited<ReturnType<typeof journeyStack>>

beforeAll(async () => {
  const customers = everybody.map((customerId, n) =>
    aCustomer({ customerId, email: null, phone: `+8490000${String(n).padStart(4, '0')}` }),
  )
  const purchases = everybody.map((customerId) => aPurchase({ customerId, purchasedOn: '2027-01-28', deliveredOn: '2027-01-30' }))
  world = await journeyStack({
    startAt: START,
    campaigns: ['check-in-call'],
    people: { customers, purchases, consents: () => ({}) },
  })
  const { stores, companyRules, clock, drain, engines } = world
  await stores.roster.publish({ people, version: 1, publishedAt: START, publishedBy: 'a test' }, plan)
  const sink = { event: (_: string, values: Readonly<Record<string, unknown>>) => void rounds.push(values) }
  const log = events({ event: () => {}, alarm: () => {} })
  const agents = sampleAgents({ stores, companyRules, events: log, ending, sink, now: START })
  const result = await timeMover({ clock, engines: [...engines, agents], drain }).advanceTo(plusMs(START, 7 * DAY_MS))
  if (result.outcome !== 'arrived') throw new Error(JSON.stringify(result))
})
afterAll(() => world?.stop())

const workOf = (customerId: string) => world.stores.work.ofCustomer(customerId)
const callOf = async (customerId: string): Promise<CallTask> => {
  const calls = (await workOf(customerId)).filter((item): item is CallTask => item.kind === 'call-task')
  if (!calls[0] || calls.length > 1) throw new Error(`${customerId} has ${calls.length} calls`)
  return calls[0]
}
const attemptsIn = ({ events: happened }: WorkItem) => happened.filter((event): event is Attempted => event.is === 'attempted')
const attemptsOf = async (customerId: string) => attemptsIn(await callOf(customerId))

test('each kind of customer was rung, and what they said is noted', async () => {
  for (const role of roles)
    for (const customerId of ofRole(role)) {
      const [first] = await attemptsOf(customerId)
      expect([customerId, first?.disposition]).toEqual([customerId, ROLES[role]])
    }
  expect(rounds.reduce((sum, { calls }) => sum + Number(calls), 0)).toBe(
    (await Promise.all(everybody.map(attemptsOf))).flat().length,
  )
})

test('each call stands in the log of staff under the agent who made it, with what became of it', async () => {
  const { auditLog } = world.stores
  const attempts = (await Promise.all(everybody.map(attemptsOf))).flat()
  const months = ['2027-02', '2027-03']
  const lines = readLines((await Promise.all(months.map((month) => auditLog.page({ month, limit: 5_000 })))).flat())
  const logged = actsInLog<never>(lines).filter(({ act }) => act === 'log-call')
  const linesOf = (wanted: string) => logged.filter(({ result }) => result === wanted)
  expect(attempts.length).toBeGreaterThan(40)
  expect(
    linesOf('done')
      .map(({ by, at }) => `${by} ${at}`)
      .toSorted(),
  ).toEqual(attempts.map(({ by, at }) => `${by.address} ${at}`).toSorted())
  expect(linesOf('refused').map(({ on }) => on?.id)).toEqual(withoutTime)
  expect(logged).toHaveLength(attempts.length + withoutTime.length)
})

test('those on shift ring, in hours in which they may, and a number once a day unless its customer asked for it', async () => {
  const { calendar } = world.companyRules
  for (const customerId of everybody) {
    const attempts = await attemptsOf(customerId)
    for (const { at, by } of attempts) {
      const member = memberWith({ people }, by.address ?? '')
      const date = localDateAt(at, ZONE)
      const [duty] = dutyOfDay({
        plan,
        team: member?.team ?? '',
        people: [{ address: by.address ?? '' }],
        date,
        calendar,
        changes: [],
      })
      expect([member?.team, duty && isThere(duty, localTimeAt(at, ZONE))]).toEqual(['Cửa hàng và giao hàng', true])
    }
    if (roleOf(customerId) === 'five') continue
    const days = attempts.map(({ at }) => localDateAt(at, ZONE))
    expect(new Set(days).size).toBe(days.length)
  }
})

test('who asked for five is rung at the last time that the law leaves, by the agent who promised it', async () => {
  for (const customerId of ofRole('five')) {
    const [asked, kept, ...more] = await attemptsOf(customerId)
    expect(asked?.callBackAt).toBe(instantAt(localDateAt(asked?.callBackAt ?? '', ZONE), '16:45', ZONE))
    expect([kept?.at, kept?.by, kept?.disposition, more]).toEqual([asked?.callBackAt, asked?.by, 'satisfied', []])
  }
})

test('the balance of the calls adds up, each customer in the line of what they said', async () => {
  const occurrences = await world.stores.occurrences.between('2027-02-20', '2027-03-08')
  const balances = await Promise.all(occurrences.map(({ occurrenceId }) => drawDeskBalance(world.stores, occurrenceId)))
  const whole = balances.reduce(addDeskBalances, NOTHING_HANDED)
  expect(balances.every(deskAddsUp)).toBe(true)
  const { exhausted, open, ...lines } = whole.lines
  expect([whole.handed, exhausted + open]).toEqual([everybody.length, 3 * EACH])
  expect(exhausted).toBeGreaterThan(0)
  expect(lines).toEqual({
    ...{ reached: 5 * EACH, stopped: EACH, 'wrong-number': EACH, refused: EACH },
    ...{ expired: 0, cancelled: 0, gone: 0, lost: 0 },
  })
  expect(world.alarms).toEqual([])
})

test('a complaint and a request are a case each, once, which is solved after some days by ringing the customer', async () => {
  for (const role of roles) {
    const opens = role === 'complains' || role === 'asks'
    for (const customerId of ofRole(role)) {
      const work = await workOf(customerId)
      expect([customerId, work.length]).toEqual([customerId, opens ? 2 : 1])
    }
  }
  const cases = (await Promise.all([...ofRole('complains'), ...ofRole('asks')].map(workOf)))
    .flat()
    .filter(({ kind }) => kind === 'case')
  const solved = cases.filter(({ events: happened }) => happened.at(-1)?.is === 'closed')
  expect(solved.length).toBeGreaterThan(cases.length / 2)
  for (const { events: happened } of solved) expect(happened.at(-1)).toMatchObject({ by: { is: 'staff' }, reached: true })
})

test('who wants no more calls is heard for every purpose', async () => {
  for (const customerId of ofRole('stops'))
    expect((await world.stores.customers.get(customerId))?.consents).toMatchObject({
      'care/call': { decision: 'withdrawn' },
      'survey/call': { decision: 'withdrawn' },
    })
})

test('some calls are left for the day after', async () => {
  const days = await Promise.all(
    everybody.map(async (customerId) => localDateAt((await attemptsOf(customerId))[0]?.at ?? '', ZONE)),
  )
  expect(new Set(days)).toEqual(new Set(['2027-03-01', '2027-03-02']))
})
