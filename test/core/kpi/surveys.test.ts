import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cesEasy, cesMean } from '#core/kpi/ces.ts'
import { csat } from '#core/kpi/csat.ts'
import { csi } from '#core/kpi/csi.ts'
import { nps } from '#core/kpi/nps.ts'
import { countsOfScores, type ScoreCount } from '#core/kpi/score-counts.ts'
import { indexOf } from '#core/survey/satisfaction-index.ts'

const npsOf = (promoters: number, passives: number, detractors: number) =>
  nps([
    { score: 9, count: promoters },
    { score: 7, count: passives },
    { score: 6, count: detractors },
  ])
const rounded = (interval: { low: number; high: number } | null) =>
  interval && [interval.low.toFixed(1), interval.high.toFixed(1)]

describe('NPS', () => {
  test('is the share of promoters minus that of detractors, with its parts and the adjusted interval', () => {
    const kpi = npsOf(50, 30, 20)
    expect(kpi).toMatchObject({ value: 30, numerator: 30, denominator: 100, n: 100, unit: 'points' })
    expect(kpi).toMatchObject({ promoters: 50, passives: 30, detractors: 20 })
    expect(rounded(kpi.interval)).toEqual(['14.1', '44.2'])
    expect(kpi.interval?.method).toBe('adjusted-wald')
  })

  test.each([
    [0, 'detractors'],
    [6, 'detractors'],
    [7, 'passives'],
    [8, 'passives'],
    [9, 'promoters'],
    [10, 'promoters'],
  ] as const)('a score of %i is one of the %s', (score, part) => {
    expect(nps([{ score, count: 1 }])[part]).toBe(1)
  })

  test.each([
    ['one promoter', [1, 0, 0], 100, ['-48.5', '100.0']],
    ['one detractor', [0, 0, 1], -100, ['-100.0', '48.5']],
    ['only promoters', [5, 0, 0], 100, ['17.5', '100.0']],
  ] as const)('%s: the score is inside its interval, and the interval on the scale', (_what, [p, n, d], value, interval) => {
    const kpi = npsOf(p, n, d)
    expect(kpi.value).toBe(value)
    expect(rounded(kpi.interval)).toEqual(interval)
  })

  test('changes its sign when promoters and detractors change places', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (promoters, passives, detractors) => {
        const [there, back] = [npsOf(promoters, passives, detractors), npsOf(detractors, passives, promoters)]
        if (there.value === null) return back.value === null && there.interval === null
        expect(back.value).toBeCloseTo(-there.value, 10)
        expect(back.interval?.low).toBeCloseTo(-(there.interval?.high ?? Number.NaN), 9)
        const { low, high } = there.interval ?? { low: Number.NaN, high: Number.NaN }
        return -100 <= low && low <= there.value && there.value <= high && high <= 100
      }),
    )
  })
})

test('CSAT is the share of 4 and 5 of five', () => {
  const kpi = csat([
    { score: 1, count: 100 },
    { score: 3, count: 82 },
    { score: 4, count: 40 },
    { score: 5, count: 41 },
  ])
  expect(kpi).toMatchObject({ numerator: 81, denominator: 263, unit: 'share' })
  expect(kpi.interval?.low).toBeCloseTo(0.2553, 4)
  expect(kpi.interval?.high).toBeCloseTo(0.3662, 4)
})

describe('CES', () => {
  const answers = countsOfScores([2, 4, 5, 6, 7, 7])

  test('is a mean that stays on the scale, and the share of 5 to 7', () => {
    const kpi = cesMean(answers)
    expect(kpi).toMatchObject({ numerator: 31, denominator: 6, unit: 'score' })
    expect(kpi.value).toBeCloseTo(5.1667, 4)
    expect(rounded(kpi.interval)).toEqual(['3.1', '7.0'])
    expect(kpi.estimate?.high).toBeCloseTo(7.2037, 3)
    expect(cesEasy(answers)).toMatchObject({ numerator: 4, denominator: 6 })
  })

  test.each([[[7]], [[7, 7, 7]]])('has no interval for %j: nothing tells how far others would differ', (scores) => {
    expect(cesMean(countsOfScores(scores))).toMatchObject({ value: 7, interval: null })
  })
})

describe('CSI', () => {
  test.each([
    ['the worst of everything', [1, 1, 1], 0],
    ['the best of everything', [10, 10, 10], 100],
    ['the middle', [5.5, 5.5, 5.5].map(Math.round), (100 * 5) / 9],
    ['a mixture', [8, 10, 5], 75],
  ])('of one customer: %s', (_what, scores, index) => {
    const weights = [2, 1, 1]
    expect(indexOf(scores.map((score, at) => ({ weight: weights[at] ?? 1, score })))).toBeCloseTo(index, 10)
  })

  // The same as (weighted mean - 1) / 9, which is how the ACSI is read.
  test('is 100 times how far the weighted mean lies from 1 on the way to 10', () => {
    const rated = fc.record({ weight: fc.double({ min: 0.01, max: 10, noNaN: true }), score: fc.integer({ min: 1, max: 10 }) })
    fc.assert(
      fc.property(fc.array(rated, { minLength: 1, maxLength: 8 }), (answers) => {
        const weights = answers.reduce((sum, { weight }) => sum + weight, 0)
        const mean = answers.reduce((sum, { weight, score }) => sum + (weight * score) / weights, 0)
        expect(indexOf(answers)).toBeCloseTo((100 * (mean - 1)) / 9, 6)
      }),
    )
  })

  test('a customer who skipped an attribute has none: the others alone would tell something else', () => {
    expect(
      indexOf([
        { weight: 1, score: 10 },
        { weight: 1, score: null },
      ]),
    ).toBeNull()
  })

  test.each([
    ['a score of another scale', [{ weight: 1, score: 0 }]],
    ['a score between two', [{ weight: 1, score: 7.5 }]],
    ['a weight of nothing', [{ weight: 0, score: 5 }]],
    ['a broken weight', [{ weight: Number.NaN, score: 5 }]],
    ['an endless weight', [{ weight: Number.POSITIVE_INFINITY, score: 5 }]],
    ['no attribute', []],
  ])('refuses %s', (_what, rated) => {
    expect(() => indexOf(rated)).toThrow(RangeError)
  })

  test('of all customers is their mean, with its interval between 0 and 100', () => {
    expect(csi([75, 50, 100, 75])).toMatchObject({ value: 75, numerator: 300, denominator: 4, n: 4, unit: 'index' })
    expect(rounded(csi([75, 50, 100, 75]).interval)).toEqual(['42.5', '100.0'])
  })
})

describe.each([
  ['NPS', nps, 10],
  ['CSAT', csat, 5],
  ['CES, mean', cesMean, 7],
  ['CES, easy', cesEasy, 7],
] as const)('%s', (_name, kpi, highest) => {
  test.each([[[]], [[{ score: highest, count: 0 }]]])('of nobody is no data, not 0: %j', (answers: readonly ScoreCount[]) => {
    expect(kpi(answers)).toMatchObject({ value: null, denominator: 0, n: 0, interval: null, estimate: null })
  })

  test.each([
    ['a score of another scale', { score: highest + 1, count: 1 }],
    ['half a score', { score: 4.5, count: 1 }],
    ['fewer than none', { score: highest, count: -1 }],
    ['half a customer', { score: highest, count: 0.5 }],
  ])('refuses %s', (_what, answer) => {
    expect(() => kpi([answer])).toThrow(RangeError)
  })
})

test('CSI of nobody is no data', () => {
  expect(csi([])).toMatchObject({ value: null, n: 0, interval: null })
})
