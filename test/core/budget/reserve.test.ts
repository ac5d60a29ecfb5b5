import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Budget } from '#core/budget/budget.ts'
import { addMoney, timesMoney, zeroMoney } from '#core/budget/money.ts'
import {
  affordable,
  committed,
  costOf,
  emptyBudget,
  isReservedFor,
  NO_COST,
  periodKey,
  plusTouches,
  reservationKey,
  reserve,
  settle,
} from '#core/budget/reserve.ts'

const aBudget = (overrides: Partial<Budget> = {}): Budget => ({
  ...emptyBudget({ campaignId: 'birthday-gift', period: '2027', limit: { amount: 1_000, currency: 'VND' } }),
  ...overrides,
})
const GIFT = { perThousand: 0, gift: 100 }

describe('a budget period', () => {
  test.each([
    ['month', '2027-02-28', '2027-02'],
    ['quarter', '2027-03-31', '2027-Q1'],
    ['quarter', '2027-04-01', '2027-Q2'],
    ['quarter', '2027-12-31', '2027-Q4'],
    ['year', '2027-12-31', '2027'],
    ['campaign', '2027-12-31', 'all'],
  ] as const)('%s of %s is %s', (period, date, key) => {
    expect(periodKey(period, date)).toBe(key)
  })
})

describe('the cost of touches', () => {
  test.each<[number, number, number, number]>([
    // Mail per thousand, gift, touches, minor units.
    [4_210, 0, 0, 0],
    [4_210, 0, 1, 5],
    [4_210, 0, 1_000, 4_210],
    [4_210, 0, 1_001, 4_215],
    [1, 0, 1, 1],
    [1, 0, 1_000, 1],
    [1, 0, 1_001, 2],
    [0, 100_000, 3, 300_000],
    [4_210, 100_000, 3, 300_013],
  ])('%i a thousand and a gift of %i, %i times, is %i', (perThousand, gift, touches, expected) => {
    expect(costOf({ perThousand, gift }, touches)).toBe(expected)
  })

  test('rounded once at the end: a whole costs no more than its parts', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(1_000), fc.nat(500), fc.nat(500), (perThousand, gift, a, b) => {
        const cost = { perThousand, gift }
        expect(costOf(cost, a + b)).toBeLessThanOrEqual(costOf(cost, a) + costOf(cost, b))
      }),
    )
  })
})

describe('touches of several prices', () => {
  test.each<[string, number, { perThousand: number; gift: number }, number]>([
    ['nothing spent', 10, { perThousand: 0, gift: 0 }, 10],
    ['half spent', 10, { perThousand: 0, gift: 500 }, 5],
    ['a part of a touch spent', 10, { perThousand: 0, gift: 501 }, 4],
    ['all spent', 10, { perThousand: 0, gift: 1_000 }, 0],
    ['more than all spent', 10, { perThousand: 0, gift: 2_000 }, 0],
    ['mails spent that round up', 10, { perThousand: 1, gift: 900 }, 0],
  ])('%s: of %i touches at a hundred the budget carries beside it…', (_, wanted, spent, carried) => {
    expect(affordable({ budget: aBudget(), key: 'o/0', cost: GIFT, wanted, spent })).toBe(carried)
  })

  test('are rounded once, together', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.nat(500), fc.nat(500), (first, second, a, b) => {
        const one = { perThousand: first, gift: 3 }
        const other = { perThousand: second, gift: 5 }
        const all = plusTouches(plusTouches(NO_COST, one, a), other, b)
        expect(costOf(all, 1)).toBeLessThanOrEqual(costOf(one, a) + costOf(other, b))
        expect(costOf(all, 1)).toBe(3 * a + 5 * b + Math.ceil((a * first + b * second) / 1_000))
        expect(costOf(plusTouches(NO_COST, one, a), 1)).toBe(costOf(one, a))
      }),
    )
  })
})

describe('what an occurrence has set aside', () => {
  test.each([
    [{ 'tet_2027-02-06/0': 100 }, true],
    [{ 'tet_2027-02-06/255': 1 }, true],
    [{ 'tet_2027-02-07/0': 100 }, false],
    [{ 'old-tet_2027-02-06/0': 100 }, false],
    [{}, false],
  ])('%j: %s', (reserved, expected) => {
    expect(isReservedFor(reserved, 'tet_2027-02-06')).toBe(expected)
  })
})

