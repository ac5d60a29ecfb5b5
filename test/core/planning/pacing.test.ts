import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowance, FULL_TEMPO, shareAt, slowed, type Tempo, WINDOW_MS, windowAt } from '#core/planning/pacing.ts'

const NOW = Date.parse('2027-03-10T02:00:00.000Z')
const WINDOWS_A_SECOND = 1_000 / WINDOW_MS
const allowances = (rate: number, first: number, count: number) =>
  Array.from({ length: count }, (_, n) => allowance(rate, first + n))
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

describe('what a window allows', () => {
  test.each([
    ['its first moment', NOW, 0],
    ['its last moment', NOW + WINDOW_MS - 1, 0],
    ['the next one', NOW + WINDOW_MS, 1],
    ['a moment before', NOW - 1, -1],
  ])('%s lies in the window', (_, epochMs, off) => {
    expect(windowAt(epochMs)).toBe(windowAt(NOW) + off)
  })

  test.each([
    [1, [0, 0, 0, 0, 1]],
    [2, [0, 0, 1, 0, 1]],
    [5, [1, 1, 1, 1, 1]],
    [14, [2, 3, 3, 3, 3]],
    [0.5, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
  ])('at %d a second: %j', (rate, expected) => {
    expect(allowances(rate, 0, expected.length)).toEqual(expected)
  })

  const rates = fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0.05, max: 1_000, noNaN: true }))
  const windows = fc.integer({ min: 0, max: windowAt(Date.parse('2100-01-01T00:00:00.000Z')) })

  test('any run of windows allows its share of the rate within one mail, and none less than nothing', () => {
    fc.assert(
      fc.property(rates, windows, fc.integer({ min: 1, max: 400 }), (rate, first, count) => {
        const each = allowances(rate, first, count)
        expect(Math.min(...each)).toBeGreaterThanOrEqual(0)
        // A thousandth for what floating point loses at such numbers of windows.
        expect(Math.abs(sum(each) - (rate * count) / WINDOWS_A_SECOND)).toBeLessThan(1.001)
      }),
      { numRuns: 500 },
    )
  })

  test('no window allows more than a fifth of a second and one mail', () => {
    fc.assert(
      fc.property(rates, windows, (rate, window) => {
        expect(allowance(rate, window)).toBeLessThan(rate / WINDOWS_A_SECOND + 1.001)
      }),
    )
  })

  test('an account without a limit may send millions in a window', () => {
    expect(allowance(Number.MAX_SAFE_INTEGER / 1_000, windowAt(NOW))).toBeGreaterThan(1_000_000)
  })
})

describe('the tempo after a throttle', () => {
  const once = slowed(FULL_TEMPO, NOW)

  test('is full as long as nobody complained', () => {
    expect(shareAt(FULL_TEMPO, NOW)).toBe(1)
    expect(shareAt(FULL_TEMPO, 0)).toBe(1)
  })

  test.each([
    ['at once', 0, 0.7],
    ['five seconds later', 5_000, 0.8],
    ['fifteen seconds later', 15_000, 1],
    ['an hour later', 3_600_000, 1],
    ['on a clock that went back', -5_000, 0.7],
  ])('%s', (_, later, share) => {
    expect(shareAt(once, NOW + later)).toBeCloseTo(share, 10)
  })

  test('several throttles of one second count once, those of the next count again', () => {
    expect(slowed(once, NOW + 999)).toBe(once)
    expect(slowed(once, NOW + 1_000).share).toBeCloseTo(0.72 * 0.7, 10)
  })

  test('throttled for ever it never stops altogether', () => {
    let tempo: Tempo = FULL_TEMPO
    for (let second = 0; second < 200; second++) tempo = slowed(tempo, NOW + second * 1_000)
    expect(tempo.share).toBeGreaterThanOrEqual(0.05)
    expect(tempo.share).toBeLessThan(0.06)
  })

  test('whatever happens, the share is above nothing, at most all, and never falls while nobody complains', () => {
    const happenings = fc.array(fc.record({ after: fc.integer({ min: 0, max: 20_000 }), throttled: fc.boolean() }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(happenings, (all) => {
        let tempo: Tempo = FULL_TEMPO
        let now = NOW
        for (const { after, throttled } of all) {
          const before = shareAt(tempo, now)
          now += after
          const here = shareAt(tempo, now)
          expect(here).toBeGreaterThanOrEqual(before)
          if (throttled) tempo = slowed(tempo, now)
          const share = shareAt(tempo, now)
          expect(share).toBeGreaterThanOrEqual(0.05)
          expect(share).toBeLessThanOrEqual(throttled ? Math.max(here, 0.05) : 1)
        }
      }),
    )
  })
})
