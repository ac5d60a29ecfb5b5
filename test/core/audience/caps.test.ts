import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenCap, capsFor } from '#core/audience/caps.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import { type Memory, withContact, withoutContact } from '#core/audience/remember.ts'
import { HOUR_MS, type Instant, instantOf, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { aCompany, aContact, aLedger, someRules } from '#test/support/builders.ts'

const START = Date.parse('2027-01-01T00:00:00.000Z')
const T: Instant = '2027-03-10T02:00:00.000Z'
const MEMORY: Memory = { capHours: 168, surveyDays: 30, relationshipDays: 90 }
const at = (hoursBefore: number, ms = 0) => aContact({ at: plusMs(T, -hoursBefore * HOUR_MS + ms) })

describe('a frequency cap', () => {
  test.each<[string, Ledger, boolean]>([
    ['nobody was contacted', aLedger(), false],
    ['one of two', aLedger([at(1)]), false],
    ['two of two', aLedger([at(1), at(2)]), true],
    ['the first of two exactly 24 hours ago is out of the window', aLedger([at(24), at(2)]), false],
    ['a millisecond less than 24 hours is in it', aLedger([at(24, 1), at(2)]), true],
    ['transactional contacts do not count', aLedger([at(1), { ...at(2), contentClass: 'transactional' }]), false],
    ['the order in the ledger does not matter', aLedger([at(2), at(30), at(1)]), true],
  ])('of two in 24 hours: %s', (_, ledger, broken) => {
    expect(brokenCap({ caps: [{ max: 2, hours: 24 }], ledger, at: T }) !== undefined).toBe(broken)
  })

  test('says when one more touch is free again', () => {
    const ledger = aLedger([at(30), at(20), at(10), at(5)])
    expect(brokenCap({ caps: [{ max: 2, hours: 24 }], ledger, at: T })).toEqual({
      cap: { max: 2, hours: 24 },
      freeAt: plusMs(T, 14 * HOUR_MS),
    })
  })

  test('of several broken ones the one that lasts longest is told, because only then the customer is free', () => {
    const ledger = aLedger([at(30), at(20), at(2)])
    const day = { max: 1, hours: 24 }
    const week = { max: 3, hours: 168 }
    for (const caps of [
      [day, week],
      [week, day],
    ]) {
      expect(brokenCap({ caps, ledger, at: T })).toEqual({ cap: week, freeAt: plusMs(T, 138 * HOUR_MS) })
    }
  })

  test("binds by the company's own and by the law's", () => {
    const rules = someRules({ caps: [{ max: 3, hours: 24 }] })
    expect(capsFor({ company: aCompany(), rules, channel: 'email', frequency: 'any' })).toEqual([
      { max: 3, hours: 168 },
      { max: 3, hours: 24, channel: 'email' },
    ])
  })

  test.each([
    ['weekly', 7],
    ['monthly', 30],
  ] as const)("binds by the customer's own choice: %s is one in %i days", (frequency, days) => {
    const caps = capsFor({ company: aCompany({ frequencyCaps: [] }), rules: someRules(), channel: 'email', frequency })
    expect(brokenCap({ caps, ledger: aLedger([at(days * 24, 1)]), at: T })?.freeAt).toBe(plusMs(T, 1))
    expect(brokenCap({ caps, ledger: aLedger([at(days * 24)]), at: T })).toBeUndefined()
  })
})

describe('claims', () => {
  const someCaps = fc.array(fc.record({ max: fc.integer({ min: 1, max: 4 }), hours: fc.integer({ min: 1, max: 200 }) }), {
    maxLength: 3,
  })
  /** Attempts some minutes apart, in order; those that are transactional do not count. */
  const someAttempts = fc.array(
    fc.record({ gap: fc.oneof(fc.integer({ min: 0, max: 6_000 }), fc.constantFrom(0, 60, 1_440)), care: fc.boolean() }),
    { maxLength: 40 },
  )

  /** Replays attempts the way senders do; answers every contact ever made, not only what the ledger still knows. */
  function replay(caps: { max: number; hours: number }[], attempts: { gap: number; care: boolean }[]) {
    const capHours = Math.max(0, ...caps.map(({ hours }) => hours))
    let ledger = aLedger()
    let now = START
    const made: number[] = []
    const freeAts: { freeAt: Instant; ledger: Ledger }[] = []
    for (const [n, { gap, care }] of attempts.entries()) {
      now += gap * MINUTE_MS
      const broken = care ? brokenCap({ caps, ledger, at: instantOf(now) }) : undefined
      if (broken) {
        freeAts.push({ freeAt: broken.freeAt, ledger })
        continue
      }
      const contact = aContact({ occurrenceId: `o-${n}`, at: instantOf(now), contentClass: care ? 'care' : 'transactional' })
      ledger = withContact({ ledger, contact, memory: { ...MEMORY, capHours } })
      if (care) made.push(now)
    }
    return { made, freeAts, ledger }
  }

  test('whatever is attempted, no window of any cap ever holds more than its number', () => {
    fc.assert(
      fc.property(someCaps, someAttempts, (caps, attempts) => {
        const { made } = replay(caps, attempts)
        for (const { max, hours } of caps) {
          for (const end of made) {
            const inside = made.filter((time) => time > end - hours * HOUR_MS && time <= end).length
            expect(inside).toBeLessThanOrEqual(max)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('at the instant that was told as free, and not a millisecond before, one more is allowed', () => {
    fc.assert(
      fc.property(someCaps, someAttempts, (caps, attempts) => {
        for (const { freeAt, ledger } of replay(caps, attempts).freeAts) {
          expect(brokenCap({ caps, ledger, at: freeAt })).toBeUndefined()
          expect(brokenCap({ caps, ledger, at: plusMs(freeAt, -1) })).toBeDefined()
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the ledger forgets what no cap can see, and stays small', () => {
    const ledger = withContact({ ledger: aLedger([at(200), at(100)]), contact: aContact({ at: T }), memory: MEMORY })
    expect(ledger.contacts.map((contact) => contact.at)).toEqual([at(100).at, T])
    expect(ledger.version).toBe(3)
  })

  test.each([
    ['a birthday', 'birthday:2027', 399, true],
    ['a birthday', 'birthday:2027', 400, false],
    ['a lunar birthday', 'birthday:L2026', 399, true],
    ['an anniversary', 'anniversary:m12', 399, true],
    ['a holiday', 'tet:2027-02-06', 399, false],
    ['a holiday', 'tet:2027-02-06', 7, true],
    ['a purchase', 'survey:p2027-02-06', 9, false],
  ])('%s (%s) is remembered %i days later: %s', (_, occasionKey, days, remembered) => {
    const before = aContact({ occasionKey, at: plusMs(T, -days * 24 * HOUR_MS) })
    const ledger = withContact({ ledger: aLedger([before]), contact: aContact({ at: T }), memory: MEMORY })
    expect(ledger.contacts).toHaveLength(remembered ? 2 : 1)
  })

  test('what is remembered for long counts in no cap', () => {
    const birthday = aContact({ occasionKey: 'birthday:2027', at: plusMs(T, -300 * 24 * HOUR_MS) })
    const ledger = withContact({ ledger: aLedger([birthday]), contact: at(2), memory: MEMORY })
    expect(brokenCap({ caps: [{ max: 2, hours: 168 }], ledger, at: T })).toBeUndefined()
  })

  test('a claim given back leaves the others and moves the version on, so that a slower writer loses', () => {
    const claimed = withContact({ ledger: aLedger([at(5)]), contact: aContact({ occurrenceId: 'mine', at: T }), memory: MEMORY })
    expect(withoutContact(claimed, 'mine')).toEqual({ customerId: 'c-001', version: 3, contacts: [at(5)] })
  })
})
