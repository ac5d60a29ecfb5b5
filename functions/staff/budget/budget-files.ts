/** A budget to take along: every line with its basis and its sums as a workbook, amounts as numbers. */
import { workbookOfTables } from '#adapters/xlsx/number-workbook.ts'
import { budgetOfPlan } from '#core/planned-budget/budget-plan.ts'
import { type BudgetReading, budgetAsked, budgetReader } from '#functions/staff/budget/budget-system.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { budgetTables } from '#web/staff/budget/budget-tables.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'

export function budgetFileRoutes(system: BudgetReading & FrameSystem & Pick<StaffSystem, 'events'>): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  app.get('/budgets/:id/files/budget.xlsx', needs('see-budgets'), async (context) => {
    const frame = frameOf(system, context)
    const asked = { budgetId: context.req.param('id'), version: context.req.query('version') }
    const found = await budgetAsked(system, asked)
    if (!found) return context.html(noSuchPage(frame, 'budget'), 404)
    const reader = await budgetReader(system, { plan: found.plan, locale: frame.locale })
    const bytes = await workbookOfTables(budgetTables(budgetOfPlan(found.plan), reader))
    const { budgetId, version } = found.plan
    return context.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="budget-${budgetId}-v${version}.xlsx"`,
    })
  })
  return app
}
