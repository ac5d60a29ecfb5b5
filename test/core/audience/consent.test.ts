import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ConsentRecord, consentState, PURPOSES } from '#core/audience/consent.ts'
import { laterConsents } from '#core/audience/later-consents.ts'

const aRecord = (overrides: Partial<ConsentRecord> = {}): ConsentRecord => ({
  customerId: 'c-001',
  recordId: 'import:1',
  purpose: 'care',
  channel: 'email',
  decision: 'granted',
  at: '2027-01-01T00:00:00.000Z',
  source: 'import',
  evidence: 'consents.csv, row 2',
  ...overrides,
})

const someRecords = fc.array(
  fc
    .record({
      purpose: fc.constantFrom(...PURPOSES),
      channel: fc.constantFrom('email', 'call'),
      decision: fc.constantFrom('granted' as const, 'withdrawn' as const),
      at: fc.integer({ min: 1, max: 5 }).map((day) => `2027-01-0${day}T00:00:00.000Z`),
    })
    .map(aRecord),
)

describe('the state of consents', () => {
  test('the later decision wins', () => {
    const granted = aRecord({ at: '2027-01-02T00:00:00.000Z' })
    const withdrawn = aRecord({ at: '2027-01-01T00:00:00.000Z', decision: 'withdrawn' })
    expect(consentState([granted, withdrawn])['care/email']?.decision).toBe('granted')
    expect(consentState([{ ...granted, at: '2026-12-31T00:00:00.000Z' }, withdrawn])['care/email']?.decision).toBe('withdrawn')
  })

  test('at the same instant a withdrawal wins', () => {
    const both = [aRecord(), aRecord({ decision: 'withdrawn' })]
    expect(consentState(both)['care/email']?.decision).toBe('withdrawn')
    expect(consentState(both.toReversed())['care/email']?.decision).toBe('withdrawn')
  })

  test('does not depend on the order of the records, nor on their coming twice', () => {
    fc.assert(
      fc.property(someRecords, fc.infiniteStream(fc.nat()), (records, order) => {
        const shuffled = records.map((record) => ({ record, place: order.next().value })).sort((a, b) => a.place - b.place)
        expect(consentState([...shuffled.map(({ record }) => record), ...records])).toEqual(consentState(records))
      }),
    )
  })

  test('two readings brought together are the reading of both histories', () => {
    fc.assert(
      fc.property(someRecords, someRecords, (one, other) => {
        expect(laterConsents(consentState(one), consentState(other))).toEqual(consentState([...one, ...other]))
      }),
    )
  })
})
