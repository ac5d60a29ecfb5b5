/** `care budget draft | propose | list | show`: a computed budget is stored, and those that are stored are shown. */
import { userInfo } from 'node:os'
import { Command } from 'commander'
import { keepDraftBudget } from '#app/budgeting/keep-draft-budget.ts'
import { BECAUSE, BY, step } from '#cli/act-on-budget.ts'
import { auditedHere } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { refuseReversed } from '#cli/commands/period-flags.ts'
import { type BudgetFlags, computedBudget, withBudget } from '#cli/computed-budget.ts'
import { memberNamed } from '#cli/member-named.ts'
import { aBudget, refusalInWords, standing, told, versionNumber } from '#cli/stored-budget.ts'
import { budgetJson, budgetLines, budgetReader } from '#cli/words-of-budget.ts'
import { type BudgetPlan, budgetIdOf, budgetOfPlan } from '#core/planned-budget/budget-plan.ts'
import { mayDo } from '#core/staff/role.ts'
import { lineName } from '#web/staff/budget/budget-paths.ts'
import { BUDGET_WORDS } from '#web/staff/budget/budget-words.ts'
import { lineTitle } from '#web/words/budget-lines.ts'
import { onlyFor } from '#web/words/roles.ts'

export const draftCommand = (frame: CareFrame): Command =>
  withBudget(new Command('draft'))
    .description(
      'compute the budget of a period and store it as a draft, for the head of care to change and propose in the staff app',
    )
    .option('--because <text>', 'a word about it', '')
    .action(async (flags: BudgetFlags & { because: string }, command: Command) => {
      refuseReversed(command, flags)
      const plan = await drafted(frame, flags, userInfo().username)
      if (plan) frame.output.print(standing(plan))
    })

export const proposeCommand = (frame: CareFrame): Command =>
  withBudget(new Command('propose'))
    .description('compute the budget of a period, store it and propose it to the directors')
    .requiredOption(...BY)
    .requiredOption(...BECAUSE)
    .action(async (flags: BudgetFlags & { by: string; because: string }, command: Command) => {
      refuseReversed(command, flags)
      const { output, place } = frame
      // Asked before the rehearsal, which takes its time.
      const member = await memberNamed((await place.stores()).staff.roster, flags.by)
      if ('refused' in member) return output.refuse([member.refused])
      if (!mayDo(member.role, 'propose-budget')) return output.refuse([`--by ${flags.by}: ${onlyFor('propose-budget', 'en')}`])
      const plan = await drafted(frame, flags, member.address, member.name)
      if (plan) await step(frame, { budgetId: plan.budgetId, act: 'propose', seen: plan.version, ...flags })
    })

/** Refused or stored; undefined where it was refused. */
async function drafted(
  frame: CareFrame,
  flags: BudgetFlags & { readonly because: string },
  by: string,
  byName = by,
): Promise<BudgetPlan | undefined> {
  const { output, place } = frame
  const computed = await computedBudget(frame, flags)
  if ('refused' in computed) {
    output.refuse(computed.refused)
    return undefined
  }
  const stores = await place.stores()
  const { budget, rates } = computed
  const on = { kind: 'budget', id: budgetIdOf(budget.period) } as const
  const answer = await auditedHere({ output, stores }, { act: 'draft-budget', on, people: null }, () =>
    keepDraftBudget(stores, { computed: budget, rates, by, byName, at: stores.now, because: flags.because }),
  )
  if ('plan' in answer) return answer.plan
  output.refuse([`${on.id}: ${refusalInWords(answer.refused)}`])
  return undefined
}

export const listCommand = ({ output, place }: CareFrame): Command =>
  new Command('list')
    .description('every budget that is stored, the latest period first')
    .option('--json', 'print them as JSON')
    .action(async ({ json }: { json?: true }) => {
      const plans = await (await place.stores()).budgetPlans.all()
      if (json) return output.print(JSON.stringify(plans.map(told), null, 2))
      output.print(plans.length === 0 ? 'No budget is stored.' : plans.map(standing).join('\n'))
    })

export const showCommand = ({ output, place }: CareFrame): Command =>
  new Command('show')
    .description('one budget: its lines with what people wrote into it, and what was done with it')
    .addArgument(aBudget())
    .option('--version <number>', 'an earlier version', versionNumber)
    .option('--json', 'print it as JSON')
    .action(async (budgetId: string, { version, json }: { version?: number; json?: true }) => {
      const { budgetPlans, campaigns } = await place.stores()
      const plan = await (version === undefined ? budgetPlans.latest(budgetId) : budgetPlans.version(budgetId, version))
      if (!plan) return output.refuse([`${budgetId}: no such budget (care budget list)`])
      const names = (await campaigns.latest()).map(({ definition }) => definition)
      const budget = budgetOfPlan(plan)
      if (json) return output.print(JSON.stringify({ ...told(plan), steps: plan.steps, ...budgetJson(budget, names) }, null, 2))
      const steps = plan.steps.map(
        (one) =>
          `version ${one.version}, ${one.at}, ${one.byName}: ${BUDGET_WORDS.en.steps[one.is]}${one.because === '' ? '' : `: ${one.because}`}`,
      )
      const reader = budgetReader(budget, names, 'en')
      const lines = budget.lines.map((line) => `line ${lineName(line)}: ${lineTitle(line, reader)}`)
      output.print([standing(plan), ...budgetLines(budget, names), ...lines, ...steps].join('\n'))
    })
