/** `care budget`: what the care of a period will cost, line by line, each with what it was computed from; and the acts on a budget that is stored. */
import { Command } from 'commander'
import type { CareFrame } from '#cli/care-frame.ts'
import { localeOf } from '#cli/checked-folder.ts'
import { budgetLineCommands, budgetStepCommands } from '#cli/commands/budget-acts.ts'
import { draftCommand, listCommand, proposeCommand, showCommand } from '#cli/commands/budget-stored.ts'
import { withDefault } from '#cli/commands/default-command.ts'
import { refuseReversed } from '#cli/commands/period-flags.ts'
import { type BudgetFlags, computedBudget, withBudget } from '#cli/computed-budget.ts'
import { budgetJson, budgetLines } from '#cli/words-of-budget.ts'
import { writeBudget } from '#cli/written-budget.ts'

interface Flags extends BudgetFlags {
  readonly out?: string
  readonly json?: true
}

export const budgetCommand = (frame: CareFrame): Command =>
  [
    draftCommand(frame),
    proposeCommand(frame),
    listCommand(frame),
    showCommand(frame),
    ...budgetLineCommands(frame),
    ...budgetStepCommands(frame),
  ].reduce(
    (command, one) => command.addCommand(one),
    withDefault(
      new Command('budget').description('what the care of a period will cost, and the budgets that are stored'),
      computeCommand(frame),
    ),
  )

const computeCommand = (frame: CareFrame): Command =>
  withBudget(new Command('compute'))
    .description('compute the budget of a period: the volumes of its rehearsal at the dated prices and the stated rates')
    .option('--out <dir>', 'write budget.xlsx and proposal.html (to print and sign) there, in the language of the company')
    .option('--json', 'print the lines and the total as JSON, with their words in Vietnamese and English')
    .addHelpText(
      'after',
      '\nRates and norms stand in budget.json, prices in prices.json. Customers of a file are compared only with --facts.',
    )
    .action((flags: Flags, command: Command) => {
      refuseReversed(command, flags)
      return run(frame, flags)
    })

async function run(frame: CareFrame, flags: Flags): Promise<void> {
  const { output } = frame
  const computed = await computedBudget(frame, flags)
  if ('refused' in computed) return output.refuse(computed.refused)
  const { budget, checked, companyRules } = computed
  const { definitions } = checked
  if (flags.out !== undefined)
    await writeBudget(budget, { folder: flags.out, locale: localeOf(checked), company: companyRules.company, definitions })
  output.print(
    flags.json ? JSON.stringify(budgetJson(budget, definitions), null, 2) : budgetLines(budget, definitions).join('\n'),
  )
}
