/** A team's list of calls through a day: made once, made again when the team or its work changes, and never twice by a schedule that rings twice. */
import { expect, test } from 'vitest'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { makeDayList } from '#app/desk/make-day-list.ts'
import { makeDueLists } from '#app/desk/make-due-lists.ts'
import { events } from '#app/events.ts'
import type { DayLists } from '#app/ports/day-lists.ts'
import { TeamSchema } from '#core/duty/team.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { attempted } from '#core/work/history.ts'
import type { Attempted, Owner, Reopened } from '#core/work/work-event.ts'
import type { CallTask } from '#core/work/work-item.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import {
  aMailSubject,
  aMissedCall,
  assignedTo,
  closedWork,
  openedAt,
  storedCase,
  storedWork,
} from '#test/support/work-builders.ts'

const [TEAM, DATE, RULES] = ['Chăm sóc', '2027-03-02', theCompanyRules()]
const at = (time: string) => new Date(`${DATE}T${time}:00+07:00`).toISOString()
const someone = (name: string, over: Partial<StaffMember> = {}): StaffMember => ({
  name,
  address: `${name}@example.com`,
  team: TEAM,
  role: 'agent',
  ...over,
})
const PEOPLE = [someone('mai', { role: 'lead' }), someone('hanh'), someone('bao'), someone('lan', { team: 'Kinh doanh' })]
const hers = (name: string): Owner => ({ is: 'person', address: `${name}@example.com`, name, team: TEAM })

async function desk({ lists = memoryDayLists() }: { lists?: DayLists } = {}) {
  const seen: string[] = []
  const ports = {
    lists,
    work: memoryWorkStore(),
    customers: memoryCustomerStore({ addressHash: (address) => address }),
    roster: memoryRosterStore(),
    dutyBook: memoryDutyBook(),
    companyRules: RULES,
    events: events({ event: (name) => void seen.push(name), alarm: () => {} }),
  }
  const plan = { teams: [TeamSchema.parse({ name: TEAM, startOfDay: '07:30' })], people: [] }
  await ports.roster.publish({ people: PEOPLE, version: 1, publishedAt: '2027-01-01T00:00:00.000Z', publishedBy: 'huy' }, plan)
  const due = async (customerId: string, over: { owner?: Owner; phone?: string; lookedAfterBy?: string } = {}) => {
    const opened = openedAt('2027-03-01T04:00:00.000Z')
    const item = storedWork({
      workId: `call-${customerId}`,
      customerId,
      dueAt: '2027-03-02T04:00:00.000Z',
      events: [opened, ...(over.owner ? [assignedTo(over.owner)] : [])],
    })
    await ports.work.open(item)
    await ports.customers.put([
      aCustomer({ customerId, phone: over.phone ?? null, email: null, owner: over.lookedAfterBy ?? null }),
    ])
    return item
  }
  const standing = async () =>
    ((await ports.lists.get({ team: TEAM, date: DATE }))?.lines ?? []).map(
      ({ customerIds, agent, isWorked }) =>
        `${customerIds.join('+')}: ${agent?.split('@')[0] ?? 'nobody'}${isWorked ? ' (worked)' : ''}`,
    )
  const make = (time: string, which: 'first' | 'again' = 'first') =>
    makeDayList(ports, { team: TEAM, date: DATE, at: at(time), which })
  const isIll = (name: string, time: string) =>
    ports.dutyBook.add({
      is: 'away',
      changeId: name,
      date: DATE,
      at: at(time),
      by: 'mai@example.com',
      byName: 'mai',
      address: `${name}@example.com`,
      because: 'ill',
      from: time,
    })
  return { ports, due, standing, make, isIll, seen }
}

test('a schedule that rings twice, or late, makes a list once, on days on which the team works', async () => {
  const { ports, due, standing, seen } = await desk()
  await due('an')
  expect(await makeDueLists(ports, at('07:00'))).toBe(0)
  expect(await makeDueLists(ports, at('07:30'))).toBe(2)
  const first = await ports.lists.get({ team: TEAM, date: DATE })
  expect(first).toMatchObject({ version: 1, beyond: 0 })
  await due('binh')
  expect(await makeDueLists(ports, at('07:30'))).toBe(0)
  expect(await makeDueLists(ports, at('09:00'))).toBe(0)
  expect(await ports.lists.get({ team: TEAM, date: DATE })).toEqual(first)
  expect(await standing()).toEqual(['an: bao'])
  expect(seen).toEqual(['calls.listed', 'calls.listed'])
  expect(await makeDueLists(ports, '2027-03-06T03:00:00.000Z')).toBe(0)
})

