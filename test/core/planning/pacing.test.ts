import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeMs, placesOfTurn, UNKNOWN_ROUND } from '#core/planning/pacing.ts'

describe('the time between two places', () => {
  test.each([
    [14, 1, 13.58],
    [50, 1, 48.5],
    [50, 0.5, 24.25],
    [1, 1, 0.97],
    [1, 0.05, 0.0485],
  ])('at %d a second, of which %d is used: %d places a second', (perSecond, share, places) => {
    expect(1_000 / placeMs({ perSecond, share })).toBeCloseTo(places, 10)
  })

  test('the rate is used to 95 % at least, and any second holds no more than it, even when its mails come 30 ms nearer to each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (perSecond) => {
        const between = placeMs({ perSecond, share: 1 })
        expect(1_000 / between).toBeGreaterThanOrEqual(0.95 * perSecond)
        // From the first to the last of one mail more than the rate.
        expect(perSecond * between).toBeGreaterThan(1_030)
      }),
    )
  })
})

describe('the places of one turn', () => {
  const betweenMs = 20

  test.each([
    ['a sender alone takes the whole round', 100, { turns: 1, othersMs: 0 }, 20],
    ['or what it wants', 7, { turns: 1, othersMs: 0 }, 7],
    ['a part of a place that is wanted is a place', 6.2, { turns: 1, othersMs: 0 }, 7],
    ['four of the same kind take a quarter each', 100, { turns: 4, othersMs: 300 }, 5],
    ['of two others who take little, the rest is left', 100, { turns: 3, othersMs: 40 }, 18],
    ['others who take more than there is leave a fair part all the same', 100, { turns: 2, othersMs: 5_000 }, 10],
    ['so many that no place is left for each take one', 100, { turns: 50, othersMs: 1_000 }, 1],
    ['a sender that knows of nobody takes half', 100, UNKNOWN_ROUND, 10],
    ['nobody takes none', 0, UNKNOWN_ROUND, 1],
  ])('%s', (_, wanted, round, places) => {
    expect(placesOfTurn({ wanted, betweenMs, round })).toBe(places)
  })

  test('at one a second each turn is one place, whoever else is there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(10_000), fc.nat(1_000), (turns, othersMs, wanted) => {
        const round = { turns, othersMs }
        expect(placesOfTurn({ wanted, betweenMs: placeMs({ perSecond: 1, share: 1 }), round })).toBe(1)
      }),
    )
  })

  test('senders who all want more than there is come to equal turns that fill the round, whatever they began with', () => {
    const first = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(first, (began) => {
        const turns = [...began]
        const count = turns.length
        // Each in turn, knowing what the others took since its last one.
        for (let turn = 0; turn < 20 * count; turn++) {
          const others = turns.filter((_, sender) => sender !== turn % count)
          const round = { turns: count, othersMs: others.reduce((sum, ms) => sum + ms, 0) }
          turns[turn % count] = placesOfTurn({ wanted: 1_000, betweenMs: 1, round })
        }
        expect(Math.min(...turns)).toBeGreaterThanOrEqual(Math.floor(400 / count))
        expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(count)
        expect(turns.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(400 + count)
      }),
    )
  })
})
