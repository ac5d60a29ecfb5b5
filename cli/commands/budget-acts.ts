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
import { budgetJson, budgetLines, budgetReader } from '#cli/words-of-budget.ts'
import { type BudgetPlan, budgetIdOf, budgetOfPlan } from '#core/planned-budget/budget-plan.ts'
import { lineKey } from '#core/planned-budget/line.ts'
import type { PlanAct } from '#core/planned-budget/plan-act.ts'
import { typedAmount } from '#core/planned-budget/typed-amount.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import { mayDo } from '#core/staff/role.ts'
import { wholeUnits, writtenMoney } from '#web/rendering/written-value.ts'
import { lineName } from '#web/staff/budget/budget-paths.ts'
import { BUDGET_WORDS } from '#web/staff/budget/budget-words.ts'
import { lineTitle } from '#web/words/budget-lines.ts'
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
      const reader = budgetReader(budget, names, 'en')
      const lines = budget.lines.map((line) => `line ${lineName(line)}: ${lineTitle(line, reader)}`)
      output.print([standing(plan), ...budgetLines(budget, names), ...lines, ...steps].join('\n'))
    })

const STEPS = [
  { act: 'approve', description: 'approve the version that was seen; not what the same person proposed' },
  { act: 'return', description: 'return it to the head of care with a comment' },
  { act: 'lock', description: 'lock an approved budget: from then on planning reserves and closing books against it' },
] as const

export const budgetStepCommands = (frame: CareFrame): readonly Command[] =>
  STEPS.map(({ act, description }) =>
    withVersion(new Command(act))
      .description(description)
      .addArgument(aBudget())
      .action((budgetId: string, { version, ...said }: Said) => step(frame, { budgetId, act, seen: version, ...said })),
  )

const withVersion = (command: Command): Command =>
  command
    .requiredOption('--version <number>', 'the version that was seen, as care budget show tells it', versionNumber)
    .requiredOption(...BY)
    .requiredOption(...BECAUSE)

interface Said {
  readonly version: number
  readonly by: string
  readonly because: string
}

const AMOUNT = 'in whole units of the currency, such as 2500000 or 2.500.000'

/** `care budget change | add | remove | explain`. */
export const budgetLineCommands = (frame: CareFrame): readonly Command[] => [
  withVersion(new Command('change'))
    .description('another amount for a computed line, with the reason; `computed` gives back what was computed')
    .addArgument(aBudget())
    .argument('<line>', 'its name, as care budget show tells it')
    .requiredOption('--amount <amount>', `${AMOUNT}, or the word computed`)
    .action((budgetId: string, name: string, { amount, ...said }: Said & { amount: string }) =>
      actHere(frame, {
        budgetId,
        said,
        inLog: 'edit-budget',
        act: (plan) => {
          const line = budgetOfPlan(plan).lines.find((one) => one.kind !== 'other' && lineName(one) === name)
          return line
            ? { is: 'change', key: lineKey(line), amount: amount === 'computed' ? null : minorUnits(amount, plan) }
            : 'no-such-line'
        },
      }),
    ),
  withVersion(new Command('add'))
    .description('a line that no campaign makes, such as printing')
    .addArgument(aBudget())
    .requiredOption('--title <text>', 'what it is for; it names no customer')
    .requiredOption('--amount <amount>', AMOUNT)
    .option('--campaign <id>', 'the campaign that it belongs to')
    .action(
      (budgetId: string, { title, amount, campaign, ...said }: Said & { title: string; amount: string; campaign?: string }) =>
        actHere(frame, {
          budgetId,
          said,
          inLog: 'edit-budget',
          act: (plan) => ({
            is: 'add',
            lineId: `added-${plan.version + 1}`,
            title,
            campaign: campaign ?? null,
            amount: minorUnits(amount, plan),
          }),
        }),
    ),
  withVersion(new Command('remove'))
    .description('take away a line that was added')
    .addArgument(aBudget())
    .argument('<line>', 'its name, as care budget show tells it')
    .action((budgetId: string, lineId: string, said: Said) =>
      actHere(frame, { budgetId, said, inLog: 'edit-budget', act: () => ({ is: 'remove', lineId }) }),
    ),
  withVersion(new Command('explain'))
    .description('why something was spent otherwise than locked, in words that stand beside it')
    .addArgument(aBudget())
    .argument('<item>', 'a campaign, or #compensation, #other, #contingency')
    .action((budgetId: string, of: string, said: Said) =>
      actHere(frame, { budgetId, said, inLog: 'explain-budget', act: () => ({ is: 'explain', of }) }),
    ),
]

/** What is no amount is none that a budget takes: the rule says so. */
function minorUnits(text: string, { computed: { currency } }: BudgetPlan): number {
  const amount = typedAmount(text)
  return amount === null ? Number.NaN : Math.round(amount / wholeUnits({ amount: 1, currency }))
}

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

const step = (
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

async function actHere(
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
