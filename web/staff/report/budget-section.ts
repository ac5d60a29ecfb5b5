/** What was spent against the budget of the same days, item by item with its reason; the whole of it stands on the budget's own page. */
import { html } from 'hono/html'
import type { ReportBudget } from '#core/report/report-budget.ts'
import type { Html } from '#web/customer/page.ts'
import { differenceOf, moneyOf } from '#web/staff/budget/budget-reader.ts'
import { BUDGET_WORDS } from '#web/staff/budget/budget-words.ts'
import { stateChip } from '#web/staff/budget/budgets-page.ts'
import { becauseCell, itemName } from '#web/staff/budget/spent-section.ts'
import { budgetPath } from '#web/staff/paths.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import type { BudgetReader } from '#web/words/budget-lines.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Ngân sách: đã chi so với đã chốt',
    columns: ['Khoản', 'Đã chốt', 'Đã chi', 'Chênh lệch', 'Vì sao'],
    open: 'Mở ngân sách của kỳ này',
  },
  en: {
    title: 'Budget: spent against what was locked',
    columns: ['Item', 'Locked', 'Spent', 'Difference', 'Why'],
    open: 'Open the budget of this period',
  },
})

/** Nothing where the period has no budget. */
export function budgetSection(
  budget: ReportBudget | null,
  { locale, campaignName }: Pick<BudgetReader, 'locale' | 'campaignName'>,
): Html | string {
  if (!budget) return ''
  const { budgetId, state, currency, variance } = budget
  const words = WORDS[locale]
  const reader = { locale, campaignName, currency }
  return html`<section id="budget">
        <h2>${words.title}</h2>
        ${variance === null ? html`<p>${stateChip(state, locale)}</p>` : comparison(variance, reader)}
        <p class="noprint"><a href="${budgetPath(budgetId)}">${words.open}</a></p>
      </section>`
}

function comparison(variance: NonNullable<ReportBudget['variance']>, reader: BudgetReader): Html {
  const { locale } = reader
  const words = WORDS[locale]
  if ('nothing' in variance) return html`<p class="quiet">${BUDGET_WORDS[locale].nothing[variance.nothing]}</p>`
  const money = moneyOf(reader)
  const number = (text: string) => html`<span class="number">${text}</span>`
  const rows = variance.lines.map((line) => [
    itemName(line.of, reader),
    number(money(line.planned)),
    number(money(line.spent)),
    number(differenceOf(reader)(line.difference)),
    becauseCell(line, reader),
  ])
  const total = [
    html`<b>${BUDGET_WORDS[locale].total}</b>`,
    ...[money(variance.planned), money(variance.spent), differenceOf(reader)(variance.spent - variance.planned)].map(
      (text) => html`<b class="number">${text}</b>`,
    ),
    '',
  ]
  return table({ locale, label: words.title, headings: words.columns, rows: [...rows, total] })
}
