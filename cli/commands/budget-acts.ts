/** `care budget approve | return | lock` and `change | add | remove | explain`: what people do with a stored budget and its lines. */
import { Command } from 'commander'
import { actHere, type Said, step, withVersion } from '#cli/act-on-budget.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { aBudget } from '#cli/stored-budget.ts'
import { type BudgetPlan, budgetOfPlan } from '#core/planned-budget/budget-plan.ts'
import { lineKey } from '#core/planned-budget/line.ts'
import { typedAmount } from '#core/planned-budget/typed-amount.ts'
import { lineName } from '#web/staff/budget/budget-paths.ts'

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
  return typedAmount(text, currency) ?? Number.NaN
}
