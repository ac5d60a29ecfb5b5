/** One team's day costs what the team has, however much is open elsewhere: by DynamoDB's own figure, on the native engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { markFilled } from '#adapters/dynamo/fill-work-teams.ts'
import { rowOf } from '#adapters/dynamo/work-rows.ts'
import { dynamoWorkStore } from '#adapters/dynamo/work-store.ts'
import { putRows } from '#adapters/dynamo/write-rows.ts'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryDutyBook } from '#adapters/memory/staff-stores.ts'
import { makeDayList } from '#app/desk/make-day-list.ts'
import type { Owner } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { CARE, office } from '#test/functions/staff/work/work-office.ts'
import { aCustomer } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, freshTable, startDynoxide } from '#test/support/dynamo-engines.ts'
import { aPerson, assignedTo, openedAt, storedWork } from '#test/support/work-builders.ts'
import { billing } from '../../../../bench/aws-bill.ts'

const DATE = '2027-03-10'
const OF_TEAM = 120
const work = (workId: string, n: number, owner: Owner | null): WorkItem => {
  const at = new Date(Date.UTC(2027, 2, 8, 2, n % 60)).toISOString()
  const dueAt = new Date(Date.UTC(2027, 2, 9, 2, n % 60)).toISOString()
  const events = [openedAt(at), ...(owner ? [assignedTo(owner, at)] : [])]
  return storedWork({ workId, customerId: `c-${n % OF_TEAM}`, dueAt, events: events as never })
}
const ofTeam = Array.from({ length: OF_TEAM }, (_, n) =>
  work(`team-${n}`, n, n % 4 === 0 ? aPerson('hanh', CARE) : { is: 'team', team: CARE }),
)
const elsewhere = (count: number) =>
  Array.from({ length: count }, (_, n) => work(`other-${n}`, n, { is: 'team', team: `Nhóm ${n % 7}` }))

const binary = dynoxideBinary()
describe.runIf(binary !== undefined)('a team with its day among other open work', () => {
  let engine: Engine
  let bills: ReturnType<typeof billing>
  beforeAll(async () => {
    engine = await startDynoxide(binary ?? '')
    bills = billing(engine.client)
  })
  afterAll(() => engine.stop())

  /** What each of them reads, with so much open elsewhere. */
  async function costs(others: number) {
    const table = await freshTable(engine.client, 'work')
    await putRows(table, [...ofTeam, ...elsewhere(others)].map(rowOf))
    await markFilled(table)
    const { as, stores } = await office()
    await stores.customers.put(
      Array.from({ length: OF_TEAM }, (_, n) => aCustomer({ customerId: `c-${n}`, phone: `+8490${1_000_000 + n}` })),
    )
    const store = dynamoWorkStore(table)
    const { page } = as('Hanh', { work: store })
    const billOf = async (what: string, act: () => Promise<unknown>) => {
      const bill = bills.on(`${what} ${others}`)
      const answer = await act()
      bills.on('nothing')
      return { answer, calls: bill.calls, units: bill.readUnits }
    }
    const ports = {
      ...stores,
      work: store,
      lists: memoryDayLists(),
      dutyBook: memoryDutyBook(),
    }
    const list = await billOf('list', () =>
      makeDayList(ports, { team: CARE, date: DATE, at: '2027-03-10T00:30:00.000Z', which: 'first' }),
    )
    const pages = {
      team: await billOf('team', () => page('/work?whose=team')),
      mine: await billOf('mine', () => page('/work?whose=mine')),
      all: await billOf('all', () => page('/work')),
      late: await billOf('late', () => page('/work?due=late')),
    }
    return { list, pages }
  }

  test('making the list of its day reads its own rows alone', async () => {
    const [alone, among] = [(await costs(0)).list, (await costs(2_000)).list]
    expect(among.answer).toMatchObject({ made: { lines: { length: OF_TEAM } } })
    expect({ calls: among.calls, units: among.units }).toEqual({ calls: alone.calls, units: alone.units })
    // Each of its rows once, their keys, the mark, and the key of what no team has.
    expect(among.units).toBeLessThan(OF_TEAM + 12)
  })

  test('no page of the list of work reads more when more is open than it counts', async () => {
    const [many, more] = [(await costs(1_000)).pages, (await costs(3_000)).pages]
    for (const which of ['team', 'mine', 'all', 'late'] as const) {
      expect({ which, calls: more[which].calls, units: more[which].units }).toEqual({
        which,
        calls: many[which].calls,
        units: many[which].units,
      })
    }
    expect(more.mine.units).toBeLessThan(200)
    expect(more.all.units).toBeLessThan(400)
  })
})
