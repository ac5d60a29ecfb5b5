/** What is handed over in the middle of a day stands on the list of its new owner at once, and on no list of the one who handed it over. */
import { expect, test } from 'vitest'
import { makeDayList } from '#app/desk/make-day-list.ts'
import { TeamSchema } from '#core/duty/team.ts'
import type { Attempted, Owner } from '#core/work/work-event.ts'
import type { CallTask } from '#core/work/work-item.ts'
import { CARE, NOW, office, PEOPLE } from '#test/functions/staff/work/work-office.ts'
import { aCustomer } from '#test/support/builders.ts'
import { aPerson, assignedTo, openedAt, storedWork } from '#test/support/work-builders.ts'

const [DATE, SHOP] = ['2027-03-10', 'Cửa hàng']
const AT_START = '2027-03-10T00:30:00.000Z'
const [HANH, BAO, VY] = ['person:hanh@example.com', 'person:bao@example.com', 'person:vy@example.com']

/** Bao makes one call a day. */
const PLAN = {
  teams: [CARE, SHOP].map((name) => TeamSchema.parse({ name })),
  people: [{ address: 'bao@example.com', callsADay: 1 }],
}

const due = (workId: string, owner: Owner) =>
  storedWork({
    workId,
    customerId: `c-${workId}`,
    dueAt: '2027-03-10T02:00:00.000Z',
    events: [openedAt('2027-03-09T02:00:00.000Z'), assignedTo(owner, '2027-03-09T02:00:00.000Z')],
  })

async function aDay(...owners: readonly Owner[]) {
  const items = owners.map((owner, n) => due(`w-${n + 1}`, owner))
  const desk = await office(...items)
  const { stores } = desk
  await stores.customers.put(items.map(({ customerId }) => aCustomer({ customerId: customerId ?? '', email: null, phone: null })))
  await stores.roster.publish({ people: PEOPLE, version: 2, publishedAt: AT_START, publishedBy: 'a test' }, PLAN)
  const ports = { ...stores, lists: stores.dayLists }
  for (const team of [CARE, SHOP]) await makeDayList(ports, { team, date: DATE, at: AT_START, which: 'first' })
  const lines = async (team = CARE) =>
    ((await stores.dayLists.get({ team, date: DATE }))?.lines ?? []).map(
      ({ workIds, agent }) => `${workIds.join('+')}: ${agent?.split('@')[0] ?? 'nobody'}`,
    )
  return { ...desk, lines }
}

test('handed to a colleague it is on their list, though they have as many calls as they can make', async () => {
  const { as, lines } = await aDay(aPerson('hanh', CARE), aPerson('hanh', CARE))
  expect(await lines()).toEqual(['w-1: hanh', 'w-2: hanh'])
  const form = { to: BAO, from: HANH, round: '0', note: 'khách cần người miền Nam' }
  expect(await as('Hanh').send('/work/w-1/assign', form)).toMatchObject({ status: 303 })
  expect(await lines()).toEqual(['w-1: bao', 'w-2: hanh'])
  await as('Mai').send('/work/w-2/assign', { to: BAO, from: HANH, round: '0' })
  expect(await lines()).toEqual(['w-1: bao', 'w-2: bao'])
})

test('taken from a colleague’s list it is on one’s own', async () => {
  const { as, lines } = await aDay({ is: 'team', team: CARE })
  const [lay] = await lines()
  const [who, taker] = lay === 'w-1: hanh' ? (['Bao', BAO] as const) : (['Hanh', HANH] as const)
  await as(who).send('/work/w-1/assign', { to: taker, from: `team:${CARE}`, round: '0' })
  expect(await lines()).toEqual([`w-1: ${who.toLowerCase()}`])
})

test('given back to the team it is rung by another than the one who gave it back', async () => {
  const { as, lines } = await aDay(aPerson('hanh', CARE))
  await as('Hanh').send('/work/w-1/assign', { to: `team:${CARE}`, from: HANH, round: '0' })
  const [line] = await lines()
  expect(line).toMatch(/^w-1: (?!hanh|nobody)/)
})

test('a call-back that they promised is theirs no more, once they gave it back', async () => {
  const { as, work, lines } = await aDay(aPerson('hanh', CARE))
  const item = await work.get('w-1')
  const promise: Attempted = {
    is: 'attempted',
    at: '2027-03-10T01:30:00.000Z',
    by: { is: 'staff', name: 'Hanh', address: 'hanh@example.com' },
    disposition: 'call-back',
    way: 'phone',
    note: null,
    callBackAt: '2027-03-10T09:00:00.000Z',
  }
  if (item) await work.update({ ...item, events: [...item.events, promise], version: item.version + 1 } as CallTask)
  await as('Hanh').send('/work/w-1/assign', { to: `team:${CARE}`, from: HANH, round: '0' })
  const [line] = await lines()
  expect(line).toMatch(/^w-1: (?!hanh|nobody)/)
})

test('handed to another team it leaves the list of the one and stands on that of the other, also where the index is late', async () => {
  const { as, stores, lines } = await aDay(aPerson('hanh', CARE))
  const late = { ...stores.work, openOfTeam: async function* () {} } as typeof stores.work
  await as('Hanh', { work: late }).send('/work/w-1/assign', { to: VY, from: HANH, round: '0' })
  expect([await lines(), await lines(SHOP)]).toEqual([[], ['w-1: vy']])
})

test('where the list cannot be made again the work is handed over all the same; the failure is told, and the list ordered', async () => {
  const { as, stores, work, failures, lines } = await aDay(aPerson('hanh', CARE))
  const broken = { ...stores.dayLists, put: () => Promise.reject(new Error('no table')) }
  const sent = await as('Hanh', { dayLists: broken }).send('/work/w-1/assign', { to: BAO, from: HANH, round: '0' })
  expect(sent).toMatchObject({ status: 303, to: '/work/w-1?said=assigned' })
  expect((await work.get('w-1'))?.events.at(-1)).toMatchObject({ is: 'assigned', to: { address: 'bao@example.com' } })
  expect(failures).toHaveLength(1)
  expect(stores.listOrders.ordered()).toEqual([{ workId: null, at: NOW }])
  expect(await lines()).toEqual(['w-1: hanh'])
})

test('after the hours of the whole team the list stays as it was at the end of its day', async () => {
  const { as, clock, lines } = await aDay(aPerson('hanh', CARE))
  clock.at = '2027-03-10T14:00:00.000Z'
  await as('Hanh').send('/work/w-1/assign', { to: BAO, from: HANH, round: '0' })
  expect(await lines()).toEqual(['w-1: hanh'])
})