describe('reserving', () => {
  test('the same booking twice is one booking', () => {
    const once = reserve({ budget: aBudget(), key: 'o/0', amount: 400 })
    expect(reserve({ budget: once, key: 'o/0', amount: 400 }).reserved).toEqual({ 'o/0': 400 })
  })

  test('a smaller booking gives the rest back, one of nothing leaves no line', () => {
    const once = reserve({ budget: aBudget(), key: 'o/0', amount: 400 })
    expect(committed(reserve({ budget: once, key: 'o/0', amount: 100 }))).toBe(100)
    expect(reserve({ budget: once, key: 'o/0', amount: 0 }).reserved).toEqual({})
  })

  test('the limit itself can be used, one unit more is refused with the numbers', () => {
    expect(committed(reserve({ budget: aBudget(), key: 'o/0', amount: 1_000 }))).toBe(1_000)
    expect(() => reserve({ budget: aBudget(), key: 'o/0', amount: 1_001 })).toThrow('birthday-gift 2027: 1001 would exceed 1000')
  })

  test('a limit lowered below what is spent leaves no room, and giving back is still possible', () => {
    const spent = aBudget({ limit: { amount: 100, currency: 'VND' }, settled: { earlier: 300 }, reserved: { 'o/0': 200 } })
    expect(affordable({ budget: spent, key: 'o/0', cost: GIFT, wanted: 3 })).toBe(0)
    expect(reserve({ budget: spent, key: 'o/0', amount: 0 }).reserved).toEqual({})
    expect(reserve({ budget: spent, key: 'o/0', amount: 100 }).reserved).toEqual({ 'o/0': 100 })
    expect(() => reserve({ budget: spent, key: 'o/0', amount: 201 })).toThrow('would exceed 100')
    expect(() => reserve({ budget: spent, key: 'o/1', amount: 1 })).toThrow('would exceed 100')
  })

  test.each<[string, Partial<Budget>, number, number]>([
    ['all of them', {}, 10, 10],
    ['one too many', {}, 11, 10],
    ['what is used by others is not there', { settled: { x: 300 }, reserved: { 'x/0': 250 } }, 10, 4],
    ['what was reserved under the same key is', { reserved: { 'o/0': 1_000 } }, 10, 10],
    ['nobody', {}, 0, 0],
  ])('carries %s', (_, budget, wanted, carried) => {
    expect(affordable({ budget: aBudget(budget), key: 'o/0', cost: GIFT, wanted })).toBe(carried)
  })

  test('carries as many as possible and not one more', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(300), fc.nat(5_000), fc.nat(1_000), (perThousand, gift, amount, wanted) => {
        const cost = { perThousand, gift }
        const budget = aBudget({ limit: { amount, currency: 'VND' } })
        const carried = affordable({ budget, key: 'o/0', cost, wanted })
        expect(costOf(cost, carried)).toBeLessThanOrEqual(amount)
        expect(carried === wanted || costOf(cost, carried + 1) > amount).toBe(true)
      }),
    )
  })
})

describe('settling', () => {
  test('releases every slice of the occurrence and books what it cost; another one with a longer name is left alone', () => {
    const budget = aBudget({ reserved: { 'o_2027-03-10/0': 300, 'o_2027-03-10/1': 200, 'o_2027-03-10b/0': 100 } })
    const settled = settle({ budget, occurrenceId: 'o_2027-03-10', amount: 400 })
    expect(settled.reserved).toEqual({ 'o_2027-03-10b/0': 100 })
    expect(settled.settled).toEqual({ 'o_2027-03-10': 400 })
    expect(settled.version).toBe(1)
  })

  test('twice is once; of nothing leaves no line', () => {
    const once = settle({ budget: aBudget(), occurrenceId: 'o', amount: 400 })
    expect(settle({ budget: once, occurrenceId: 'o', amount: 400 }).settled).toEqual({ o: 400 })
    expect(settle({ budget: once, occurrenceId: 'o', amount: 0 }).settled).toEqual({})
  })
})

type Step =
  | { readonly do: 'reserve'; readonly occurrence: number; readonly slice: number; readonly wanted: number }
  | { readonly do: 'settle'; readonly occurrence: number; readonly sentShare: number }

const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ do: fc.constant('reserve' as const), occurrence: fc.nat(3), slice: fc.nat(2), wanted: fc.nat(12) }),
    fc.record({
      do: fc.constant('settle' as const),
      occurrence: fc.nat(3),
      sentShare: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  ),
  { maxLength: 40 },
)

test('under any sequence of reservations and settlements the limit is never exceeded, and every đồng is in one line', () => {
  fc.assert(
    fc.property(steps, fc.nat(3_000), fc.nat(5_000), fc.nat(150), (sequence, amount, perThousand, gift) => {
      const cost = { perThousand, gift }
      let budget = aBudget({ limit: { amount, currency: 'VND' } })
      const places = new Map<string, number>()
      for (const step of sequence) {
        const occurrenceId = `o-${step.occurrence}`
        if (step.do === 'reserve') {
          // An occurrence that is closed plans no more.
          if (budget.settled[occurrenceId] !== undefined) continue
          const key = reservationKey({ occurrenceId, slice: step.slice })
          const carried = affordable({ budget, key, cost, wanted: step.wanted })
          budget = reserve({ budget, key, amount: costOf(cost, carried) })
          places.set(key, carried)
        } else {
          const planned = [...places]
            .filter(([key]) => key.startsWith(`${occurrenceId}/`))
            .reduce((sum, [, count]) => sum + count, 0)
          if (budget.settled[occurrenceId] !== undefined) continue
          budget = settle({ budget, occurrenceId, amount: costOf(cost, Math.floor(planned * step.sentShare)) })
          for (const key of [...places.keys()]) if (key.startsWith(`${occurrenceId}/`)) places.delete(key)
        }
        expect(committed(budget)).toBeLessThanOrEqual(amount)
        const reserved = [...places.values()].reduce((sum, count) => sum + costOf(cost, count), 0)
        const settled = Object.values(budget.settled).reduce((sum, used) => sum + used, 0)
        expect(committed(budget)).toBe(reserved + settled)
      }
    }),
    { numRuns: 300 },
  )
})

describe('money', () => {
  test('of one currency is added and multiplied', () => {
    expect(addMoney(timesMoney({ amount: 3, currency: 'VND' }, 4), { amount: 1, currency: 'VND' })).toEqual({
      amount: 13,
      currency: 'VND',
    })
    expect(addMoney(zeroMoney('USD'), { amount: 5, currency: 'USD' })).toEqual({ amount: 5, currency: 'USD' })
  })
  test('of two currencies is not', () => {
    expect(() => addMoney({ amount: 1, currency: 'VND' }, { amount: 1, currency: 'USD' })).toThrow('cannot add USD to VND')
  })
})
