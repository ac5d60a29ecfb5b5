import { describe, expect, test } from 'vitest'
import type { Instant } from '#core/time/instant.ts'
import type { DueEngine } from '#local/clock/due-engine.ts'
import { type MoveProgress, timeMover } from '#local/clock/time-mover.ts'
import { clockAt } from '#test/local/aws/aws-clients.ts'

const START = '2027-02-01T00:00:00.000Z'
const day = (number: number): Instant => `2027-02-${String(number).padStart(2, '0')}T00:00:00.000Z`

function listedEngine(name: string, instants: readonly Instant[], log: string[]): DueEngine & { add(instant: Instant): void } {
  const due = [...instants].sort()
  return {
    name,
    nextDue: () => due[0],
    async fireDue(now) {
      const fired = due.filter((instant) => instant <= now)
      due.splice(0, fired.length)
      log.push(...fired.map((instant) => `${name} ${instant.slice(8, 10)} at ${now.slice(8, 10)}`))
      return fired
    },
    add(instant) {
      due.push(instant)
      due.sort()
    },
  }
}

function setting(parts: { one: readonly Instant[]; two: readonly Instant[]; drain?: () => Promise<void> }) {
  const log: string[] = []
  const clock = clockAt(START)
  const one = listedEngine('one', parts.one, log)
  const two = listedEngine('two', parts.two, log)
  const progress: MoveProgress[] = []
  const drain = parts.drain ?? (async () => void log.push('drain'))
  const mover = timeMover({ clock, engines: [one, two], drain, onProgress: (step) => progress.push(step) })
  return { log, clock, one, two, mover, progress }
}

describe('moving to an instant', () => {
  test('reaches every due instant of every engine in order and drains after each', async () => {
    const { mover, log, clock } = setting({ one: [day(3), day(7)], two: [day(5), day(20)] })
    expect(await mover.advanceTo(day(10))).toEqual({ outcome: 'arrived', at: day(10), target: day(10), steps: 3, fired: 3 })
    expect(log).toEqual(['drain', 'one 03 at 03', 'drain', 'two 05 at 05', 'drain', 'one 07 at 07', 'drain'])
    expect(clock.now()).toBe(day(10))
    expect(mover.nextDue()).toBe(day(20))
  })

  test('what is due at the target itself is fired', async () => {
    const { mover, log } = setting({ one: [day(10)], two: [] })
    await mover.advanceTo(day(10))
    expect(log).toContain('one 10 at 10')
  })

  test('what is overdue fires at the present instant', async () => {
    const { mover, log } = setting({ one: ['2027-01-05T00:00:00.000Z'], two: [] })
    await mover.advanceTo(day(2))
    expect(log).toContain('one 05 at 01')
  })

  test('work that draining makes due before the target is done on the way', async () => {
    const made = { done: false }
    const parts = setting({
      one: [day(3)],
      two: [],
      drain: async () => {
        if (!made.done && parts.clock.now() === day(3)) {
          made.done = true
          parts.two.add(day(4))
        }
      },
    })
    await parts.mover.advanceTo(day(10))
    expect(parts.log).toEqual(['one 03 at 03', 'two 04 at 04'])
  })

  test('reports each step and the arrival', async () => {
    const { mover, progress } = setting({ one: [day(3), day(7)], two: [] })
    await mover.advanceTo(day(10))
    expect(progress.map(({ at, steps }) => [at, steps])).toEqual([
      [day(3), 1],
      [day(7), 2],
      [day(10), 2],
    ])
  })

  test('the past is refused with the reason', async () => {
    const { mover } = setting({ one: [], two: [] })
    expect(await mover.advanceTo('2026-01-01T00:00:00.000Z')).toEqual({
      outcome: 'refused',
      because: `it is already ${START}: time only moves forward`,
    })
  })
})

test('the next event is the earliest of all engines; with none the move is refused', async () => {
  const { mover, clock } = setting({ one: [day(7)], two: [day(5)] })
  expect(await mover.advanceToNextEvent()).toMatchObject({ outcome: 'arrived', at: day(5) })
  await mover.advanceToNextEvent()
  expect(clock.now()).toBe(day(7))
  expect(await mover.advanceToNextEvent()).toEqual({ outcome: 'refused', because: 'nothing is due' })
})

test('a second move is refused while one is running, and allowed after it', async () => {
  const { mover } = setting({ one: [day(3)], two: [] })
  const running = mover.advanceTo(day(10))
  expect(mover.movingTo()).toBe(day(10))
  expect(await mover.advanceTo(day(12))).toEqual({ outcome: 'refused', because: `the clock is already on its way to ${day(10)}` })
  await running
  expect(mover.movingTo()).toBeUndefined()
  expect(await mover.advanceTo(day(12))).toMatchObject({ outcome: 'arrived' })
})

test('a cancelled move stops after its present step and leaves the clock there', async () => {
  const parts = setting({
    one: [day(3), day(7)],
    two: [],
    drain: async () => void (parts.log.length === 1 && parts.mover.cancel()),
  })
  expect(await parts.mover.advanceTo(day(10))).toMatchObject({ outcome: 'cancelled', at: day(3), steps: 1 })
  expect(parts.clock.now()).toBe(day(3))
  parts.log.push('seen')
  expect(await parts.mover.advanceTo(day(10))).toMatchObject({ outcome: 'arrived', fired: 1 })
})

test('a failing drain ends the move with its error, and another move can follow', async () => {
  let failing = true
  const { mover } = setting({
    one: [],
    two: [],
    drain: async () => {
      if (failing) throw new Error('queue broken')
    },
  })
  await expect(mover.advanceTo(day(2))).rejects.toThrow('queue broken')
  failing = false
  expect(await mover.advanceTo(day(2))).toMatchObject({ outcome: 'arrived' })
})

test('an engine that says something is due but fires nothing is an error, not an endless loop', async () => {
  const stuck: DueEngine = { name: 'stuck', nextDue: () => day(3), fireDue: async () => [] }
  const mover = timeMover({ clock: clockAt(START), engines: [stuck], drain: async () => {} })
  await expect(mover.advanceTo(day(10))).rejects.toThrow(/stuck/)
})
