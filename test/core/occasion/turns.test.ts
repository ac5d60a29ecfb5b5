import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OccasionRuleSchema } from '#core/campaign/occasion-rule.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'
import { dueOn, memberOccasion, occasionStillDue } from '#core/occasion/due.ts'
import { isSampled, isTurnOf, turnOn } from '#core/occasion/turns.ts'
import { addDays, datesFrom } from '#core/time/local-date.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'

const { company, calendar } = theCompanyRules()
const START = '2027-01-01'
const someEveryDays = fc.oneof(fc.integer({ min: 30, max: 731 }), fc.constantFrom(30, 90, 180, 255, 256, 257, 365, 512, 731))
const someCampaign = fc.stringMatching(/^[a-z][a-z0-9-]{1,12}$/)

describe('an occasion that goes round', () => {
  test('gives every partition exactly one day in any stretch of so many days, and always the same distance', () => {
    fc.assert(
      fc.property(someEveryDays, someCampaign, fc.integer({ min: 0, max: 2_000 }), (everyDays, campaignId, later) => {
        const from = addDays(START, later)
        const days = [...datesFrom(from, addDays(from, everyDays - 1))]
        const met = Array.from({ length: PARTITIONS }, () => 0)
        for (const anchor of days) {
          const turn = turnOn({ campaignId, everyDays, anchor })
          if (!turn) continue
          for (let partition = turn.first; partition <= turn.last; partition++) met[partition]!++
          const next = turnOn({ campaignId, everyDays, anchor: addDays(anchor, everyDays) })
          expect(next).toMatchObject({ first: turn.first, last: turn.last, round: turn.round + 1 })
        }
        expect(met.every((times) => times === 1)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('spreads the partitions evenly: a day has as many as every other, give or take one', () => {
    for (const everyDays of [30, 100, 180, 255]) {
      const sizes = [...datesFrom(START, addDays(START, everyDays - 1))].map((anchor) => {
        const turn = turnOn({ campaignId: 'nps', everyDays, anchor })
        return turn ? turn.last - turn.first + 1 : 0
      })
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    }
  })

  test('leaves days empty when there are more of them than partitions', () => {
    const empty = [...datesFrom(START, addDays(START, 511))].filter(
      (anchor) => turnOn({ campaignId: 'nps', everyDays: 512, anchor }) === undefined,
    )
    expect(empty).toHaveLength(256)
  })

  test('begins the rounds of different campaigns on different days', () => {
    const turns = ['nps', 'ces', 'csat', 'how-are-you'].map(
      (campaignId) => turnOn({ campaignId, everyDays: 180, anchor: START })?.first,
    )
    expect(new Set(turns).size).toBe(4)
  })
})

describe('the sample', () => {
  const ids = Array.from({ length: 4_000 }, (_, n) => `c-${n}`)
  const sampled = (campaignId: string, percent: number) => ids.filter((id) => isSampled({ campaignId, percent }, id))

  test.each([5, 25, 50, 90])('of %i percent is about that many, and of every partition alike', (percent) => {
    const share = sampled('nps', percent).length / ids.length
    expect(Math.abs(share - percent / 100)).toBeLessThan(0.025)
    // The hash that draws the sample has nothing to do with the one that cuts the partitions.
    const low = ids.filter((id) => partitionOf(id) < 128)
    expect(Math.abs(low.filter((id) => isSampled({ campaignId: 'nps', percent }, id)).length / low.length - share)).toBeLessThan(
      0.04,
    )
  })

  test('is everybody at 100, grows without losing anyone, and is another for another campaign', () => {
    expect(sampled('nps', 100)).toEqual(ids)
    const larger = new Set(sampled('nps', 40))
    expect(sampled('nps', 20).every((id) => larger.has(id))).toBe(true)
    const both = sampled('nps', 50).filter((id) => isSampled({ campaignId: 'ces', percent: 50 }, id))
    expect(Math.abs(both.length / ids.length - 0.25)).toBeLessThan(0.03)
  })
})

describe('a customer of a periodic campaign', () => {
  const campaign = (input: object) => ({
    contentClass: 'care' as const,
    id: 'nps',
    occasion: OccasionRuleSchema.parse({ kind: 'periodic', everyDays: 90, ...input }),
  })

  test('is met once in every round, whatever the offset and the roll', () => {
    const timing = fc.record({
      offset: fc.option(fc.record({ days: fc.integer({ min: -9, max: 9 }), unit: fc.constantFrom('calendar', 'working') }), {
        nil: undefined,
      }),
      roll: fc.constantFrom('none', 'forward', 'backward', 'nearest'),
    })
    fc.assert(
      fc.property(timing, fc.integer({ min: 0, max: 500 }), ({ offset, roll }, n) => {
        const customer = aCustomer({ customerId: `c-${n}` })
        const keys: string[] = []
        for (const date of datesFrom('2026-06-01', '2027-12-31')) {
          const due = dueOn({ campaign: campaign({ roll, ...(offset && { offset }) }), date, company, calendar })
          const occasion = due && memberOccasion(due, customer, company)
          if (occasion) keys.push(occasion.key)
        }
        expect(new Set(keys).size).toBe(keys.length)
        // 579 days hold six whole rounds, but for a turn that offset and roll carry over an end.
        expect(keys.length).toBeGreaterThanOrEqual(5)
        const rounds = keys.map((key) => Number(key.slice(1)))
        expect(rounds.every((round, at) => at === 0 || round === rounds[at - 1]! + 1)).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  test('keeps the occasion at sending, and loses it with another day or outside the sample', () => {
    const customer = aCustomer()
    const everyone = campaign({})
    const date = [...datesFrom('2027-01-01', '2027-03-31')].find((day) => {
      const due = dueOn({ campaign: everyone, date: day, company, calendar })
      return due?.who === 'inTurn' && due.turns.some((turn) => isTurnOf(turn, 'c-001'))
    })!
    const due = dueOn({ campaign: everyone, date, company, calendar })!
    const { key } = memberOccasion(due, customer, company)!
    expect(occasionStillDue({ due, key, customer, company })).toEqual({ key, anchor: date, years: null })
    expect(occasionStillDue({ due, key: 'n1', customer, company })).toBeUndefined()
    const nobody = dueOn({ campaign: campaign({ samplePercent: 0.0001 }), date, company, calendar })!
    expect(memberOccasion(nobody, customer, company)).toBeUndefined()
  })
})
