/** A customer who came to another tier is lost from no figure: they count in the tier in which they stood when the period began. */
import { describe, expect, test } from 'vitest'
import { FACT_KINDS } from '#core/facts/fact-tables.ts'
import type { KpiId } from '#core/kpi/kpi.ts'
import { rollUpsOf } from '#test/support/checked-figures.ts'
import { aGiftFact, anAnswerFact, aPurchaseFact, aTouchFact } from '#test/support/fact-builders.ts'
import type { World } from '#test/support/random-facts.ts'

const asked = { period: { from: '2027-02-01', to: '2027-02-28' }, today: '2027-09-01', zone: 'Asia/Ho_Chi_Minh' }
const NONE = Object.fromEntries(FACT_KINDS.map((kind) => [kind, []])) as unknown as World

type Bought = readonly [day: string, tier: string | null]
const purchasesOf = (person: bigint, ...bought: readonly Bought[]): World['purchases'] =>
  bought.map(([day, tier], at) => ({ ...aPurchaseFact({ person, tier, purchase: 100n * person + BigInt(at) }), day }))

/** Numerator and denominator in each tier. */
function counted(world: Partial<World>, id: KpiId) {
  const rollUps = rollUpsOf({ ...NONE, ...world }, asked)
  return Object.fromEntries(
    rollUps.flatMap(({ segment, kpis }) => {
      const kpi = kpis.find((one) => one.id === id)
      return segment.by === 'all' || segment.by === 'tier'
        ? [[segment.by === 'all' ? 'all' : segment.is, [kpi?.numerator, kpi?.denominator]] as const]
        : []
    }),
  )
}

test('who first bought in silver and came back in gold was kept by silver', () => {
  const purchases = purchasesOf(1n, ['2027-02-03', 'silver'], ['2027-02-20', 'gold'])
  expect(counted({ purchases }, 'retention-30')).toEqual({ all: [1, 1], silver: [1, 1], gold: [0, 0] })
})

describe('customers kept', () => {
  test('who bought in silver before the period and in gold at its end was kept by silver', () => {
    const purchases = purchasesOf(1n, ['2026-02-10', 'silver'], ['2027-02-20', 'gold'])
    expect(counted({ purchases }, 'kept-customers')).toEqual({ all: [1, 1], silver: [1, 1], gold: [0, 0] })
  })

  test('the latest purchase before the period tells the tier, and earlier ones count with it', () => {
    const purchases = purchasesOf(1n, ['2025-12-10', 'silver'], ['2027-01-31', 'gold'], ['2027-02-01', 'silver'])
    expect(counted({ purchases }, 'kept-customers')).toEqual({ all: [1, 1], silver: [0, 0], gold: [1, 1] })
  })
})

test('the active share counts everybody in one tier', () => {
  const purchases = [
    ...purchasesOf(1n, ['2026-12-10', 'silver'], ['2027-02-20', 'gold']),
    ...purchasesOf(2n, ['2026-12-10', 'gold']),
    ...purchasesOf(3n, ['2027-02-10', 'silver'], ['2027-02-27', null]),
    ...purchasesOf(4n, ['2027-01-10', null], ['2027-02-27', 'gold']),
  ]
  expect(counted({ purchases }, 'active-share')).toEqual({ all: [3, 4], silver: [2, 2], gold: [0, 1] })
})

test('who was written to in silver and answered, or used a gift, in gold took part in silver', () => {
  const touches = [1n, 2n, 3n].map((person) => ({ ...aTouchFact({ person, tier: 'silver' }), day: '2027-02-03' }))
  const answers = [{ ...anAnswerFact({ person: 1n, tier: 'gold' }), day: '2027-02-09' }]
  const gifts = [{ ...aGiftFact({ person: 2n, tier: 'gold', event: 'used' }), day: '2027-02-09' }]
  expect(counted({ touches, answers, gifts }, 'engagement')).toEqual({ all: [2, 3], silver: [2, 3], gold: [0, 0] })
})