test('customers go to the member whom the company’s list gives them to, and to a colleague while that one is ill', async () => {
  const { due, standing, make, isIll } = await desk()
  await due('an', { lookedAfterBy: 'hanh@example.com' })
  await due('binh', { lookedAfterBy: 'Hanh' })
  await due('chi', { lookedAfterBy: 'lan' })
  await make('07:30')
  expect(await standing()).toEqual(['an: hanh', 'binh: hanh', 'chi: bao'])
  await isIll('hanh', '09:00')
  await make('09:00', 'again')
  expect(await standing()).toEqual(['an: mai', 'binh: bao', 'chi: bao'])
})

test('work that no team has stands on the list of the first team alone', async () => {
  const { ports, due, standing, make } = await desk()
  await due('an')
  await due('chi', { owner: { is: 'team', team: 'Kinh doanh' } })
  await make('07:30')
  await makeDayList(ports, { team: 'Kinh doanh', date: DATE, at: at('07:30'), which: 'first' })
  expect(await standing()).toEqual(['an: bao'])
  const other = await ports.lists.get({ team: 'Kinh doanh', date: DATE })
  expect(other?.lines.map(({ customerIds }) => customerIds)).toEqual([['chi']])
})

test('when one falls ill at ten the others take over what is left, and what was worked stays where it was', async () => {
  const { ports, due, standing, make, isIll } = await desk()
  for (const customerId of ['an', 'binh', 'chi', 'dung', 'em']) await due(customerId)
  await due('hoa', { owner: hers('hanh') })
  await make('07:30')
  const before = await standing()
  expect(before.filter((line) => line.endsWith('hanh'))).toHaveLength(2)
  const [called] = before.filter((line) => line.endsWith('hanh') && !line.startsWith('hoa'))
  const customerId = called?.split(':')[0] ?? ''
  const item = await ports.work.get(`call-${customerId}`)
  if (item) await ports.work.update(closedWork(item, DATE))
  await isIll('hanh', '10:00')
  expect(await make('10:00', 'again')).toMatchObject({ made: { version: 2 } })
  const after = await standing()
  expect(after.at(-1)).toBe(`${customerId}: hanh (worked)`)
  expect(after.filter((line) => line.endsWith('hanh'))).toEqual([])
  expect(after).toHaveLength(6)
  for (const line of before.filter((each) => !each.endsWith('hanh'))) expect(after).toContain(line)
  expect(await make('10:00', 'again')).toHaveProperty('asItWas')
})

test('the schedule makes up for a change that broke off before the list was made again', async () => {
  const { ports, due, standing, make, isIll } = await desk()
  await due('an', { owner: hers('hanh') })
  await make('07:30')
  await isIll('hanh', '08:00')
  expect(await standing()).toEqual(['an: hanh'])
  expect(await makeDueLists(ports, at('08:30'))).toBe(2)
  expect(await standing()).toEqual(['an: bao'])
})

test('a missed call that was tried stands on the list again when the caller rings in vain again, with whom it lay', async () => {
  const { ports, standing, make } = await desk()
  await ports.customers.put([aCustomer({ customerId: 'an', phone: '+84901234567', email: null })])
  const tried: Attempted = {
    is: 'attempted',
    at: at('09:30'),
    by: { is: 'staff', name: 'bao', address: 'bao@example.com' },
    disposition: 'no-answer',
    way: 'phone',
    note: null,
    callBackAt: null,
  }
  const task = aMissedCall({ customerId: 'an' }, { events: [openedAt(at('09:00'))], dueAt: at('10:00') })
  await ports.work.open(task)
  await make('09:00')
  const after = (event: Attempted | Reopened, version: number, dueAt: string) =>
    ports.work.get(task.workId).then((item) => {
      if (item?.kind !== 'call-task') throw new Error('no call task')
      return ports.work.update({ ...item, dueAt, events: [...item.events, event], version })
    })
  await after(tried, 1, '2027-03-03T07:00:00.000Z')
  await make('09:35', 'again')
  expect(await standing()).toEqual(['an: bao (worked)'])
  await after({ is: 'reopened', at: at('09:40'), by: { is: 'system' }, because: '' }, 2, at('10:40'))
  await make('09:41', 'again')
  expect(await standing()).toEqual(['an: bao'])
})

