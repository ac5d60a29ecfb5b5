import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutOff, isWithin, placeOf } from '#core/planning/call-places.ts'
import { aCampaign } from '#test/support/builders.ts'

const place = (customerId: string, tier: string | null, key: string, anchor = '2027-03-10') =>
  placeOf({
    campaign: aCampaign(),
    customer: { customerId, tier },
    occasion: { key, anchor, years: null },
    tiers: ['gold', 'silver'],
  })

describe('the place of a customer', () => {
  test('is by tier first, in the order of the company, with unknown tiers and none last', () => {
    const places = ['gold', 'silver', 'bronze', null].map((tier) => place('c-001', tier, 'n1'))
    expect(places.slice(0, 3)).toEqual(places.slice(0, 3).toSorted())
    expect(places[2]).toBe(places[3])
  })

  test('then by who waits longest: the last contact, or the day of the occasion', () => {
    const older = place('c-001', null, 'c2026-09-10+6#2027-03-10')
    const newer = place('c-001', null, 'c2027-01-10+2#2027-03-10')
    expect(older < newer).toBe(true)
    expect(place('c-001', null, 'p2027-02-01#A', '2027-02-01') < place('c-001', null, 'p2027-02-02#A', '2027-02-02')).toBe(true)
  })

  test('names no customer, and is of one length, so that places sort as texts', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6 }), fc.string(), (customerId, key) => {
        const found = place(customerId, 'gold', key)
        expect(found).toMatch(/^\d{3} \d{4}-\d{2}-\d{2} [0-9a-f]{8}$/)
      }),
    )
  })
})

describe('the cut', () => {
  const places = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 20 })
  test('takes the first, never more than there is room for, and the same from any slices in any order', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: -3, max: 25 }), fc.integer({ min: 0, max: 20 }), (some, room, at) => {
        const { last, count } = cutOff(some, room)
        const handed = some.filter((one) => isWithin({ last }, { place: one, ranked: new Set(some) }))
        expect(handed).toHaveLength(count)
        expect(count).toBeLessThanOrEqual(Math.max(0, room))
        expect(cutOff([...some.slice(at), ...some.slice(0, at)].toReversed(), room)).toEqual({ last, count })
        const left = some.filter((one) => !handed.includes(one))
        for (const one of handed) for (const other of left) expect(one < other).toBe(true)
      }),
    )
  })

  test('leaves out who was not ranked when it was taken, and everybody where there is no room', () => {
    expect(isWithin({ last: 'b' }, { place: 'a', ranked: new Set(['b']) })).toBe(false)
    expect(isWithin({ last: null }, { place: 'a', ranked: new Set(['a']) })).toBe(false)
    expect(cutOff(['a', 'b'], 0)).toEqual({ last: null, count: 0 })
  })
})
