/** A budget as files for the board, in the language of the company. */
import { workbookOfTables } from '#adapters/xlsx/number-workbook.ts'
import { withOutFolder } from '#cli/out-folder.ts'
import { budgetReader } from '#cli/words-of-budget.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { PlannedBudget } from '#core/planned-budget/whole-budget.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { budgetTables } from '#web/staff/budget/budget-tables.ts'
import { proposalPage } from '#web/staff/budget/proposal-page.ts'

export async function writeBudget(
  budget: PlannedBudget,
  {
    folder,
    locale,
    company,
    definitions,
  }: {
    readonly folder: string
    readonly locale: PageLocale
    readonly company: Company
    readonly definitions: readonly CampaignDefinition[]
  },
): Promise<void> {
  const reader = budgetReader(budget, definitions, locale)
  const tables = budgetTables(budget, reader)
  // Together: a workbook beside the proposal of another run would tell two budgets.
  await withOutFolder({ dir: folder, names: [] }, async (target) => {
    target?.whole('budget.xlsx', await workbookOfTables(tables))
    target?.whole('proposal.html', `${await proposalPage({ budget, company, reader })}\n`)
  })
}
