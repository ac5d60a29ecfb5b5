/** The addresses of the pages of budgets. A line is named by what it is, not by its place: a budget that is computed anew keeps the names of its lines. */
import { stableHash } from '#core/customer/stable-hash.ts'
import { type BudgetLine, lineKey } from '#core/planned-budget/line.ts'
import { budgetPath, pathWith } from '#web/staff/paths.ts'

export const BUDGET_ACTS = ['propose', 'return', 'approve', 'lock'] as const
export type BudgetActName = (typeof BUDGET_ACTS)[number]

export const budgetActPath = (budgetId: string, act: BudgetActName | 'add') => `${budgetPath(budgetId)}/${act}`

export const lineName = (line: BudgetLine): string =>
  line.basis.is === 'by-hand' && line.basis.lineId !== null ? line.basis.lineId : stableHash(lineKey(line)).toString(36)

export const linePath = (budgetId: string, line: string, act: 'change' | 'computed' | 'remove') =>
  `${budgetPath(budgetId)}/lines/${encodeURIComponent(line)}/${act}`

/** `of`: as varianceKey names it. */
export const explainPath = (budgetId: string, of: string) => `${budgetPath(budgetId)}/explain/${encodeURIComponent(of)}`

export const proposalPath = (budgetId: string, version: number) => pathWith(`${budgetPath(budgetId)}/proposal`, { version })
export const workbookPath = (budgetId: string, version: number) =>
  pathWith(`${budgetPath(budgetId)}/files/budget.xlsx`, { version })
export const versionPath = (budgetId: string, version: number) => pathWith(budgetPath(budgetId), { version })
