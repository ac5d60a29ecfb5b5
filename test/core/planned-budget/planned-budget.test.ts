import { describe, expect, test } from 'vitest'
import { lineKey } from '#core/planned-budget/line.ts'
import { type BudgetOf, plannedBudget } from '#core/planned-budget/planned-budget.ts'
import type { PlannedBudget } from '#core/planned-budget/whole-budget.ts'
import { aBudgetOf, callsOf, mailsOf, theRates } from '#test/support/budget-builders.ts'
import { aCatalogue } from '#test/support/compensation-builders.ts'

function budgetOf(over: Partial<BudgetOf> = {}): PlannedBudget {
  const budget = plannedBudget(aBudgetOf(over))
  if ('refused' in budget) throw new Error(budget.refused)
  return budget
}
const amounts = ({ lines }: PlannedBudget) => lines.map(({ kind, tier, amount }) => [kind, tier, amount.expected])
const spent = (kind: 'touch' | 'voucher', amount: number, volume: number) => ({
  lines: new Map([
    [lineKey({ kind, campaign: 'tet', tier: 'gold', channel: kind === 'touch' ? 'email' : null }), { amount, volume }],
  ]),
  total: { amount, volume: null },
  currencies: ['VND'],
  period: { from: '2026-10-01', to: '2026-12-31' },
})

describe('lines', () => {
  test('mails at the price of a thousand, rounded up once, and a share for what nobody foresees', () => {
    const budget = budgetOf()
    // 1,200 × 4.21 = 5,052; 5 % of it is 252.6.
    expect(amounts(budget)).toEqual([
      ['touch', 'gold', 5_052],
      ['contingency', null, 253],
    ])
    expect(budget.total).toMatchObject({ expected: 5_305, low: 5_305, high: 5_305 })
  })

  test('each tier is a line, those without one as well, and each day has its own price', () => {
    const dearer = { perThousand: 5_000, validFrom: '2027-03-01', source: 'the list' }
    const budget = budgetOf({
      volumes: [
        mailsOf({ count: 1 }),
        mailsOf({ count: 1, date: '2027-03-01', price: dearer }),
        mailsOf({ count: 1, tier: null }),
      ],
    })
    // 4.21 + 5 = 9.21, rounded up once; 4.21 alone.
    expect(amounts(budget).slice(0, 2)).toEqual([
      ['touch', null, 5],
      ['touch', 'gold', 10],
    ])
    expect(budget.lines[1]?.basis).toMatchObject({
      is: 'price',
      parts: [
        { count: 1, price: { perThousand: 4_210 } },
        { count: 1, price: { perThousand: 5_000, validFrom: '2027-03-01' } },
      ],
    })
  })

  test('a call is its minutes and the time of staff, and together what a call costs', () => {
    const budget = budgetOf({ volumes: [callsOf()] })
    expect(amounts(budget).slice(0, 2)).toEqual([
      ['talk-time', 'gold', 240_000],
      ['staff-time', 'gold', 600_000],
    ])
    expect(240_000 + 600_000).toBe(100 * 8_400)
  })

  test('a call is one line where the rates do not divide its price, or not on its day', () => {
    expect(amounts(budgetOf({ volumes: [callsOf()], rates: theRates({ callTime: [] }) }))[0]).toEqual(['touch', 'gold', 840_000])
    expect(amounts(budgetOf({ volumes: [callsOf({ date: '2025-12-31' })] }))[0]).toEqual(['touch', 'gold', 840_000])
  })

  test('vouchers at their worth times the share that is used, with its range', () => {
    const budget = budgetOf({ volumes: [mailsOf({ count: 120, gift: 100_000 })] })
    const line = budget.lines.find(({ kind }) => kind === 'voucher')
    expect(line).toMatchObject({ volume: 120, channel: null, amount: { expected: 3_600_000, low: 1_800_000, high: 6_000_000 } })
    // 506 for the mails; 5 % of 3,600,506, of 1,800,506 and of 6,000,506, each rounded up.
    expect(budget.total).toMatchObject({ expected: 3_780_532, low: 1_890_532, high: 6_300_532 })
  })

  test('the pool of compensation is the limit of every month that the period has a part of', () => {
    const compensation = aCatalogue({ period: 'month', limit: 20_000_000 })
    const ofPeriod = (from: string, to: string) =>
      budgetOf({ compensation, period: { from, to } }).lines.find(({ kind }) => kind === 'compensation')?.amount.expected
    expect(ofPeriod('2027-01-01', '2027-03-31')).toBe(60_000_000)
    expect(ofPeriod('2027-01-31', '2027-02-01')).toBe(40_000_000)
  })

  test('the order in which touches are counted changes nothing', () => {
    const volumes = [mailsOf({ gift: 50_000 }), callsOf(), mailsOf({ tier: null }), mailsOf({ campaign: 'a' })]
    expect(budgetOf({ volumes: volumes.toReversed() })).toEqual(budgetOf({ volumes }))
  })
})

