import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandTable } from '#web/staff/band-table.ts'
import { sharesOf } from '#web/words/shares.ts'

test.each([
  [
    [1, 1, 1],
    [34, 33, 33],
  ],
  // Rounded one by one: 17 + 17 + 67 = 101.
  [
    [1, 1, 4],
    [17, 17, 66],
  ],
  // Rounded one by one: 13 + 38 + 50 = 101.
  [
    [1, 3, 4],
    [13, 37, 50],
  ],
  [
    [0, 7, 0],
    [0, 100, 0],
  ],
  [
    [2, 1],
    [67, 33],
  ],
  [
    [0, 0, 0],
    [0, 0, 0],
  ],
])('the shares of %j are %j', (counts, shares) => {
  expect(sharesOf(counts)).toEqual(shares)
})

test('shares sum to a hundred, and none is a whole point or more from the truth', () => {
  const counts = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 11 })
  fc.assert(
    fc.property(counts, (given) => {
      const total = given.reduce((sum, count) => sum + count, 0)
      fc.pre(total > 0)
      const shares = sharesOf(given)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100)
      for (const [at, share] of shares.entries()) expect(Math.abs(share - (given[at]! * 100) / total)).toBeLessThan(1)
    }),
    { seed: 20270301 },
  )
})

test.each([
  ['vi', ['17%', '17%', '66%']],
  ['en', ['17%', '17%', '66%']],
] as const)('a table of bands shows shares that sum to a hundred, in %s', (locale, shares) => {
  const shown = String(
    bandTable({ kind: 'nps', bands: ['low', 'middle', 'high', 'high', 'high', 'high'], label: 'Scores', locale }),
  )
  expect([...shown.matchAll(/data-share="\w+">([^<]+)</g)].map(([, share]) => share)).toEqual(shares)
  expect([...shown.matchAll(/data-band="\w+">([^<]+)</g)].map(([, count]) => count)).toEqual(['1', '1', '4'])
})
