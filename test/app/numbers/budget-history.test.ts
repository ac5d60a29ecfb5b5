/** What facts tell a budget, from files of facts in memory. */
import { expect, test } from 'vitest'
import { memoryFactStore } from '#adapters/memory/fact-store.ts'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { budgetHistory } from '#app/numbers/budget-history.ts'
import type { FactsOfDay } from '#core/facts/fact-tables.ts'
import { lineKey } from '#core/planned-budget/line.ts'
import { datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { theRates } from '#test/support/budget-builders.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aGiftFact, aTouchFact, aWorkFact, someFacts } from '#test/support/fact-builders.ts'

const PERIOD = { from: '2027-04-01', to: '2027-06-30' }
const NOW = '2027-02-10T20:00:00.000Z'

/** Every day of the span is written, with these facts. */
async function told(span: readonly [LocalDate, LocalDate], facts: Readonly<Record<LocalDate, Partial<FactsOfDay>>> = {}) {
  const stores = { facts: memoryFactStore(), numbers: memoryNumberStore(), companyRules: theCompanyRules() }
  for (const day of datesFrom(...span)) {
    await stores.facts.write(day, someFacts(facts[day] ?? {}))
    await stores.numbers.noteWritten(day, NOW)
  }
  return budgetHistory(stores, { period: PERIOD, rates: theRates(), validDays: new Map([['birthday', 30]]), now: NOW })
}

const paid = { per_thousand: 4_210n, currency: 'VND', campaign: 'tet', tier: 'gold' }

test('the newest quarter whose facts are whole is compared, while the one before the budget still runs', async () => {
  const { before } = await told(['2026-07-01', '2027-02-10'])
  expect(before?.period).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(before?.total).toEqual({ amount: 0, volume: null })
})

test('a quarter with a day that is not written is not compared', async () => {
  expect((await told(['2026-10-02', '2027-02-10'])).before).toBeNull()
  expect((await told(['2026-07-01', '2026-12-30'])).before?.period).toEqual({ from: '2026-07-01', to: '2026-09-30' })
})

test('what was sent at the price that was paid, calls in their two parts, vouchers used, compensation given; nothing of other days', async () => {
  const call = aTouchFact({ ...paid, campaign: 'courtesy', channel: 'call', team: 'desk', per_thousand: 8_400_000n })
  const { before } = await told(['2026-10-01', '2027-01-31'], {
    '2026-10-01': {
      touches: [aTouchFact(paid), aTouchFact({ ...paid, outcome: 'unknown' }), aTouchFact({ ...paid, outcome: 'skipped' }), call],
      gifts: [aGiftFact(), aGiftFact({ event: 'used', tier: 'gold' })],
    },
    '2026-12-31': { work: [aWorkFact({ event: 'compensation-given', amount: 150_000n, currency: 'VND' }), aWorkFact()] },
    '2027-01-01': { touches: [aTouchFact(paid)] },
  })
  const spent = (kind: Parameters<typeof lineKey>[0]['kind'], campaign: string | null, channel: string | null) =>
    before?.lines.get(lineKey({ kind, campaign, tier: campaign === null ? null : 'gold', channel }))
  expect(spent('touch', 'tet', 'email')).toEqual({ amount: 9, volume: 2 })
  expect(spent('talk-time', 'courtesy', 'call')).toEqual({ amount: 2_400, volume: 1 })
  expect(spent('staff-time', 'courtesy', 'call')).toEqual({ amount: 6_000, volume: 1 })
  expect(spent('voucher', 'birthday', null)).toEqual({ amount: 100_000, volume: 1 })
  expect(spent('compensation', null, null)).toEqual({ amount: 150_000, volume: null })
  expect(before?.total.amount).toBe(9 + 8_400 + 100_000 + 150_000)
  expect(before?.currencies).toEqual(['VND'])
})

test('vouchers whose time is over, given within the days that are looked back', async () => {
  const { history } = await told(['2026-10-01', '2027-01-31'], {
    '2026-10-05': { gifts: [aGiftFact({ gift: 1n }), aGiftFact({ gift: 2n })] },
    '2026-11-01': { gifts: [aGiftFact({ gift: 2n, event: 'used' })] },
    '2027-01-20': { gifts: [aGiftFact({ gift: 3n })] },
  })
  expect(history?.of).toEqual(new Map([['birthday', { used: 1, issued: 2 }]]))
  expect(history?.until).toBe('2026-10-05')
})

test('where no facts are written, there is neither', async () => {
  const stores = { facts: memoryFactStore(), numbers: memoryNumberStore(), companyRules: theCompanyRules() }
  expect(await budgetHistory(stores, { period: PERIOD, rates: theRates(), validDays: new Map(), now: NOW })).toEqual({
    history: null,
    before: null,
  })
})
