import { describe, expect, test } from 'vitest'
import { slotsFor } from '#core/planning/slots-for.ts'
import { touchCost } from '#core/planning/touch-cost.ts'
import { aCampaign, aCompany, someRules } from '#test/support/builders.ts'

const wanted = {
  campaign: aCampaign({ window: { from: '06:00', to: '23:00' } }),
  company: aCompany({ hours: { from: '08:00', to: '21:00' } }),
  rules: someRules({ email: { hours: { from: '07:00', to: '20:00' }, caps: [] } }),
  date: '2027-03-10',
  zone: 'Asia/Ho_Chi_Minh',
  now: '2027-03-09T00:00:00.000Z',
}
const VIETNAM = { date: '2027-03-10', from: '2027-03-10T01:00:00.000Z', to: '2027-03-10T13:00:00.000Z' }

describe('where a touch goes out', () => {
  test('is where campaign, company and law all allow it, in the zone of the customer', () => {
    expect(slotsFor(wanted)).toEqual({ slot: { slot: VIETNAM }, nominal: VIETNAM })
    expect(slotsFor({ ...wanted, zone: 'Europe/Paris' }).nominal).toEqual({
      date: '2027-03-10',
      from: '2027-03-10T07:00:00.000Z',
      to: '2027-03-10T19:00:00.000Z',
    })
  })

  test('when the day has passed, the nominal slot still says where it would have gone out', () => {
    expect(slotsFor({ ...wanted, now: '2027-03-10T13:00:00.000Z' })).toEqual({
      slot: { none: 'window-passed' },
      nominal: VIETNAM,
    })
  })

  test('when no hour is left that all allow, nothing goes out', () => {
    const rules = someRules({ email: { hours: { from: '08:00', to: '09:00' }, caps: [] } })
    const campaign = aCampaign({ window: { from: '09:00', to: '11:00' } })
    expect(slotsFor({ ...wanted, campaign, rules }).slot).toEqual({ none: 'window-passed' })
  })
})

describe('what a touch costs', () => {
  const price = (validFrom: string, amount: number) => ({
    item: 'email' as const,
    validFrom,
    perThousand: { amount, currency: 'VND' },
    source: 'price list',
  })
  // Not in order, as people write them.
  const prices = { prices: [price('2027-03-10', 5_000), price('2026-07-01', 4_000)] }
  const gift = { kind: 'voucher' as const, value: { amount: 100_000, currency: 'VND' }, validDays: 30 }

  test.each([
    ['before the list begins, its first price', '2026-01-01', 4_000],
    ['the first price', '2027-03-09', 4_000],
    ['the day the new price begins', '2027-03-10', 5_000],
  ])('%s', (_, date, mailPerThousand) => {
    expect(touchCost({ campaign: aCampaign(), prices, date })).toEqual({ mailPerThousand, gift: 0 })
  })

  test('has the gift in it', () => {
    const campaign = aCampaign({ contentClass: 'advertising', gift })
    expect(touchCost({ campaign, prices, date: '2027-03-09' })).toEqual({ mailPerThousand: 4_000, gift: 100_000 })
  })
})
