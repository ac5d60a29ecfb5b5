/** A call comes to the desk early, to be made by the end of the part of the day that the customer prefers; at noon only for a customer who asked for it. */
import { describe, expect, test } from 'vitest'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import type { DayPart } from '#core/customer/day-part.ts'
import { slotsFor } from '#core/planning/slots-for.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { aCampaign, someRules, theCompanyRules } from '#test/support/builders.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
/** The campaign's channel, carried out by people. */
const byPeople = theCompanyRules({
  channels: OUR_CHANNELS.map((channel) => (channel.id === 'email' ? { ...channel, carriedOutBy: 'person' } : channel)),
})
const wanted = {
  campaign: aCampaign({ window: { from: '08:00', to: '20:00' }, graceDays: 2 }),
  companyRules: byPeople,
  rules: someRules({ hours: [{ from: '08:00', to: '17:00' }] }),
  date: '2027-03-10',
  now: '2027-03-09T00:00:00.000Z',
}
function when(parts: readonly DayPart[] | null | undefined, over: Partial<typeof wanted> = {}): string {
  const customer = { zone: ZONE, country: 'VN', ...(parts !== undefined && { preferredParts: parts }) }
  const { slot } = slotsFor({ ...wanted, ...over, customer })
  if ('none' in slot) return slot.none
  const time = (at: string) => localTimeAt(at, ZONE).slice(0, 5)
  return `${localDateAt(slot.slot.from, ZONE)} ${time(slot.slot.from)}-${time(slot.slot.to)}`
}

test.each<[string, readonly DayPart[] | null, string]>([
  ['who has not said', null, '2027-03-10 06:00-17:00'],
  ['in the morning', ['morning'], '2027-03-10 06:00-12:00'],
  ['in the afternoon', ['afternoon'], '2027-03-10 06:00-17:00'],
  ['at noon', ['noon'], '2027-03-10 06:00-13:00'],
  ['at noon and in the afternoon', ['noon', 'afternoon'], '2027-03-10 06:00-17:00'],
  ['in the evening, when the law allows no call: in any part that it allows', ['evening'], '2027-03-10 06:00-17:00'],
])('a customer %s', (_, parts, expected) => {
  expect(when(parts)).toBe(expected)
})

test('of a row without the field, too', () => {
  expect(when(undefined)).toBe('2027-03-10 06:00-17:00')
})

describe('when the preferred part has passed', () => {
  test('it is the next day’s within the days of grace, and without any left another part of the day', () => {
    const now = '2027-03-10T06:30:00.000Z'
    expect(when(['morning'], { now })).toBe('2027-03-11 06:00-12:00')
    const campaign = aCampaign({ window: { from: '08:00', to: '20:00' }, graceDays: 0 })
    expect(when(['morning'], { now, campaign })).toBe('2027-03-10 06:00-17:00')
  })
})

test('a campaign of noon alone reaches those who asked for it', () => {
  const campaign = aCampaign({ window: { from: '12:00', to: '13:00' } })
  expect([when(['noon'], { campaign }), when(null, { campaign })]).toEqual(['2027-03-10 06:00-13:00', 'window-passed'])
})

test('mail goes out at noon and whenever the campaign says, whatever the customer prefers for calls', () => {
  expect(when(['afternoon'], { companyRules: theCompanyRules() })).toBe('2027-03-10 08:00-17:00')
})
