/** The page of a team's time, and what its lead changes there, over stores in memory. */

import { expect, test } from 'vitest'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryAuditLog, memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { makeDayList } from '#app/desk/make-day-list.ts'
import { type ChangingDuty, changeDuty } from '#app/staff/change-duty.ts'
import { teamDay } from '#app/staff/team-day.ts'
import { type DutyPlan, TeamSchema } from '#core/duty/team.ts'
import type { Role } from '#core/staff/role.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import { teamRoutes } from '#functions/staff/team/team.ts'
import { deskSystem } from '#test/functions/staff/acts/desk.ts'
import { readLines } from '#test/support/audit-lines.ts'
import { aCustomer } from '#test/support/builders.ts'
import { assignedTo, openedAt, storedWork } from '#test/support/work-builders.ts'

/** 09:30 on Wednesday in Vietnam. */
const NOW = '2027-03-10T02:30:00.000Z'
const CARE = 'Chăm sóc'
const member = (name: string, role: Role, team = CARE): StaffMember => ({
  name,
  address: `${name.toLowerCase()}@example.com`,
  team,
  role,
})
const [HANH, BAO, MAI, CHAU] = [member('Hạnh', 'agent'), member('Bao', 'agent'), member('Mai', 'lead'), member('Chau', 'head')]
const [VY, LAM] = [member('Vy', 'agent', 'Cửa hàng'), member('Lam', 'lead', 'Cửa hàng')]
const PEOPLE = [HANH, BAO, MAI, CHAU, VY, LAM, member('Huy', 'operator', 'Công nghệ')]

const PLAN: DutyPlan = {
  teams: [
    TeamSchema.parse({
      name: CARE,
      callsADay: 30,
      week: [
        {
          weekdays: [1, 2, 3, 4, 5],
          hours: [
            { from: '08:00', to: '11:30' },
            { from: '13:00', to: '17:00' },
          ],
        },
      ],
      onCall: [{ people: [MAI.address, CHAU.address], hours: [{ from: '17:00', to: '24:00' }] }],
      longHolidays: [
        {
          name: { vi: 'Nghỉ lễ', en: 'The holiday' },
          from: '2027-03-18',
          to: '2027-03-21',
          lastPromiseOn: '2027-03-16',
          spreadBacklogOver: 2,
          duty: [{ date: '2027-03-19', people: [BAO.address], hours: [{ from: '09:00', to: '11:00' }] }],
        },
      ],
    }),
  ],
  people: [{ address: BAO.address, shifts: [{ weekdays: [3], hours: [{ from: '13:00', to: '17:00' }] }] }],
}

async function office({ people = PEOPLE, plan = PLAN, now = NOW } = {}) {
  const { system } = deskSystem()
  const [roster, dutyBook, auditLog] = [memoryRosterStore(), memoryDutyBook(), memoryAuditLog()]
  if (people.length > 0) await roster.publish({ people, version: 1, publishedAt: NOW, publishedBy: 'a test' }, plan)
  const clock = { at: now }
  const failures: unknown[] = []
  const pageFailed = (error: unknown) => void failures.push(error)
  const [work, customers] = [memoryWorkStore(), memoryCustomerStore({ addressHash: (address) => address })]
  const stores = { dayLists: memoryDayLists(), roster, dutyBook, auditLog, work, customers }
  const as = (visitor: StaffMember) => {
    const app = staffApp()
    app.use((context, next) => {
      context.set('visitor', visitor)
      return next()
    })
    app.route('/', teamRoutes({ ...system, pageFailed, stores, clock: { now: () => clock.at } }))
    return {
      page: async (path = '/team', language = 'vi') =>
        (await app.request(path, { headers: { cookie: `language=${language}` } })).text(),
      send: async (form: Record<string, string>) => {
        const answer = await app.request('/team/change', { method: 'POST', body: new URLSearchParams(form) })
        return `${answer.status} ${new URL(answer.headers.get('location') ?? '/none', 'https://x').searchParams.get('said')}`
      },
    }
  }
  const change = (over: Partial<ChangingDuty>) =>
    changeDuty(
      { roster, dutyBook, companyRules: system.companyRules },
      {
        wanted: { is: 'away', because: 'ill' },
        address: HANH.address,
        date: '2027-03-10',
        seen: 0,
        by: MAI,
        at: clock.at,
        ...over,
      },
    )
  const day = (date: string, team = CARE) => teamDay({ roster, dutyBook, companyRules: system.companyRules }, { team, date })
  const { companyRules } = system
  const listing = { ...stores, lists: stores.dayLists, events: system.events, companyRules }
  return { as, change, day, clock, roster, dutyBook, auditLog, companyRules, listing, failures }
}

