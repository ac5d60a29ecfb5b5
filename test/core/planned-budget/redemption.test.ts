import { expect, test } from 'vitest'
import { redemptionHistory, redemptionOf } from '#core/planned-budget/redemption.ts'
import { theRates } from '#test/support/budget-builders.ts'

const gift = (number: number, day: string, over: { event?: string; campaign?: string } = {}) => ({
  gift: BigInt(number),
  day,
  event: 'issued',
  campaign: 'birthday',
  ...over,
})
/** So many given on a day, of which the first were used on the next. */
const given = (issued: number, used: number, day: string, campaign = 'birthday', first = 0) =>
  Array.from({ length: issued }, (_, at) => [
    gift(first + at, day, { campaign }),
    ...(at < used ? [gift(first + at, '2026-06-02', { campaign, event: 'used' })] : []),
  ]).flat()

const asked = { lastDay: '2026-12-31', days: 365, validDays: new Map([['birthday', 30]]) }
const rateOf = (gifts: ReturnType<typeof given>, campaign = 'birthday') =>
  redemptionOf(campaign, { history: redemptionHistory(gifts, asked), rates: theRates(), date: '2027-01-01' })

test('of enough vouchers whose time is over, the share that was used, with the interval of Wilson', () => {
  // 81 of 263: from 0.2553 to 0.3662 (Newcombe 1998, table I); to ten-thousandths, outwards.
  expect(rateOf(given(263, 81, '2026-06-01'))).toMatchObject({
    is: 'own',
    campaign: 'birthday',
    share: { used: 81, issued: 263 },
    low: 2_552,
    high: 3_663,
    since: '2026-01-01',
    until: '2026-06-01',
  })
})

test('too few say nothing, and the stated share holds', () => {
  expect(rateOf(given(99, 99, '2026-06-01'))).toMatchObject({
    is: 'stated',
    share: { used: 30, issued: 100 },
    low: 1_500,
    high: 5_000,
  })
  expect(rateOf([])).toMatchObject({ is: 'stated' })
})

test('a campaign without vouchers of its own goes by those of all campaigns', () => {
  expect(rateOf(given(100, 25, '2026-06-01'), 'new-gift')).toMatchObject({
    is: 'own',
    campaign: null,
    share: { used: 25, issued: 100 },
  })
})

test.each([
  ['can still be used on the last day', '2026-12-02', null],
  ['ran out on the last day', '2026-12-01', { used: 0, issued: 1 }],
  ['was given on the first day that counts', '2026-01-01', { used: 0, issued: 1 }],
  ['was given a day earlier', '2025-12-31', null],
])('a voucher that %s: given on %s', (_what, day, counted) => {
  expect(redemptionHistory([gift(1, day)], asked)?.of.get('birthday') ?? null).toEqual(counted)
})

test('a voucher of a campaign that is no more, and a use without its voucher, are not counted', () => {
  expect(
    redemptionHistory([gift(1, '2026-06-01', { campaign: 'gone' }), gift(2, '2026-06-01', { event: 'used' })], asked),
  ).toBeNull()
})

test('no share is known for a day before the first that is stated', () => {
  expect(redemptionOf('birthday', { history: null, rates: theRates(), date: '2025-12-31' })).toBeUndefined()
})
