import { describe, expect, test } from 'vitest'
import { type BudgetPlan, budgetOfPlan, PLAN_STATES, type PlanState } from '#core/planned-budget/budget-plan.ts'
import { lineKey } from '#core/planned-budget/line.ts'
import { actOnPlan, draftedPlan, mayFollow, type PlanAct } from '#core/planned-budget/plan-act.ts'
import { aBudgetPlan, aPlannedBudget, DIRECTOR, HEAD, mailsOf, theRates } from '#test/support/budget-builders.ts'

const BECAUSE = 'as agreed on Monday'
const done = (plan: BudgetPlan, act: PlanAct, author: typeof HEAD | typeof DIRECTOR = HEAD): BudgetPlan => {
  const answer = actOnPlan(plan, { act, seen: plan.version, ...author, because: BECAUSE })
  if ('refused' in answer) throw new Error(answer.refused)
  return answer.plan
}
const refusal = (plan: BudgetPlan, act: PlanAct, over: object = {}) => {
  const answer = actOnPlan(plan, { act, seen: plan.version, ...HEAD, because: BECAUSE, ...over })
  return 'refused' in answer ? answer.refused : 'done'
}
const KEY = lineKey(aBudgetPlan().computed.lines[0]!)
const proposed = () => done(aBudgetPlan(), { is: 'propose' })

describe('the life of a budget', () => {
  test('proposed, returned with a comment, changed, proposed again, approved by another person and locked', () => {
    const acts: readonly (readonly [PlanAct, typeof HEAD | typeof DIRECTOR])[] = [
      [{ is: 'propose' }, HEAD],
      [{ is: 'return' }, DIRECTOR],
      [{ is: 'change', key: KEY, amount: 4_000 }, HEAD],
      [{ is: 'propose' }, HEAD],
      [{ is: 'approve' }, DIRECTOR],
      [{ is: 'lock' }, HEAD],
    ]
    const plan = acts.reduce((sofar, [act, author]) => done(sofar, act, author), aBudgetPlan())
    expect(plan).toMatchObject({ state: 'locked', version: 7 })
    expect(plan.steps.map(({ is, version, byName }) => [is, version, byName])).toEqual([
      ['compute', 1, HEAD.byName],
      ['propose', 2, HEAD.byName],
      ['return', 3, DIRECTOR.byName],
      ['change', 4, HEAD.byName],
      ['propose', 5, HEAD.byName],
      ['approve', 6, DIRECTOR.byName],
      ['lock', 7, HEAD.byName],
    ])
    expect(budgetOfPlan(plan).lines[0]?.amount.expected).toBe(4_000)
  })

  test.each<[PlanAct['is'], readonly PlanState[]]>([
    ['change', ['draft', 'returned']],
    ['add', ['draft', 'returned']],
    ['remove', ['draft', 'returned']],
    ['propose', ['draft', 'returned']],
    ['return', ['proposed', 'approved']],
    ['approve', ['proposed']],
    ['lock', ['approved']],
    ['explain', ['locked']],
  ])('%s follows %j alone', (act, states) => {
    expect(PLAN_STATES.filter((state) => mayFollow(state, act))).toEqual(states)
  })

  test('of a version that has changed since, nothing is approved', () => {
    const seen = proposed()
    const changed = done(done(done(seen, { is: 'return' }, DIRECTOR), { is: 'change', key: KEY, amount: 9 }), { is: 'propose' })
    expect(refusal(changed, { is: 'approve' }, { ...DIRECTOR, seen: seen.version })).toBe('stale')
    expect(refusal(changed, { is: 'approve' }, DIRECTOR)).toBe('done')
  })

  test('who proposed it does not approve it, also when they proposed it a second time after another person', () => {
    expect(refusal(proposed(), { is: 'approve' })).toBe('same-person')
    const again = done(done(proposed(), { is: 'return' }, DIRECTOR), { is: 'propose' }, DIRECTOR)
    expect(refusal(again, { is: 'approve' }, DIRECTOR)).toBe('same-person')
    expect(refusal(again, { is: 'approve' })).toBe('done')
  })

  test.each<[string, PlanAct, object, string]>([
    ['no reason', { is: 'propose' }, { because: ' \u200B' }, 'no-reason'],
    ['a reason that is too long', { is: 'propose' }, { because: 'x'.repeat(501) }, 'too-long'],
    ['a line that is not there', { is: 'change', key: '[]', amount: 1 }, {}, 'no-such-line'],
    ['an amount that is the computed one', { is: 'change', key: KEY, amount: 5_052 }, {}, 'no-such-line'],
    ['giving back what nobody changed', { is: 'change', key: KEY, amount: null }, {}, 'no-such-line'],
    ['half a đồng', { is: 'change', key: KEY, amount: 0.5 }, {}, 'bad-amount'],
    ['less than nothing', { is: 'change', key: KEY, amount: -1 }, {}, 'bad-amount'],
    ['more than a thousand billion', { is: 'change', key: KEY, amount: 1_000_000_000_001 }, {}, 'bad-amount'],
    ['a line without a name', { is: 'add', lineId: 'l', title: ' ', campaign: null, amount: 1 }, {}, 'no-title'],
    ['a line of nothing', { is: 'add', lineId: 'l', title: 'In', campaign: null, amount: 0 }, {}, 'bad-amount'],
    ['removing what is not there', { is: 'remove', lineId: 'l' }, {}, 'no-such-line'],
  ])('%s is refused', (_, act, over, refused) => {
    expect(refusal(aBudgetPlan(), act, over)).toBe(refused)
  })

  test('a form that comes twice adds one line', () => {
    const act: PlanAct = { is: 'add', lineId: 'l-1', title: 'Thiệp in', campaign: null, amount: 2_000_000 }
    const plan = done(aBudgetPlan(), act)
    expect(refusal(plan, act)).toBe('too-many-lines')
    expect(budgetOfPlan(done(plan, { is: 'remove', lineId: 'l-1' }))).toEqual(aBudgetPlan().computed)
  })

  test('what was computed is given back', () => {
    const changed = done(aBudgetPlan(), { is: 'change', key: KEY, amount: 9 })
    expect(budgetOfPlan(done(changed, { is: 'change', key: KEY, amount: null }))).toEqual(aBudgetPlan().computed)
  })
})