const form = (over: Record<string, string> = {}) => ({
  team: CARE,
  date: '2027-03-10',
  seen: '0',
  address: HANH.address,
  is: 'ill',
  ...over,
})

/** `Hạnh 08:00–11:30, 13:00–17:00 30 theo ca`, a line each, without the controls. */
const linesOf = (html: string) =>
  [...html.slice(html.indexOf('<tbody>'), html.indexOf('</tbody>')).matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*><span>(.*?)<\/span><\/td>/gs)]
      .slice(0, 4)
      .map(([, cell = '']) => cell.replace(/<br>.*$/s, '').replace(/<[^>]+>/g, ''))
      .join(' '),
  )

test('the day shows who works in which hours for how many calls, and the week, the people on call and the holiday stand beside it', async () => {
  const { as } = await office()
  const html = await as(MAI).page()
  expect(linesOf(html)).toEqual([
    'Hạnh 08:00–11:30, 13:00–17:00 30 theo ca',
    'Bao 13:00–17:00 16 theo ca',
    'Mai 08:00–11:30, 13:00–17:00 30 theo ca',
    'Chau 08:00–11:30, 13:00–17:00 30 theo ca',
  ])
  for (const text of [
    '4 người làm việc, gọi được tối đa 106 cuộc',
    'Nhóm đang trong giờ làm việc',
    'Nghỉ từ Thứ Năm 18/03/2027 đến hết Chủ Nhật 21/03/2027.',
    'Chỉ hẹn gọi lại cho khách đến hết ngày Thứ Ba 16/03/2027.',
    'Làm việc lại Thứ Hai 22/03/2027. Việc tồn được chia đều cho 2 ngày làm việc sau đó.',
    'Thứ Sáu 19/03/2027, 09:00–11:00: Bao',
    'Thứ Bảy 13/03/2027',
  ])
    expect(html).toContain(text)
  expect(await as(MAI).page('/team', 'en')).toContain('4 people work, for at most 106 calls.')
})

test('one press marks the lead’s colleague ill from now on; the log has it with the lead’s name; as planned puts it back', async () => {
  const { as, auditLog } = await office()
  const { page, send } = as(MAI)
  expect(await send(form())).toBe('303 changed')
  const html = await page()
  expect(linesOf(html)[0]).toBe('Hạnh 08:00–09:30 6 nghỉ ốm từ 09:30')
  expect(html).toContain('Mai đổi lúc 09:30 10/03/2027.')
  const [entry] = (await auditLog.page({ month: '2027-03', limit: 10 })).filter(({ result }) => result === 'done')
  expect(entry).toMatchObject({ act: 'change-duty', on: { kind: 'staff', id: HANH.address }, by: MAI.address, byName: 'Mai' })
  expect(await send(form({ is: 'as-planned', seen: '1' }))).toBe('303 changed')
  expect(linesOf(await page())[0]).toBe('Hạnh 08:00–11:30, 13:00–17:00 30 theo ca')
})

