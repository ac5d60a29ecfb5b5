import { describe, expect, test } from 'vitest'
import { slotsFor } from '#core/planning/slots-for.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { aCampaign, someRules, theCompanyRules } from '#test/support/builders.ts'

/** Calls as a law may allow them: a break at noon, Monday to Friday, not on public holidays. */
const rules = someRules({
  hours: [
    { from: '10:00', to: '13:00' },
    { from: '14:00', to: '20:00' },
  ],
  weekdays: [1, 2, 3, 4, 5],
  onPublicHolidays: false,
})
const customer = { zone: 'Asia/Ho_Chi_Minh', country: 'VN' }
const wanted = {
  campaign: aCampaign({ window: { from: '08:00', to: '21:00' }, graceDays: 4 }),
  companyRules: theCompanyRules(),
  rules,
  customer,
  date: '2027-03-10',
  now: '2027-03-09T00:00:00.000Z',
}
const when = (over: Partial<typeof wanted>) => {
  const { slot } = slotsFor({ ...wanted, ...over })
  if ('none' in slot) return slot.none
  const { zone } = { ...customer, ...over.customer }
  return `${localDateAt(slot.slot.from, zone)} ${localTimeAt(slot.slot.from, zone).slice(0, 5)}-${localTimeAt(slot.slot.to, zone).slice(0, 5)}`
}

describe('a law with two parts of the day, working days only', () => {
  test.each<[string, Partial<typeof wanted>, string]>([
    ['in the morning', {}, '2027-03-10 10:00-13:00'],
    ['at noon, the afternoon', { now: '2027-03-10T06:30:00.000Z' }, '2027-03-10 14:00-20:00'],
    ['in the evening, the next morning', { now: '2027-03-10T13:00:00.000Z' }, '2027-03-11 10:00-13:00'],
    ['on a Saturday, the Monday after', { date: '2027-03-13' }, '2027-03-15 10:00-13:00'],
    [
      'on Reunification Day, a Friday, the Tuesday after: Labour Day on Saturday is made up for on Monday',
      { date: '2027-04-30' },
      '2027-05-04 10:00-13:00',
    ],
    ['on a day of Tết, none within four days', { date: '2027-02-06' }, 'closed-day'],
    ['on 29 February, a Tuesday', { date: '2028-02-29', now: '2028-02-28T00:00:00.000Z' }, '2028-02-29 10:00-13:00'],
  ])('%s', (_, over, expected) => {
    expect(when(over)).toBe(expected)
  })

  test('the campaign’s own window cuts both parts', () => {
    const campaign = aCampaign({ window: { from: '12:30', to: '14:30' } })
    expect(when({ campaign })).toBe('2027-03-10 12:30-13:00')
    expect(when({ campaign, now: '2027-03-10T06:00:00.000Z' })).toBe('2027-03-10 14:00-14:30')
  })
})
