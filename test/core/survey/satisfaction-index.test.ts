import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandOfGiven, pointsOf } from '#core/survey/given.ts'
import { AnswerSchema } from '#core/survey/response.ts'
import { bandOfIndex, indexOf, indexOfAnswer, type Rating, ratedPoints } from '#core/survey/satisfaction-index.ts'
import { anAnswer, ratingsOf } from '#test/support/survey-builders.ts'

const AT = '2027-03-10T01:00:00.000Z'

const someRatings = fc
  .array(
    fc.record({
      weight: fc.double({ min: 0.01, max: 1_000, noNaN: true }),
      score: fc.option(fc.integer({ min: 1, max: 10 }), { nil: null }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((all) => all.map((rated, at): Rating => ({ attribute: `a-${at}`, ...rated })))

describe('the index of an answer', () => {
  test.each([
    ['weights 2, 1, 1 and ratings 8, 10, 5', ratingsOf({ a: [8, 2], b: [10, 1], c: [5, 1] }), 75],
    ['the worst of everything', ratingsOf({ a: [1, 5], b: [1, 1] }), 0],
    ['the best of everything', ratingsOf({ a: [10, 5], b: [10, 1] }), 100],
    ['one attribute skipped', ratingsOf({ a: [10, 1], b: [null, 1] }), null],
  ])('%s: %s', (_what, ratings, index) => {
    expect(indexOfAnswer({ ratings })).toBe(index)
  })

  test('words alone, and an answer to another kind of survey, have none', () => {
    expect(indexOfAnswer(anAnswer({ at: AT, score: null }))).toBeNull()
    expect(indexOfAnswer(anAnswer({ at: AT, score: 5 }))).toBeNull()
  })

  test('is there exactly when nothing was skipped, lies between 0 and 100, and never falls when a rating rises', () => {
    fc.assert(
      fc.property(someRatings, (ratings) => {
        const index = indexOfAnswer({ ratings })
        expect(index === null).toBe(ratings.some(({ score }) => score === null))
        if (index === null) return
        expect(index).toBeGreaterThanOrEqual(-1e-9)
        expect(index).toBeLessThanOrEqual(100 + 1e-9)
        const better = ratings.map((rating, at) =>
          at === 0 ? { ...rating, score: Math.min(10, (rating.score ?? 1) + 1) } : rating,
        )
        expect(indexOf(better) ?? Number.NaN).toBeGreaterThanOrEqual(index)
      }),
    )
  })
})

describe('what is felt by the attributes that were rated', () => {
  test('takes those alone, in whole points, and is the index where all were', () => {
    fc.assert(
      fc.property(someRatings, (ratings) => {
        const rated = ratings.filter(({ score }) => score !== null)
        expect(ratedPoints(ratings)).toBe(rated.length === 0 ? null : Math.round(indexOfAnswer({ ratings: rated }) ?? Number.NaN))
      }),
    )
  })

  test.each([
    [0, 'low'],
    [49, 'low'],
    [50, 'middle'],
    [74, 'middle'],
    [75, 'high'],
    [100, 'high'],
  ] as const)('%i points are %s', (points, band) => {
    expect(bandOfIndex(points)).toBe(band)
  })

  test('who is unhappy and skips one attribute is no less unhappy', () => {
    const given = { score: null, ratings: ratingsOf({ a: [2, 1], b: [null, 1], c: [3, 1] }) }
    expect([pointsOf(given), bandOfGiven('csi', given)]).toEqual([17, 'low'])
  })

  test('words alone are in no band, and a score is in that of its own scale', () => {
    expect(bandOfGiven('csi', { score: null })).toBeNull()
    expect(bandOfGiven('nps', { score: 7 })).toBe('middle')
    expect(bandOfGiven('ces', { score: 7 })).toBe('high')
  })
})

test('rows stored before there were ratings are read, and ratings with the weights that were in force', () => {
  const before = anAnswer({ at: AT })
  expect(AnswerSchema.parse(before)).toEqual(before)
  const rated = anAnswer({ at: AT, score: null, ratings: ratingsOf({ a: [8, 0.5], b: [null, 3] }) })
  expect(AnswerSchema.parse(rated)).toEqual(rated)
  for (const score of [0, 11, 5.5])
    expect(AnswerSchema.safeParse({ ...rated, ratings: [{ attribute: 'a', weight: 1, score }] }).success).toBe(false)
})