test('the list of calls is split again at once, and where it cannot be the change holds all the same and the failure is told', async () => {
  const { as, listing, failures } = await office()
  await listing.customers.put([aCustomer({ customerId: 'c-001' })])
  await listing.work.open(
    storedWork({
      dueAt: '2027-03-09T04:00:00.000Z',
      events: [
        openedAt('2027-03-08T04:00:00.000Z'),
        assignedTo({ is: 'person', address: HANH.address, name: 'Hạnh', team: CARE }),
      ],
    }),
  )
  const day = { team: CARE, date: '2027-03-10' }
  await makeDayList(listing, { ...day, at: NOW, which: 'first' })
  const agent = async () => (await listing.lists.get(day))?.lines[0]?.agent
  expect(await agent()).toBe(HANH.address)
  expect(await as(MAI).send(form({ team: 'Cửa hàng' }))).toBe('303 changed-list-again')
  expect(await agent()).toBe(CHAU.address)
  expect(failures).toEqual([])
  await listing.lists.put({ ...day, version: 3, madeAt: NOW, lines: [], beyond: 0 })
  listing.work.openOfTeam = () => {
    throw new Error('no table')
  }
  expect(await as(MAI).send(form({ seen: '1', is: 'as-planned' }))).toBe('303 changed-list-later')
  expect(failures).toHaveLength(1)
})

test('a swap gives the shift to a colleague, and both days say so', async () => {
  const { as } = await office()
  const { page, send } = as(MAI)
  expect(await send(form({ address: BAO.address, is: 'covered', with: HANH.address, date: '2027-03-17' }))).toBe('303 changed')
  expect(linesOf(await page('/team?date=2027-03-17')).slice(0, 2)).toEqual([
    'Hạnh 08:00–11:30, 13:00–17:00 30 làm thêm ca của đồng nghiệp',
    'Bao   có người làm thay: Hạnh',
  ])
})

test('what was changed outlives the next publication of the roster', async () => {
  const { as, roster, day } = await office()
  await as(MAI).send(form())
  await roster.publish({ people: PEOPLE, version: 2, publishedAt: NOW, publishedBy: 'Huy' }, { ...PLAN, people: [] })
  const found = await day('2027-03-10')
  expect(found?.people.map(({ member: { name }, duty }) => `${name} ${duty.because}`)).toEqual([
    'Hạnh away',
    'Bao shift',
    'Mai shift',
    'Chau shift',
  ])
})

test('the same form sent twice changes the day once, and both answers say that it is changed', async () => {
  const { as, dutyBook } = await office()
  const { send } = as(MAI)
  expect([await send(form()), await send(form())]).toEqual(['303 changed', '303 changed'])
  expect(await send(form({ is: 'leave' }))).toBe('303 changed-meanwhile')
  expect(await dutyBook.changesOn('2027-03-10')).toHaveLength(1)
})

test('of two leads who change one person at one moment the second is told; changes of other people are in nobody’s way', async () => {
  const { change, dutyBook } = await office()
  const both = await Promise.all([
    change({ address: BAO.address }),
    change({ address: BAO.address, wanted: { is: 'covered', with: MAI.address }, by: CHAU }),
    change({ address: HANH.address }),
    change({ address: VY.address, by: LAM }),
  ])
  expect(both.map((one) => ('changed' in one ? 'changed' : one.refused)).toSorted()).toEqual([
    'changed',
    'changed',
    'changed',
    'changed-meanwhile',
  ])
  expect((await dutyBook.changesOn('2027-03-10')).map(({ changeId }) => changeId)).toEqual(['0001', '0002', '0003'])
})

test('who covers a colleague cannot be covered before that is taken back, and falling ill leaves the gap in sight', async () => {
  const { as, change } = await office()
  await change({ address: HANH.address, date: '2027-03-17', wanted: { is: 'covered', with: BAO.address } })
  expect(await change({ address: BAO.address, date: '2027-03-17', wanted: { is: 'covered', with: MAI.address } })).toEqual({
    refused: 'covers-another',
  })
  await change({ address: BAO.address, date: '2027-03-17' })
  const html = await as(MAI).page('/team?date=2027-03-17')
  expect(html).toContain('chưa có ai làm thay: 08:00–11:30, 13:00–17:00')
  expect(await as(MAI).page('/team?date=2027-03-17', 'en')).toContain('covered by no one: 08:00–11:30')
})

