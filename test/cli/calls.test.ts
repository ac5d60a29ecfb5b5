/** `care calls`: the list of a day for people and machines, and how a call ended, with the rules of the page. */
import { expect, test } from 'vitest'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryInterruptions } from '#adapters/memory/interruptions.ts'
import { memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { makeDayList } from '#app/desk/make-day-list.ts'
import { events } from '#app/events.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { careInMemory, NOW } from '#test/cli/care-run.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { assignedTo, openedAt, storedWork } from '#test/support/work-builders.ts'

const TEAM = 'Chăm sóc'
const person = (name: string, over: Partial<StaffMember> = {}): StaffMember => ({
  name,
  address: `${name}@example.com`,
  team: TEAM,
  role: 'agent',
  ...over,
})

async function aDay() {
  const { stores, care } = careInMemory()
  const [work, roster, dayLists, dutyBook] = [memoryWorkStore(), memoryRosterStore(), memoryDayLists(), memoryDutyBook()]
  const interruptions = memoryInterruptions()
  Object.assign(stores, { work, dayLists, interruptions, dutyBook, staff: { ...stores.staff, roster } })
  const people = [person('hanh'), person('mai', { role: 'lead' }), person('lan', { team: 'Cửa hàng' })]
  await roster.publish({ people, version: 1, publishedAt: NOW, publishedBy: 'huy' })
  await stores.customers.put([aCustomer({ fullName: 'Nguyễn Thị Lan', phone: '+84901234567' })])
  const hers = assignedTo({ is: 'person', address: 'hanh@example.com', name: 'hanh', team: TEAM })
  const opened = openedAt('2027-03-08T02:00:00.000Z')
  await work.open(storedWork({ workId: 'call-1', dueAt: '2027-03-09T02:00:00.000Z', events: [opened, hers] }))
  const sink = { event: () => {}, alarm: () => {} }
  const ports = {
    lists: dayLists,
    work,
    customers: stores.customers,
    roster,
    dutyBook,
    companyRules: theCompanyRules(),
    events: events(sink),
  }
  await makeDayList(ports, { team: TEAM, date: '2027-03-10', at: NOW, which: 'first' })
  return { work, interruptions, care: (...args: string[]) => care('calls', ...args) }
}

test('the list of the day says whom to ring, who rings and why, for people and for machines', async () => {
  const { care } = await aDay()
  expect((await care()).printed.split('\n')).toEqual([
    `${TEAM}, 2027-03-10: 1 lines`,
    '1 Nguyễn Thị Lan (c-001) +84901234567 [low-score] hanh@example.com: score 3, left over since yesterday, theirs call-1',
    'Cửa hàng, 2027-03-10: no list',
    'times are Asia/Ho_Chi_Minh',
  ])
  expect(JSON.parse((await care('--json')).printed)).toMatchObject([
    {
      taskId: 'call-1',
      rank: 1,
      why: [{ is: 'low-score', score: 3 }, { is: 'leftover', days: 1 }, { is: 'owner' }],
      team: TEAM,
      agent: 'hanh@example.com',
      customerId: 'c-001',
      name: 'Nguyễn Thị Lan',
      phone: '+84901234567',
      reasons: ['low-score'],
      dueAt: '2027-03-09T02:00:00.000Z',
      promiseAt: null,
      attempts: 0,
      campaignId: 'nps',
    },
  ])
  expect(JSON.parse((await care('--json', '--agent', 'Mai@example.com')).printed)).toEqual([])
  expect(JSON.parse((await care('--json', '--date', '2027-03-11')).printed)).toEqual([])
  expect((await care('--team', 'Kho')).refused).toEqual([`no team Kho; there are: ${TEAM}, Cửa hàng`])
  expect((await care('--agent', 'linh@example.com')).refused).toEqual([
    'no linh@example.com on the roster or on a list of that day',
  ])
  expect((await care('--date', 'today')).exitCode).toBe(2)
})

test('how a call ended is noted once, and the list shows it done', async () => {
  const { care, work } = await aDay()
  const log = (...args: string[]) => care('log', 'call-1', '--by', 'hanh@example.com', ...args)
  expect((await log('--as', 'no-answer')).printed).toBe('call-1: noted')
  expect((await log('--as', 'no-answer')).printed).toBe('call-1: noted, as before')
  expect((await work.get('call-1'))?.events.at(-1)).toMatchObject({
    is: 'attempted',
    by: { name: 'hanh', address: 'hanh@example.com' },
  })
  expect((await care()).printed).toContain('\n1 done Nguyễn Thị Lan')
  expect((await care('log', 'call-1', '--by', 'mai@example.com', '--as', 'no-answer')).refused).toEqual([
    'call-1: this attempt is logged by somebody else, or with another outcome or other words; look at the call again',
  ])
  expect((await log('--as', 'busy', '--at-first', 'yes')).refused[0]).toContain('the customer was spoken with')
  expect((await log('--as', 'satisfied')).printed).toBe('call-1: noted; closed as reached')
  expect((await log('--as', 'busy')).refused).toEqual(['call-1: the call is closed already'])
})

test.each([
  [['--as', 'call-back'], 'call-1: a call-back needs --at with the agreed time'],
  [['--as', 'call-back', '--at', '2027-03-09T10:00'], 'call-1: the agreed time is in the past'],
  [['--as', 'call-back', '--at', '2027-03-13T10:00'], 'call-1: the team does not work on that day'],
  [['--as', 'call-back', '--at', 'at five'], '--at at five: expected a time such as 2027-03-10T15:30'],
  [['--as', 'busy', '--at', '2027-03-11T10:00'], '--at is the agreed time of a call-back; this is none'],
  [['--as', 'complaint'], 'call-1: this outcome needs --note with what the customer said'],
  [['--as', 'feedback', '--note', 'x'.repeat(2_001)], 'call-1: --note may have at most 2000 characters, and has 2001'],
])('%j is refused in clear words, and nothing is written', async (args, words) => {
  const { care, work } = await aDay()
  expect(await care('log', 'call-1', '--by', 'hanh@example.com', ...args)).toMatchObject({ exitCode: 1, refused: [words] })
  expect((await work.get('call-1'))?.events).toHaveLength(2)
})

test.each(['', ' ', '\u200b'])('a call that nobody rang is not noted: --by %j', async (by) => {
  const { care, work } = await aDay()
  expect(await care('log', 'call-1', '--by', by, '--as', 'no-answer')).toMatchObject({
    exitCode: 1,
    refused: ['--by: expected who rang, an address of the roster or a name'],
  })
  expect((await work.get('call-1'))?.events).toHaveLength(2)
})

test('a complaint that is told in a call is noted for the next run, which tells staff at once', async () => {
  const { care, interruptions } = await aDay()
  await care('log', 'call-1', '--as', 'complaint', '--note', 'hộp bị bể')
  const [noted] = await interruptions.since('2027-03-01T00:00:00.000Z')
  expect(noted).toMatchObject({ workId: expect.stringMatching(/^told_call-1/), isMailed: false, isPosted: false })
})

test('the help shows the options of the list, which needs no name', async () => {
  const { care } = await aDay()
  const { usage, exitCode } = await care('--help')
  expect(exitCode).toBe(0)
  for (const said of ['--date <day>', '--team <name>', '--agent <address>', '--json', 'log [options] <task>'])
    expect(usage).toContain(said)
})
