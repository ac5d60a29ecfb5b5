/** The store of work sets the alarm of a case before the row, so that no crash loses it, and only where it comes to ring at another time. */
import { describe, expect, test } from 'vitest'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { lookAtClocks } from '#app/desk/look-at-clocks.ts'
import { settingAlarms } from '#app/desk/setting-alarms.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { withActs } from '#app/writing-work.ts'
import { DAY_MS, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { nextRingAt } from '#core/work/case/case-rings.ts'
import type { Case } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { memoryCaseAlarms } from '#test/support/case-alarms.ts'
import { AN_INSTANT } from '#test/support/store-builders.ts'
import { closedWork, notedBy, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const RULES = theCompanyRules()
const item = storedCase({ events: [openedAt(AN_INSTANT)] })
const next = nextRingAt(item, RULES) ?? ''

function desk({ now = AN_INSTANT, withAlarms = true, dies = false } = {}) {
  const memory = memoryCaseAlarms()
  const plain = memoryWorkStore()
  const dying: WorkStore = {
    ...plain,
    open: () => Promise.reject(new Error('died')),
    update: () => Promise.reject(new Error('died')),
  }
  const clocks = { alarms: withAlarms ? memory : null, orders: memory, companyRules: RULES, clock: () => now }
  return { memory, plain, work: withActs(dies ? dying : plain, [settingAlarms(clocks)]) }
}

const withNote = (of: Case): Case => ({
  ...of,
  version: of.version + 1,
  events: [...of.events, notedBy('Hạnh', 'đã gọi', plusMs(AN_INSTANT, MINUTE_MS))],
})

describe('the alarm of a case', () => {
  test('is set when it is opened, and anew when it comes to ring at another time', async () => {
    const { work, memory } = desk()
    await work.open(item)
    expect(memory.alarms).toEqual([{ workId: item.workId, at: next }])
    const read = await work.get(item.workId)
    if (read?.kind !== 'case') throw new Error('no case')
    const noted = withNote(read)
    await work.update(noted)
    // The clock of beginning was met: the next one rings.
    expect(memory.alarms.at(-1)).toEqual({ workId: item.workId, at: nextRingAt(noted, RULES) })
    expect(memory.alarms).toHaveLength(2)
    const again = await work.get(item.workId)
    if (again?.kind !== 'case') throw new Error('no case')
    await work.update(withNote(again))
    expect(memory.alarms).toHaveLength(2)
    await work.update(closedWork(withNote(withNote(again))))
    expect(memory.alarms).toHaveLength(2)
    expect(memory.ordered).toEqual([])
  })

  test('stands before the row is written: a crash in between loses nothing', async () => {
    const { work, memory } = desk({ dies: true })
    await expect(work.open(item)).rejects.toThrow('died')
    expect(memory.alarms).toEqual([{ workId: item.workId, at: next }])
  })

  test('never rings before the row stands there; what is due at once is ordered when it does', async () => {
    const late = plusMs(next, 5)
    const { work, memory } = desk({ now: late })
    await work.open(item)
    expect(memory.alarms).toEqual([{ workId: item.workId, at: plusMs(late, MINUTE_MS) }])
    expect(memory.ordered).toEqual([item.workId])
    const broken = desk({ now: late, dies: true })
    await expect(broken.work.open(item)).rejects.toThrow('died')
    expect(broken.memory.ordered).toEqual([])
  })

  test('is ordered by those who may set none, again when the same cause comes again', async () => {
    const { work, memory } = desk({ withAlarms: false })
    expect([await work.open(item), await work.open(item)]).toEqual(['written', 'lost'])
    expect([memory.alarms, memory.ordered]).toEqual([[], [item.workId, item.workId]])
  })

  test('is none for other work', async () => {
    const { work, memory } = desk()
    await work.open(storedWork())
    expect(memory.alarms).toEqual([])
  })
})

describe('the look of the night', () => {
  const looked: unknown[] = []
  const events = { clocksLookedAt: (values: unknown) => void looked.push(values) }
  const look = (of: ReturnType<typeof desk>, now: string, after: string | null = null) =>
    lookAtClocks({ work: of.plain, alarms: of.memory, caseOrders: of.memory, companyRules: RULES, events }, { after, now })

  test('sets the alarm of every open case as it is now, and of nothing else', async () => {
    const of = desk()
    await of.plain.open(item)
    await of.plain.open({ ...item, workId: 'w-2' })
    await of.plain.open(storedWork())
    await of.plain.update(closedWork({ ...item, workId: 'w-2' }))
    await look(of, AN_INSTANT)
    await look(of, AN_INSTANT)
    expect(of.memory.alarms).toEqual([{ workId: item.workId, at: next }])
    expect(of.memory.looks).toEqual([])
  })

  test('rings what was lost, and leaves out what should have rung more than three days before', async () => {
    const of = desk()
    await of.plain.open(item)
    await look(of, plusMs(next, DAY_MS))
    expect(of.memory.alarms[0]?.at).toBe(next)
    const old = desk()
    await old.plain.open(item)
    await look(old, plusMs(next, 60 * DAY_MS))
    expect(old.memory.alarms).toEqual([])
  })

  test('goes on behind a stretch by an order', async () => {
    const of = desk()
    for (let at = 0; at < 1_001; at++) await of.plain.open({ ...item, workId: `w-${at}` })
    await look(of, AN_INSTANT)
    expect(of.memory.alarms).toHaveLength(1_000)
    const [place = ''] = of.memory.looks
    await look(of, AN_INSTANT, place)
    expect(new Set(of.memory.alarms.map(({ workId }) => workId)).size).toBe(1_001)
    expect(of.memory.looks).toHaveLength(1)
  })
})
