import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeOf } from '#core/kpi/change.ts'
import { personIndex } from '#core/kpi/counting/persons.ts'
import { type PurchaseHistory, purchaseHistory } from '#core/kpi/counting/purchase-history.ts'
import type { Period } from '#core/kpi/period.ts'
import { HORIZONS, type Horizon, isActiveOn, isRetained } from '#core/kpi/purchase-days.ts'
import { activeShare, keptCustomers, retention } from '#core/kpi/retention.ts'
import { addDays, epochDayOf, type LocalDate } from '#core/time/local-date.ts'
import { firstDayOf, lastDayOf, plusMonths } from '#core/time/month.ts'
import { aPurchaseFact } from '#test/support/fact-builders.ts'

/** Horizon, retained, customers: select … where d > first and d <= first + horizon. */
const CDNOW_COHORTS = [
  [30, 410, 2_357],
  [90, 687, 2_357],
  [180, 887, 2_357],
  [365, 1_074, 2_357],
] as const
// biome-ignore format: six months a row
const CDNOW_MONTHS = [
  [781, 781], [981, 1_638], [948, 2_357], [267, 2_357], [224, 2_357], [232, 2_357],
  [203, 2_357], [178, 2_357], [168, 2_357], [176, 2_357], [205, 2_357], [183, 2_357],
  [149, 2_357], [157, 2_357], [211, 2_357], [125, 2_357], [134, 2_357], [138, 2_357],
]
const FIRST = '2027-01-01'
const daysAfter = (...days: readonly number[]) => days.map((day) => addDays(FIRST, day))

/** Of customers given by the days on which each bought. */
function historyOf(customers: readonly (readonly LocalDate[])[]): PurchaseHistory {
  const history = purchaseHistory(personIndex())
  for (const [at, days] of customers.entries())
    for (const day of days) history.add({ ...aPurchaseFact({ person: BigInt(at) }), day })
  return history
}

/** `end`: the last day of the facts. */
const retainedOf = (
  customers: readonly (readonly LocalDate[])[],
  { horizon, cohort, end }: { readonly horizon: Horizon; readonly cohort: Period; readonly end: LocalDate },
) => historyOf(customers).retained(horizon, { period: cohort, today: addDays(end, 1) })

const wasRetained = (days: readonly LocalDate[], { horizon, end }: { readonly horizon: Horizon; readonly end: LocalDate }) =>
  isRetained(days.map(epochDayOf), { horizon, end: epochDayOf(end) })

describe('retained at 30 days', () => {
  test.each([
    ['back on the next day', daysAfter(0, 1), true],
    ['back on the 30th day', daysAfter(0, 30), true],
    ['back on the 31st day', daysAfter(0, 31), false],
    ['twice on the first day alone', daysAfter(0, 0), false],
    ['never back', daysAfter(0), false],
    ['back early and late, in no order', daysAfter(200, 0, 12), true],
  ])('%s', (_what, days, retained) => {
    expect(wasRetained(days, { horizon: 30, end: addDays(FIRST, 300) })).toBe(retained)
  })

  test('cannot be told before 30 days have passed, also of a customer who is back already', () => {
    expect(wasRetained(daysAfter(0, 3), { horizon: 30, end: addDays(FIRST, 29) })).toBeNull()
    expect(wasRetained(daysAfter(0, 3), { horizon: 30, end: addDays(FIRST, 30) })).toBe(true)
  })
})

test('a purchase after the end is not known at the end', () => {
  const cohort = { from: FIRST, to: FIRST }
  const early = retainedOf([daysAfter(0, 20)], { horizon: 30, cohort, end: addDays(FIRST, 30) })
  const late = retainedOf([daysAfter(0, 31)], { horizon: 30, cohort, end: addDays(FIRST, 30) })
  expect([early.part, late.part]).toEqual([1, 0])
})

test('a longer horizon keeps who came back within a shorter one, of no more customers', () => {
  const days = fc.array(
    fc.nat(700).map((day) => addDays(FIRST, day)),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(fc.array(days, { maxLength: 30 }), fc.nat(700), (customers, last) => {
      const [end, cohort] = [addDays(FIRST, last), { from: FIRST, to: addDays(FIRST, 700) }]
      for (const own of customers)
        for (const [at, horizon] of HORIZONS.entries()) {
          const longer = HORIZONS[at + 1]
          if (longer !== undefined && wasRetained(own, { horizon, end }) && wasRetained(own, { horizon: longer, end }) === false)
            return false
        }
      const wholes = HORIZONS.map((horizon) => retainedOf(customers, { horizon, cohort, end }).whole)
      return wholes.every((whole, at) => at === 0 || whole <= (wholes[at - 1] ?? 0))
    }),
  )
})

test('kept are the customers at the end without the new ones, of those at the start', () => {
  const year = { from: '2027-01-01', to: '2027-12-31' }
  const kept: readonly LocalDate[] = ['2026-06-01', '2027-05-01']
  const lost = ['2026-12-31']
  const cameBack = ['2025-01-01', '2027-05-01']
  const joined = ['2027-05-01']
  expect(historyOf([kept, lost, cameBack, joined]).kept({ period: year, today: '2028-01-01' })).toEqual({ part: 1, whole: 2 })
  expect(keptCustomers({ part: 1_300, whole: 2_000 }).value).toBe(0.65)
})

