import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addBalances, addsUp, balanceOf, balanceOfBatches, handedOver, lossesOf } from '#core/planning/balance.ts'
import { MOON_SKIP } from '#test/core/audience/skips.ts'
import { OUTCOME_EXAMPLES } from '#test/core/planning/outcomes.ts'

const outcomes = fc.array(fc.constantFrom(...OUTCOME_EXAMPLES))

describe('the balance of an occurrence', () => {
  test('has one line for everyone, and skips by reason', () => {
    const balance = balanceOf(OUTCOME_EXAMPLES)
    expect(balance).toEqual({
      audience: 8,
      planned: 1,
      sent: 1,
      skipped: 2,
      skippedBy: { 'opted-out': 1, 'frequency-cap': 1 },
      deferred: 1,
      withheld: 1,
      failed: 1,
      unknown: 1,
    })
  })

  test('counts apart who got a mail, who may have got none, who got none, and whose hours passed for nothing', () => {
    const skipped = (reason: 'sender-stopped' | 'words-missing' | 'window-passed') => ({ state: 'skipped', reason }) as const
    const lost = [skipped('sender-stopped'), skipped('words-missing'), skipped('window-passed')]
    expect(lossesOf(balanceOf([...OUTCOME_EXAMPLES, ...lost]))).toEqual({ reached: 1, unknown: 1, failed: 1, stopped: 2 })
  })

  test('counts a skip of another version under the reason that is stored, and adds up', () => {
    const balance = balanceOf([...OUTCOME_EXAMPLES, { state: 'skipped', ...MOON_SKIP }])
    expect(balance.skippedBy).toEqual({ 'opted-out': 1, 'frequency-cap': 1, 'full-moon': 1 })
    expect(addsUp({ balance, audience: 9 })).toBe(true)
  })

  test('of nobody adds up to nobody', () => {
    expect(addsUp({ balance: balanceOf([]), audience: 0 })).toBe(true)
    expect(addsUp({ balance: balanceOf([]), audience: 1 })).toBe(false)
  })

  test('adds up for any outcomes, and for one person more or less it does not', () => {
    fc.assert(
      fc.property(outcomes, (some) => {
        const balance = balanceOf(some)
        expect(addsUp({ balance, audience: some.length })).toBe(true)
        expect(addsUp({ balance, audience: some.length + 1 })).toBe(false)
        expect(addsUp({ balance, audience: some.length - 1 })).toBe(false)
      }),
    )
  })

  test('any single figure changed by one no longer adds up', () => {
    fc.assert(
      fc.property(outcomes, (some) => {
        const balance = balanceOf(some)
        for (const line of ['audience', 'planned', 'sent', 'skipped', 'deferred', 'withheld', 'failed', 'unknown'] as const) {
          expect(addsUp({ balance: { ...balance, [line]: balance[line] + 1 }, audience: some.length })).toBe(false)
        }
        expect(addsUp({ balance: { ...balance, skippedBy: { ...balance.skippedBy, other: 1 } }, audience: some.length })).toBe(
          false,
        )
      }),
    )
  })

  test('of two parts is the sum of their balances', () => {
    fc.assert(
      fc.property(outcomes, outcomes, (a, b) => {
        expect(addBalances(balanceOf(a), balanceOf(b))).toEqual(balanceOf([...a, ...b]))
      }),
    )
  })

  test('of batches tells apart who is written to instead of being rung, and loses no customer', () => {
    const batch = fc.record({ some: outcomes, instead: fc.constantFrom(true as const, undefined) })
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 5 }), (batches) => {
        const rows = batches.map(({ some, instead }) => ({
          recipients: some.map((outcome, at) => ({ customerId: `c-${at}`, occasionKey: 'x', outcome })),
          ...(instead && { instead }),
        }))
        const balance = balanceOfBatches(rows)
        const { instead = { waiting: 0, sent: 0 }, ...whole } = balance
        expect(whole).toEqual(balanceOf(batches.flatMap(({ some }) => some)))
        const calls = balanceOf(batches.filter((one) => !one.instead).flatMap(({ some }) => some))
        expect(handedOver(balance)).toBe(calls.sent)
        expect(whole.planned + whole.deferred - instead.waiting).toBe(calls.planned + calls.deferred)
        expect(rows.map((row) => balanceOfBatches([row])).reduce(addBalances, balanceOf([]))).toEqual(balance)
      }),
    )
  })
})
