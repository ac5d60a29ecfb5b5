import { expect, test } from 'vitest'
import { type Instant, plusMs } from '#core/time/instant.ts'
import { openMovableClock } from '#local/clock/movable-clock.ts'
import { oneAtATime } from '#local/one-at-a-time.ts'
import { timeMoves } from '#local/time-moves.ts'

const START: Instant = '2027-02-01T00:00:00.000Z'
const HOUR = 3_600_000

/** Something due every hour; in the hours named, it concerns somebody. */
interface Hourly {
  readonly eventfulHours?: readonly number[]
  readonly fails?: boolean
  readonly atRest?: () => Promise<void>
}

function hourly({ eventfulHours = [], fails = false, atRest = async () => {} }: Hourly = {}) {
  const clock = openMovableClock({ folder: null, startAt: START })
  const fired: number[] = []
  const alarms: string[] = []
  let eventful = 0
  const engine = {
    name: 'hourly',
    nextDue: () => plusMs(START, (fired.length + 1) * HOUR),
    async fireDue() {
      if (fails) throw new Error('the table is gone')
      fired.push(fired.length + 1)
      if (eventfulHours.includes(fired.length)) eventful++
      return [fired.length]
    },
  }
  // A real drain waits for the network, so that others get a turn.
  const drain = () => new Promise<void>((resolve) => setImmediate(resolve))
  const eventLog = { eventful: () => eventful, alarm: (name: string) => void alarms.push(name) }
  const moves = timeMoves({ clock, engines: [engine], drain, eventLog, alone: oneAtATime(), atRest })
  return { clock, moves, fired, alarms }
}

test('to the next event passes over the hours in which nothing concerns anybody', async () => {
  const { clock, moves, fired } = hourly({ eventfulHours: [7] })
  expect(moves.toNextEvent()).toBe('started')
  await moves.idle()
  expect(fired).toHaveLength(7)
  expect(clock.now()).toBe(plusMs(START, 7 * HOUR))
  expect(moves.latest()).toMatchObject({ state: 'arrived', steps: expect.any(Number) })
})

test('a move to an instant fires everything on the way and can be watched', async () => {
  const { clock, moves, fired } = hourly()
  moves.to(plusMs(START, 24 * HOUR))
  expect(moves.latest()?.state).toBe('running')
  await moves.idle()
  expect(fired).toHaveLength(24)
  expect(clock.now()).toBe(plusMs(START, 24 * HOUR))
})

test('a second move is refused while one runs, and so is the past', async () => {
  const { moves } = hourly()
  moves.to(plusMs(START, 5 * HOUR))
  expect(moves.toNextEvent()).toBe('already-moving')
  await moves.idle()
  expect(moves.to(START)).toBe('in-the-past')
})

test.each(['to an instant', 'to the next event'])('a move %s stops when asked, where it has come', async (kind) => {
  const { clock, moves } = hourly()
  if (kind === 'to an instant') moves.to(plusMs(START, 24 * 365 * HOUR))
  else moves.toNextEvent()
  await new Promise((resolve) => setImmediate(resolve))
  await moves.stop()
  expect(moves.latest()?.state).toBe('stopped')
  expect(clock.now() < plusMs(START, 24 * 365 * HOUR)).toBe(true)
})

test('within 400 days without an event the search ends and says so', async () => {
  const { moves } = hourly()
  moves.toNextEvent()
  await moves.idle()
  expect(moves.latest()?.state).toBe('nothing-due')
})

test('a move that fails says why, raises an alarm and lets another begin', async () => {
  const { moves, alarms } = hourly({ fails: true })
  moves.to(plusMs(START, 2 * HOUR))
  await moves.idle()
  expect(moves.latest()).toMatchObject({ state: 'failed', because: 'the table is gone' })
  expect(alarms).toEqual(['move.failed'])
  expect(moves.to(plusMs(START, 3 * HOUR))).toBe('started')
  await moves.idle()
})

test('what follows a move happens once it has arrived, and before the next one begins', async () => {
  const rested: string[] = []
  const world = hourly({ atRest: async () => void rested.push(`${world.moves.latest()?.state} ${world.fired.length}`) })
  world.moves.to(plusMs(START, 3 * HOUR))
  await world.moves.idle()
  expect(rested).toEqual(['arrived 3'])
  world.moves.to(plusMs(START, 5 * HOUR))
  await world.moves.idle()
  expect(rested).toEqual(['arrived 3', 'arrived 5'])
})

test('what follows a move may fail: an alarm says so, the move has arrived, and another can begin', async () => {
  const { moves, alarms, fired } = hourly({ atRest: () => Promise.reject(new Error('the folder is full')) })
  moves.to(plusMs(START, HOUR))
  await moves.idle()
  expect(moves.latest()?.state).toBe('arrived')
  expect(alarms).toEqual(['rest.failed'])
  moves.to(plusMs(START, 2 * HOUR))
  await moves.idle()
  expect(fired).toHaveLength(2)
})
