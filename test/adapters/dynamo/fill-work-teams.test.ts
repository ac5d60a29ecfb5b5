/** Open work of the version before is found by its team, whatever staff do at the same time, on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillWorkTeams, isFilled } from '#adapters/dynamo/fill-work-teams.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { rowOf } from '#adapters/dynamo/work-rows.ts'
import { dynamoWorkStore } from '#adapters/dynamo/work-store.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { allPages } from '#test/support/all-pages.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { AN_INSTANT } from '#test/support/store-builders.ts'
import { aPerson, assignedTo, closedWork, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const THROUGH = '2027-03-01T00:00:00.000Z'
const HERS = storedWork({ workId: 'hers', events: [openedAt(AN_INSTANT), assignedTo(aPerson())] })
const FREE = storedCase({ workId: 'free' })

const binary = dynoxideBinary()
describe.each([
  ['dynalite', startDynalite, true],
  ['dynoxide', () => startDynoxide(binary ?? ''), binary !== undefined],
] as const)('filling the teams of open work, on %s', (_, start, isThere) => {
  if (!isThere) return
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.stop())

  const storeBefore = (table: DynamoTable, item: WorkItem) => {
    const { teamKey: _, personKey: __, ...before } = rowOf(item)
    return putRow(table, before)
  }
  async function storedBefore() {
    const table = await freshTable(engine.client, 'work')
    for (const item of [HERS, FREE, closedWork(storedWork({ workId: 'closed' }))]) await storeBefore(table, item)
    const store = dynamoWorkStore(table)
    const found = async (team: string | null) =>
      (await allPages(store.openOfTeam({ team, through: THROUGH }))).map(({ workId }) => workId)
    const hers = async () => {
      const desk = { of: 'person', address: aPerson().address } as const
      const page = await store.openOn({ desk, after: null, through: null, limit: 5 })
      expect(await store.countOpenOn(desk, 5)).toBe(page.found.length)
      return page.found.map(({ item }) => item.workId)
    }
    return { table, store, found, hers }
  }

  test('a team finds its work before, during and after it', async () => {
    const { table, found } = await storedBefore()
    expect(await fillWorkTeams(table, { dryRun: true })).toEqual({ open: 2, written: 2 })
    expect([await isFilled(table, 'teams'), await isFilled(table, 'persons')]).toEqual([false, false])
    expect([await found('Chăm sóc'), await found(null), await found('Kinh doanh')]).toEqual([['hers'], ['free'], []])
    expect(await fillWorkTeams(table)).toEqual({ open: 2, written: 2 })
    expect([await isFilled(table, 'teams'), await isFilled(table, 'persons')]).toEqual([true, true])
    expect([await found('Chăm sóc'), await found(null), await found('Kinh doanh')]).toEqual([['hers'], ['free'], []])
    expect(await fillWorkTeams(table)).toEqual({ open: 2, written: 0 })
  })

  test('a person finds theirs before and after it, also where only the index of teams had been filled', async () => {
    const { table, hers } = await storedBefore()
    await putRow(table, { workId: '#teams' })
    const { personKey: _, ...before } = rowOf(HERS)
    await putRow(table, before)
    expect(await hers()).toEqual(['hers'])
    expect(await fillWorkTeams(table)).toEqual({ open: 2, written: 2 })
    expect(await hers()).toEqual(['hers'])
    expect(await fillWorkTeams(table)).toEqual({ open: 2, written: 0 })
  })

  test('what a function of the version before writes after it is brought in by the next run', async () => {
    const { table, found } = await storedBefore()
    await fillWorkTeams(table)
    await storeBefore(table, storedWork({ workId: 'late' }))
    expect(await found(null)).toEqual(['free'])
    expect(await fillWorkTeams(table)).toEqual({ open: 3, written: 1 })
    expect(await found(null)).toEqual(['late', 'free'])
  })

  test('nothing that staff write meanwhile is lost', async () => {
    const { table, store, found } = await storedBefore()
    const { client } = table
    const closed = closedWork(HERS)
    let isClosed = false
    /** Staff close the item between the reading of its row and the writing. */
    const send: typeof client.send = async (command: Parameters<typeof client.send>[0]) => {
      if (command.constructor.name === 'PutItemCommand' && !isClosed) {
        isClosed = true
        expect(await store.update(closed)).toBe('written')
      }
      return client.send(command)
    }
    const meanwhile: DynamoTable = { ...table, client: Object.assign(Object.create(client), { send }) }
    await fillWorkTeams(meanwhile)
    expect(await store.get('hers')).toEqual(closed)
    expect((await getRow(table, { workId: 'hers' }))?.teamKey).toBeUndefined()
    expect([await found('Chăm sóc'), await found(null)]).toEqual([[], ['free']])
  })
})
