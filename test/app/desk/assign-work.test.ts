import { describe, expect, test } from 'vitest'
import { memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { type Assigning, assignWork } from '#app/desk/assign-work.ts'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import { MOST_EVENTS } from '#core/work/history.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { Case, WorkItem } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { assignedTo, closedWork, notedBy, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const AT = '2027-03-10T02:00:00.000Z'
const CARE = 'Chăm sóc'
const member = (name: string, role: 'agent' | 'lead' | 'head' | 'director', team = CARE) => ({
  name,
  address: `${name}@example.com`,
  team,
  role,
})
const EVERYBODY = { is: 'everybody' } as const
const HANH = { is: 'person', address: 'hanh@example.com' } as const
const BAO = { is: 'person', address: 'bao@example.com' } as const
const MAI = { name: 'mai', address: 'mai@example.com' } as const
const TAKE = { workId: 'w-1', by: 'hanh', to: HANH, from: EVERYBODY, at: AT }

async function desk(item: WorkItem = storedWork()) {
  const work = memoryWorkStore()
  await work.open({ ...item, workId: 'w-1', version: 0 })
  const roster = memoryRosterStore()
  const people = [
    member('hanh', 'agent'),
    member('bao', 'agent'),
    member('mai', 'lead'),
    member('chau', 'head'),
    member('long', 'director', 'Ban giám đốc'),
  ]
  await roster.publish({ people, version: 1, publishedAt: AT, publishedBy: 'a test' })
  const assign = (over: Partial<Assigning> = {}) =>
    assignWork({ work, roster, companyRules: theCompanyRules() }, { ...TAKE, ...over })
  const owner = async () => ownerOf((await work.get('w-1')) ?? storedWork())
  return { work, assign, owner }
}

test('an agent takes it, hands it to a colleague, who hands it to the team, which gives it back; each is an event', async () => {
  const { work, assign, owner } = await desk()
  const team = { is: 'team', team: CARE } as const
  expect(await assign({ to: { is: 'person', address: ' HANH@example.com' } })).toMatchObject({ again: false })
  expect(await owner()).toEqual({ ...HANH, name: 'hanh', team: CARE })
  expect(await assign({ from: HANH, to: BAO })).toMatchObject({ again: false })
  expect(await assign({ by: 'bao', from: BAO, to: team })).toMatchObject({ again: false })
  expect(await assign({ by: 'bao', from: team, to: EVERYBODY })).toMatchObject({ again: false })
  expect(await owner()).toEqual(EVERYBODY)
  expect((await work.get('w-1'))?.events.map((event) => event.is === 'assigned' && event.to.is)).toEqual([
    false,
    'person',
    'person',
    'team',
    'everybody',
  ])
})

test('the form sent twice hands it over once; who comes second is told that it lies elsewhere by now', async () => {
  const { work, assign, owner } = await desk()
  await assign()
  expect(await assign()).toMatchObject({ again: true, assigned: { version: 1 } })
  expect(await assign({ by: 'bao', to: BAO })).toEqual({ refused: 'changed-meanwhile' })
  expect(await owner()).toMatchObject(HANH)
  const other = await desk()
  const both = await Promise.all([other.assign(), other.assign({ by: 'bao', to: BAO })])
  expect(both.filter((each) => 'assigned' in each)).toHaveLength(1)
  expect(both).toContainEqual({ refused: 'changed-meanwhile' })
  expect((await work.get('w-1'))?.events).toHaveLength(2)
})

test.each<[string, Partial<Assigning>]>([
  ['somebody who is not on the roster', { to: { is: 'person', address: 'gone@example.com' } }],
  ['somebody who could not close it', { to: { is: 'person', address: 'long@example.com' } }],
  ['a team that there is not', { to: { is: 'team', team: 'Không có' } }],
  ['a team in which nobody could close it', { to: { is: 'team', team: 'Ban giám đốc' } }],
])('to %s it does not go', async (_what, over) => {
  const { assign, owner } = await desk()
  expect(await assign(over)).toEqual({ refused: 'nobody-there' })
  expect(await owner()).toEqual(EVERYBODY)
})

test('two who hand it to the same colleague: the words of both stand in it, and a form sent twice adds none', async () => {
  const { work, assign } = await desk()
  const both = [
    { by: 'mai', to: BAO, from: EVERYBODY, note: 'khách đang giận' },
    { by: 'chau', to: BAO, from: EVERYBODY, note: 'gọi trước 10 giờ' },
  ] as const
  for (const form of [...both, ...both]) await assign(form)
  const notes = (await work.get('w-1'))?.events.flatMap((event) => ('note' in event ? [event.note] : []))
  expect(notes).toEqual(['khách đang giận', 'gọi trước 10 giờ'])
})

test('what is closed, full or not there stays where it is', async () => {
  expect(await (await desk(closedWork(storedWork()))).assign()).toEqual({ refused: 'already-closed' })
  const notes = Array.from({ length: MOST_EVENTS - 1 }, (_, n) => notedBy('Hoa', `lần ${n}`))
  expect(await (await desk({ ...storedWork(), events: [...storedWork().events, ...notes] })).assign()).toEqual({
    refused: 'full',
  })
  expect(await (await desk()).assign({ workId: 'w-404' })).toEqual({ refused: 'no-such-work' })
})

test.each([
  ['the one who is on the call: the new owner may ring', { by: 'hanh', address: HANH.address }, undefined],
  ['a lead, while a colleague is on the call: the call goes on', { by: 'mai', address: 'mai@example.com' }, HANH.address],
])('handed over by %s', async (_who, actor, holds) => {
  const lease = { address: HANH.address, name: 'hanh', until: '2027-03-10T02:15:00.000Z' }
  const { work, assign } = await desk({ ...storedWork(), lease })
  await assign({ ...actor, to: BAO })
  expect((await work.get('w-1'))?.lease?.address).toBe(holds)
})

test('who takes the call that they are on stays on it', async () => {
  const lease = { address: HANH.address, name: 'hanh', until: '2027-03-10T02:15:00.000Z' }
  const { work, assign } = await desk({ ...storedWork(), lease })
  await assign({ address: HANH.address })
  expect((await work.get('w-1'))?.lease).toEqual(lease)
})

describe('a case that went up', () => {
  const hers = { ...HANH, name: 'hanh', team: CARE } as const
  const to = (name: string) => ({ is: 'person', address: `${name}@example.com` }) as const
  const up = (level: 'lead' | 'head'): CaseEvent => ({ is: 'escalated', at: AT, by: { is: 'system' }, to: level, because: '' })
  const told = (name: string): CaseEvent => ({
    ...{ is: 'alerted', at: AT, by: { is: 'system' }, since: AT },
    to: { address: `${name}@example.com`, name },
  })
  const down: CaseEvent = { is: 'handed-back', at: AT, by: { is: 'staff', name: 'mai' }, because: 'x' }
  const raised = (...events: readonly WorkEvent[]) =>
    storedCase({ events: [openedAt('2027-03-09T02:00:00.000Z'), ...events] as unknown as Case['events'] })
  const as = (name: string) => ({ by: name, address: `${name}@example.com` })

  test.each<[string, readonly WorkEvent[], Partial<Assigning>]>([
    ['taken by an agent, where nobody has it', [up('lead')], as('hanh')],
    ['taken by an agent, where a colleague has it', [assignedTo(hers), up('lead')], { ...as('bao'), from: HANH, to: BAO }],
    [
      'taken by an agent after the lead has taken it up',
      [up('lead'), told('mai'), { is: 'seen', at: AT, by: { is: 'staff', ...MAI } }],
      as('hanh'),
    ],
    ['handed by its owner to another agent', [assignedTo(hers), up('lead')], { ...as('hanh'), from: HANH, to: BAO }],
    ['given away by a colleague of its owner', [assignedTo(hers), up('lead')], { ...as('bao'), from: HANH, to: EVERYBODY }],
    ['taken by a lead, where it went past them', [up('head')], { ...as('mai'), to: to('mai') }],
  ])('is not %s', async (_what, events, over) => {
    const { assign, work } = await desk(raised(...events))
    expect(await assign(over)).toEqual({ refused: 'raised' })
    expect((await work.get('w-1'))?.events).toHaveLength(events.length + 1)
  })

  test.each<[string, readonly WorkEvent[], Partial<Assigning>]>([
    ['taken by the lead', [up('lead')], { ...as('mai'), to: to('mai') }],
    ['taken by an agent who was told of it at night', [up('lead'), told('bao')], { ...as('bao'), to: BAO }],
    ['handed to an agent by the lead', [up('lead')], { ...as('mai'), to: BAO }],
    ['handed to the lead by its owner', [assignedTo(hers), up('lead')], { ...as('hanh'), from: HANH, to: to('mai') }],
    ['given back by its owner', [assignedTo(hers), up('lead')], { ...as('hanh'), from: HANH, to: EVERYBODY }],
    ['taken by an agent once it was handed back down', [up('lead'), down], as('hanh')],
  ])('is %s', async (_what, events, over) => {
    const { assign } = await desk(raised(...events))
    expect(await assign(over)).toMatchObject({ again: false })
    expect(await assign(over)).toMatchObject({ again: true })
  })
})
