import { describe, expect, test } from 'vitest'
import { withHandWork } from '#core/planned-budget/by-hand.ts'
import { lineKey } from '#core/planned-budget/line.ts'
import { aPlannedBudget, mailsOf, theRates } from '#test/support/budget-builders.ts'

const WORD = { because: 'the printer’s offer of May', byName: 'Châu', at: '2026-12-10T02:00:00.000Z' }
const rates = theRates({
  vat: [{ validFrom: '2026-01-01', source: 'the law', percent: 10, on: ['touch', 'other'] }],
  norms: [{ validFrom: '2026-01-01', source: 'the board', line: 'total', low: 0, high: 10_000 }],
})
const computed = aPlannedBudget({ rates })
const keyOf = (kind: string) => lineKey(computed.lines.find((line) => line.kind === kind)!)

describe('what people write into a budget', () => {
  test('nothing leaves it as it was computed', () => {
    expect(withHandWork(computed, { changed: [], added: [] }, rates)).toEqual(computed)
  })

  test('another amount takes the place of the computed one, which is kept beside it; contingency, tax and total follow', () => {
    const budget = withHandWork(computed, { changed: [{ key: keyOf('touch'), amount: 6_000, ...WORD }], added: [] }, rates)
    // 5 % of 6,000 is 300; 10 % of 6,000 is 600.
    expect(budget.lines.map(({ kind, amount }) => [kind, amount.expected])).toEqual([
      ['touch', 6_000],
      ['contingency', 300],
    ])
    expect(budget.lines[0]).toMatchObject({
      amount: { low: 6_000, high: 6_000 },
      basis: { is: 'by-hand', computed: 5_052, title: null, because: WORD.because },
    })
    expect(budget.vat).toMatchObject({ of: 6_000, amount: 600 })
    expect(budget.total).toMatchObject({ expected: 6_300, low: 6_300, high: 6_300 })
  })

  test('an added line is part of the sum before the contingency, and can make the whole too high', () => {
    const added = [{ lineId: 'l-1', title: 'Thiệp in', campaign: 'tet', amount: 20_000_000, ...WORD }]
    const budget = withHandWork(computed, { changed: [], added }, rates)
    expect(budget.lines.map(({ kind, campaign, amount }) => [kind, campaign, amount.expected])).toEqual([
      ['touch', 'tet', 5_052],
      ['other', 'tet', 20_000_000],
      ['contingency', null, 1_000_253],
    ])
    expect(computed.total.verdict.level).toBe('as-usual')
    expect(budget.total.verdict.level).toBe('too-high')
    expect(budget.vat?.of).toBe(20_005_052)
  })

  test('a contingency of its own stays what a person wrote', () => {
    const changed = [{ key: keyOf('contingency'), amount: 0, ...WORD }]
    const budget = withHandWork(computed, { changed, added: [] }, rates)
    expect(budget.total.expected).toBe(5_052)
    expect(budget.lines.at(-1)?.basis).toMatchObject({ is: 'by-hand', computed: 253 })
  })

  test('a change of a line that is no longer computed is left out', () => {
    const other = aPlannedBudget({ rates, volumes: [mailsOf({ tier: 'silver' })] })
    const budget = withHandWork(other, { changed: [{ key: keyOf('touch'), amount: 9, ...WORD }], added: [] }, rates)
    expect(budget).toEqual(other)
  })
})
