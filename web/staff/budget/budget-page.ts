/** One budget: what it comes to and why, what comes next, every line with its basis, what was spent of it, and what was done with it. */

import { html } from 'hono/html'
import { type BudgetPlan, budgetOfPlan } from '#core/planned-budget/budget-plan.ts'
import { SUMMED_BY, sumsBy } from '#core/planned-budget/sums-by.ts'
import type { PlannedBudget } from '#core/planned-budget/whole-budget.ts'
import type { Permission } from '#core/staff/role.ts'
import type { Html } from '#web/customer/page.ts'
import { actLink } from '#web/staff/acts/act-link.ts'
import { BUDGET_ACT_WORDS } from '#web/staff/budget/budget-act-words.ts'
import { refusedBecause, refusedInWords } from '#web/staff/budget/budget-acts.ts'
import { linesSection } from '#web/staff/budget/budget-lines-section.ts'
import {
  BUDGET_ACTS,
  type BudgetActName,
  budgetActPath,
  proposalPath,
  versionPath,
  workbookPath,
} from '#web/staff/budget/budget-paths.ts'
import { budgetPeriodWithin, moneyOf } from '#web/staff/budget/budget-reader.ts'
import { sumName } from '#web/staff/budget/budget-tables.ts'
import { BUDGET_WORDS } from '#web/staff/budget/budget-words.ts'
import { stateChip } from '#web/staff/budget/budgets-page.ts'
import { type SpentShown, spentSection } from '#web/staff/budget/spent-section.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { logLink } from '#web/staff/log-link.ts'
import { BUDGETS_PATH, budgetPath } from '#web/staff/paths.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { table } from '#web/staff/table.ts'
import { ACT_WORDS } from '#web/words/acts.ts'
import { type BudgetReader, becauseInWords, levelInWords } from '#web/words/budget-lines.ts'
import { writtenDays } from '#web/words/report-periods.ts'
import { writtenCount, writtenInstant } from '#web/words/written.ts'

export interface BudgetShown {
  /** As it is shown; `newest` is the number of the newest version. */
  readonly plan: BudgetPlan
  readonly newest: number
  readonly campaignName: (campaign: string) => string
  readonly booksMissing: boolean
  /** Null while it is not locked. */
  readonly spent: SpentShown | null
}

export function budgetPage(frame: Frame, shown: BudgetShown): Html {
  const { locale } = frame
  const { plan, newest } = shown
  const words = BUDGET_WORDS[locale]
  const budget = budgetOfPlan(plan)
  const reader = { locale, currency: budget.currency, campaignName: shown.campaignName }
  const title = words.of(budgetPeriodWithin(plan.period, locale))
  const isNewest = plan.version === newest
  const body = html`<p class="trail"><a href="${BUDGETS_PATH}">← ${words.title}</a></p>
      <h1>${title}</h1>
      <p>${stateChip(plan.state, locale)} <span class="quiet">${words.version(plan.version)} · ${writtenDays(plan.period, locale)}</span></p>
      ${isNewest ? '' : html`<p class="said warn" role="status">${words.old(plan.version, newest)} <a href="${budgetPath(plan.budgetId)}">${words.newest}</a></p>`}
      ${isNewest && shown.booksMissing ? html`<p class="said warn" role="alert">${BUDGET_ACT_WORDS[locale].finish}</p>` : ''}
      <div class="columns">
        ${wholeSection(budget, reader)}
        ${isNewest ? actsSection(frame, shown) : ''}
      </div>
      ${shown.spent ? spentSection(frame, { plan, reader, spent: shown.spent }) : ''}
      ${sumsSection(budget, reader)}
      ${linesSection(frame, { plan, budget, reader, mayEdit: isNewest })}
      ${historySection(frame, plan)}
      ${logLink(frame, plan.budgetId)}`
  return framePage({ frame, section: 'budgets', title, body })
}

