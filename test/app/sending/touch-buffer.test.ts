import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { touchBuffer } from '#app/sending/touch-buffer.ts'
import type { Touch } from '#core/planning/touch.ts'
import { storedTouch } from '#test/support/store-builders.ts'

/** A buffer over a store that notes what each call brought, and fails as long as it is told to. */
function buffered() {
  const store = memoryTouchStore()
  const calls: number[] = []
  const broken: unknown[] = []
  const fault: { now?: Error; wait?: Promise<void> } = {}
  const record = async (touches: readonly Touch[]) => {
    calls.push(touches.length)
    await fault.wait
    if (fault.now) throw fault.now
    await store.record(touches)
  }
  const buffer = touchBuffer({ touches: { record }, events: { touchBroken: (values) => broken.push(values) } })
  const add = (from: number, to: number) => {
    for (let n = from; n < to; n++) buffer.add(storedTouch({ customerId: `c-${n}` }))
  }
  const written = async (count: number) =>
    (await store.getMany(Array.from({ length: count }, (_, n) => storedTouch({ customerId: `c-${n}` })))).length
  return { buffer, add, calls, broken, fault, written }
}

describe('touches on their way to their table', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test.each([
    [0, [], []],
    [1, [], [1]],
    [24, [], [24]],
    [25, [25], [25]],
    [26, [25], [25, 1]],
    [50, [25, 25], [25, 25]],
    [77, [25, 25, 25], [25, 25, 25, 2]],
  ])('%i of them make these calls before the page ends: %j, and in the end these: %j', async (count, before, after) => {
    const { buffer, add, calls, written } = buffered()
    add(0, count)
    expect(calls).toEqual(before)
    await buffer.flush()
    expect(calls).toEqual(after)
    expect(await written(count)).toBe(count)
  })

  test('wait a second at most, counted from the first of them', async () => {
    const { add, calls, written } = buffered()
    add(0, 1)
    await vi.advanceTimersByTimeAsync(900)
    add(1, 3)
    expect(calls).toEqual([])
    await vi.advanceTimersByTimeAsync(100)
    expect(calls).toEqual([3])
    add(3, 4)
    await vi.advanceTimersByTimeAsync(999)
    expect(calls).toEqual([3])
    await vi.advanceTimersByTimeAsync(1)
    expect(calls).toEqual([3, 1])
    expect(await written(4)).toBe(4)
  })

  test('leave no timer behind that would write nothing', async () => {
    const { buffer, add, calls } = buffered()
    add(0, 26)
    await buffer.flush()
    expect(vi.getTimerCount()).toBe(0)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(calls).toEqual([25, 1])
  })

  test('flush answers only when the calls that began before it are over', async () => {
    const { buffer, add, fault, written } = buffered()
    let go = () => {}
    fault.wait = new Promise((done) => {
      go = done
    })
    add(0, 25)
    let flushed = false
    const flushing = buffer.flush().then(() => {
      flushed = true
    })
    await vi.advanceTimersByTimeAsync(3_000)
    expect(flushed).toBe(false)
    go()
    await flushing
    expect(await written(25)).toBe(25)
  })

  test('that cannot be written are told one by one, by the name of the error alone, and the next ones are written', async () => {
    const { buffer, add, fault, broken, written } = buffered()
    fault.now = new RangeError('the row of lan@example.com is too large')
    add(0, 2)
    await buffer.flush()
    expect(broken).toEqual([
      { occurrenceId: 'tet_2027-02-06', customerId: 'c-0', error: 'RangeError' },
      { occurrenceId: 'tet_2027-02-06', customerId: 'c-1', error: 'RangeError' },
    ])
    delete fault.now
    add(2, 4)
    await buffer.flush()
    expect(broken).toHaveLength(2)
    expect(await written(4)).toBe(2)
  })
})