describe('too high or too low', () => {
  const norms = [{ line: 'voucher', low: 10_000, high: 29_999, validFrom: '2026-01-01', source: 'the board' }]
  const vouchers = [mailsOf({ count: 120, gift: 100_000 })]
  const voucherOf = (over: Partial<BudgetOf>) =>
    budgetOf({ volumes: vouchers, ...over }).lines.find(({ kind }) => kind === 'voucher')

  test('above the norm for one customer, with the norm and its source', () => {
    expect(voucherOf({ rates: theRates({ norms }) })).toMatchObject({
      perCustomer: { amount: 30_000, per: 'occasion' },
      verdict: { level: 'too-high', because: [{ against: 'norm', is: 'above', norm: { high: 29_999, source: 'the board' } }] },
    })
  })

  test.each([
    [30_000, 30_000, 'as-usual'],
    [30_001, 40_000, 'too-low'],
    [0, 29_999, 'too-high'],
  ])('a norm from %i to %i makes it %s: both ends are within', (low, high, level) => {
    expect(voucherOf({ rates: theRates({ norms: [{ ...norms[0], low, high }] }) })?.verdict.level).toBe(level)
  })

  test('a norm holds from its day on, and one of the channel goes before one of the line', () => {
    expect(voucherOf({ rates: theRates({ norms: [{ ...norms[0], validFrom: '2027-01-02' }] }) })?.verdict).toEqual({
      level: 'not-compared',
      because: [],
    })
    const ofMails = { ...norms[0], line: 'touch', low: 0, high: 3 }
    const rates = theRates({ norms: [ofMails, { ...ofMails, channel: 'email', high: 5 }] })
    expect(budgetOf({ rates }).lines[0]?.verdict.level).toBe('as-usual')
  })

  test.each([
    [3_000_000, 'too-high', 20],
    [3_000_001, 'as-usual', 20],
    [4_500_000, 'too-low', -20],
    [4_499_999, 'as-usual', -20],
  ])('against %i in the period before it is %s', (amount, level, percent) => {
    expect(voucherOf({ before: spent('voucher', amount, 90) })).toMatchObject({
      before: { amount, volume: 90 },
      verdict: { level, because: [{ against: 'before', percent }] },
    })
  })

  test('an occasion that the period before did not have cost nothing then, and is not compared', () => {
    expect(voucherOf({ before: spent('touch', 5_000, 1_000) })).toMatchObject({
      before: { amount: 0, volume: 0 },
      verdict: { level: 'not-compared' },
    })
  })

  test('the whole is measured for one customer of the base in a year', () => {
    const total = { line: 'total', low: 0, high: 21, validFrom: '2026-01-01', source: 'the board' }
    // 5,305 in 90 days for 1,000 customers: 21.51 in a year.
    const budget = budgetOf({ rates: theRates({ norms: [total] }) })
    expect(budget.total).toMatchObject({ perCustomer: { amount: 22, per: 'year' }, verdict: { level: 'too-high' } })
    expect(budgetOf({ rates: theRates({ norms: [{ ...total, high: 22 }] }) }).total.verdict.level).toBe('as-usual')
  })
})

describe('refused instead of wrong', () => {
  test.each<[string, Partial<BudgetOf>, object]>([
    ['a period in which nobody is touched', { volumes: [] }, { refused: 'nobody' }],
    [
      'no share of vouchers that holds on the first day',
      { volumes: [mailsOf({ gift: 1 })], period: { from: '2025-12-31', to: '2026-03-31' } },
      { refused: 'no-rate', rate: 'redemption', date: '2025-12-31' },
    ],
    [
      'no contingency that holds on the first day',
      { period: { from: '2025-12-31', to: '2026-03-31' } },
      { refused: 'no-rate', rate: 'contingency', date: '2025-12-31' },
    ],
    [
      'more touches in a line than are taken for right',
      { rates: theRates({ mostTouches: 1_199 }) },
      { refused: 'too-many-touches', most: 1_199, line: { campaign: 'tet', volume: 1_200 } },
    ],
    [
      'compensation in đồng beside prices in dollars',
      { rates: theRates({ currency: 'USD' }), compensation: aCatalogue() },
      { refused: 'mixed-currencies', currencies: ['USD', 'VND'] },
    ],
    [
      'a period before in another currency',
      { before: { ...spent('touch', 1, 1), currencies: ['EUR'] } },
      { refused: 'mixed-currencies', currencies: ['EUR', 'VND'] },
    ],
  ])('%s', (_what, over, refused) => {
    expect(plannedBudget(aBudgetOf(over))).toMatchObject(refused)
  })

  test('as many touches as are taken for right are counted', () => {
    expect(budgetOf({ rates: theRates({ mostTouches: 1_200 }) }).lines[0]?.volume).toBe(1_200)
  })
})
