import { describe, expect, test } from 'vitest'
import { doNotCallStanding } from '#core/audience/do-not-call.ts'
import { eligibility } from '#core/audience/eligibility.ts'
import { someFacts, someRules } from '#test/support/builders.ts'

const rules = someRules({ doNotCall: { maxAgeDays: 30 } })
const on = '2027-03-10'
const ofDay = (asOf: string, isListed = false) => ({ inForce: { asOf, count: 7 }, isListed })

describe('how a number stands', () => {
  test.each([
    ['on a list of the day itself', ofDay('2027-03-10'), { is: 'clear' }],
    ['on the last day that the rules allow', ofDay('2027-02-08'), { is: 'clear' }],
    ['on the day after it', ofDay('2027-02-07'), { is: 'too-old', asOf: '2027-02-07', maxAgeDays: 30 }],
    ['that is listed', ofDay('2027-03-01', true), { is: 'listed' }],
    ['that is listed on an old list, which is in doubt only about others', ofDay('2026-01-01', true), { is: 'listed' }],
    ['without any list', { inForce: undefined, isListed: false }, { is: 'missing', maxAgeDays: 30 }],
    ['of whom nothing was read', undefined, { is: 'missing', maxAgeDays: 30 }],
  ] as const)('%s', (_, known, standing) => {
    expect(doNotCallStanding(rules, { known, on })).toEqual(standing)
  })

  test('is not asked where the law asks for no list', () => {
    expect(doNotCallStanding(someRules(), { known: ofDay('2026-01-01', true), on })).toBeUndefined()
  })
})

describe('the verdict', () => {
  const verdict = (doNotCall: ReturnType<typeof doNotCallStanding>, consents = {}) =>
    eligibility(someFacts({ rules: { ...rules, consent: 'opt-out' }, doNotCall, consents }))

  test.each([
    [{ is: 'clear' } as const, { state: 'planned' }],
    [{ is: 'listed' } as const, { state: 'skipped', reason: 'do-not-call' }],
    [
      { is: 'too-old', asOf: '2027-01-01', maxAgeDays: 30 } as const,
      { state: 'skipped', reason: 'do-not-call-list-old', asOf: '2027-01-01', maxAgeDays: 30 },
    ],
    [
      { is: 'missing', maxAgeDays: 30 } as const,
      { state: 'skipped', reason: 'do-not-call-list-old', asOf: null, maxAgeDays: 30 },
    ],
  ])('%o', (standing, expected) => {
    expect(verdict(standing)).toEqual(expected)
  })

  test('a customer who opted out is counted as that: no list would bring them back', () => {
    const withdrawn = { 'care/email': { decision: 'withdrawn', at: '2027-01-01T00:00:00.000Z' } }
    expect(verdict({ is: 'missing', maxAgeDays: 30 }, withdrawn)).toMatchObject({ reason: 'opted-out' })
  })
})
