import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, changeOf } from '#core/kpi/change.ts'
import { costPer } from '#core/kpi/cost-per.ts'
import { csat } from '#core/kpi/csat.ts'
import { type Kpi, withMissing } from '#core/kpi/kpi.ts'
import { nps } from '#core/kpi/nps.ts'
import { median } from '#core/kpi/response-times.ts'

const npsOf = (promoters: number, passives: number, detractors: number) =>
  nps([
    { score: 10, count: promoters },
    { score: 8, count: passives },
    { score: 3, count: detractors },
  ])
const csatOf = (satisfied: number, of: number) =>
  csat([
    { score: 5, count: satisfied },
    { score: 1, count: of - satisfied },
  ])

test('NPS 46 and then 39, of 90 answers each, is noise: a fall would have to be of 22 points', () => {
  const [before, now] = [npsOf(53, 25, 12), npsOf(51, 23, 16)]
  expect([before.value, now.value].map((value) => Math.round(value ?? Number.NaN))).toEqual([46, 39])
  const change = changeOf({ now, before })
  expect(change).toMatchObject({ is: 'no-change-shown' })
  expect(change.is === 'no-change-shown' && Math.round(change.smallest)).toBe(22)
})

describe('half promoters, a fifth detractors, and then so many points more', () => {
  // z = (NPS'2 - NPS'1) / sqrt(SE'1^2 + SE'2^2) against 1.96.
  test.each([
    [100, 10],
    [100, 20],
    [100, 22],
    [100, 30],
    [1_000, 6],
    [1_000, 8],
  ])('%i answers, %i points', (n, points) => {
    const more = (points / 100) * n
    const [before, now] = [npsOf(0.5 * n, 0.3 * n, 0.2 * n), npsOf(0.5 * n + more / 2, 0.3 * n, 0.2 * n - more / 2)]
    const spread = ({ promoters, detractors }: typeof now) => {
      const [p, d] = [(promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)]
      return { score: p - d, variance: (p + d - (p - d) ** 2) / (n + 3) }
    }
    const [first, second] = [spread(before), spread(now)]
    const z = (second.score - first.score) / Math.sqrt(first.variance + second.variance)
    expect(changeOf({ now, before }).is).toBe(z > 1.959_964 ? 'changed' : 'no-change-shown')
  })
})

test('a change of shares has the interval of Newcombe, and is that of the two figures', () => {
  const change = changeOf({ now: csatOf(56, 70), before: csatOf(48, 80) })
  if (change.is !== 'changed') throw new Error(change.is)
  expect([change.by, change.low, change.high].map((figure) => figure.toFixed(4))).toEqual(['0.2000', '0.0524', '0.3339'])
})

const money = (amount: number, currency: string): Kpi => {
  const kpi = costPer('cost-per-customer', { costs: [{ amount, currency }], spentOn: 1 })
  if ('refused' in kpi) throw new Error(kpi.refused)
  return kpi
}
const NOW = csatOf(90, 100)
const BEFORE = csatOf(50, 100)
const PART = [{ from: '2027-03-01', to: '2027-03-02', because: 'not-rolled-up' as const }]

describe('not compared', () => {
  test.each([
    ['no-data', csatOf(0, 0), BEFORE],
    ['no-data', NOW, csatOf(0, 0)],
    ['missing-part', withMissing(NOW, PART), BEFORE],
    ['missing-part', NOW, withMissing(BEFORE, PART)],
    ['provisional', { ...NOW, provisional: { because: 'waiting' as const, count: 1 } }, BEFORE],
    ['provisional', NOW, { ...BEFORE, provisional: { because: 'window-open' as const, finalOn: '2027-04-08' } }],
    ['other-currency', money(1, 'VND'), money(1, 'USD')],
    ['no-interval', money(1_000, 'VND'), money(10, 'VND')],
    ['no-interval', median('resolution', { minutes: [1], waiting: 0 }), median('resolution', { minutes: [900], waiting: 0 })],
  ])('%s', (because, now, before) => {
    expect(changeOf({ now, before })).toEqual({ is: 'not-compared', because })
  })
})

test('waits that became shorter by more than chance are a change', () => {
  const around = (minutes: number) => ({ minutes: Array.from({ length: 100 }, (_, at) => minutes + at), waiting: 0 })
  expect(changeOf({ now: median('resolution', around(100)), before: median('resolution', around(300)) })).toMatchObject({
    is: 'changed',
    by: -200,
  })
})

describe('what is said of a change never contradicts its interval', () => {
  const answers = fc.integer({ min: 0, max: 12 })
  const kpi = fc
    .tuple(answers, answers, answers)
    .filter(([p, n, d]) => p + n + d > 0)
    .map(([p, n, d]) => npsOf(p, n, d))

  test('of the NPS of few customers', () => {
    fc.assert(
      fc.property(kpi, kpi, (now, before) => {
        const by = (now.value ?? Number.NaN) - (before.value ?? Number.NaN)
        const change = changeOf({ now, before })
        if (change.is === 'changed') {
          expect(change.by).toBeCloseTo(by, 9)
          return change.low <= change.by && change.by <= change.high
        }
        return change.is === 'not-compared' ? change.because === 'too-few' : change.smallest > Math.abs(by)
      }),
    )
  })

  test.each([
    ['from one detractor to one promoter', npsOf(1, 0, 0), npsOf(0, 0, 1)],
    ['from one promoter to one detractor', npsOf(0, 0, 1), npsOf(1, 0, 0)],
    ['from one who is unhappy to one who is happy', csatOf(1, 1), csatOf(0, 1)],
  ])('%s: too few, for no change on the scale would be called one', (_what, now, before) => {
    expect(changeOf({ now, before })).toEqual({ is: 'not-compared', because: 'too-few' })
  })

  test('ten promoters after ten detractors are a change, and its interval holds it', () => {
    const change = changeOf({ now: npsOf(10, 0, 0), before: npsOf(0, 0, 10) })
    if (change.is !== 'changed') throw new Error(change.is)
    expect([change.by, Math.round(change.low)]).toEqual([200, 126])
    expect(change.high).toBeGreaterThanOrEqual(200)
  })
})

test('two different figures are no change', () => {
  expect(() => changeOf({ now: NOW, before: npsOf(1, 1, 1) })).toThrow(RangeError)
})

test('a change turns its sign with the order of the periods, and none is none both ways', () => {
  const kpi = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300)).map(([p, n, d]) => npsOf(p, n, d))
  const turned = (change: Change) => (change.is === 'changed' ? -change.by : change.is)
  fc.assert(
    fc.property(kpi, kpi, (a, b) => {
      const [there, back] = [changeOf({ now: a, before: b }), changeOf({ now: b, before: a })]
      if (there.is === 'changed') {
        expect(turned(back)).toBeCloseTo(there.by, 9)
        return there.by > 0 ? there.low > 0 : there.high < 0
      }
      return there.is === back.is
    }),
  )
})
