/** All budgets, the latest period first. */
import { html } from 'hono/html'
import type { Period } from '#core/kpi/period.ts'
import { type BudgetPlan, budgetOfPlan, type PlanState } from '#core/planned-budget/budget-plan.ts'
import { periodHolding } from '#core/report/report-period.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { Html } from '#web/customer/page.ts'
import { budgetPeriod, moneyOf } from '#web/staff/budget/budget-reader.ts'
import { BUDGET_WORDS } from '#web/staff/budget/budget-words.ts'
import { chip } from '#web/staff/chip.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { budgetPath } from '#web/staff/paths.ts'
import { type Cell, table } from '#web/staff/table.ts'
import { writtenDays } from '#web/words/report-periods.ts'
import { writtenInstant } from '#web/words/written.ts'

export function budgetsPage(frame: Frame, plans: readonly BudgetPlan[]): Html {
  const { locale } = frame
  const { from, to } = nextQuarter(localDateAt(frame.now, frame.company.zone))
  const words = BUDGET_WORDS[locale]
  const body = html`<h1>${words.title}</h1>
      <p class="quiet">${words.lead}</p>
      <section>
        ${table({ locale, label: words.title, headings: words.columns, rows: plans.map((plan) => row(plan, frame)), empty: words.empty })}
      </section>
      <section><h2>${words.make}</h2><p>${words.makeLead}</p><pre>npx care budget draft --from ${from} --to ${to}</pre></section>`
  return framePage({ frame, section: 'budgets', title: words.title, body })
}

/** What the head of care budgets for next. */
const nextQuarter = (today: LocalDate): Period => periodHolding('quarter', addDays(periodHolding('quarter', today).to, 1))

function row(plan: BudgetPlan, { locale, company }: Frame): readonly Cell[] {
  const { currency, total } = budgetOfPlan(plan)
  const money = moneyOf({ currency, locale })
  const last = plan.steps.at(-1)
  const [name, days] = [budgetPeriod(plan.period, locale), writtenDays(plan.period, locale)]
  return [
    html`<a href="${budgetPath(plan.budgetId)}">${name}</a>${name === days ? '' : html`<br><small class="days">${days}</small>`}`,
    stateChip(plan.state, locale),
    html`<span class="number">${money(total.expected)}</span>`,
    total.before ? html`<span class="number">${money(total.before.amount)}</span>` : '',
    last
      ? html`${last.byName}: ${BUDGET_WORDS[locale].steps[last.is]}<br><small>${writtenInstant(last.at, { zone: company.zone, locale })}</small>`
      : '',
  ]
}

export const stateChip = (state: PlanState, locale: Frame['locale']): Html =>
  chip(
    BUDGET_WORDS[locale].states[state],
    state === 'locked' ? 'good' : state === 'proposed' || state === 'returned' ? 'warn' : 'plain',
  )