test('what one leaves who falls ill half an hour before close is given to the others as far as they have time', async () => {
  const { due, standing, make, isIll } = await desk()
  for (let n = 10; n < 30; n++) await due(`c-${n}`, { owner: hers('hanh') })
  await make('07:30')
  await isIll('hanh', '16:30')
  await make('16:30', 'again')
  const names = (await standing()).map((line) => line.split(': ')[1])
  const count = (name: string) => names.filter((each) => each === name).length
  expect([count('hanh'), count('bao'), count('mai'), count('nobody')]).toEqual([0, 2, 2, 16])
})

const acceptedAt = async ({ ports }: Awaited<ReturnType<typeof desk>>, time: string) => {
  const plan = await ports.roster.plan((await ports.roster.current())?.planId ?? null)
  await ports.roster.publish({ people: PEOPLE, version: 2, publishedAt: at(time), publishedBy: 'huy' }, plan)
}

test.each([
  { case: 'an urgent order in the evening', time: '20:00', urgentAt: at('20:00') },
  { case: 'an order of the last minute, carried out at close', time: '17:00', urgentAt: at('16:59') },
  { case: 'a roster published in the evening', time: '20:30', published: '20:00' },
  { case: 'a colleague away who was noted at close', time: '17:00', ill: '16:59' },
])('once the team has gone home its list stays as the day left it: $case', async ({ time, urgentAt = null, published, ill }) => {
  const office = await desk()
  const { ports, due, standing, isIll } = office
  for (const customerId of ['an', 'binh', 'chi']) await due(customerId, { owner: hers('hanh') })
  await makeDueLists(ports, at('07:30'))
  const before = await standing()
  expect(before).toEqual(['an: hanh', 'binh: hanh', 'chi: hanh'])
  if (published) await acceptedAt(office, published)
  if (ill) await isIll('bao', ill)
  await due('dung')
  await makeDueLists(ports, at(time), { urgentAt })
  expect(await standing()).toEqual(before)
})

test('while hours of the plan are left and every member is away, the list is still made again, and is the lead’s', async () => {
  const { ports, due, standing, isIll } = await desk()
  await due('an', { owner: hers('hanh') })
  await makeDueLists(ports, at('07:30'))
  for (const name of ['mai', 'hanh', 'bao']) await isIll(name, '10:00')
  await makeDueLists(ports, at('10:30'))
  expect(await standing()).toEqual(['an: mai'])
  await due('binh')
  await makeDueLists(ports, at('14:00'), { urgentAt: at('14:00') })
  expect(await standing()).toEqual(['an: mai', 'binh: mai'])
})

test('the schedule makes a list again when a roster was published since', async () => {
  const { ports, due, standing, make } = await desk()
  await due('an', { owner: hers('hanh') })
  await make('07:30')
  const people = PEOPLE.filter(({ name }) => name !== 'hanh')
  const plan = await ports.roster.plan((await ports.roster.current())?.planId ?? null)
  await ports.roster.publish({ people, version: 2, publishedAt: at('08:00'), publishedBy: 'huy' }, plan)
  await makeDueLists(ports, at('08:30'))
  expect(await standing()).toEqual(['an: bao'])
})

test('a number that was rung and not reached is not rung again on the day; a call-back agreed for five is', async () => {
  const { ports, due, standing, make } = await desk()
  const phone = '+84901234567'
  const [an] = [await due('an', { phone }), await due('chi'), await due('dung')]
  await make('07:30')
  await due('binh', { phone })
  const attempt = (over: Partial<Attempted>): Attempted => ({
    is: 'attempted',
    at: at('09:00'),
    by: { is: 'staff', name: 'bao', address: 'bao@example.com' },
    disposition: 'no-answer',
    way: 'phone',
    note: null,
    callBackAt: null,
    ...over,
  })
  const log = async (customerId: string, over: Partial<Attempted>) => {
    const item = await ports.work.get(`call-${customerId}`)
    const next = item?.kind === 'call-task' && attempted(item, { attempt: attempt(over), closing: null }, RULES)
    if (next && next !== 'full') await ports.work.update(next)
  }
  await log('an', {})
  await log('chi', { disposition: 'call-back', callBackAt: at('16:00') })
  await make('10:00', 'again')
  const after = await standing()
  expect(after).toEqual(['chi: bao', expect.stringMatching(/^dung: /), expect.stringMatching(/^an: .+ \(worked\)$/)])
  expect(an.workId).toBe('call-an')
  expect(await make('10:30', 'again')).toHaveProperty('asItWas')
})

