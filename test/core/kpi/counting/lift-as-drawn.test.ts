/** Everybody who was drawn counts in the group drawn, whatever happened after. */
import { describe, expect, test } from 'vitest'
import { FACT_KINDS } from '#core/facts/fact-tables.ts'
import { type LiftKpi, liftIn } from '#core/kpi/lift.ts'
import { rollUpsOf } from '#test/support/checked-figures.ts'
import { aPurchaseFact, aTouchFact } from '#test/support/fact-builders.ts'
import type { World } from '#test/support/random-facts.ts'

const asked = { period: { from: '2027-02-01', to: '2027-02-28' }, today: '2027-09-01', zone: 'Asia/Ho_Chi_Minh' }
const NONE = Object.fromEntries(FACT_KINDS.map((kind) => [kind, []])) as unknown as World

type Touched = Partial<World['touches'][number]>
/** Of one customer: drawn by two campaigns of care, unless told otherwise. */
const touched = (person: bigint, ...rows: readonly Touched[]): World['touches'] =>
  rows.map((over) => ({ ...aTouchFact({ person, drawn: 'contact', draws_care: true }), day: '2027-02-05', ...over }))
const SKIPPED = (because: string): Touched => ({ outcome: 'skipped', because })
const WITHHELD: Touched = { outcome: 'withheld', because: 'control-group', drawn: 'control-group' }

function groupsOf(
  touches: World['touches'],
  { id = 'care-lift', segment = 'all' as string, bought = [] as World['purchases'] } = {},
) {
  const rollUp = rollUpsOf({ ...NONE, touches, purchases: bought }, asked).find(({ segment: one }) =>
    one.by === 'all' ? segment === 'all' : one.is === segment,
  )
  const kpi = rollUp?.kpis.find((one) => one.id === id)
  const { treated, leftAlone, asBefore } = (kpi && liftIn(kpi)) as LiftKpi
  return { treated: treated.customers, alone: leftAlone.customers, bought: [treated.bought, leftAlone.bought], asBefore }
}

describe('the groups of all care', () => {
  test.each([
    'frequency-cap',
    'surveyed-recently',
    'outranked',
    'campaign-cancelled',
    'same-address',
    'opted-out',
    'suppressed',
    'no-longer-due',
  ])('hold a customer who was skipped: %s', (because) => {
    const touches = [
      ...touched(1n, SKIPPED(because)),
      ...touched(2n, WITHHELD),
      ...touched(3n, { ...SKIPPED(because), drawn: 'control-group' }),
    ]
    expect(groupsOf(touches)).toMatchObject({ treated: 1, alone: 2, asBefore: 0 })
  })

  test('hold a customer of the control group who got what they had asked for among those left alone, and none who only ever asked', () => {
    const askedFor: Touched = { draws_care: false }
    const touches = [...touched(1n, askedFor), ...touched(2n, askedFor, { ...WITHHELD, day: '2027-02-09' })]
    expect(groupsOf(touches)).toMatchObject({ treated: 0, alone: 1 })
  })

  test('hold who was held out by one campaign among those in care', () => {
    expect(groupsOf(touched(1n, { outcome: 'withheld', because: 'holdout', drawn: 'holdout' }))).toMatchObject({
      treated: 1,
      alone: 0,
    })
  })

  test('are those of the first draw, and purchases count from it on', () => {
    const touches = [...touched(1n, {}, { ...WITHHELD, day: '2027-02-20' }), ...touched(2n, WITHHELD, { day: '2027-02-20' })]
    const bought = [1n, 2n].map((person) => ({ ...aPurchaseFact({ person, purchase: person }), day: '2027-02-10' }))
    expect(groupsOf(touches, { bought })).toMatchObject({ treated: 1, alone: 1, bought: [1, 1] })
  })

  test('of a tier hold who was in it at first, and their purchases after they came to another', () => {
    const touches = touched(1n, { tier: 'silver' }, { tier: 'gold', day: '2027-02-20' })
    const bought = [{ ...aPurchaseFact({ person: 1n, tier: 'gold' }), day: '2027-02-25' }]
    expect(groupsOf(touches, { segment: 'silver', bought })).toMatchObject({ treated: 1, bought: [1, 0] })
    expect(groupsOf(touches, { segment: 'gold', bought })).toMatchObject({ treated: 0 })
  })
})

describe('the groups of a campaign', () => {
  test('hold who was skipped, and nobody of the control group of all care', () => {
    const touches = [
      ...touched(1n, SKIPPED('frequency-cap')),
      ...touched(2n, { ...SKIPPED('outranked'), drawn: 'holdout' }),
      ...touched(3n, WITHHELD),
    ]
    expect(groupsOf(touches, { id: 'campaign-lift', segment: 'tet' })).toMatchObject({ treated: 1, alone: 1 })
  })
})

describe('days on which draws were not kept yet', () => {
  const before: Touched = { drawn: null, draws_care: null }

  test('tell only whom every rule let through, and how many they are', () => {
    const touches = [
      ...touched(1n, { ...before, ...SKIPPED('frequency-cap') }),
      ...touched(2n, before),
      ...touched(3n, { ...WITHHELD, ...before }),
      ...touched(4n, {}),
    ]
    expect(groupsOf(touches)).toMatchObject({ treated: 2, alone: 1, asBefore: 2 })
  })

  test('tell nothing of a customer of whom there is a draw', () => {
    const touches = touched(1n, { ...before, day: '2027-02-02' }, { ...WITHHELD, day: '2027-02-20' })
    expect(groupsOf(touches)).toMatchObject({ treated: 0, alone: 1, asBefore: 0 })
  })
})
