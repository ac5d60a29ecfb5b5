/** The list of budgets, one budget in any of its versions, and its proposal on paper. */
import { booksOf, type StandingPorts, spentOfBudget } from '#app/budgeting/standing-of-budget.ts'
import { booksMissing } from '#app/budgeting/work-on-budget.ts'
import { type BudgetPlan, budgetOfPlan } from '#core/planned-budget/budget-plan.ts'
import { varianceOf } from '#core/planned-budget/variance.ts'
import { actRoutes } from '#functions/staff/acts/act-flow.ts'
import { budgetActs } from '#functions/staff/budget/budget-acts.ts'
import { type BudgetSystem, budgetAsked, budgetReader } from '#functions/staff/budget/budget-system.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { pagePolicy } from '#functions/staff/visit/page-headers.ts'
import { budgetPage } from '#web/staff/budget/budget-page.ts'
import { BUDGET_WORDS } from '#web/staff/budget/budget-words.ts'
import { budgetsPage } from '#web/staff/budget/budgets-page.ts'
import { proposalPage } from '#web/staff/budget/proposal-page.ts'
import { PROPOSAL_CSS } from '#web/staff/budget/proposal-style.ts'
import type { SpentShown } from '#web/staff/budget/spent-section.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'

export function budgetRoutes(system: BudgetSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules } = system

  app.get('/budgets', needs('see-budgets'), async (context) =>
    context.html(budgetsPage(frameOf(system, context), await stores.budgetPlans.all())),
  )

  app.get('/budgets/:id', needs('see-budgets'), async (context) => {
    const frame = frameOf(system, context)
    const asked = { budgetId: context.req.param('id'), version: context.req.query('version') }
    const found = await budgetAsked(system, asked)
    if (!found) return context.html(noSuchPage(frame, 'budget'), 404)
    const { plan } = found
    const [reader, spent, missing] = await Promise.all([
      budgetReader(system, { plan, locale: frame.locale }),
      spentOf(system, plan),
      booksMissing(stores, plan),
    ])
    return context.html(budgetPage(frame, { ...found, campaignName: reader.campaignName, spent, booksMissing: missing }))
  })

  app.get('/budgets/:id/proposal', needs('see-budgets'), async (context) => {
    const frame = frameOf(system, context)
    const asked = { budgetId: context.req.param('id'), version: context.req.query('version') }
    const found = await budgetAsked(system, asked)
    if (!found) return context.html(noSuchPage(frame, 'budget'), 404)
    const { plan } = found
    const words = BUDGET_WORDS[frame.locale]
    const reader = await budgetReader(system, { plan, locale: frame.locale })
    const standing = `${words.version(plan.version)}, ${words.states[plan.state]}`
    context.header('content-security-policy', pagePolicy({ ownStyle: PROPOSAL_CSS }))
    return context.html(proposalPage({ budget: budgetOfPlan(plan), company: companyRules.company, reader, standing }))
  })

  app.route('/', actRoutes(system, budgetActs(system)))
  return app
}

/** Null while it is not locked: nothing is booked against it, and nothing is compared. */
async function spentOf({ stores }: { readonly stores: StandingPorts }, plan: BudgetPlan): Promise<SpentShown | null> {
  if (plan.state !== 'locked') return null
  const [books, spent] = await Promise.all([
    booksOf(stores, plan),
    spentOfBudget(stores, { period: plan.period, currency: plan.computed.currency }),
  ])
  return { books, variance: 'nothing' in spent ? spent : varianceOf(plan, spent) }
}