test.each<[string, Partial<ChangingDuty>, string]>([
  ['yesterday', { date: '2027-03-09' }, 'no-such-day'],
  ['a day 32 days ahead', { date: '2027-04-11' }, 'no-such-day'],
  ['a person who is on no roster', { address: 'khac@example.com' }, 'no-such-person'],
  ['a person without work', { address: 'huy@example.com', by: CHAU }, 'no-such-person'],
  ['the shift of another team’s agent', { address: VY.address }, 'another-team'],
  ['a Sunday', { date: '2027-03-14' }, 'not-working'],
  ['the holiday', { date: '2027-03-18' }, 'not-working'],
  ['a shift that is over', { at: '2027-03-10T10:00:00.000Z' }, 'not-working'],
  ['a swap with oneself', { wanted: { is: 'covered', with: HANH.address } }, 'no-such-cover'],
  ['a swap with another team', { wanted: { is: 'covered', with: VY.address } }, 'no-such-cover'],
  ['a swap with no one', { wanted: { is: 'covered', with: '' } }, 'no-such-cover'],
  ['a day as planned already', { wanted: { is: 'as-planned' } }, 'already-so'],
  ['a page that is out of date', { seen: 3 }, 'changed-meanwhile'],
])('%s is refused, and nothing is written', async (_what, over, refused) => {
  const { change, dutyBook } = await office()
  expect(await change(over)).toEqual({ refused })
  expect(await dutyBook.changesOn(over.date ?? '2027-03-10')).toEqual([])
})

const ON_CALL_PLAN: DutyPlan = {
  ...PLAN,
  teams: PLAN.teams.map((team) => ({
    ...team,
    onCall: TeamSchema.parse({
      name: CARE,
      onCall: [
        {
          people: [HANH.address],
          hours: [
            { from: '00:00', to: '08:00' },
            { from: '17:00', to: '24:00' },
          ],
        },
        { people: [HANH.address], weekdays: [6, 7] },
        { people: [BAO.address], from: '2027-03-20', to: '2027-03-20' },
      ],
    }).onCall,
  })),
}
const COVER = { is: 'covered', with: BAO.address } as const
test.each<[string, Partial<ChangingDuty>, string | null]>([
  ['on call in the evening, once their shift is over', { at: '2027-03-10T11:00:00.000Z' }, '18:00'],
  ['the same, a colleague in their place', { at: '2027-03-10T11:00:00.000Z', wanted: COVER }, '18:00'],
  ['before the evening of their time on call', { at: '2027-03-10T10:00:00.000Z' }, '17:00'],
  ['on call on a Sunday', { date: '2027-03-14' }, null],
  ['on call on a Sunday, a colleague in their place', { date: '2027-03-14', wanted: COVER }, null],
  ['on call on that very Sunday', { date: '2027-03-14', at: '2027-03-14T03:00:00.000Z' }, '10:00'],
  ['on call on a day of a long holiday', { date: '2027-03-18' }, null],
  ['on call by a line with dates', { date: '2027-03-20', address: BAO.address }, null],
])('who is %s can be away, and is at hand again as planned', async (_which, over, from) => {
  const { change } = await office({ plan: ON_CALL_PLAN })
  expect(await change(over)).toMatchObject({ changed: { is: over.wanted?.is ?? 'away', from } })
  expect(await change({ ...over, seen: 1, wanted: { is: 'as-planned' } })).toMatchObject({ changed: { is: 'as-planned' } })
})

test.each<[string, Partial<ChangingDuty>]>([
  ['who is not on call that Sunday', { date: '2027-03-14', address: BAO.address }],
  ['whom a line with dates leaves out', { date: '2027-03-20' }],
])('%s has nothing to be away from', async (_who, over) => {
  const { change } = await office({ plan: ON_CALL_PLAN })
  expect(await change(over)).toEqual({ refused: 'not-working' })
})

