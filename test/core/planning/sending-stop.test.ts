import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { probeUnused, probing, standingOf, stillStopped, stopped, toldOf } from '#core/planning/sending-stop.ts'
import { epochMsOf, type Instant, instantOf, MINUTE_MS, plusMs } from '#core/time/instant.ts'

const NOON: Instant = '2027-03-10T05:00:00.000Z'
const minutesOn = (minutes: number) => plusMs(NOON, minutes * MINUTE_MS)

describe('a stop', () => {
  test('lets nobody through until its first probe is due, two minutes later', () => {
    const stop = stopped('sending-paused', NOON)
    expect(standingOf(null, NOON)).toBe('open')
    expect(standingOf(stop, NOON)).toEqual({ shutUntil: minutesOn(2) })
    expect(standingOf(stop, plusMs(minutesOn(2), -1))).toEqual({ shutUntil: minutesOn(2) })
    expect(standingOf(stop, minutesOn(2))).toBe('probe-due')
  })

  test('is probed after 2, 4, 8, 15, 15 minutes', () => {
    const pauses: number[] = []
    let stop = stopped('credentials', NOON)
    let last = NOON
    for (let n = 0; n < 5; n++) {
      pauses.push((epochMsOf(stop.probeAt) - epochMsOf(last)) / MINUTE_MS)
      last = stop.probeAt
      stop = stillStopped(probing(stop, last), 'credentials')
    }
    expect(pauses).toEqual([2, 4, 8, 15, 15])
  })

  test('while a probe is under way the others look again after a minute, and when it met the fault at the next one', () => {
    const underWay = probing(stopped('credentials', NOON), minutesOn(2))
    expect(standingOf(underWay, minutesOn(2))).toEqual({ shutUntil: minutesOn(3) })
    expect(standingOf(underWay, minutesOn(3))).toEqual({ shutUntil: minutesOn(6) })
    expect(standingOf(stillStopped(underWay, 'credentials'), minutesOn(2))).toEqual({ shutUntil: minutesOn(6) })
  })

  test('remembers since when, whatever fault the probes meet', () => {
    const other = stillStopped(probing(stopped('credentials', NOON), minutesOn(2)), 'account-suspended')
    expect(other).toMatchObject({ fault: 'account-suspended', since: NOON, probes: 1 })
  })

  test('knows whether a person was told, and no probe changes that', () => {
    const untold = stopped('unreachable', NOON)
    const probed = (stop: typeof untold) => stillStopped(probing(stop, minutesOn(2)), 'credentials').told
    expect([probed(untold), probed(toldOf(untold))]).toEqual([false, true])
  })

  test('gives a probe that found nobody to the next who asks', () => {
    const stop = stopped('credentials', NOON)
    const given = probeUnused(probing(stop, minutesOn(2)), minutesOn(3))
    expect(standingOf(given, minutesOn(3))).toBe('probe-due')
    expect(given.probes).toBe(0)
  })

  test('never lets more than one probe start within two minutes, whenever senders ask', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 300 }), (gaps) => {
        let stop = stopped('unreachable', NOON)
        let now = epochMsOf(NOON)
        const probes: number[] = []
        for (const gap of gaps) {
          now += gap
          if (standingOf(stop, instantOf(now)) !== 'probe-due') continue
          probes.push(now)
          stop = probing(stop, instantOf(now))
        }
        for (const [index, at] of probes.entries()) expect(at - (probes[index - 1] ?? 0)).toBeGreaterThanOrEqual(2 * MINUTE_MS)
      }),
    )
  })
})
