import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ConsentState, consentState } from '#core/audience/consent.ts'
import { laterConsents } from '#core/audience/later-consents.ts'
import { aConsentRecord } from '#test/support/store-builders.ts'

const granted = (at: string) => ({ decision: 'granted', at }) as const
const withdrawn = (at: string) => ({ decision: 'withdrawn', at }) as const
const MAY = '2026-05-01T00:00:00.000Z'
const JUNE = '2026-06-01T00:00:00.000Z'

test.each<[string, ConsentState, ConsentState, ConsentState]>([
  ['nothing and nothing is nothing', {}, {}, {}],
  [
    'what only one of them knows stays',
    { 'care/email': granted(MAY) },
    { 'survey/email': withdrawn(MAY) },
    { 'care/email': granted(MAY), 'survey/email': withdrawn(MAY) },
  ],
  [
    'the later decision wins',
    { 'care/email': granted(MAY) },
    { 'care/email': withdrawn(JUNE) },
    { 'care/email': withdrawn(JUNE) },
  ],
  ['a later grant wins too', { 'care/email': granted(JUNE) }, { 'care/email': withdrawn(MAY) }, { 'care/email': granted(JUNE) }],
  [
    'at the same instant a withdrawal wins',
    { 'care/email': granted(MAY) },
    { 'care/email': withdrawn(MAY) },
    { 'care/email': withdrawn(MAY) },
  ],
])('%s', (_, one, other, joined) => {
  expect(laterConsents(one, other)).toEqual(joined)
  expect(laterConsents(other, one)).toEqual(joined)
})

const records = fc.array(
  fc
    .record({
      purpose: fc.constantFrom('care', 'survey', 'advertising'),
      decision: fc.constantFrom('granted', 'withdrawn'),
      at: fc.constantFrom(MAY, JUNE, '2026-07-01T00:00:00.000Z'),
    })
    .map((over) => aConsentRecord(over)),
)

test('the states of two parts of a history, joined, are the state of the whole', () => {
  fc.assert(
    fc.property(records, records, (some, others) => {
      const joined = laterConsents(consentState(some), consentState(others))
      expect(joined).toEqual(consentState([...some, ...others]))
    }),
  )
})