function wholeSection({ total, vat, customers, beforePeriod }: PlannedBudget, reader: BudgetReader): Html {
  const { locale } = reader
  const words = BUDGET_WORDS[locale]
  const money = moneyOf(reader)
  const because = becauseInWords(total.verdict, { ...reader, volume: null })
  return html`<section>
        <h2>${words.whole}</h2>
        <dl>
          <dt>${words.expected}</dt><dd><b class="number">${money(total.expected)}</b>${total.low === total.high ? '' : html`<br><small>${words.range(money(total.low), money(total.high))}</small>`}</dd>
          ${vat ? html`<dt>${words.vat(vat.rate.percent)}</dt><dd class="number">${money(vat.amount)}</dd><dt>${words.withVat}</dt><dd class="number">${money(total.expected + vat.amount)}</dd>` : ''}
          <dt>${words.before}</dt><dd>${total.before && beforePeriod ? html`<span class="number">${money(total.before.amount)}</span><br><small>${writtenDays(beforePeriod, locale)}</small>` : words.noBefore}</dd>
          ${total.perCustomer ? html`<dt>${words.perCustomer}</dt><dd class="number">${money(total.perCustomer.amount)} <small>${words.per[total.perCustomer.per]}</small></dd>` : ''}
          <dt>${words.customers}</dt><dd class="number">${writtenCount(customers, locale)}</dd>
          <dt>${words.level}</dt><dd>${levelInWords(total.verdict, locale)}${because.map((reason) => html`<br><small>${reason}</small>`)}</dd>
        </dl>
      </section>`
}

const PERMISSION: Readonly<Record<BudgetActName, Permission>> = {
  propose: 'propose-budget',
  return: 'approve-budget',
  approve: 'approve-budget',
  lock: 'lock-budget',
}

/** The acts of other roles stand there as well, disabled: whoever reads it knows who is to act. */
function actsSection(frame: Frame, { plan, booksMissing }: BudgetShown): Html {
  const { locale, visitor } = frame
  const words = BUDGET_WORDS[locale]
  const address = visitor?.address ?? ''
  const button = (act: BudgetActName) => {
    const refusal = refusedBecause(plan, { act, address, booksMissing })
    const refused = notPermitted(frame, PERMISSION[act]) ?? (refusal && refusedInWords(refusal, act, locale))
    const isLoud = refused === null && act !== 'return'
    return actLink({ path: budgetActPath(plan.budgetId, act), text: ACT_WORDS[locale][`${act}-budget`], refused, isLoud })
  }
  return html`<section>
        <h2>${words.acts}</h2>
        <div class="actions">${BUDGET_ACTS.map(button)}</div>
        <h2>${words.files}</h2>
        <p class="buttons"><a class="button quiet" href="${workbookPath(plan.budgetId, plan.version)}">${words.xlsx}</a> <a class="button quiet" href="${proposalPath(plan.budgetId, plan.version)}">${words.proposal}</a></p>
      </section>`
}

function sumsSection(budget: PlannedBudget, reader: BudgetReader): Html {
  const { locale } = reader
  const words = BUDGET_WORDS[locale]
  const money = moneyOf(reader)
  const one = (by: (typeof SUMMED_BY)[number]) => html`<details class="sums"${by === 'campaign' ? html` open` : ''}>
          <summary>${words.sums[by]}</summary>
          ${table({
            locale,
            label: words.sums[by],
            headings: [words.sumColumns[by], words.expected, words.before],
            rows: sumsBy(budget, by).map(({ of, amount, before }) => [
              sumName(of, by, reader),
              html`<span class="number">${money(amount.expected)}</span>${amount.low === amount.high ? '' : html`<br><small>${words.range(money(amount.low), money(amount.high))}</small>`}`,
              before === null ? '' : html`<span class="number">${money(before)}</span>`,
            ]),
          })}
        </details>`
  return html`<section>${SUMMED_BY.map(one)}</section>`
}

function historySection({ locale, company }: Frame, { budgetId, steps, version }: BudgetPlan): Html {
  const words = BUDGET_WORDS[locale]
  return html`<section>
        <h2>${words.history}</h2>
        <ul class="timeline">${steps
          .toReversed()
          .map(
            (step) =>
              html`<li><time datetime="${step.at}">${writtenInstant(step.at, { zone: company.zone, locale })}</time><div><b>${step.byName}</b>: ${words.steps[step.is]} · ${step.version === version ? words.version(step.version) : html`<a href="${versionPath(budgetId, step.version)}">${words.version(step.version)}</a>`}${step.because === '' ? '' : html`<br><q>${step.because}</q>`}</div></li>`,
          )}</ul>
      </section>`
}
