import { describe, expect, test } from 'vitest'
import { slotsFor } from '#core/planning/slots-for.ts'
import { touchCost } from '#core/planning/touch-cost.ts'
import { aCampaign, someRules, theCompanyRules } from '#test/support/builders.ts'

const VIETNAMESE = { zone: 'Asia/Ho_Chi_Minh', country: 'VN' }
const wanted = {
  campaign: aCampaign({ window: { from: '06:00', to: '23:00' } }),
  companyRules: theCompanyRules({ company: { hours: { from: '08:00', to: '21:00' } } }),
  rules: someRules({ hours: [{ from: '07:00', to: '20:00' }], caps: [] }),
  date: '2027-03-10',
  customer: VIETNAMESE,
  now: '2027-03-09T00:00:00.000Z',
}
const VIETNAM = { date: '2027-03-10', from: '2027-03-10T01:00:00.000Z', to: '2027-03-10T13:00:00.000Z' }

describe('where a touch goes out', () => {
  test('is where campaign, company and law all allow it, in the zone of the customer', () => {
    expect(slotsFor(wanted)).toMatchObject({ slot: { slot: VIETNAM }, slotOrNominal: VIETNAM })
    expect(slotsFor({ ...wanted, customer: { ...VIETNAMESE, zone: 'Europe/Paris' } }).slotOrNominal).toEqual({
      date: '2027-03-10',
      from: '2027-03-10T07:00:00.000Z',
      to: '2027-03-10T19:00:00.000Z',
    })
  })

  test('when the day has passed, the nominal slot still says where it would have gone out', () => {
    expect(slotsFor({ ...wanted, now: '2027-03-10T13:00:00.000Z' })).toMatchObject({
      slot: { none: 'window-passed' },
      slotOrNominal: VIETNAM,
    })
  })

  test('when no hour is left that all allow, nothing goes out', () => {
    const rules = someRules({ hours: [{ from: '08:00', to: '09:00' }], caps: [] })
    const campaign = aCampaign({ window: { from: '09:00', to: '11:00' } })
    expect(slotsFor({ ...wanted, campaign, rules }).slot).toEqual({ none: 'window-passed' })
  })

  test('days of grace may be more than the campaign’s own', () => {
    const late = { ...wanted, now: '2027-03-11T00:00:00.000Z' }
    expect(slotsFor(late).slot).toEqual({ none: 'window-passed' })
    expect(slotsFor({ ...late, grace: { days: 1, andNextOpenDay: false } }).slot).toMatchObject({ slot: { date: '2027-03-11' } })
    expect(
      slotsFor({
        ...late,
        grace: { days: 0, andNextOpenDay: false },
        campaign: aCampaign({ graceDays: 5 }),
      }).slot,
    ).toEqual({ none: 'window-passed' })
  })
})

describe('the same hours of the next day', () => {
  test.each([
    ['in the middle of the window', 'Asia/Ho_Chi_Minh', '2027-03-10T05:00:00.000Z', '2027-03-11T01:00:00.000Z'],
    ['before it', 'Asia/Ho_Chi_Minh', '2027-03-09T18:00:00.000Z', '2027-03-11T01:00:00.000Z'],
    ['a moment before midnight there', 'Asia/Ho_Chi_Minh', '2027-03-10T16:59:59.999Z', '2027-03-11T01:00:00.000Z'],
    ['at midnight there', 'Asia/Ho_Chi_Minh', '2027-03-10T17:00:00.000Z', '2027-03-12T01:00:00.000Z'],
    [
      'counted from now, not from the date that is late',
      'Asia/Ho_Chi_Minh',
      '2027-03-13T05:00:00.000Z',
      '2027-03-14T01:00:00.000Z',
    ],
    ['the clocks go forward in the night', 'America/Los_Angeles', '2027-03-13T20:00:00.000Z', '2027-03-14T15:00:00.000Z'],
    ['the clocks go back in the night', 'America/Los_Angeles', '2027-11-06T20:00:00.000Z', '2027-11-07T16:00:00.000Z'],
    ['a zone on the other side of the date line', 'Pacific/Kiritimati', '2027-03-10T00:00:00.000Z', '2027-03-10T18:00:00.000Z'],
  ])('%s', (_, zone, now, nextDay) => {
    expect(slotsFor({ ...wanted, customer: { ...VIETNAMESE, zone }, now }).nextDay()).toBe(nextDay)
  })

  test('are the campaign’s own when law and campaign no longer meet', () => {
    const rules = someRules({ hours: [{ from: '08:00', to: '09:00' }], caps: [] })
    const campaign = aCampaign({ window: { from: '09:00', to: '11:00' } })
    expect(slotsFor({ ...wanted, campaign, rules, now: '2027-03-10T05:00:00.000Z' }).nextDay()).toBe('2027-03-11T02:00:00.000Z')
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
  ])('%s', (_, date, perThousand) => {
    expect(touchCost({ campaign: aCampaign(), companyRules: theCompanyRules({ prices }), date })).toEqual({
      perThousand,
      gift: 0,
    })
  })

  test('has the gift in it', () => {
    const campaign = aCampaign({ contentClass: 'advertising', gift })
    expect(touchCost({ campaign, companyRules: theCompanyRules({ prices }), date: '2027-03-09' })).toEqual({
      perThousand: 4_000,
      gift: 100_000,
    })
  })
})