describe('computing it anew', () => {
  const anew = { computed: aPlannedBudget({ volumes: [mailsOf({ count: 2_400 })] }), rates: theRates(), ...HEAD, because: '' }

  test('keeps what people wrote, and is a draft again', () => {
    const added = done(aBudgetPlan(), { is: 'add', lineId: 'l-1', title: 'Thiệp in', campaign: null, amount: 2_000_000 })
    const answer = draftedPlan({ ...added, state: 'returned' }, anew)
    expect(answer).toMatchObject({ plan: { state: 'draft', version: 3, byHand: { added: [{ lineId: 'l-1' }] } } })
    expect('plan' in answer && budgetOfPlan(answer.plan).lines.map(({ amount }) => amount.expected)).toEqual([
      10_104, 2_000_000, 100_506,
    ])
  })

  test('takes a word as every act does, or none', () => {
    const said = (because: string) => draftedPlan(aBudgetPlan(), { ...anew, because })
    expect(said('x'.repeat(501))).toEqual({ refused: 'too-long' })
    expect(said(' as agreed\u001B[2J ')).toMatchObject({ plan: { steps: [{}, { because: 'as agreed[2J' }] } })
    expect(said('')).toMatchObject({ plan: { steps: [{}, { because: '' }] } })
  })

  test.each(['proposed', 'approved', 'locked'] as const)('leaves one that is %s as it is', (state) => {
    expect(draftedPlan(aBudgetPlan({ state }), anew)).toEqual({ refused: 'wrong-state' })
  })
})
