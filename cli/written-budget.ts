/** A budget as files for the board, in the language of the company. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workbookOfTables } from '#adapters/xlsx/number-workbook.ts'
import { budgetReader } from '#cli/words-of-budget.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { PlannedBudget } from '#core/planned-budget/planned-budget.ts'
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
  mkdirSync(folder, { recursive: true })
  const reader = budgetReader(budget, definitions, locale)
  const tables = budgetTables(budget, reader)
  writeFileSync(join(folder, 'budget.xlsx'), await workbookOfTables(tables))
  writeFileSync(join(folder, 'proposal.html'), `${await proposalPage({ budget, company, reader })}\n`)
}
