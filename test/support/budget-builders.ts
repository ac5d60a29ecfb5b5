/** What a budget is computed from: a test names only what it is about. */
import { type BudgetRates, BudgetRatesSchema } from '#core/campaign/budget-rates.ts'
import type { BudgetOf } from '#core/planned-budget/planned-budget.ts'
import type { Volume } from '#core/planned-budget/volume.ts'

const dated = { validFrom: '2026-01-01', source: 'the board' }

export const theRates = (over: object = {}): BudgetRates =>
  BudgetRatesSchema.parse({
    currency: 'VND',
    redemption: [{ ...dated, percent: 30, low: 15, high: 50 }],
    contingency: [{ ...dated, percent: 5 }],
    callTime: [{ ...dated, talkMinutes: 3, talkMinute: 800, staffMinutes: 6, staffHour: 60_000 }],
    ...over,
  })

export const mailsOf = (over: Partial<Volume> = {}): Volume => ({
  campaign: 'tet',
  tier: 'gold',
  channel: 'email',
  date: '2027-02-01',
  isCall: false,
  count: 1_200,
  price: { perThousand: 4_210, validFrom: '2026-07-21', source: 'the list' },
  gift: 0,
  ...over,
})

export const callsOf = (over: Partial<Volume> = {}): Volume =>
  mailsOf({
    campaign: 'courtesy',
    channel: 'call',
    isCall: true,
    count: 100,
    price: { perThousand: 8_400_000, validFrom: '2026-01-01', source: 'the list' },
    ...over,
  })

export const aBudgetOf = (over: Partial<BudgetOf> = {}): BudgetOf => ({
  period: { from: '2027-01-01', to: '2027-03-31' },
  volumes: [mailsOf()],
  customers: 1_000,
  rates: theRates(),
  compensation: null,
  history: null,
  before: null,
  ...over,
})
