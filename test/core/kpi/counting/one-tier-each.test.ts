/** A customer who comes to another tier within a period counts in one of them: figures of customers name nobody twice. */
import { describe, expect, test } from 'vitest'
import { FACT_KINDS } from '#core/facts/fact-tables.ts'
import type { KpiId } from '#core/kpi/kpi.ts'
import { rollUpsOf } from '#test/support/checked-figures.ts'
import { anAnswerFact, aPurchaseFact, aTouchFact, aWorkFact } from '#test/support/fact-builders.ts'
import type { World } from '#test/support/random-facts.ts'

const asked = { period: { from: '2027-02-01', to: '2027-02-28' }, today: '2027-09-01', zone: 'Asia/Ho_Chi_Minh' }
const NONE = Object.fromEntries(FACT_KINDS.map((kind) => [kind, []])) as unknown as World

function byTier(world: Partial<World>, id: KpiId) {
  return Object.fromEntries(
    rollUpsOf({ ...NONE, ...world }, asked).flatMap(({ segment, kpis }) => {
      const kpi = kpis.find((one) => one.id === id)
      return segment.by === 'all' || segment.by === 'tier'
        ? [[segment.by === 'all' ? 'all' : segment.is, [kpi?.numerator, kpi?.denominator]] as const]
        : []
    }),
  )
}

const answered = (day: string, over: Partial<World['answers'][number]>): World['answers'][number] => ({
  ...anAnswerFact({ campaign: `asked-${day}`, happened_at: `${day}T03:00:00.000Z`, ...over }),
  day,
})
const wrote = (day: string, tier: string) => ({ ...aTouchFact({ tier, delivery: 'delivered' }), day })
const complained = (day: string, tier: string, item: bigint) => ({
  ...aWorkFact({
    item,
    person: 1n,
    tier,
    kind: 'case',
    reason: 'complaint',
    event: 'opened',
    happened_at: `${day}T03:00:00.000Z`,
  }),
  day,
})
const bought = (day: string, tier: string): World['purchases'][number] => ({ ...aPurchaseFact({ tier }), day })

describe('who answered in silver and then in gold', () => {
  const answers = [answered('2027-02-03', { tier: 'silver', score: 2 }), answered('2027-02-20', { tier: 'gold', score: 9 })]

  test('counts in silver, where they stood first, with their last answer', () => {
    expect(byTier({ answers }, 'nps')).toEqual({ all: [1, 1], silver: [1, 1], gold: [0, 0] })
  })

  test('counts in gold where a purchase before the period says so', () => {
    expect(byTier({ answers, purchases: [bought('2027-01-20', 'gold')] }, 'nps')).toEqual({
      all: [1, 1],
      silver: [0, 0],
      gold: [1, 1],
    })
  })

  test('a purchase after the period tells nothing of it', () => {
    expect(byTier({ answers, purchases: [bought('2027-03-20', 'gold')] }, 'nps').silver).toEqual([1, 1])
  })
})

test.each(['csat', 'ces-easy', 'fcr-customer'] as const)('%s counts them once', (id) => {
  const survey_kind = { csat: 'csat', 'ces-easy': 'ces', 'fcr-customer': 'fcr' }[id]
  const answers = [
    answered('2027-02-03', { tier: 'silver', score: 1, survey_kind }),
    answered('2027-02-20', { tier: 'gold', score: 1, survey_kind }),
  ]
  const { all, silver, gold } = byTier({ answers }, id)
  expect([silver, gold]).toEqual([all, [0, 0]])
})

test('who was written to in both is contacted in one', () => {
  const touches = [wrote('2027-02-03', 'silver'), wrote('2027-02-20', 'gold')]
  expect(byTier({ touches }, 'engagement')).toEqual({ all: [0, 1], silver: [0, 1], gold: [0, 0] })
})

test('who complained in both, was written to in both and bought in a third complained in that one', () => {
  const world = {
    touches: [wrote('2027-02-03', 'silver'), wrote('2027-02-20', 'gold')],
    work: [complained('2027-02-04', 'silver', 1n), complained('2027-02-21', 'gold', 2n)],
    purchases: [bought('2027-01-20', 'bronze')],
  }
  expect(byTier(world, 'complaint-rate')).toEqual({ all: [1, 1], bronze: [1, 1], silver: [0, 0], gold: [0, 0] })
})

test('the list of scores beside a figure is of the same customers', () => {
  const answers = [answered('2027-02-03', { tier: 'silver', score: 2 }), answered('2027-02-20', { tier: 'gold', score: 9 })]
  const silver = rollUpsOf({ ...NONE, answers }, asked).find(({ segment }) => segment.by === 'tier' && segment.is === 'silver')
  expect(silver?.breakdown.scores.nps).toEqual([{ score: 9, count: 1 }])
})
