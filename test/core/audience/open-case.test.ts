import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GradeSchema, type HoldRules, holdsCare, isHeldForCase, type OpenCase, withCase } from '#core/audience/open-case.ts'
import { DEFAULT_CASE_POLICY } from '#core/campaign/case-policy.ts'
import { SEVERITIES } from '#core/campaign/case-terms.ts'

const rules = (over: Partial<HoldRules> = {}): HoldRules => ({ ...DEFAULT_CASE_POLICY, ...over })
const aCase = (grade: OpenCase['grade'], over: Partial<OpenCase> = {}): OpenCase => ({
  workId: 'w-1',
  grade,
  version: 1,
  ...over,
})

describe('whether an open case holds care back', () => {
  test.each([
    ['s1', 's2', true],
    ['s2', 's2', true],
    ['s3', 's2', false],
    ['s4', 's4', true],
    ['s2', 's1', false],
    ['complaint', 's2', false],
    ['complaint', 's3', true],
    ['question', 's3', false],
  ] as const)('%s, where care is held back from %s on: %s', (grade, holdCareFrom, holds) => {
    expect(holdsCare(grade, rules({ holdCareFrom }))).toBe(holds)
  })

  test('what the type alone says follows the policy of now', () => {
    const types = { ...DEFAULT_CASE_POLICY.types, complaint: 's1' as const }
    expect(isHeldForCase([aCase('complaint')], rules())).toBe(false)
    expect(isHeldForCase([aCase('complaint')], rules({ types }))).toBe(true)
  })

  test('a customer without an open case is not held', () => {
    expect(isHeldForCase(undefined, rules({ holdCareFrom: 's4' }))).toBe(false)
    expect(isHeldForCase([], rules({ holdCareFrom: 's4' }))).toBe(false)
  })

  test('of several cases the gravest decides, and a wider policy frees no one', () => {
    const grades = fc.array(fc.constantFrom(...GradeSchema.options), { maxLength: 4 })
    const from = fc.constantFrom(...SEVERITIES)
    fc.assert(
      fc.property(grades, from, from, (all, one, other) => {
        const cases = all.map((grade, n) => aCase(grade, { workId: `w-${n}` }))
        const held = isHeldForCase(cases, rules({ holdCareFrom: one }))
        expect(held).toBe(all.some((grade) => holdsCare(grade, rules({ holdCareFrom: one }))))
        if (held && one <= other) expect(isHeldForCase(cases, rules({ holdCareFrom: other }))).toBe(true)
      }),
    )
  })
})

describe('what is said of one case', () => {
  test('two cases are two: closing one leaves the other', () => {
    const both = [aCase('s1'), aCase('s2', { workId: 'w-2' })]
    expect(withCase(both, { workId: 'w-1', grade: null, version: 2 })).toEqual([both[1]])
  })

  test('a slow writer does not undo what a later version said', () => {
    expect(withCase([aCase('s2', { version: 6 })], { workId: 'w-1', grade: null, version: 5 })).toBeUndefined()
    expect(withCase([aCase('s2', { version: 6 })], { workId: 'w-1', grade: 's4', version: 5 })).toBeUndefined()
    expect(withCase([aCase('s2', { version: 6 })], { workId: 'w-1', grade: 's4', version: 7 })).toEqual([
      aCase('s4', { version: 7 }),
    ])
  })

  test('nothing is written where nothing changes', () => {
    expect(withCase([aCase('s2')], { workId: 'w-1', grade: 's2', version: 9 })).toBeUndefined()
    expect(withCase([], { workId: 'w-1', grade: null, version: 9 })).toBeUndefined()
  })
})
