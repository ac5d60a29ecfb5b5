/** The budget of a period, computed from its rehearsal: what `care budget` prints, and what it stores as a draft. */
import type { Command } from 'commander'
import { type BudgetHistory, budgetHistory } from '#app/numbers/budget-history.ts'
import type { CountPorts } from '#app/numbers/count-periods.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { type CheckedFolder, checkFolder, localeOf } from '#cli/checked-folder.ts'
import { type PeriodFlags, withPeriod } from '#cli/commands/period-flags.ts'
import { factsInFolder } from '#cli/facts-in-folder.ts'
import { filesOf, type RehearsalTables } from '#cli/opened-rehearsal.ts'
import { rehearsedVolumes } from '#cli/rehearsed-volumes.ts'
import { refusalLine } from '#cli/words-of-budget.ts'
import type { BudgetRates } from '#core/campaign/budget-rates.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { problemLine } from '#core/campaign/problem.ts'
import { plannedBudget } from '#core/planned-budget/planned-budget.ts'
import type { PlannedBudget } from '#core/planned-budget/whole-budget.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'

export interface BudgetFlags extends PeriodFlags, RehearsalTables {
  readonly campaigns: string
  readonly facts?: string
}

/** What every command that computes a budget asks for. */
export const withBudget = (command: Command): Command =>
  withPeriod(command)
    .option('--campaigns <dir>', 'the folder of campaigns', 'campaigns')
    .option('--customers <file>', 'a table of customers; without one and without purchases, the customers that are stored')
    .option('--purchases <file>', 'a table of purchases')
    .option('--facts <dir>', 'the period before, and how many vouchers are used, from facts that were exported there')

export interface ComputedBudget {
  readonly budget: PlannedBudget
  readonly rates: BudgetRates
  readonly checked: CheckedFolder
  readonly companyRules: CompanyRules
}

const NO_HISTORY: BudgetHistory = { history: null, before: null }

export async function computedBudget(
  frame: CareFrame,
  flags: BudgetFlags,
): Promise<ComputedBudget | { readonly refused: readonly string[] }> {
  const { place } = frame
  const period = { from: flags.from, to: flags.to }
  const checked = await checkFolder(flags.campaigns)
  if ('refused' in checked) return { refused: [checked.refused] }
  const { companyRules, definitions, problems } = checked
  if (!companyRules || problems.length > 0)
    return { refused: [...problems.map((problem) => problemLine(problem, localeOf(checked))), 'Nothing was computed.'] }
  const { budgetRates: rates, compensation } = companyRules
  if (rates === null)
    return {
      refused: [`${flags.campaigns}: budget.json is missing, which states the rates of a budget; Thăm Hỏi has an example`],
    }

  const files = filesOf(flags)
  const counted =
    flags.facts !== undefined ? inFolder(flags.facts, companyRules) : files.length > 0 ? null : await place.figures()
  if (counted === undefined)
    return { refused: [`${flags.facts}: no facts of a whole day lie there; \`care facts export\` writes them`] }
  const rehearsed = await rehearsedVolumes(frame, { checked, companyRules, files, period })
  if ('refused' in rehearsed) return { refused: [rehearsed.refused] }
  const { found, base } = rehearsed
  if ('refused' in found) return { refused: [refusalLine(found, period)] }
  const told = counted ? await historyOf(counted, { period, rates, definitions }) : NO_HISTORY
  const { volumes } = found
  const budget = plannedBudget({ period, volumes, customers: base.count, rates, compensation, ...told })
  if ('refused' in budget) return { refused: [refusalLine(budget, period)] }
  return { budget, rates, checked, companyRules }
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
