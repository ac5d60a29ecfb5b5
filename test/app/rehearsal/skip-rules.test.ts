import { expect, test } from 'vitest'
import { skipInNumbers } from '#app/rehearsal/skip-in-numbers.ts'
import { skipRules } from '#app/rehearsal/skip-rules.ts'
import type { Skip } from '#core/audience/skip.ts'
import { EVERY_SKIP, MOON_SKIP } from '#test/core/audience/skips.ts'
import { storedBatch } from '#test/support/store-builders.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const rulesOf = (...skips: readonly Skip[]) => {
  const rules = skipRules(ZONE)
  rules.add([
    storedBatch({
      recipients: skips.map((skip, n) => ({
        customerId: `KH${n}`,
        occasionKey: 'tet:2027',
        outcome: { state: 'skipped', ...skip },
      })),
    }),
  ])
  return rules.all()
}

test('customers whom the same rule skipped are counted together, with the days on which they are free again', () => {
  const cap = { reason: 'frequency-cap', max: 3, hours: 168 } as const
  expect(
    rulesOf(
      { ...cap, freeAt: '2027-03-10T02:00:00.000Z' },
      { ...cap, freeAt: '2027-03-10T17:00:00.000Z' },
      { ...cap, max: 1, freeAt: '2027-03-12T02:00:00.000Z' },
    ),
  ).toEqual([
    { reason: 'frequency-cap', rule: '3 per 168 h', count: 2, freeFrom: '2027-03-10', freeTo: '2027-03-11' },
    { reason: 'frequency-cap', rule: '1 per 168 h', count: 1, freeFrom: '2027-03-12', freeTo: '2027-03-12' },
  ])
})

test('what only one customer has is no rule: other contacts, and other customers with the address', () => {
  const none = { rule: null, count: 2, freeFrom: null, freeTo: null }
  expect(
    rulesOf(
      { reason: 'same-address', writtenTo: 'KH7' },
      { reason: 'same-address', writtenTo: 'KH8' },
      { reason: 'already-contacted', occurrenceId: 'tet_2027-02-06' },
      { reason: 'already-contacted', occurrenceId: null },
    ),
  ).toEqual([
    { reason: 'already-contacted', ...none },
    { reason: 'same-address', ...none },
  ])
})

test('in the sheet every reason has its facts in ids and numbers', () => {
  expect(EVERY_SKIP.flatMap((skip) => skipInNumbers(skip).facts ?? [])).toEqual([
    'erased',
    'FR',
    'FR',
    'hard-bounce',
    'care',
    'advertising',
    'list of 2027-01-02, 30 days',
    'tet_2027-02-06',
    'by mail',
    'KH0001',
    'womens-day',
    '30 days',
    '3 per 168 h',
  ])
  expect(skipInNumbers(MOON_SKIP)).toEqual({ facts: 'full-moon', isRule: true })
})
