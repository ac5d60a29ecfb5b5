/** A member of staff at the pages of budgets, over stores in memory that hold one of the first quarter of 2027. */
import { memoryBudgetPlans } from '#adapters/memory/budget-plans.ts'
import { memoryBudgetStore } from '#adapters/memory/budget-store.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import type { BudgetPlan } from '#core/planned-budget/budget-plan.ts'
import type { Role } from '#core/staff/role.ts'
import { budgetFileRoutes } from '#functions/staff/budget/budget-files.ts'
import { budgetRoutes } from '#functions/staff/budget/budgets.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import { type Desk, deskSystem, visiting } from '#test/functions/staff/acts/desk.ts'
import { aBudgetPlan } from '#test/support/budget-builders.ts'

export const QUARTER = '2027-01-01_2027-03-31'
export const PAGE = `/budgets/${QUARTER}`

interface Given extends Pick<Desk, 'auditLog'> {
  readonly role?: Role
  readonly plan?: Partial<BudgetPlan>
}

/** `as`: the same pages for another role. Each visitor has an address of their own. */
export async function budgetOffice({ role = 'head', plan = {}, ...desk }: Given = {}) {
  const { system, auditLog, said } = deskSystem(desk)
  const stores = {
    budgetPlans: memoryBudgetPlans(),
    budgets: memoryBudgetStore(),
    numbers: memoryNumberStore(),
    campaigns: memoryCampaignStore(),
    auditLog,
  }
  await stores.budgetPlans.put(aBudgetPlan(plan))
  const app = staffApp()
  for (const routes of [budgetRoutes, budgetFileRoutes]) app.route('/', routes({ ...system, stores }))
  const as = (who: Role) => visiting(app, { role: who, auditLog, address: `${who}@trasen.example.com` })
  return { stores, said, as, ...as(role) }
}
