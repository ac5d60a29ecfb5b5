/** An invitation belongs to a segment by its own row, and its answer counts wherever its customer is by then. */
import { expect, test } from 'vitest'
import { FACT_KINDS } from '#core/facts/fact-tables.ts'
import { rollUpsOf } from '#test/support/checked-figures.ts'
import { anAnswerFact, aTouchFact } from '#test/support/fact-builders.ts'
import type { World } from '#test/support/random-facts.ts'

const asked = { period: { from: '2027-02-01', to: '2027-02-28' }, today: '2027-09-01', zone: 'Asia/Ho_Chi_Minh' }
const DAY = '2027-02-03'

test('ten silver customers were asked, four answered, three of them in gold by then', () => {
  const people = Array.from({ length: 10 }, (_, at) => BigInt(at + 1))
  const touches = people.map((person) => ({
    ...aTouchFact({ person, tier: 'silver', campaign: 'nps', survey_kind: 'nps', closes_at: '2027-03-05T00:00:00.000Z' }),
    day: DAY,
  }))
  const answers = people.slice(0, 4).map((person, at) => ({
    ...anAnswerFact({ person, tier: at === 0 ? 'silver' : 'gold', invited_on: DAY }),
    day: '2027-02-06',
  }))
  const none = Object.fromEntries(FACT_KINDS.map((kind) => [kind, []])) as unknown as World
  const counted = rollUpsOf({ ...none, touches, answers }, asked).map(({ segment, kpis }) => {
    const rate = kpis.find(({ id }) => id === 'response-rate')
    return [segment.by === 'tier' ? segment.is : segment.by, rate?.numerator, rate?.denominator]
  })
  expect(counted).toContainEqual(['all', 4, 10])
  expect(counted).toContainEqual(['silver', 4, 10])
  // Nobody in gold was asked.
  expect(counted).toContainEqual(['gold', 0, 0])
})
