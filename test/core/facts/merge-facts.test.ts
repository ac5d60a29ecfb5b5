import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FACT_KINDS, type Fact, type FactsOfDay, NO_FACTS } from '#core/facts/fact-tables.ts'
import { mergeFacts } from '#core/facts/merge-facts.ts'
import { aGiftFact, anAnswerFact, aPurchaseFact, aTouchFact, someFacts } from '#test/support/fact-builders.ts'

const NOTHING: { readonly whole: ReadonlySet<string>; readonly moved: ReadonlySet<bigint> } = {
  whole: new Set(),
  moved: new Set(),
}
const WHOLE = { ...NOTHING, whole: new Set(['tet']) }
const touches = (...rows: readonly Partial<Fact<'touches'>>[]) => someFacts({ touches: rows.map(aTouchFact) })

describe('the facts of a day that is written again', () => {
  test('what the rows say now replaces what they said', () => {
    const before = touches({ person: 1n, outcome: 'unknown', sent_at: null }, { person: 2n })
    const now = touches({ person: 1n, outcome: 'sent' }, { person: 2n, delivery: 'delivered' })
    expect(mergeFacts({ before, now, ...WHOLE })).toEqual(now)
  })

  test('a day that was purged stays as it was, those without a person too', () => {
    const before = touches({ person: 1n }, { person: null }, { person: null, outcome: 'skipped' })
    expect(inOrder(mergeFacts({ before, now: NO_FACTS, ...NOTHING }))).toEqual(inOrder(before))
  })

  test('of who was erased since, the row of before stays with its person', () => {
    const before = touches({ person: 1n }, { person: 2n, outcome: 'skipped', because: 'opted-out', sent_at: null })
    const now = touches(
      { person: 1n },
      { person: null, tier: null, country: null, outcome: 'skipped', because: 'opted-out', sent_at: null },
    )
    expect(inOrder(mergeFacts({ before, now, ...WHOLE }))).toEqual(inOrder(before))
  })

  test('who had been erased before the first time goes on without a person', () => {
    const nobody = { person: null, country: null } as const
    const before = touches({ person: 1n }, { person: 2n }, { ...nobody, outcome: 'planned', sent_at: null })
    const now = touches({ person: 1n }, { ...nobody }, { ...nobody, outcome: 'skipped', because: 'erased', sent_at: null })
    const merged = mergeFacts({ before, now, ...WHOLE })
    expect(inOrder(merged)).toEqual(
      inOrder(touches({ person: 1n }, { person: 2n }, { ...nobody, outcome: 'skipped', because: 'erased', sent_at: null })),
    )
  })

  test('who had been erased before the first time does not keep another customer who left the audience', () => {
    const nobody = { person: null, tier: null, country: null } as const
    const before = touches(nobody, { person: 1n, outcome: 'planned' })
    expect(mergeFacts({ before, now: touches(nobody), ...WHOLE })).toEqual(touches(nobody))
  })

  test('who left the audience before the occurrence closed is no longer counted', () => {
    const before = touches({ person: 1n, outcome: 'planned' }, { person: 2n, outcome: 'planned' })
    const now = touches({ person: 1n })
    expect(mergeFacts({ before, now, ...WHOLE })).toEqual(now)
  })

  test('while a night has purged one half of a campaign, nothing of the other half is lost', () => {
    const before = touches({ person: 1n }, { person: 2n }, { person: 3n })
    expect(inOrder(mergeFacts({ before, now: touches({ person: 3n }), ...NOTHING }))).toEqual(inOrder(before))
  })

  test('a purchase that was moved to another day is not counted on both; one of an erased customer stays', () => {
    const before = someFacts({ purchases: [aPurchaseFact({ purchase: 11n }), aPurchaseFact({ purchase: 12n })] })
    const merged = mergeFacts({ before, now: NO_FACTS, ...NOTHING, moved: new Set([11n]) })
    expect(merged.purchases).toEqual([aPurchaseFact({ purchase: 12n })])
    const back = someFacts({ purchases: [aPurchaseFact({ purchase: 11n })] })
    expect(mergeFacts({ before: merged, now: back, ...NOTHING, moved: new Set([11n]) }).purchases).toHaveLength(2)
  })

  test('a gift of who was erased since stays with its person, however often its day is written again', () => {
    const before = someFacts({ gifts: [aGiftFact({ event: 'used', person: 7n, tier: 'gold', country: 'VN' })] })
    const now = someFacts({ gifts: [aGiftFact({ event: 'used', person: null, tier: null, country: null })] })
    expect(mergeFacts({ before, now, ...NOTHING })).toEqual(before)
  })

  test('one gift that was issued and used on the same day is two events', () => {
    const now = someFacts({ gifts: [aGiftFact(), aGiftFact({ event: 'used' })] })
    expect(mergeFacts({ before: someFacts({ gifts: [aGiftFact()] }), now, ...NOTHING })).toEqual(now)
  })

  test('two answers of a customer to one invitation, and to two campaigns, are told apart', () => {
    const rows = [anAnswerFact(), anAnswerFact({ answer_no: 1, score: 3 }), anAnswerFact({ campaign: 'csat' })]
    const before = someFacts({ answers: rows })
    expect(
      inOrder(mergeFacts({ before, now: someFacts({ answers: [anAnswerFact({ campaign: 'csat' })] }), ...NOTHING })),
    ).toEqual(inOrder(before))
  })
})

