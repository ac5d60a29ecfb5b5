/** Budgets of periods, each in all its versions. */
import type { Written } from '#app/ports/written.ts'
import type { BudgetPlan } from '#core/planned-budget/budget-plan.ts'
import type { Instant } from '#core/time/instant.ts'

export interface BudgetPlans {
  /** The newest version. */
  latest(budgetId: string): Promise<BudgetPlan | undefined>
  version(budgetId: string, version: number): Promise<BudgetPlan | undefined>
  /** The newest version of each, the latest period first. */
  all(): Promise<readonly BudgetPlan[]>
  /** Adds a version, made of the one before it; lost where there is one of this number. No version is ever replaced. */
  put(plan: BudgetPlan): Promise<Written>
  /**
   * Asked before a budget is locked: lost while somebody locks another, which may share days with it and is not stored as locked yet. A locking that broke off
   * refuses others for LOCKING_MINUTES.
   */
  beginLocking(by: Locking): Promise<Written>
  /** Harmless where another has begun meanwhile. */
  endLocking(by: Locking): Promise<void>
}

export interface Locking {
  readonly budgetId: string
  readonly at: Instant
}

/** Between the two stand a few reads and a write. */
export const LOCKING_MINUTES = 5
