/** When a customer who writes outside the hours is told that somebody will look. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CasePolicySchema } from '#core/campaign/case-policy.ts'
import { type Instant, plusMs } from '#core/time/instant.ts'
import { nextWorked } from '#core/time/work-time.ts'
import { workingTimeOf } from '#core/work/case/case-time.ts'
import { hoursToTell } from '#core/work/case/tell-hours.ts'
import type { Case } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'

const rulesWith = (cases: object = {}) => ({ ...theCompanyRules(), cases: CasePolicySchema.parse(cases) })
const rules = rulesWith()
const at = (local: string): Instant => new Date(`${local}+07:00`).toISOString()
const came = (instant: Instant, workId = 'w-1'): Case => storedCase({ workId, events: [openedAt(instant)] })
const grave = (instant: Instant): Case => ({
  ...came(instant),
  events: [
    openedAt(instant),
    { is: 'severity-set', at: instant, by: { is: 'system' }, severity: 's1', because: { is: 'rule', rule: 'words' } },
  ],
})

describe('a mail that opens a case', () => {
  test.each([
    ['on a Wednesday at nine', '2027-03-10T09:00', null],
    ['in the last minute of work', '2027-03-10T16:59', null],
    ['when work ends', '2027-03-10T17:00', ['from', '2027-03-11T08:00']],
    ['in the lunch break', '2027-03-10T12:30', ['from', '2027-03-10T13:00']],
    ['on a Friday night', '2027-03-12T23:00', ['from', '2027-03-15T08:00']],
    ['at 21:40 on the eve of a holiday', '2027-04-29T21:40', ['from', '2027-05-04T08:00']],
  ] as const)('%s', (_what, local, expected) => {
    const told = hoursToTell(came(at(local)), [], rules)
    expect(told && [told.says, told.when]).toEqual(expected && [expected[0], at(expected[1])])
  })

  test('of the gravest is told by when, also at night', () => {
    expect(hoursToTell(grave(at('2027-03-12T23:00')), [], rules)).toMatchObject({ says: 'by', when: at('2027-03-13T00:00') })
  })

  test('is told nothing where the company tells nothing, and always where it always does', () => {
    const night = came(at('2027-03-12T23:00'))
    expect(hoursToTell(night, [], rulesWith({ tellHours: 'never' }))).toBeNull()
    const always = rulesWith({ tellHours: 'always' })
    expect(hoursToTell(came(at('2027-03-10T09:00')), [], always)).toMatchObject({ says: 'by' })
    expect(hoursToTell(night, [], always)).toMatchObject({ says: 'from' })
    expect(hoursToTell({ ...night, customerId: null }, [], rules)).toBeNull()
  })

  test('a second one of the same stretch is told nothing, one of the next stretch is', () => {
    const first = came(at('2027-03-12T19:00'))
    const told = hoursToTell(first, [], rules)
    if (!told) throw new Error('nothing was told')
    const known = { ...first, events: [...first.events, told] } as Case
    const later = (local: string) => hoursToTell(came(at(local), 'w-2'), [known], rules)
    expect(later('2027-03-14T11:00')).toBeNull()
    expect(later('2027-03-15T19:00')).toMatchObject({ when: at('2027-03-16T08:00') })
    // Two mails at one moment do not see each other: their mail has one id, and goes out once.
    expect(hoursToTell(came(at('2027-03-13T10:00'), 'w-2'), [], rules)?.mailId).toBe(told.mailId)
  })

  test('whenever it comes: what is told is the next moment of work, and none is told while there is work', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), (minutes) => {
        const instant = plusMs(at('2026-12-01T00:00'), minutes * 60_000)
        const opens = nextWorked(workingTimeOf(rules), instant)
        const told = hoursToTell(came(instant), [], rules)
        expect(told === null).toBe(opens === instant)
        if (told) expect([told.when, told.when > instant]).toEqual([opens, true])
      }),
      { numRuns: 200 },
    )
  })
})