test('while the period runs, kept is who is active at the end of the data: nobody is lost for what has not come yet', () => {
  const year = { from: '2027-01-01', to: '2027-12-31' }
  const history = historyOf([['2026-06-01'], ['2026-02-01'], ['2026-12-31', '2027-03-02']])
  expect(history.kept({ period: year, today: '2027-03-05' })).toEqual({ part: 2, whole: 3 })
  expect(history.kept({ period: year, today: '2028-01-01' })).toEqual({ part: 1, whole: 3 })
})

test.each([
  ['on the day', '2027-06-01', true],
  ['364 days later', '2028-05-30', true],
  ['365 days later', '2028-05-31', false],
  ['before it', '2027-05-31', false],
])('a customer who bought on 1 June 2027 is active %s: %s', (_what, date, active) => {
  expect(isActiveOn([epochDayOf('2027-06-01')], epochDayOf(date))).toBe(active)
})

test('a purchase counts for lift from the day after the decision, to the last of the days', () => {
  const history = historyOf([daysAfter(0), daysAfter(1), daysAfter(90), daysAfter(91)])
  const bought = [0, 1, 2, 3].map((place) => history.boughtWithin(place, { after: FIRST, days: 90 }))
  expect(bought).toEqual([false, true, true, false])
  expect(history.boughtWithin(4, { after: FIRST, days: 90 })).toBe(false)
})

test('a period that is no calendar month has no active share', () => {
  const history = historyOf([daysAfter(0)])
  expect(history.activeIn({ from: '2027-01-01', to: '2027-02-28' })).toBeNull()
  expect(history.activeIn({ from: '2027-01-02', to: '2027-01-31' })).toBeNull()
})

const LONG_AFTER = { period: { from: FIRST, to: FIRST }, today: addDays(FIRST, 4_000) }

test('until the last first buyers of the period have had their days it is that of its first days, and provisional', () => {
  const period = { from: '2027-01-01', to: '2027-01-31' }
  const on = (today: string) => retention(30, { part: 2, whole: 20 }, { period, today }).provisional
  expect(on('2027-02-01')).toEqual({ because: 'window-open', finalOn: '2027-03-03' })
  expect(on('2027-03-02')).toEqual({ because: 'window-open', finalOn: '2027-03-03' })
  expect(on('2027-03-03')).toBeNull()
  // On that day whoever first bought on the 31st has had 30 whole days: 2 March was the last of them.
  const last = { cohort: { from: '2027-01-31', to: '2027-01-31' }, horizon: 30 } as const
  expect(retainedOf([['2027-01-31']], { ...last, end: '2027-03-02' })).toEqual({ part: 0, whole: 1 })
  expect(retainedOf([['2027-01-31']], { ...last, end: '2027-03-01' })).toEqual({ part: 0, whole: 0 })
  // So a part of a month is compared with no whole one.
  const [now, before] = [on('2027-02-01'), null].map((provisional) => ({
    ...retention(30, { part: 2, whole: 20 }, LONG_AFTER),
    provisional,
  }))
  expect(now && before && changeOf({ now, before })).toEqual({ is: 'not-compared', because: 'provisional' })
})

test('nobody in the cohort is no data', () => {
  expect(
    retention(365, retainedOf([], { horizon: 365, cohort: { from: FIRST, to: FIRST }, end: FIRST }), LONG_AFTER),
  ).toMatchObject({
    id: 'retention-365',
    value: null,
    denominator: 0,
  })
})

/** Real purchases: 2,357 customers of CDNOW, January 1997 to June 1998. The expected figures were counted by other means (DuckDB over the same file). */
describe('the customers of CDNOW', () => {
  const bought = new Map<string, LocalDate[]>()
  const lines = readFileSync(resolve(import.meta.dirname, '../../fixtures/cdnow-sample.txt'), 'utf8').split('\n')
  for (const line of lines.filter((text) => text.trim() !== '')) {
    const [id = '', , date = ''] = line.trim().split(/\s+/)
    const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`
    bought.set(id, [...(bought.get(id) ?? []), day])
  }
  const customers = [...bought.values()]

  test.each(CDNOW_COHORTS)('retention at %i days: %i of %i', (horizon, part, whole) => {
    const kpi = retention(
      horizon,
      retainedOf(customers, { horizon, cohort: { from: '1997-01-01', to: '1998-06-30' }, end: '1998-06-30' }),
      LONG_AFTER,
    )
    expect([kpi.numerator, kpi.denominator]).toEqual([part, whole])
  })

  test('monthly active share from 1997-01 to 1998-06', () => {
    const months = Array.from({ length: 18 }, (_, at) => plusMonths('1997-01', at))
    const history = historyOf(customers)
    const shares = months.map((month) =>
      activeShare(history.activeIn({ from: firstDayOf(month), to: lastDayOf(month) }) ?? { part: 0, whole: 0 }),
    )
    expect(shares.map(({ numerator, denominator }) => [numerator, denominator])).toEqual(CDNOW_MONTHS)
  })
})
