/** Holding a call: one of two gets it, it ends by its time, and an outcome of another is refused meanwhile; on the memory adapters. */
import { describe, expect, test } from 'vitest'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { closeWork } from '#app/desk/close-work.ts'
import { holdCall, letCallGo } from '#app/desk/hold-call.ts'
import { noteWork } from '#app/desk/note-work.ts'
import { events } from '#app/events.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { closedWork, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'

const NOW = '2027-03-10T02:00:00.000Z'
const LATER = '2027-03-10T02:15:00.000Z'
const HANH = { by: 'Hạnh', address: 'hanh@example.com' }
const BAO = { by: 'Bảo', address: 'bao@example.com' }
const UNTIL = LATER

async function desk(item: WorkItem = storedWork({ workId: 'w-1' })) {
  const work = memoryWorkStore()
  await work.open({ ...item, version: 0 })
  const ports = { work, companyRules: theCompanyRules(), events: events({ event: () => {}, alarm: () => {} }) }
  const hold = (who: typeof HANH, at = NOW, over?: string) =>
    holdCall(ports, { workId: 'w-1', ...who, at, ...(over !== undefined && { over }) })
  const lease = async () => (await work.get('w-1'))?.lease
  return { work, ports, hold, lease }
}

describe('a call', () => {
  test('is held for a quarter of an hour by the one who takes it', async () => {
    const { hold, lease } = await desk()
    expect(await hold(HANH)).toMatchObject({ again: false })
    expect(await lease()).toEqual({ address: HANH.address, name: 'Hạnh', until: UNTIL })
  })

  test('goes to one of two who come at the same moment', async () => {
    const { hold, lease } = await desk()
    const answers = await Promise.all([hold(HANH), hold(BAO)])
    expect(answers.filter((answer) => 'held' in answer)).toHaveLength(1)
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([{ refused: 'held-by-colleague' }])
    expect([HANH.address, BAO.address]).toContain((await lease())?.address)
  })

  test('taken twice is held once, and renewed only when its time runs out', async () => {
    const { work, hold, lease } = await desk()
    await hold(HANH)
    expect(await hold(HANH, '2027-03-10T02:04:59.000Z')).toMatchObject({ again: true })
    expect((await work.get('w-1'))?.version).toBe(1)
    await hold(HANH, '2027-03-10T02:05:00.000Z')
    expect((await lease())?.until).toBe('2027-03-10T02:20:00.000Z')
  })

  test('is free again when the time is over, with no one having done anything', async () => {
    const { hold } = await desk()
    await hold(HANH)
    expect(await hold(BAO, '2027-03-10T02:14:59.000Z')).toEqual({ refused: 'held-by-colleague' })
    expect(await hold(BAO, LATER)).toMatchObject({ held: { lease: { name: 'Bảo' } } })
  })

  test('is taken over from the colleague who is named, and from no other', async () => {
    const { hold, lease } = await desk()
    await hold(HANH)
    const mai = { by: 'Mai', address: 'mai@example.com' }
    expect(await hold(mai, NOW, BAO.address)).toEqual({ refused: 'changed-meanwhile' })
    expect(await hold(mai, NOW, HANH.address)).toMatchObject({ again: false })
    expect(await lease()).toMatchObject({ name: 'Mai' })
  })

  test('is let go by who holds it alone', async () => {
    const { ports, hold, lease } = await desk()
    await hold(HANH)
    await letCallGo(ports, { workId: 'w-1', ...BAO, at: NOW })
    expect(await lease()).toMatchObject({ name: 'Hạnh' })
    await letCallGo(ports, { workId: 'w-1', ...HANH, at: NOW })
    expect(await lease()).toBeUndefined()
  })

  test('that a colleague holds is closed by no other, and noted on by all', async () => {
    const { ports, hold, lease } = await desk()
    await hold(HANH)
    const done = { workId: 'w-1', note: 'đã gọi', reached: true, at: NOW }
    expect(await closeWork(ports, { ...done, ...BAO })).toEqual({ refused: 'held-by-colleague' })
    expect(await noteWork(ports, { workId: 'w-1', note: 'khách nhắn Zalo', at: NOW, ...BAO })).toMatchObject({ again: false })
    expect(await closeWork(ports, { ...done, ...HANH })).toMatchObject({ again: false })
    expect(await lease()).toBeUndefined()
  })
})

test('a complaint is held like a call: its customer is rung from the same list', async () => {
  const { ports, hold, lease } = await desk(storedCase({ workId: 'w-1' }))
  expect(await hold(HANH)).toMatchObject({ held: { kind: 'case' }, again: false })
  expect(await hold(BAO)).toEqual({ refused: 'held-by-colleague' })
  const done = { workId: 'w-1', note: 'đã gọi', reached: 'not-needed', at: NOW } as const
  expect(await closeWork(ports, { ...done, ...BAO })).toEqual({ refused: 'held-by-colleague' })
  expect(await closeWork(ports, { ...done, ...HANH })).toMatchObject({ again: false })
  expect(await lease()).toBeUndefined()
})

test.each([
  ['a request about data', storedRequest({ workId: 'w-1' }), 'no-call'],
  ['a closed call', closedWork(storedWork({ workId: 'w-1' })), 'already-closed'],
  ['nothing', storedWork({ workId: 'w-2' }), 'no-such-work'],
] as const)('%s is not held: %s', async (_what, item, refused) => {
  const { hold } = await desk(item)
  expect(await hold(HANH)).toEqual({ refused })
})
