/** `care budget`: what the care of a period will cost, line by line, each with what it was computed from. */
import { Command } from 'commander'
import { type BudgetHistory, budgetHistory } from '#app/numbers/budget-history.ts'
import type { CountPorts } from '#app/numbers/count-periods.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { checkFolder, localeOf } from '#cli/checked-folder.ts'
import { type PeriodFlags, refuseReversed, withPeriod } from '#cli/commands/period-flags.ts'
import { factsInFolder } from '#cli/facts-in-folder.ts'
import { filesOf, type RehearsalTables } from '#cli/opened-rehearsal.ts'
import { rehearsedVolumes } from '#cli/rehearsed-volumes.ts'
import { budgetJson, budgetLines, refusalLine } from '#cli/words-of-budget.ts'
import { writeBudget } from '#cli/written-budget.ts'
import type { BudgetRates } from '#core/campaign/budget-rates.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { problemLine } from '#core/campaign/problem.ts'
import { plannedBudget } from '#core/planned-budget/planned-budget.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'

interface Flags extends PeriodFlags, RehearsalTables {
  readonly campaigns: string
  readonly facts?: string
  readonly out?: string
  readonly json?: true
}

const NO_HISTORY: BudgetHistory = { history: null, before: null }

export function budgetCommand(frame: CareFrame): Command {
  return withPeriod(new Command('budget'))
    .description('compute the budget of a period: the volumes of its rehearsal at the dated prices and the stated rates')
    .option('--campaigns <dir>', 'the folder of campaigns', 'campaigns')
    .option('--customers <file>', 'a table of customers; without one and without purchases, the customers that are stored')
    .option('--purchases <file>', 'a table of purchases')
    .option('--facts <dir>', 'the period before, and how many vouchers are used, from facts that were exported there')
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
}

async function run(frame: CareFrame, flags: Flags): Promise<void> {
  const { output, place } = frame
  const period = { from: flags.from, to: flags.to }
  const checked = await checkFolder(flags.campaigns)
  if ('refused' in checked) return output.refuse([checked.refused])
  const { companyRules, definitions, problems } = checked
  if (!companyRules || problems.length > 0)
    return output.refuse([...problems.map((problem) => problemLine(problem, localeOf(checked))), 'Nothing was computed.'])
  const { budgetRates: rates, compensation } = companyRules
  if (rates === null)
    return output.refuse([
      `${flags.campaigns}: budget.json is missing, which states the rates of a budget; Thăm Hỏi has an example`,
    ])

  const files = filesOf(flags)
  const counted =
    flags.facts !== undefined ? inFolder(flags.facts, companyRules) : files.length > 0 ? null : await place.figures()
  if (counted === undefined)
    return output.refuse([`${flags.facts}: no facts of a whole day lie there; \`care facts export\` writes them`])
  const rehearsed = await rehearsedVolumes(frame, { checked, companyRules, files, period })
  if ('refused' in rehearsed) return output.refuse([rehearsed.refused])
  const { found, base } = rehearsed
  if ('refused' in found) return output.refuse([refusalLine(found, period)])
  const told = counted ? await historyOf(counted, { period, rates, definitions }) : NO_HISTORY
  const { volumes } = found
  const budget = plannedBudget({ period, volumes, customers: base.count, rates, compensation, ...told })
  if ('refused' in budget) return output.refuse([refusalLine(budget, period)])
  if (flags.out !== undefined)
    await writeBudget(budget, { folder: flags.out, locale: localeOf(checked), company: companyRules.company, definitions })
  output.print(
    flags.json ? JSON.stringify(budgetJson(budget, definitions), null, 2) : budgetLines(budget, definitions).join('\n'),
  )
}

interface Counted {
  readonly ports: CountPorts
  readonly now: Instant
}

const historyOf = (
  { ports, now }: Counted,
  {
    period,
    rates,
    definitions,
  }: { period: BudgetHistoryAsked['period']; rates: BudgetRates; definitions: readonly CampaignDefinition[] },
): Promise<BudgetHistory> =>
  budgetHistory(ports, {
    period,
    rates,
    now,
    validDays: new Map(definitions.flatMap(({ id, gift }) => (gift ? [[id, gift.validDays] as const] : []))),
  })

type BudgetHistoryAsked = Parameters<typeof budgetHistory>[1]

/** Looked at from the morning after the last day that was exported. */
function inFolder(folder: string, companyRules: CompanyRules): Counted | undefined {
  const found = factsInFolder(folder)
  return found && { ports: { ...found, companyRules }, now: dayStart(addDays(found.lastDay, 1), companyRules.company.zone) }
}
