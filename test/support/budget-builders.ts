/** What a budget is computed from: a test names only what it is about. */
import { type BudgetRates, BudgetRatesSchema } from '#core/campaign/budget-rates.ts'
import type { BudgetPlan } from '#core/planned-budget/budget-plan.ts'
import { draftedPlan } from '#core/planned-budget/plan-act.ts'
import { type BudgetOf, plannedBudget } from '#core/planned-budget/planned-budget.ts'
import type { Volume } from '#core/planned-budget/volume.ts'
import type { PlannedBudget } from '#core/planned-budget/whole-budget.ts'

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

/** A computed budget, of mails to gold customers unless told otherwise. */
export function aPlannedBudget(over: Partial<BudgetOf> = {}): PlannedBudget {
  const budget = plannedBudget(aBudgetOf(over))
  if ('refused' in budget) throw new Error(budget.refused)
  return budget
}

export const HEAD = { by: 'chau@trasen.example.com', byName: 'Phạm Minh Châu', at: '2026-12-10T02:00:00.000Z' } as const
export const DIRECTOR = { by: 'dung@trasen.example.com', byName: 'Lê Quốc Dũng', at: '2026-12-11T02:00:00.000Z' } as const

/** As it was just computed. */
export function aBudgetPlan(over: Partial<BudgetPlan> = {}): BudgetPlan {
  const drafted = draftedPlan(undefined, { computed: aPlannedBudget(), rates: theRates(), ...HEAD, because: '' })
  if ('refused' in drafted) throw new Error(drafted.refused)
  return { ...drafted.plan, ...over }
}