test('ill on Friday is ill in the night to Saturday; the page says who is on call, and has the buttons on a day off', async () => {
  const plan = { ...ON_CALL_PLAN, people: [] }
  const { as, clock } = await office({ plan })
  const { page, send } = as(MAI)
  clock.at = '2027-03-12T03:00:00.000Z'
  expect(await send(form({ date: '2027-03-12' }))).toBe('303 changed')
  const onCallAt = async (at: string) => {
    clock.at = at
    return /Việc gấp ngay bây giờ: Hạnh|không có ai trực/.exec(await page('/team'))?.[0]
  }
  expect(await onCallAt('2027-03-12T13:00:00.000Z')).toBe('không có ai trực')
  expect(await onCallAt('2027-03-12T18:00:00.000Z')).toBe('không có ai trực')
  // By then the lead can say so of the new day.
  expect(await onCallAt('2027-03-13T02:00:00.000Z')).toBe('Việc gấp ngay bây giờ: Hạnh')
  const buttons = [...(await page('/team?date=2027-03-14')).matchAll(/value="ill" aria-label="([^"]*)"/g)].map(
    ([, label]) => label,
  )
  expect(buttons).toEqual([expect.stringContaining('Hạnh')])
})

test('a change of who is on call, after the hours of the team, leaves the list of the day as it was', async () => {
  const { as, clock, listing } = await office({ plan: ON_CALL_PLAN })
  const day = { team: CARE, date: '2027-03-10' }
  await makeDayList(listing, { ...day, at: NOW, which: 'first' })
  const before = await listing.lists.get(day)
  clock.at = '2027-03-10T11:00:00.000Z'
  expect(await as(MAI).send(form())).toBe('303 changed')
  expect(await listing.lists.get(day)).toEqual(before)
})

const UNTIL_FOUR: DutyPlan = {
  ...ON_CALL_PLAN,
  people: [HANH, BAO, MAI, CHAU].map(({ address }) => ({
    address,
    shifts: [{ weekdays: [3, 4], hours: [{ from: '08:00', to: '16:00' }] }],
  })),
}
test.each<[string, { at: string; date?: string; plan?: DutyPlan; away?: readonly StaffMember[]; said: string }]>([
  ['in the last minute of the last shift', { at: '15:59', said: 'changed-list-again' }],
  ['when the last shift ends, before the hours of the team do', { at: '16:00', said: 'changed' }],
  ['between the end of the last shift and of the hours of the team', { at: '16:30', said: 'changed' }],
  ['then, where everybody else is ill', { at: '16:30', away: [BAO, MAI, CHAU], said: 'changed' }],
  ['then, about the day after', { at: '16:30', date: '2027-03-11', said: 'changed-list-again' }],
  ['where the last shift ends as the hours of the team do', { at: '16:30', plan: ON_CALL_PLAN, said: 'changed-list-again' }],
])('a change %s: the list is made again only while the team has not gone home', async (_when, asked) => {
  const { at, date = '2027-03-10', plan = UNTIL_FOUR, away = [], said } = asked
  const { as, change, clock, listing } = await office({ plan })
  await listing.customers.put([aCustomer({ customerId: 'c-001' })])
  const owner = assignedTo({ is: 'person', address: HANH.address, name: 'Hạnh', team: CARE })
  const dueAt = '2027-03-09T04:00:00.000Z'
  await listing.work.open(storedWork({ dueAt, events: [openedAt('2027-03-08T04:00:00.000Z'), owner] }))
  for (const { address } of away) await change({ address })
  const day = { team: CARE, date }
  await makeDayList(listing, { ...day, at: NOW, which: 'first' })
  const before = await listing.lists.get(day)
  expect(before?.lines.map(({ agent }) => agent)).toEqual([HANH.address])
  clock.at = new Date(`2027-03-10T${at}:00+07:00`).toISOString()
  expect(await as(MAI).send(form({ date }))).toBe(`303 ${said}`)
  const after = await listing.lists.get(day)
  if (said === 'changed') expect(after).toEqual(before)
  else expect(after?.lines.map(({ agent }) => agent)).not.toContain(HANH.address)
})

