/** What the pages of budgets work with, and how they read one. */
import type { BudgetPlan } from '#core/planned-budget/budget-plan.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import type { FrameSystem } from '#functions/staff/visit/frame-of.ts'
import type { PageLocale } from '#web/customer/page.ts'
import type { BudgetReader } from '#web/words/budget-lines.ts'

export interface BudgetSystem extends FrameSystem, Pick<StaffSystem, 'events'> {
  readonly stores: Pick<StaffStores, 'budgetPlans' | 'budgets' | 'numbers' | 'campaigns' | 'auditLog'>
}

/** Only what a budget is read from. */
export type BudgetReading = Pick<StaffSystem, 'companyRules' | 'clock'> & {
  readonly stores: Pick<StaffStores, 'budgetPlans' | 'campaigns'>
}

export async function budgetReader(
  system: { readonly stores: Pick<StaffStores, 'campaigns'> },
  { plan, locale }: { readonly plan: Pick<BudgetPlan, 'computed'>; readonly locale: PageLocale },
): Promise<BudgetReader> {
  const { name } = await knownCampaigns(system, locale)
  return { locale, currency: plan.computed.currency, campaignName: name }
}

/** The version that is asked for, or the newest; undefined where there is none. `newest`: its number. */
export async function budgetAsked(
  { stores: { budgetPlans } }: BudgetReading,
  { budgetId, version }: { readonly budgetId: string; readonly version: string | undefined },
): Promise<{ readonly plan: BudgetPlan; readonly newest: number } | undefined> {
  const latest = await budgetPlans.latest(budgetId)
  if (!latest) return undefined
  if (version === undefined || version === String(latest.version)) return { plan: latest, newest: latest.version }
  const plan = /^\d{1,6}$/.test(version) ? await budgetPlans.version(budgetId, Number(version)) : undefined
  return plan && { plan, newest: latest.version }
}
