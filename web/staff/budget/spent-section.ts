/** What was reserved, booked and spent of a locked budget, item by item, with the reasons of each difference and what the head of care wrote about it. */
import { html } from 'hono/html'
import type { BudgetPlan } from '#core/planned-budget/budget-plan.ts'
import {
  type NoSpending,
  type Variance,
  type VarianceLine,
  type VarianceOf,
  type VarianceReason,
  varianceKey,
  varianceNamed,
} from '#core/planned-budget/variance.ts'
import type { Html } from '#web/customer/page.ts'
import { explainPath } from '#web/staff/budget/budget-paths.ts'
import { differenceOf, moneyOf } from '#web/staff/budget/budget-reader.ts'
import { BUDGET_WORDS } from '#web/staff/budget/budget-words.ts'
import type { Frame } from '#web/staff/frame.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { type Cell, table } from '#web/staff/table.ts'
import type { BudgetReader } from '#web/words/budget-lines.ts'
import { writtenCount } from '#web/words/written.ts'

export interface SpentShown {
  readonly books: readonly {
    readonly campaign: string
    readonly limit: number
    readonly reserved: number
    readonly settled: number
  }[]
  /** Or why there are no figures. */
  readonly variance: Variance | { readonly nothing: NoSpending }
}

interface SpentOf {
  readonly plan: BudgetPlan
  readonly reader: BudgetReader
  readonly spent: SpentShown
}

export function spentSection(frame: Frame, { plan, reader, spent }: SpentOf): Html {
  const { locale } = reader
  const words = BUDGET_WORDS[locale]
  const { variance } = spent
  return html`<section id="spent">
        <h2>${words.spent}</h2>
        <p class="quiet">${words.spentLead}</p>
        ${'nothing' in variance ? html`<p class="said" role="status">${words.nothing[variance.nothing]}</p>${booksTable(spent, reader)}` : varianceTable(frame, { plan, reader, spent, variance })}
      </section>`
}

function booksTable({ books }: SpentShown, reader: BudgetReader): Html {
  const { locale } = reader
  const words = BUDGET_WORDS[locale]
  const money = moneyOf(reader)
  return table({
    locale,
    label: words.spent,
    headings: words.spentColumns.slice(0, 4),
    rows: books.map(({ campaign, limit, reserved, settled }) => [
      itemName(varianceNamed(campaign), reader),
      ...[limit, reserved, settled].map(money),
    ]),
  })
}

export function varianceTable(
  frame: Frame,
  { plan, reader, spent: { books }, variance }: SpentOf & { readonly variance: Variance },
): Html {
  const { locale } = reader
  const words = BUDGET_WORDS[locale]
  const money = moneyOf(reader)
  const mayExplain = notPermitted(frame, 'propose-budget') === null
  const number = (amount: number | null) => (amount === null ? '' : html`<span class="number">${money(amount)}</span>`)
  const bookOf = ({ of }: VarianceLine) => books.find(({ campaign }) => campaign === varianceKey(of))
  const rows = variance.lines.map((line): readonly Cell[] => {
    const book = bookOf(line)
    return [
      itemName(line.of, reader),
      number(line.planned),
      number(book?.reserved ?? null),
      number(book?.settled ?? null),
      number(line.spent),
      html`<span class="number">${differenceOf(reader)(line.difference)}</span>`,
      becauseCell(line, reader),
      ...(mayExplain
        ? [html`<a class="days" href="${explainPath(plan.budgetId, varianceKey(line.of))}">${words.explain}</a>`]
        : []),
    ]
  })
  const sums = [books.reduce((sum, { reserved }) => sum + reserved, 0), books.reduce((sum, { settled }) => sum + settled, 0)]
  const total: readonly Cell[] = [
    html`<b>${words.total}</b>`,
    ...[variance.planned, ...sums, variance.spent].map((amount) => html`<b class="number">${money(amount)}</b>`),
    html`<b class="number">${differenceOf(reader)(variance.spent - variance.planned)}</b>`,
    '',
    ...(mayExplain ? [''] : []),
  ]
  const headings = mayExplain ? words.spentColumns : words.spentColumns.slice(0, -1)
  return table({ locale, label: words.spent, headings, rows: [...rows, total] })
}

/** Each part of the difference with its amount, then the words of the head of care. */
export function becauseCell({ because, explained }: VarianceLine, reader: BudgetReader): Html {
  const words = BUDGET_WORDS[reader.locale]
  const reasons = because.map((reason) => reasonInWords(reason, reader))
  return html`${reasons.length === 0 ? words.same : reasons.map((reason, at) => html`${at === 0 ? '' : html`<br>`}<small>${reason}</small>`)}${explained ? html`<br>${words.said(explained.byName, explained.because)}` : ''}`
}

export const itemName = (of: VarianceOf, { locale, campaignName }: BudgetReader): string =>
  of.is === 'campaign' ? campaignName(of.campaign) : BUDGET_WORDS[locale].items[of.is]

function reasonInWords(reason: VarianceReason, reader: BudgetReader): string {
  const { locale } = reader
  const words = BUDGET_WORDS[locale].reasons
  const amount = differenceOf(reader)(reason.amount)
  const count = (number: number) => writtenCount(number, locale)
  switch (reason.is) {
    case 'touches':
      return words.touches(count(reason.made), count(reason.planned), amount)
    case 'vouchers':
      return words.vouchers(count(reason.used), count(reason.given), amount)
    case 'price':
    case 'rounding':
    case 'not-planned':
    case 'not-measured':
    case 'given':
    case 'reserve':
      return words[reason.is](amount)
  }
}
