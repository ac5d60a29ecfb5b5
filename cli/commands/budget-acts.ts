/**
 * `care budget draft | propose | list | show | approve | return | lock`: budgets as they are stored, by the rules of the pages. Who acts is looked up in the roster, which
 * tells the role; an act names the version that was seen, so that one of something that has changed since is refused.
 */
import { userInfo } from 'node:os'
import { Argument, Command, InvalidArgumentError } from 'commander'
import { keepDraftBudget } from '#app/budgeting/keep-draft-budget.ts'
import { BUDGET_PERMISSION, type BudgetRefusal, workOnBudget } from '#app/budgeting/work-on-budget.ts'
import { auditedHere } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { refuseReversed } from '#cli/commands/period-flags.ts'
import { type BudgetFlags, computedBudget, withBudget } from '#cli/computed-budget.ts'
import { memberNamed } from '#cli/member-named.ts'
import { budgetJson, budgetLines } from '#cli/words-of-budget.ts'
import { type BudgetPlan, budgetIdOf, budgetOfPlan } from '#core/planned-budget/budget-plan.ts'
import type { PlanAct } from '#core/planned-budget/plan-act.ts'
import { mayDo } from '#core/staff/role.ts'
import { writtenMoney } from '#web/rendering/written-value.ts'
import { BUDGET_WORDS } from '#web/staff/budget/budget-words.ts'
import { onlyFor } from '#web/words/roles.ts'

const aBudget = () => new Argument('<budget>', 'its days, as care budget list shows them: 2027-01-01_2027-03-31')
const BY = ['--by <name>', 'who does it: a name or an address of the roster'] as const
const BECAUSE = ['--because <text>', 'why; it is kept beside the name'] as const

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
      output.print([standing(plan), ...budgetLines(budget, names), ...steps].join('\n'))
    })

const STEPS = [
  { act: 'approve', description: 'approve the version that was seen; not what the same person proposed' },
  { act: 'return', description: 'return it to the head of care with a comment' },
  { act: 'lock', description: 'lock an approved budget: from then on planning reserves and closing books against it' },
] as const

export const budgetStepCommands = (frame: CareFrame): readonly Command[] =>
  STEPS.map(({ act, description }) =>
    new Command(act)
      .description(description)
      .addArgument(aBudget())
      .requiredOption('--version <number>', 'the version that was seen, as care budget show tells it', versionNumber)
      .requiredOption(...BY)
      .requiredOption(...BECAUSE)
      .action((budgetId: string, { version, ...said }: { version: number; by: string; because: string }) =>
        step(frame, { budgetId, act, seen: version, ...said }),
      ),
  )

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

async function step(
  { output, place }: CareFrame,
  {
    budgetId,
    act,
    seen,
    by,
    because,
  }: {
    readonly budgetId: string
    readonly act: Extract<PlanAct['is'], 'propose' | 'approve' | 'return' | 'lock'>
    readonly seen: number
    readonly by: string
    readonly because: string
  },
): Promise<void> {
  const stores = await place.stores()
  const member = await memberNamed(stores.staff.roster, by)
  if ('refused' in member) return output.refuse([member.refused])
  if (!mayDo(member.role, BUDGET_PERMISSION[act])) return output.refuse([`--by ${by}: ${onlyFor(BUDGET_PERMISSION[act], 'en')}`])
  if (!(await stores.budgetPlans.latest(budgetId))) return output.refuse([`${budgetId}: no such budget (care budget list)`])
  const { name: byName, address, role } = member
  const on = { kind: 'budget', id: budgetId } as const
  const answer = await auditedHere({ output, stores }, { act: `${act}-budget`, on, people: null }, () =>
    workOnBudget(stores, { budgetId, act: { is: act }, seen, by: address, byName, role, at: stores.now, because }),
  )
  if ('refused' in answer) return output.refuse([`${budgetId}: ${refusalInWords(answer.refused)}`])
  output.print(standing(answer.plan))
}

const refusalInWords = (refused: BudgetRefusal): string => BUDGET_WORDS.en.refused[refused]

const told = ({ budgetId, period, version, state, computed, ...plan }: BudgetPlan) => ({
  budgetId,
  period,
  version,
  state,
  currency: computed.currency,
  expected: budgetOfPlan({ computed, ...plan }).total.expected,
})

function standing(plan: BudgetPlan): string {
  const { budgetId, version, state, currency, expected } = told(plan)
  return `${budgetId}: version ${version}, ${BUDGET_WORDS.en.states[state]}, ${writtenMoney({ amount: expected, currency }, 'en')}`
}

function versionNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Expected a number, such as 3.')
  return Number(text)
}
