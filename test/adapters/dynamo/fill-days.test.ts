/** Work and vouchers of the version before are found by their day, whatever staff do at the same time, on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillChangedDays, fillRedeemedDays } from '#adapters/dynamo/fill-days.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { dynamoVoucherStore } from '#adapters/dynamo/voucher-store.ts'
import { rowOf } from '#adapters/dynamo/work-rows.ts'
import { dynamoWorkStore } from '#adapters/dynamo/work-store.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { allPages } from '#test/support/all-pages.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { AN_INSTANT, storedVoucher } from '#test/support/store-builders.ts'
import { closedWork, notedBy, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const FEBRUARY = { from: '2027-02-01T00:00:00.000Z', to: '2027-02-28T23:59:59.999Z' }
const OPEN = storedCase({ workId: 'open', events: [openedAt(AN_INSTANT)] })
const CLOSED = closedWork(storedWork({ workId: 'closed' }))

const binary = dynoxideBinary()
describe.each([
  ['dynalite', startDynalite, true],
  ['dynoxide', () => startDynoxide(binary ?? ''), binary !== undefined],
] as const)('filling the days of work and vouchers, on %s', (_, start, isThere) => {
  if (!isThere) return
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.stop())

  const storeBefore = (table: DynamoTable, item: WorkItem) => {
    const { changedDay: _, ...before } = rowOf(item)
    return putRow(table, before)
  }
  async function workBefore() {
    const table = await freshTable(engine.client, 'work')
    for (const item of [OPEN, CLOSED]) await storeBefore(table, item)
    const store = dynamoWorkStore(table)
    await store.keepCall({ callId: 'call-1', workId: 'open', customerId: 'c-001' })
    await store.keepDrafts({ workId: 'open', notes: [], version: 1 })
    const found = async () => (await allPages(store.changedDuring(FEBRUARY))).map(({ workId }) => workId).toSorted()
    return { table, store, found }
  }

  test('work is not asked by its day before it is filled, and all of it is found afterwards', async () => {
    const { table, found } = await workBefore()
    await expect(found()).rejects.toThrow('run care migrate days once')
    expect(await fillChangedDays(table, { dryRun: true })).toEqual({ dated: 2, written: 2 })
    await expect(found()).rejects.toThrow('run care migrate days once')
    expect(await fillChangedDays(table)).toEqual({ dated: 2, written: 2 })
    expect(await found()).toEqual(['closed', 'open'])
    expect(await fillChangedDays(table)).toEqual({ dated: 2, written: 0 })
  })

  test('whether a table is filled is asked until it is, and not again', async () => {
    const { table } = await workBefore()
    const asked: string[] = []
    const send: typeof table.client.send = (command: Parameters<typeof table.client.send>[0]) => {
      asked.push(command.constructor.name)
      return table.client.send(command)
    }
    const store = dynamoWorkStore({ ...table, client: Object.assign(Object.create(table.client), { send }) })
    await expect(allPages(store.changedDuring(FEBRUARY))).rejects.toThrow('run care migrate days once')
    await fillChangedDays(table)
    await allPages(store.changedDuring(FEBRUARY))
    await allPages(store.changedDuring(FEBRUARY))
    expect(asked.filter((name) => name === 'GetItemCommand')).toHaveLength(2)
  })

  test('what a function of the version before writes afterwards is brought in by the next run', async () => {
    const { table, found } = await workBefore()
    await fillChangedDays(table)
    await storeBefore(table, storedWork({ workId: 'late' }))
    expect(await fillChangedDays(table)).toEqual({ dated: 3, written: 1 })
    expect(await found()).toEqual(['closed', 'late', 'open'])
  })

  test('an item that changes between the answers for its old day and its new one is met on one of them', async () => {
    const { table, store } = await workBefore()
    await fillChangedDays(table)
    const changed: WorkItem = {
      ...OPEN,
      events: [...OPEN.events, notedBy('Mai', 'gọi lại', '2027-02-10T02:00:00.000Z')],
      version: 1,
    }
    const day = AN_INSTANT.slice(0, 10)
    /** Staff write a note just before the item's old day is asked for. */
    const send: typeof table.client.send = async (command: Parameters<typeof table.client.send>[0]) => {
      const asksOldDay = command.constructor.name === 'QueryCommand' && JSON.stringify(command.input).includes(`"${day}"`)
      if (asksOldDay) expect(await store.update(changed)).toBe('written')
      return table.client.send(command)
    }
    const slow = dynamoWorkStore({ ...table, client: Object.assign(Object.create(table.client), { send }) })
    const span = { from: `${day}T00:00:00.000Z`, to: '2027-02-10T23:59:59.999Z' }
    expect((await allPages(slow.changedDuring(span))).map(({ workId }) => workId)).toContain('open')
  })

  test('nothing that staff write meanwhile is lost', async () => {
    const { table, store } = await workBefore()
    const noted: WorkItem = {
      ...OPEN,
      events: [...OPEN.events, notedBy('Mai', 'gọi lại', '2027-02-09T02:00:00.000Z')],
      version: 1,
    }
    let isNoted = false
    /** Staff write a note between the reading of its row and the writing. */
    const send: typeof table.client.send = async (command: Parameters<typeof table.client.send>[0]) => {
      const isOfItem = JSON.stringify(command.input).includes('"open"')
      if (command.constructor.name === 'UpdateItemCommand' && isOfItem && !isNoted) {
        isNoted = true
        expect(await store.update(noted)).toBe('written')
      }
      return table.client.send(command)
    }
    await fillChangedDays({ ...table, client: Object.assign(Object.create(table.client), { send }) })
    expect(isNoted).toBe(true)
    expect(await store.get('open')).toEqual(noted)
    expect((await getRow(table, { workId: 'open' }))?.changedDay).toBe('2027-02-09')
  })

  test('vouchers that were used are found by their day, and others have none', async () => {
    const table = await freshTable(engine.client, 'vouchers')
    const used = storedVoucher({ code: 'USED', redeemedAt: AN_INSTANT, redeemedBy: 'quầy 1' })
    await putRow(table, { ...used })
    const { redeemedAt: _, redeemedBy: __, ...unused } = storedVoucher({ code: 'UNUSED' })
    await putRow(table, unused)
    const store = dynamoVoucherStore(table)
    await expect(allPages(store.redeemedDuring(FEBRUARY))).rejects.toThrow('run care migrate days once')
    expect(await fillRedeemedDays(table, { dryRun: true })).toEqual({ dated: 1, written: 1 })
    expect(await fillRedeemedDays(table)).toEqual({ dated: 1, written: 1 })
    expect(await fillRedeemedDays(table)).toEqual({ dated: 1, written: 0 })
    expect(await allPages(store.redeemedDuring(FEBRUARY))).toEqual([used])
    expect(await store.redeem({ code: 'UNUSED', at: AN_INSTANT, by: 'quầy 2' })).toBe('written')
    expect(await allPages(store.redeemedDuring(FEBRUARY))).toHaveLength(2)
    expect(await fillRedeemedDays(table)).toEqual({ dated: 2, written: 0 })
  })
})
