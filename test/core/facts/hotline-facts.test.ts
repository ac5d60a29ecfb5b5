/** Whether a caller of the hotline was missed on a day. */
import { expect, test } from 'vitest'
import { hotlineFact } from '#core/facts/hotline-facts.ts'
import { NOBODY } from '#core/facts/who.ts'

const AT = '2027-03-10T02:00:00.000Z'
const LATER = '2027-03-10T03:00:00.000Z'

test.each([
  ['never got through', null, AT, true],
  ['rang in vain and then got through', LATER, AT, false],
  ['got through and rang in vain once more', AT, LATER, true],
  ['is told of twice at one instant', AT, AT, false],
  ['got through at once', AT, null, false],
])('a caller who %s is missed or not', (_what, answeredAt, missedAt, missed) => {
  expect(hotlineFact({ numberName: 'n', answeredAt, missedAt }, { who: NOBODY, numberOf: () => 1n }).missed).toBe(missed)
})
