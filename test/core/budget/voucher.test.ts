import { expect, test } from 'vitest'
import { type Voucher, voucherStanding } from '#core/budget/voucher.ts'

const voucher: Voucher = {
  code: 'ABCD-EFGH-JKMN',
  customerId: 'c-001',
  campaignId: 'birthday-gift',
  occasionKey: 'birthday-gift:2027',
  value: { amount: 100_000, currency: 'VND' },
  issuedAt: '2027-03-10T02:00:00.000Z',
  validFrom: '2027-03-10',
  validTo: '2027-04-08',
  redeemedAt: null,
  redeemedBy: null,
}

test.each([
  ['2027-03-09', 'not-yet-valid'],
  ['2027-03-10', 'usable'],
  ['2027-04-08', 'usable'],
  ['2027-04-09', 'expired'],
])('on %s a voucher valid from 10 March to 8 April is %s', (today, standing) => {
  expect(voucherStanding({ voucher, today })).toBe(standing)
})

test('a redeemed one stays redeemed, also after its end', () => {
  const redeemed = { ...voucher, redeemedAt: '2027-03-11T02:00:00.000Z', redeemedBy: 'till-1' }
  expect(voucherStanding({ voucher: redeemed, today: '2027-03-12' })).toBe('redeemed')
  expect(voucherStanding({ voucher: redeemed, today: '2027-05-12' })).toBe('redeemed')
})
