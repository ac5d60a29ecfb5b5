import { describe, expect, test } from 'vitest'
import { campaignFacts, expectedOccurrences } from '#local/torture/expected.ts'
import { localClock } from '#local/torture/local-clock.ts'
import { campaignsOf } from '#local/torture/world/campaigns.ts'
import type { TorturePerson } from '#local/torture/world/people.ts'
import { aCustomer, solar } from '#test/support/builders.ts'

const person = (over: Parameters<typeof aCustomer>[0]): TorturePerson => ({
  customer: aCustomer(over),
  grantsAdvertising: true,
  optsOutAt: null,
  isSuppressedBefore: false,
  hasRowsOfBefore: false,
  complains: null,
  erasedAt: null,
})
const PEOPLE = [
  person({ customerId: 'plain' }),
  person({ customerId: 'gold', tier: 'gold' }),
  person({ customerId: 'born-28', birthday: solar('03-28') }),
  person({ customerId: 'born-30', birthday: solar('03-30') }),
]
const campaigns = campaignsOf({ gifts: 3 })
const expected = new Map(expectedOccurrences(campaigns, PEOPLE).map((each) => [each.occurrenceId, each]))

describe('who should get what', () => {
  test.each([
    ['torture-spring_2027-03-28', ['plain', 'gold', 'born-28', 'born-30']],
    ['torture-survey_2027-03-28', ['gold']],
    ['torture-second_2027-03-29', ['plain', 'gold', 'born-28', 'born-30']],
    ['torture-care_2027-03-30', ['gold']],
    ['torture-birthday_2027-03-27', []],
    ['torture-birthday_2027-03-28', ['born-28']],
  ])('%s: %j', (occurrenceId, due) => {
    expect([...(expected.get(occurrenceId)?.due ?? ['no such occurrence'])]).toEqual(due)
  })

  test('nobody on a date after the campaign has ended', () => {
    expect(expected.has('torture-birthday_2027-03-30')).toBe(false)
  })

  test('a birthday may outrank the greeting of the same day, and a survey nobody', () => {
    expect([...(expected.get('torture-spring_2027-03-28')?.mayBeOutranked ?? [])]).toEqual(['born-28'])
    expect([...(expected.get('torture-survey_2027-03-28')?.mayBeOutranked ?? [])]).toEqual([])
  })

  test('a campaign’s hours are narrowed by the company’s', () => {
    const [birthday] = campaigns
    const facts = campaignFacts(birthday!, { companyHours: { from: '09:00', to: '21:00' }, mailPerThousand: 1 })
    expect(facts).toMatchObject({ from: '09:00', to: '10:00', graceDays: 1, giftAmount: 100_000, budgetLimit: 350_000 })
  })
})

test.each([
  ['2027-03-28T00:59:00.000Z', 'Europe/Paris', '2027-03-28', '01:59'],
  ['2027-03-28T01:00:00.000Z', 'Europe/Paris', '2027-03-28', '03:00'],
  ['2027-03-28T17:00:00.000Z', 'Asia/Ho_Chi_Minh', '2027-03-29', '00:00'],
])('%s is in %s %s %s', (instant, zone, date, time) => {
  expect(localClock(instant, zone)).toEqual({ date, time })
})