test('the head changes any team, a shift before it began is given up whole, and a second change of a changed day is refused', async () => {
  const { change, day } = await office()
  expect(await change({ by: CHAU, address: VY.address })).toHaveProperty('changed')
  expect(await change({ address: BAO.address })).toMatchObject({ changed: { from: null } })
  expect((await day('2027-03-10'))?.people.find(({ member }) => member === BAO)?.duty.hours).toEqual([])
  expect(await change({ seen: 1, address: BAO.address, wanted: { is: 'away', because: 'leave' } })).toEqual({
    refused: 'already-so',
  })
  expect(await change({ address: HANH.address, wanted: { is: 'covered', with: BAO.address } })).toEqual({
    refused: 'no-such-cover',
  })
})

test('who may not change it sees the day without buttons, and is told who may', async () => {
  const { as } = await office()
  const agent = await as(HANH).page()
  expect(agent).not.toContain('action="/team/change"')
  expect(agent).toContain('Chỉ dành cho: trưởng nhóm, trưởng phòng chăm sóc.')
  const otherLead = await as(LAM).page(`/team?team=${encodeURIComponent(CARE)}`)
  expect(otherLead).not.toContain('action="/team/change"')
  expect(otherLead).toContain('Trưởng nhóm chỉ đổi được ca của nhóm mình.')
  expect(await as(MAI).page('/team?date=2027-03-09')).toContain('Chỉ đổi được từ hôm nay')
  expect(await as(HANH).send(form())).toBe('403 null')
})

test.each([
  ['a day that is none', '/team?date=2027-02-30', 'Chăm sóc'],
  ['the last day there is', '/team?date=9999-12-31', 'Chăm sóc'],
  ['a day before every calendar', '/team?date=1800-01-01', 'Chăm sóc'],
  ['the first day there is', '/team?date=0000-01-01', 'Chăm sóc'],
  ['a team that is not there', '/team?team=%3Cb%3E', 'Chăm sóc'],
  ['another team', `/team?team=${encodeURIComponent('Cửa hàng')}`, 'Cửa hàng'],
])('%s in the address leads to a day and a team that are there', async (_what, path, team) => {
  const { as } = await office()
  const html = await as(MAI).page(path)
  expect(html).toContain(`<h1>Ca trực: ${team}</h1>`)
})

test('an odd form changes nothing and is answered, and without a roster the page says so', async () => {
  const { as, dutyBook, auditLog } = await office()
  const { send } = as(MAI)
  for (const odd of [
    { is: 'promoted' },
    { date: 'tomorrow' },
    { seen: '-1' },
    { address: '' },
    { address: 'Chị Lan, 0901 234 567' },
    { with: 'x', is: 'covered' },
  ])
    expect(await send(form(odd))).toMatch(/^303 (?!changed$)/)
  const named = readLines(await auditLog.page({ month: '2027-03', limit: 99 })).map(({ on }) => on?.id)
  expect(new Set(named)).toEqual(new Set([HANH.address]))
  expect(await dutyBook.changesOn('2027-03-10')).toEqual([])
  expect(await (await office({ people: [] })).as(MAI).page()).toContain('Chưa có nhóm nào nhận việc')
})

test('outside the hours the page names who is on call, and at a time without anybody it says so', async () => {
  const night = await office({ now: '2027-03-10T13:00:00.000Z' })
  expect(await night.as(HANH).page()).toContain('Việc gấp ngay bây giờ: Mai, Chau.')
  const early = await office({ now: '2027-03-09T23:00:00.000Z' })
  expect(await early.as(HANH).page('/team', 'en')).toContain('no one is on call now')
})

test('a swap offers who is given no calls too, and says so beside the name', async () => {
  const { as } = await office({ plan: { ...PLAN, people: [{ address: MAI.address, callsADay: 0 }] } })
  const page = await as(MAI).page('/team?date=2027-03-17')
  const options = [...page.matchAll(/<option value="[^"]+@[^"]+">([^<]*)<\/option>/g)].map(([, name]) => name)
  expect(options.filter((name) => name?.includes('0 cuộc gọi mỗi ngày')).every((name) => name?.startsWith('Mai'))).toBe(true)
  expect(options).toContain('Mai (0 cuộc gọi mỗi ngày)')
  expect(options).toContain('Bao')
  expect(await as(MAI).page('/team?date=2027-03-17', 'en')).toContain('Mai (0 calls a day)')
})
