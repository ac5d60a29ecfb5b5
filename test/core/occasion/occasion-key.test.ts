import { expect, test } from 'vitest'
import {
  dayKey,
  lunarYearKey,
  monthsKey,
  occasionKeyOf,
  occasionNamed,
  orderKey,
  partsOfOccasionKey,
  roundKey,
  solarYearKey,
  workKey,
} from '#core/occasion/occasion-key.ts'

const day = '2027-03-05'

test.each([
  [dayKey(day), '2027-03-05', { of: 'none' }],
  [solarYearKey(2027), '2027', { of: 'own-date' }],
  [lunarYearKey(2026), 'L2026', { of: 'own-date' }],
  [monthsKey(12), 'm12', { of: 'own-date' }],
  [roundKey(117), 'n117', { of: 'none' }],
  [orderKey({ day, id: 'HĐ:1 #2' }), 'p2027-03-05#HĐ:1 #2', { of: 'order', day, id: 'HĐ:1 #2' }],
  [workKey({ day, id: 'case-1' }), 'w2027-03-05#case-1', { of: 'work', day, id: 'case-1' }],
  ['csat_2027-03-05', 'csat_2027-03-05', { of: 'invitation', occurrenceId: 'csat_2027-03-05', date: day }],
  // Two lines are no order's number, and are kept as they are all the same.
  [orderKey({ day, id: 'a\nb' }), 'p2027-03-05#a\nb', { of: 'order', day, id: 'a\nb' }],
  ['p2027-02-30#HD-1', 'p2027-02-30#HD-1', { of: 'none' }],
  ['', '', { of: 'none' }],
])('an occasion’s own key %j is stored as %j', (key, stored, named) => {
  expect(key).toBe(stored)
  expect(occasionNamed(stored)).toEqual(named)
  const occasionKey = occasionKeyOf({ campaignId: 'tet', key })
  expect(occasionKey).toBe(`tet:${stored}`)
  expect(partsOfOccasionKey(occasionKey)).toEqual({ campaignId: 'tet', key })
})
