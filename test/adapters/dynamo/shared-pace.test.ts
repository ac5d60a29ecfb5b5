/** One account's rate, held by several senders at once on a clock that only the test moves, on both engines. */
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { dynamoSharedPace } from '#adapters/dynamo/shared-pace.ts'
import type { Pace } from '#app/ports/sending.ts'
import { placeMs } from '#core/planning/pacing.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'

const START = Date.parse('2027-03-10T02:00:00.000Z')
const DAY_MS = 86_400_000
const binary = dynoxideBinary()

const ENGINES: readonly (readonly [string, () => Promise<Engine>])[] = [
  ['dynalite', startDynalite],
  ...(binary === undefined ? [] : [['dynoxide', () => startDynoxide(binary)] as const]),
]

describe.each(ENGINES)('a pace shared through one line of places, on %s', (_, start) => {
  let engine: Engine
  let busy = 0
  let broken = false
  let writes = 0
  let slow = async () => {}
  beforeAll(async () => {
    engine = await start()
    engine.client.middlewareStack.add(
      (next) => async (given) => {
        await slow()
        busy++
        writes++
        try {
          if (broken) throw new Error('the line cannot be reached')
          return await next(given)
        } finally {
          busy--
        }
      },
      { step: 'initialize', name: 'watched' },
    )
  })
  afterAll(() => engine.stop())
  beforeEach(() => {
    broken = false
    slow = async () => {}
  })

  /** Senders on one clock, which moves to the next who sleeps when nobody has anything to do any more. */
  async function company(rate: number | (() => Promise<number>)) {
    const table: DynamoTable = await freshTable(engine.client, 'pace')
    let now = START
    let stalledUntil = START
    let sleepers: { at: number; wake: () => void }[] = []
    let sleeps = 0
    const grants: { at: number; by: Pace }[] = []
    const failures: unknown[] = []
    let waiting = 0
    writes = 0
    const quiet = async () => {
      for (let turns = 0; turns < 3; turns = busy === 0 ? turns + 1 : 0) await turn()
    }
    const sleep = (ms: number) => {
      sleeps++
      return new Promise<void>((wake) => sleepers.push({ at: now + ms, wake }))
    }
    return {
      grants: () => grants.map(({ at }) => at - START),
      grantsOf: (pace: Pace) => grants.filter(({ by }) => by === pace).map(({ at }) => at - START),
      failures,
      now: () => now - START,
      writes: () => writes,
      sleeps: () => sleeps,
      quiet,
      sender: (aheadMs = 0) =>
        dynamoSharedPace({
          ...table,
          rate: typeof rate === 'number' ? async () => rate : rate,
          epochMs: () => now + aheadMs,
          sleep,
        }),
      /** So many mails at once. */
      send: (pace: Pace, mails: number) => {
        for (let mail = 0; mail < mails; mail++) {
          waiting++
          pace.take().then(
            () => {
              waiting--
              grants.push({ at: now, by: pace })
            },
            (error: unknown) => {
              waiting--
              failures.push(error)
            },
          )
        }
      },
      /** Each write waits so long from now on. */
      slowBy: (ms: number) => {
        slow = () => sleep(ms)
      },
      /** Nobody wakes before that many milliseconds after the start. */
      stall: (until: number) => {
        stalledUntil = START + until
      },
      /** Lets time pass until nobody waits, or until so many milliseconds after the start. */
      pass: async (until = Number.POSITIVE_INFINITY) => {
        for (;;) {
          await quiet()
          if (waiting === 0 && until === Number.POSITIVE_INFINITY) return
          const next = Math.max(Math.min(...sleepers.map(({ at }) => at)), stalledUntil)
          if (next > START + until || sleepers.length === 0) {
            if (until === Number.POSITIVE_INFINITY) throw new Error(`${waiting} wait for ever`)
            now = START + until
            return
          }
          now = next
          const awake = sleepers.filter(({ at }) => at <= now)
          sleepers = sleepers.filter(({ at }) => at > now)
          for (const { wake } of awake) wake()
        }
      },
    }
  }

  /** The most in any second, wherever it begins. */
  const mostInSecond = (grants: readonly number[]) =>
    Math.max(...grants.map((from) => grants.filter((at) => at >= from && at < from + 1_000).length))

  const gapsOf = (grants: readonly number[]) => grants.slice(1).map((at, index) => at - (grants[index] ?? at))

  const RATES: [string, { senders: number; perSecond: number; mails: number }][] = [
    ['one sender alone', { senders: 1, perSecond: 14, mails: 140 }],
    ['two at once', { senders: 2, perSecond: 14, mails: 140 }],
    ['eight at once', { senders: 8, perSecond: 14, mails: 160 }],
    ['one in a sandbox', { senders: 1, perSecond: 1, mails: 20 }],
    ['three in a sandbox', { senders: 3, perSecond: 1, mails: 21 }],
    ['three at a fast account', { senders: 3, perSecond: 500, mails: 3_000 }],
  ]

  test.each(RATES)('%s: the rate is used to 95 % and never exceeded, in even steps, at few writes', async (_name, setting) => {
    const { senders, perSecond, mails } = setting
    const { sender, send, pass, grants, failures, now, writes: written } = await company(perSecond)
    const paces = Array.from({ length: senders }, () => sender())
    for (const pace of paces) send(pace, mails / senders)
    await pass()
    expect(failures).toEqual([])
    expect(grants()).toHaveLength(mails)
    expect(mostInSecond(grants())).toBeLessThanOrEqual(perSecond)
    // The first goes at once; less than a tenth of a second is lost until all know of each other.
    expect(((mails - 1) / (now() - 100)) * 1_000).toBeGreaterThan(0.95 * perSecond)
    const between = placeMs({ perSecond, share: 1 })
    expect(Math.min(...gapsOf(grants()))).toBeGreaterThan(between - 0.01)
    expect(written()).toBeLessThanOrEqual(senders * (5 * (now() / 1_000) + 3))
  })

  test('several senders get the same part each, one that comes later too', async () => {
    const { sender, send, pass, grantsOf } = await company(50)
    const paces = [sender(), sender(), sender(), sender()]
    for (const pace of paces.slice(0, 3)) send(pace, 500)
    await pass(3_000)
    for (const pace of paces.slice(3)) send(pace, 500)
    await pass(4_000)
    const before = paces.map((pace) => grantsOf(pace).length)
    await pass(14_000)
    const parts = paces.map((pace, index) => grantsOf(pace).length - (before[index] ?? 0))
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(110)
    expect(Math.max(...parts)).toBeLessThanOrEqual(132)
  })

  test('one who wants little leaves the rest to the others', async () => {
    const { sender, send, pass, grants, grantsOf } = await company(50)
    const [much, little] = [sender(), sender()]
    send(much, 600)
    for (let second = 0; second < 10; second++) {
      send(little, 2)
      await pass((second + 1) * 1_000)
    }
    expect(grantsOf(little)).toHaveLength(20)
    expect(grants().length).toBeGreaterThanOrEqual(0.95 * 500)
  })

  test('mails that come one after the other, at the moment the last was served, are served too', async () => {
    const { sender, pass, grants, failures, send } = await company(20)
    const paces = [sender(), sender()]
    for (let mail = 0; mail < 20; mail++) {
      for (const pace of paces) send(pace, 1)
      await pass()
    }
    expect(failures).toEqual([])
    expect(grants()).toHaveLength(40)
    // A place may be used a fifth of a second late.
    expect(mostInSecond(grants())).toBeLessThanOrEqual(24)
  })

  test('places of a quiet time are not saved up', async () => {
    const { sender, send, pass, grants } = await company(14)
    const pace = sender()
    send(pace, 1)
    await pass()
    await pass(60_000)
    send(pace, 42)
    await pass()
    const [, ...later] = grants()
    expect(later[0]).toBe(60_000)
    expect(mostInSecond(later)).toBeLessThanOrEqual(14)
  })

  test.each([
    ['30 ms behind', -30],
    ['300 ms behind', -300],
    ['300 ms ahead', 300],
    ['an hour behind', -DAY_MS / 24],
    ['a day ahead', DAY_MS],
  ])('a sender whose clock is %s neither starves nor starves the others', async (_name, aheadMs) => {
    const { sender, send, pass, grants, grantsOf } = await company(50)
    const wrong = sender(aheadMs)
    const right = [sender(), sender()]
    for (const pace of [...right, wrong]) send(pace, 300)
    await pass(10_000)
    for (const pace of [...right, wrong]) expect(grantsOf(pace).length).toBeGreaterThan(110)
    // Once they know of each other's clocks, to within the time between two turns.
    const settled = grants().filter((at) => at >= 2_000)
    expect(mostInSecond(settled)).toBeLessThanOrEqual(60)
    expect(settled.length).toBeGreaterThanOrEqual(0.95 * 8 * 50)
  })

  test('when the sender with the fast clock has gone, the next one is served at once', async () => {
    const { sender, send, pass, grantsOf, now } = await company(14)
    send(sender(DAY_MS), 10)
    await pass()
    const next = sender()
    const came = now()
    send(next, 28)
    await pass()
    // What it knows of the fast clock is as old as the last turn of that sender.
    expect(grantsOf(next)[0]! - came).toBeLessThan(600)
    expect(now() - came).toBeLessThan(2_700)
  })

  test('a process that stood still leaves the places it slept through, and goes on', async () => {
    const { sender, send, pass, stall, grants, failures } = await company(50)
    send(sender(), 100)
    await pass(1_000)
    stall(3_000)
    await pass()
    expect(failures).toEqual([])
    expect(grants()).toHaveLength(100)
    expect(grants().filter((at) => at > 1_000 && at < 3_000)).toEqual([])
    expect(mostInSecond(grants())).toBeLessThanOrEqual(60)
  })

  test.each([20, 150, 300])('writes that take %d ms cost nothing of the rate', async (ms) => {
    const { sender, send, pass, slowBy, grants } = await company(50)
    slowBy(ms)
    send(sender(), 1_000)
    await pass(12_000)
    const settled = grants().filter((at) => at >= 2_000)
    expect(settled.length).toBeGreaterThanOrEqual(0.95 * 10 * 50)
    expect(mostInSecond(settled)).toBeLessThanOrEqual(50)
  })

  test('a line that cannot be reached fails everyone who waits, and serves the next when it is back', async () => {
    const { sender, send, pass, quiet, grants, failures } = await company(2)
    const pace = sender()
    send(pace, 3)
    await quiet()
    expect(grants()).toHaveLength(1)
    broken = true
    await pass()
    expect(failures.map(String)).toEqual(Array(2).fill('Error: the line cannot be reached'))
    send(pace, 1)
    await pass()
    expect(failures).toHaveLength(3)
    broken = false
    send(pace, 2)
    await pass()
    expect(failures).toHaveLength(3)
    expect(grants()).toHaveLength(3)
  })

  test('a rate that cannot be read fails those who wait, and is asked again for the next', async () => {
    let asked = 0
    const { sender, send, pass, grants, failures } = await company(async () => {
      if (++asked === 1) throw new Error('no account')
      return 5
    })
    const pace = sender()
    send(pace, 2)
    await pass()
    expect(failures.map(String)).toEqual(['Error: no account', 'Error: no account'])
    send(pace, 1)
    await pass()
    expect(grants()).toHaveLength(1)
  })

  test('"too fast" slows down every sender, also one that comes later, and all are back within 15 seconds', async () => {
    const { sender, send, pass, grants } = await company(50)
    const [first, second] = [sender(), sender()]
    for (const pace of [first, second]) send(pace, 700)
    await pass(5_000)
    for (let refusal = 0; refusal < 10; refusal++) first.throttled()
    await pass(5_500)
    const late = sender()
    send(late, 700)
    await pass(25_000)
    const inSecond = (from: number) => grants().filter((at) => at >= from * 1_000 && at < (from + 1) * 1_000).length
    expect(inSecond(4)).toBeGreaterThanOrEqual(47)
    expect(inSecond(6)).toBeLessThanOrEqual(43)
    expect(inSecond(6)).toBeGreaterThanOrEqual(37)
    expect(inSecond(20)).toBeGreaterThanOrEqual(47)
  })

  test('an account without a limit serves a thousand at once, and nothing is counted', async () => {
    const { sender, send, quiet, grants, writes: written, sleeps } = await company(Number.MAX_SAFE_INTEGER / 1_000)
    for (const pace of [sender(), sender()]) send(pace, 500)
    await quiet()
    expect(grants()).toHaveLength(1_000)
    expect(sleeps()).toBe(0)
    expect(written()).toBe(0)
  })
})
