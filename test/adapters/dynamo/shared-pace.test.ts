/** One account's rate, held by several senders at once on a clock that only the test moves, on both engines. */
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { dynamoSharedPace } from '#adapters/dynamo/shared-pace.ts'
import type { Pace } from '#app/ports.ts'
import { allowance, WINDOW_MS, windowAt } from '#core/planning/pacing.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'

const START = Date.parse('2027-03-10T02:00:00.000Z')
const binary = dynoxideBinary()

const ENGINES: readonly (readonly [string, () => Promise<Engine>])[] = [
  ['dynalite', startDynalite],
  ...(binary === undefined ? [] : [['dynoxide', () => startDynoxide(binary)] as const]),
]

describe.each(ENGINES)('a pace shared through one counter, on %s', (_, start) => {
  let engine: Engine
  let busy = 0
  let broken = false
  beforeAll(async () => {
    engine = await start()
    engine.client.middlewareStack.add(
      (next) => async (given) => {
        busy++
        try {
          if (broken) throw new Error('the counter cannot be reached')
          return await next(given)
        } finally {
          busy--
        }
      },
      { step: 'initialize', name: 'watched' },
    )
  })
  afterAll(() => engine.stop())

  /** A clock for some senders: it moves to the next who sleeps when nobody has anything to do any more. */
  async function senders(count: number, rate: number | (() => Promise<number>)) {
    const table: DynamoTable = await freshTable(engine.client, 'pace')
    let now = START
    let sleepers: { at: number; wake: () => void }[] = []
    const grants: number[] = []
    const failures: unknown[] = []
    let waiting = 0
    const paces = Array.from({ length: count }, () =>
      dynamoSharedPace({
        ...table,
        rate: typeof rate === 'number' ? async () => rate : rate,
        epochMs: () => now,
        sleep: (ms) => new Promise((wake) => sleepers.push({ at: now + ms, wake })),
      }),
    )
    const quiet = async () => {
      for (let turns = 0; turns < 3; turns = busy === 0 ? turns + 1 : 0) await turn()
    }
    const take = async (pace: Pace) => {
      waiting++
      try {
        await pace.take()
        grants.push(now)
      } catch (error) {
        failures.push(error)
      } finally {
        waiting--
      }
    }
    return {
      paces,
      grants,
      failures,
      take,
      now: () => now,
      quiet,
      /** Lets time pass until nobody waits, or until that instant. */
      pass: async (end = Number.POSITIVE_INFINITY) => {
        for (;;) {
          await quiet()
          const next = Math.min(...sleepers.map(({ at }) => at))
          if (next > end) {
            now = end
            return
          }
          if (waiting === 0) return
          if (sleepers.length === 0) throw new Error(`${waiting} wait for ever`)
          now = next
          const awake = sleepers.filter(({ at }) => at <= now)
          sleepers = sleepers.filter(({ at }) => at > now)
          for (const { wake } of awake) wake()
        }
      },
    }
  }

  const perWindow = (grants: readonly number[]) => {
    const counts = new Map<number, number>()
    for (const at of grants) counts.set(windowAt(at), (counts.get(windowAt(at)) ?? 0) + 1)
    return counts
  }

  test.each([
    ['one sender alone', 1, 14, 70],
    ['two at once', 2, 14, 70],
    ['five at once', 5, 14, 100],
    ['two in a sandbox', 2, 1, 6],
    ['three at a fast account', 3, 500, 600],
  ])('%s: no window is overdrawn, everyone is served, and little of the rate is lost', async (_name, count, rate, mails) => {
    const { paces, take, pass, grants, failures, now } = await senders(count, rate)
    for (let mail = 0; mail < mails; mail++) void take(paces[mail % count]!)
    await pass()
    expect(failures).toEqual([])
    expect(grants).toHaveLength(mails)
    for (const [window, granted] of perWindow(grants)) expect(granted).toBeLessThanOrEqual(allowance(rate, window))
    const seconds = (now() - START + WINDOW_MS) / 1_000
    expect(seconds).toBeGreaterThan((mails - 1) / rate)
    expect(seconds).toBeLessThan((1.5 * mails) / rate + 1)
  })

  test('a sender alone is served at the full rate', async () => {
    const { paces, take, pass, now } = await senders(1, 14)
    for (let mail = 0; mail < 70; mail++) void take(paces[0]!)
    await pass()
    expect(now() - START).toBeLessThanOrEqual(5_000)
  })

  test('those who come one after the other, at the very moment the last was served, are served too', async () => {
    const { paces, take, pass, grants } = await senders(2, 20)
    const chain = async (pace: Pace) => {
      for (let mail = 0; mail < 15; mail++) await take(pace)
    }
    const chains = [chain(paces[0]!), chain(paces[0]!), chain(paces[1]!)]
    let over = false
    void Promise.all(chains).then(() => {
      over = true
    })
    while (!over) await pass()
    expect(grants).toHaveLength(45)
    for (const [window, granted] of perWindow(grants)) expect(granted).toBeLessThanOrEqual(allowance(20, window))
  })

  test('those who come while others wait in the middle of a window are served after them', async () => {
    const { paces, take, pass, grants, now } = await senders(1, 5)
    for (let mail = 0; mail < 3; mail++) void take(paces[0]!)
    await pass(START + WINDOW_MS / 2)
    expect(now()).toBe(START + WINDOW_MS / 2)
    for (let mail = 0; mail < 3; mail++) void take(paces[0]!)
    await pass()
    expect(grants.map((at) => at - START)).toEqual([0, 200, 400, 600, 800, 1_000])
  })

  test('a counter that cannot be reached fails everyone who waits, and serves the next when it is back', async () => {
    const { paces, take, pass, quiet, grants, failures, now } = await senders(1, 5)
    for (let mail = 0; mail < 3; mail++) void take(paces[0]!)
    await quiet()
    expect(grants).toHaveLength(1)
    broken = true
    await pass()
    expect(failures.map(String)).toEqual(Array(2).fill('Error: the counter cannot be reached'))
    void take(paces[0]!)
    await pass()
    expect(failures).toHaveLength(3)
    broken = false
    const before = now()
    void take(paces[0]!)
    await pass()
    expect(grants).toHaveLength(2)
    // Those who failed take no place from those who come after them.
    expect(grants[1]).toBeLessThanOrEqual(before + WINDOW_MS)
    expect(failures).toHaveLength(3)
  })

  test('a rate that cannot be read fails those who wait, and is asked again for the next', async () => {
    let asked = 0
    const rate = async () => {
      if (++asked === 1) throw new Error('no account')
      return 5
    }
    const { paces, take, pass, grants, failures } = await senders(1, rate)
    void take(paces[0]!)
    void take(paces[0]!)
    await pass()
    expect(failures.map(String)).toEqual(['Error: no account', 'Error: no account'])
    void take(paces[0]!)
    await pass()
    expect(grants).toHaveLength(1)
  })

  test('after "too fast" a sender goes slower, and slowly comes back', async () => {
    const { paces, take, pass, grants } = await senders(1, 50)
    paces[0]!.throttled()
    for (let mail = 0; mail < 1_200; mail++) void take(paces[0]!)
    await pass()
    const inSecond = (second: number) => grants.filter((at) => Math.floor((at - START) / 1_000) === second).length
    expect(inSecond(0)).toBeGreaterThanOrEqual(33)
    expect(inSecond(0)).toBeLessThanOrEqual(39)
    expect(inSecond(5)).toBeLessThanOrEqual(44)
    expect(inSecond(17)).toBe(50)
  })

  test('an account without a limit serves a thousand as good as at once', async () => {
    const { paces, take, pass, grants, now } = await senders(2, Number.MAX_SAFE_INTEGER / 1_000)
    for (let mail = 0; mail < 1_000; mail++) void take(paces[mail % 2]!)
    await pass()
    expect(grants).toHaveLength(1_000)
    // Who loses the race for opening a window asks for half, and for the rest in the next.
    expect(now()).toBeLessThanOrEqual(START + WINDOW_MS)
  })
})