test('two who make it again at one moment both end with the list as it is now', async () => {
  const lists = memoryDayLists()
  const { due, standing, make } = await desk({ lists })
  await due('an')
  await make('07:30')
  await due('binh')
  const results = await Promise.all([make('09:00', 'again'), make('09:00', 'again')])
  expect(results.map((result) => Object.keys(result)[0]).toSorted()).toEqual(['asItWas', 'made'])
  expect(await standing()).toHaveLength(2)
})

test('there is none for a team that nobody works in, on a day off, and none is made again before the day has begun', async () => {
  const { ports, make } = await desk()
  const making = { team: TEAM, date: DATE, at: at('07:30'), which: 'first' } as const
  expect(await makeDayList(ports, { ...making, team: 'Kho' })).toEqual({ none: 'no-such-team' })
  expect(await makeDayList(ports, { ...making, date: '2027-03-06' })).toEqual({ none: 'day-off' })
  expect(await make('06:00', 'again')).toEqual({ none: 'not-yet-made' })
})

test('lists of a week ago are removed when a new one is made', async () => {
  const { ports, make } = await desk()
  const old = { team: TEAM, date: '2027-02-22', version: 1, madeAt: '2027-02-22T00:30:00.000Z', lines: [], beyond: 0 }
  const recent = { ...old, date: '2027-02-23' }
  for (const list of [old, recent]) await ports.lists.put(list)
  await make('07:30')
  expect([await ports.lists.get(old), await ports.lists.get(recent)]).toEqual([undefined, recent])
})

test('a complaint that comes in during the day stands on the list at once, though it is due on the next one; a request waits', async () => {
  const { ports, due } = await desk()
  await due('an')
  await makeDueLists(ports, at('07:30'))
  await ports.customers.put([aCustomer({ customerId: 'binh', phone: null, email: null })])
  const complaint = storedCase({ customerId: 'binh', events: [openedAt(at('10:00'))], dueAt: '2027-03-03T03:00:00.000Z' })
  await ports.work.open(complaint)
  const request = { ...complaint, workId: 'request', subject: aMailSubject('request') }
  await ports.work.open(request)
  expect(await makeDueLists(ports, at('10:00'), { urgentAt: at('10:00') })).toBe(1)
  expect((await ports.lists.get({ team: TEAM, date: DATE }))?.lines.map(({ workIds }) => workIds)).toEqual([
    ['call-an'],
    ['complaint_reply-9'],
  ])
})

test('a call of a campaign waits while a grave case of its customer is open; calls about the case and about what the customer said do not', async () => {
  const { ports, due, standing, make } = await desk()
  await due('an')
  const opened = openedAt('2027-03-01T04:00:00.000Z')
  const checkIn = (customerId: string, events: CallTask['events'] = [opened]): CallTask =>
    storedWork({
      workId: `check-in-${customerId}`,
      customerId,
      events,
      subject: {
        is: 'check-in',
        campaignId: 'check-in',
        occurrenceId: `check-in_${DATE}`,
        occasionKey: `check-in:${DATE}`,
        contentClass: 'care',
        script: 'courtesy',
        attempts: 3,
        callBy: at('17:00'),
        lastDay: '2027-03-09',
        replyId: null,
      },
    })
  const promised: CallTask['events'] = [
    opened,
    {
      is: 'attempted',
      at: '2027-03-01T04:10:00.000Z',
      by: { is: 'staff', name: 'bao', address: 'bao@example.com' },
      disposition: 'call-back',
      way: 'phone',
      note: null,
      callBackAt: at('15:00'),
    },
  ]
  await ports.work.open(checkIn('binh'))
  await ports.work.open(checkIn('chi'))
  await ports.work.open(checkIn('dung', promised))
  await ports.customers.put(['binh', 'chi', 'dung'].map((customerId) => aCustomer({ customerId, phone: null, email: null })))
  for (const customerId of ['an', 'binh', 'dung'])
    await ports.customers.setOpenCase({ customerId, workId: `case-${customerId}`, grade: 's1', version: 0 })
  await make('07:30')
  expect((await standing()).map((line) => line.split(':')[0]).toSorted()).toEqual(['an', 'chi', 'dung'])
  await ports.customers.setOpenCase({ customerId: 'binh', workId: 'case-binh', grade: null, version: 1 })
  await make('08:00', 'again')
  expect((await standing()).map((line) => line.split(':')[0])).toContain('binh')
})

