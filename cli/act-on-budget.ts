/**
 * An act on a stored budget at a terminal, by the rules of the pages. Who acts is looked up in the roster, which tells the role; an act names the version that was seen, so
 * that one of something that has changed since is refused.
 */
import type { Command } from 'commander'
import { BUDGET_PERMISSION, workOnBudget } from '#app/budgeting/work-on-budget.ts'
import { auditedHere } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { memberNamed } from '#cli/member-named.ts'
import { refusalInWords, standing, versionNumber } from '#cli/stored-budget.ts'
import type { BudgetPlan } from '#core/planned-budget/budget-plan.ts'
import type { PlanAct } from '#core/planned-budget/plan-act.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import { mayDo } from '#core/staff/role.ts'
import { onlyFor } from '#web/words/roles.ts'

export const BY = ['--by <name>', 'who does it: a name or an address of the roster'] as const
export const BECAUSE = ['--because <text>', 'why; it is kept beside the name'] as const

export const withVersion = (command: Command): Command =>
  command
    .requiredOption('--version <number>', 'the version that was seen, as care budget show tells it', versionNumber)
    .requiredOption(...BY)
    .requiredOption(...BECAUSE)

export interface Said {
  readonly version: number
  readonly by: string
  readonly because: string
}

export const step = (
  frame: CareFrame,
  {
    budgetId,
    act,
    seen,
    by,
    because,
  }: Omit<Said, 'version'> & {
    readonly budgetId: string
    readonly act: Extract<PlanAct['is'], 'propose' | 'approve' | 'return' | 'lock'>
    readonly seen: number
  },
): Promise<void> =>
  actHere(frame, { budgetId, said: { version: seen, by, because }, inLog: `${act}-budget`, act: () => ({ is: act }) })

export async function actHere(
  { output, place }: CareFrame,
  {
    budgetId,
    said: { version, by, because },
    inLog,
    act: actOn,
  }: {
    readonly budgetId: string
    readonly said: Said
    readonly inLog: AuditedAct
    readonly act: (plan: BudgetPlan) => PlanAct | 'no-such-line'
  },
): Promise<void> {
  const stores = await place.stores()
  const member = await memberNamed(stores.staff.roster, by)
  if ('refused' in member) return output.refuse([member.refused])
  const plan = await stores.budgetPlans.latest(budgetId)
  if (!plan) return output.refuse([`${budgetId}: no such budget (care budget list)`])
  const act = actOn(plan)
  if (act === 'no-such-line') return output.refuse([`${budgetId}: ${refusalInWords(act)}`])
  if (!mayDo(member.role, BUDGET_PERMISSION[act.is]))
    return output.refuse([`--by ${by}: ${onlyFor(BUDGET_PERMISSION[act.is], 'en')}`])
  const { name: byName, address, role } = member
  const on = { kind: 'budget', id: budgetId } as const
  const answer = await auditedHere({ output, stores }, { act: inLog, on, people: null }, () =>
    workOnBudget(stores, { budgetId, act, seen: version, by: address, byName, role, at: stores.now, because }),
  )
  if ('refused' in answer) return output.refuse([`${budgetId}: ${refusalInWords(answer.refused)}`])
  output.print(standing(answer.plan))
}
