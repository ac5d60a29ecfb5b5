/**
 * An act on the budget of a period: a line changed or added, proposing, returning, approving, locking, saying why something was spent otherwise. Of two who act at once one
 * is told that the budget has changed. Locking opens the books in which planning reserves and closing settles; done again, it opens those that a crash left out.
 */
import type { BudgetPlans } from '#app/ports/budget-plans.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import { isNotice } from '#core/audience/notice.ts'
import { type BudgetPlan, budgetOfPlan } from '#core/planned-budget/budget-plan.ts'
import { actOnPlan, type PlanAct, type PlanAuthor, type PlanRefusal } from '#core/planned-budget/plan-act.ts'
import { plannedBooks } from '#core/planned-budget/planned-book.ts'
import { varianceNamed } from '#core/planned-budget/variance.ts'
import { mayDo, type Permission, type Role } from '#core/staff/role.ts'
import type { Instant } from '#core/time/instant.ts'

export interface BudgetingPorts {
  readonly budgetPlans: BudgetPlans
  readonly budgets: Pick<BudgetStore, 'get' | 'put'>
  readonly campaigns: Pick<CampaignStore, 'latest'>
}

/**
 * overlaps: another locked budget has some of its days, and money would be booked in both. locking-now: one is being locked at this moment.
 * no-such-campaign: what is added or explained belongs to a campaign that there is not, and would stand in no sum that people look at.
 */
export type BudgetRefusal = PlanRefusal | 'no-such-budget' | 'not-permitted' | 'overlaps' | 'locking-now' | 'no-such-campaign'

export interface BudgetAct extends PlanAuthor {
  readonly budgetId: string
  readonly act: PlanAct
  /** The version that the author saw. */
  readonly seen: number
  readonly role: Role
}

export const BUDGET_PERMISSION: Readonly<Record<PlanAct['is'], Permission>> = {
  change: 'propose-budget',
  add: 'propose-budget',
  remove: 'propose-budget',
  propose: 'propose-budget',
  explain: 'propose-budget',
  return: 'approve-budget',
  approve: 'approve-budget',
  lock: 'lock-budget',
}

export async function workOnBudget(
  ports: BudgetingPorts,
  { budgetId, role, ...asked }: BudgetAct,
): Promise<{ readonly plan: BudgetPlan } | { readonly refused: BudgetRefusal }> {
  const { act } = asked
  if (!mayDo(role, BUDGET_PERMISSION[act.is])) return { refused: 'not-permitted' }
  const plan = await ports.budgetPlans.latest(budgetId)
  if (!plan) return { refused: 'no-such-budget' }
  if (act.is === 'lock' && plan.state === 'locked' && asked.seen === plan.version && (await booksMissing(ports, plan))) {
    await openBooks(ports, plan)
    return { plan }
  }
  const answer = actOnPlan(plan, asked)
  if ('refused' in answer) return answer
  if (await namesUnknown(ports, { plan, act })) return { refused: 'no-such-campaign' }
  if (act.is === 'lock') return lock(ports, { plan, locked: answer.plan, at: asked.at })
  return (await ports.budgetPlans.put(answer.plan)) === 'lost' ? { refused: 'stale' } : answer
}

/** One at a time: of two that share days, neither would see that the other is locked at the same moment. */
async function lock(
  ports: BudgetingPorts,
  { plan, locked, at }: { readonly plan: BudgetPlan; readonly locked: BudgetPlan; readonly at: Instant },
): Promise<{ readonly plan: BudgetPlan } | { readonly refused: BudgetRefusal }> {
  const { budgetPlans } = ports
  const by = { budgetId: plan.budgetId, at }
  if ((await budgetPlans.beginLocking(by)) === 'lost') return { refused: 'locking-now' }
  try {
    if (await overlapsLocked(ports, plan)) return { refused: 'overlaps' }
    if ((await budgetPlans.put(locked)) === 'lost') return { refused: 'stale' }
  } finally {
    await budgetPlans.endLocking(by)
  }
  await openBooks(ports, locked)
  return { plan: locked }
}

/** Whether what is added or explained belongs to a campaign that there is not: the budget has no line of it, and none was ever accepted. Notices have no campaign. */
export async function namesUnknown(
  { campaigns }: Pick<BudgetingPorts, 'campaigns'>,
  { plan, act }: { readonly plan: BudgetPlan; readonly act: PlanAct },
): Promise<boolean> {
  const of = act.is === 'explain' ? varianceNamed(act.of) : null
  const named = act.is === 'add' ? act.campaign : of?.is === 'campaign' ? of.campaign : null
  if (named === null || isNotice(named) || budgetOfPlan(plan).lines.some(({ campaign }) => campaign === named)) return false
  return !(await campaigns.latest()).some(({ definition: { id } }) => id === named)
}

/** Locking broke off between the budget and its books. */
export async function booksMissing({ budgets }: Pick<BudgetingPorts, 'budgets'>, plan: BudgetPlan): Promise<boolean> {
  if (plan.state !== 'locked') return false
  const found = await Promise.all(plannedBooks(plan).map(({ campaignId, period }) => budgets.get(campaignId, period)))
  return found.some((book) => book === undefined)
}

/** A book that is there has amounts in it already: it is left as it is. */
async function openBooks({ budgets }: BudgetingPorts, plan: BudgetPlan): Promise<void> {
  for (const book of plannedBooks(plan)) await budgets.put(book)
}

async function overlapsLocked({ budgetPlans }: BudgetingPorts, { budgetId, period }: BudgetPlan): Promise<boolean> {
  const all = await budgetPlans.all()
  return all.some(
    (other) =>
      other.state === 'locked' && other.budgetId !== budgetId && other.period.from <= period.to && period.from <= other.period.to,
  )
}