/** What may have happened to a customer of a campaign since the day was written: an outcome that is known by now, an erasure. */
const aCustomer = fc.record({
  campaign: fc.constantFrom('tet', 'nps'),
  outcome: fc.constantFrom('sent', 'skipped', 'failed'),
  fate: fc.constantFrom('stays', 'erased-before', 'erased-since', 'erased-since-and-changed'),
})
const world = fc.array(aCustomer, { maxLength: 30 }).map((customers) => {
  const rowOf = (at: number, isErased: boolean, outcome: string): Fact<'touches'> => {
    const { campaign } = customers[at] ?? { campaign: 'tet' }
    const who = isErased ? { person: null, tier: null, country: null } : { person: BigInt(at + 1), tier: 'gold', country: 'VN' }
    return aTouchFact({ ...who, campaign, outcome })
  }
  const before = customers.map(({ fate, outcome }, at) => rowOf(at, fate === 'erased-before', outcome))
  const now = customers.map(({ fate, outcome }, at) =>
    rowOf(at, fate !== 'stays', fate === 'erased-since-and-changed' ? 'unknown' : outcome),
  )
  return { before: someFacts({ touches: before }), now: someFacts({ touches: now }) }
})
const ALL_WHOLE = { ...NOTHING, whole: new Set(['tet', 'nps']) }
const someOf = fc.constantFrom(ALL_WHOLE, NOTHING)

describe('laws of writing a day again', () => {
  test('twice is once', () => {
    fc.assert(
      fc.property(world, someOf, ({ before, now }, rest) => {
        const once = mergeFacts({ before, now, ...rest })
        expect(inOrder(mergeFacts({ before: once, now, ...rest }))).toEqual(inOrder(once))
        expect(inOrder(mergeFacts({ before: now, now, ...rest }))).toEqual(inOrder(now))
      }),
    )
  })

  test('an erasure changes no count, and takes no person away', () => {
    fc.assert(
      fc.property(world, someOf, ({ before, now }, rest) => {
        const { touches: merged } = mergeFacts({ before, now, ...rest })
        expect(countsOf(merged, ({ campaign }) => campaign)).toEqual(countsOf(before.touches, ({ campaign }) => campaign))
        expect(personsIn(merged)).toEqual(personsIn(before.touches))
      }),
    )
  })

  test('purging changes nothing, after any number of erasures', () => {
    fc.assert(
      fc.property(world, ({ before, now }) => {
        const merged = mergeFacts({ before, now, ...ALL_WHOLE })
        expect(inOrder(mergeFacts({ before: merged, now: NO_FACTS, ...NOTHING }))).toEqual(inOrder(merged))
      }),
    )
  })

  test('an outcome that is known by now is counted as it is, once', () => {
    fc.assert(
      fc.property(world, ({ before, now }) => {
        const later = someFacts({ touches: now.touches.map((row) => ({ ...row, delivery: 'delivered' })) })
        const { touches: merged } = mergeFacts({ before, now: later, ...ALL_WHOLE })
        for (const row of later.touches.filter(({ person }) => person !== null)) expect(merged).toContainEqual(row)
        expect(merged).toHaveLength(now.touches.length)
      }),
    )
  })
})

const inOrder = (facts: FactsOfDay) => Object.fromEntries(FACT_KINDS.map((kind) => [kind, facts[kind].map(textOf).toSorted()]))
const textOf = (row: object) =>
  JSON.stringify(
    Object.entries(row)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, String(value)]),
  )
const personsIn = (rows: readonly Fact<'touches'>[]) =>
  rows.flatMap(({ person }) => (person === null ? [] : [`${person}`])).toSorted()
const countsOf = <Row>(rows: readonly Row[], of: (row: Row) => string) =>
  [...Map.groupBy(rows, of)].map(([name, { length }]) => [name, length]).toSorted()