test('of many complaints in a minute each list is made again only as often as it must', async () => {
  const { ports, due } = await desk()
  await makeDueLists(ports, at('07:30'))
  await due('an')
  expect(await makeDueLists(ports, at('10:00'), { urgentAt: at('09:59') })).toBe(1)
  await due('binh')
  expect(await makeDueLists(ports, at('10:01'), { urgentAt: at('09:59') })).toBe(0)
  expect(await makeDueLists(ports, at('10:01'), { urgentAt: at('10:00') })).toBe(1)
})

test('a call-back that was agreed for tomorrow is done for today, also when a complaint makes the list again', async () => {
  const { ports, due, standing, make } = await desk()
  const item = await due('an')
  await make('07:30')
  const callBackAt = '2027-03-03T03:00:00.000Z'
  const call: Attempted = {
    is: 'attempted',
    at: at('09:00'),
    by: { is: 'staff', name: 'bao', address: 'bao@example.com' },
    disposition: 'call-back',
    way: 'phone',
    note: null,
    callBackAt,
  }
  await ports.work.update({ ...item, dueAt: callBackAt, events: [...item.events, call], version: 1 })
  await make('10:00', 'again')
  expect(await standing()).toEqual(['an: bao (worked)'])
})

test('customers who share a number are one line; one with whom it is noted as wrong has a line of their own, also once it was rung', async () => {
  const { ports, due, standing, make } = await desk()
  const phone = '+84912345678'
  for (const customerId of ['an', 'binh', 'chi']) await due(customerId, { phone })
  await ports.customers.setWrongPhone({ customerId: 'chi', phone })
  await make('07:30')
  expect((await standing()).map((line) => line.split(':')[0])).toEqual(['an+binh', 'chi'])
  const item = await ports.work.get('call-an')
  const rung = { is: 'attempted', at: at('09:00'), by: { is: 'staff', name: 'hanh', address: 'hanh@example.com' } } as const
  const event: Attempted = { ...rung, disposition: 'no-answer', way: 'phone', note: null, callBackAt: null }
  if (item) await ports.work.update({ ...item, events: [...item.events, event], version: item.version + 1 } as CallTask)
  await make('09:30', 'again')
  expect((await standing()).map((line) => line.replace(/: \w+/, '')).toSorted()).toEqual(['an+binh (worked)', 'chi'])
})

test('a number that was wrong for one customer is rung for no other on that day; one that was wrong before keeps no other waiting', async () => {
  const { ports, due, standing, make } = await desk()
  const phone = '+84912345678'
  await due('an', { phone })
  await make('07:30')
  const wrong = { is: 'attempted', at: at('09:00'), by: { is: 'staff', name: 'hanh', address: 'hanh@example.com' } } as const
  const event: Attempted = { ...wrong, disposition: 'wrong-number', way: 'phone', note: null, callBackAt: null }
  const attempt = async (...attempts: readonly Attempted[]) => {
    const item = await ports.work.get('call-an')
    if (item?.kind !== 'call-task') throw new Error('no call')
    const untried = item.events.filter(({ is }) => is !== 'attempted')
    await ports.work.update({ ...item, events: [...untried, ...attempts], version: item.version + 1 } as CallTask)
  }
  await attempt(event)
  await ports.customers.setWrongPhone({ customerId: 'an', phone })
  await due('binh', { phone })
  await make('09:30', 'again')
  const customers = async () => (await standing()).map((line) => line.split(':')[0])
  expect(await customers()).toEqual(['an'])
  const before = { ...event, at: '2027-03-01T04:00:00.000Z' }
  const written = { ...event, at: at('09:40'), way: 'facebook', disposition: 'satisfied' } as const
  await attempt(before, written)
  await make('09:50', 'again')
  expect((await customers()).toSorted()).toEqual(['an', 'binh'])
})
