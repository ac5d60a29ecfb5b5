import { expect, test } from 'vitest'
import { shareOfBlows } from '#local/torture/kill-pace.ts'

const MINUTE = 60_000
const share = (spentMs: number, kills: number, least = 200) => shareOfBlows(0.004, { kills, least, spentMs, minutes: 20 })

test.each([
  ['at the beginning', 0, 0, 0.004],
  ['on the pace, after a quarter of the time', 5 * MINUTE, 110, 0.004],
  ['behind it, after a quarter of the time', 5 * MINUTE, 109, 0.02],
  ['with the wanted number and its margin, after half of the time', 10 * MINUTE, 220, 0.004],
  ['without them, after half of the time', 10 * MINUTE, 219, 0.02],
  ['with them, at any time after that', 19 * MINUTE, 220, 0.004],
])('%s (%i ms, %i kills) the share of blows is %d', (_when, spentMs, kills, wanted) => {
  expect(share(spentMs, kills)).toBeCloseTo(wanted, 10)
})

test('a run of which no number is wanted is never behind', () => {
  expect(share(19 * MINUTE, 0, 0)).toBe(0.004)
})

test('where faults are off nobody is killed, however far behind', () => {
  expect(shareOfBlows(0, { kills: 0, least: 200, spentMs: 19 * MINUTE, minutes: 20 })).toBe(0)
})
