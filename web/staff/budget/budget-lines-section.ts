/** Every line of a budget, folded by campaign: a quarter has more than a hundred of them, and a phone shows each as a card. */
import { html } from 'hono/html'
import type { BudgetPlan } from '#core/planned-budget/budget-plan.ts'
import type { BudgetLine } from '#core/planned-budget/line.ts'
import { mayFollow } from '#core/planned-budget/plan-act.ts'
import type { PlannedBudget } from '#core/planned-budget/whole-budget.ts'
import type { Html } from '#web/customer/page.ts'
import { actLink } from '#web/staff/acts/act-link.ts'
import { budgetActPath, lineName, linePath } from '#web/staff/budget/budget-paths.ts'
import { moneyOf } from '#web/staff/budget/budget-reader.ts'
import { BUDGET_WORDS } from '#web/staff/budget/budget-words.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { type Cell, table } from '#web/staff/table.ts'
import {
  type BudgetReader,
  basisInWords,
  becauseInWords,
  comparedVolume,
  levelInWords,
  lineTitle,
} from '#web/words/budget-lines.ts'
import { writtenCount } from '#web/words/written.ts'

interface LinesShown {
  readonly plan: BudgetPlan
  readonly budget: PlannedBudget
  readonly reader: BudgetReader
  /** Only the newest version can be changed. */
  readonly mayEdit: boolean
}

export function linesSection(frame: Frame, { plan, budget, reader, mayEdit }: LinesShown): Html {
  const words = BUDGET_WORDS[reader.locale]
  const refused = notPermitted(frame, 'propose-budget') ?? (mayFollow(plan.state, 'change') ? null : words.notEditable)
  const campaigns = [...new Set(budget.lines.map(({ campaign }) => campaign))].toSorted(byName(reader))
  const canEdit = mayEdit && refused === null
  return html`<section>
        <h2>${words.lines}</h2>
        <p class="quiet">${words.linesLead}</p>
        ${campaigns.map((campaign) => ofCampaign(campaign, { plan, budget, reader, canEdit }))}
        ${mayEdit ? html`<div class="actions">${actLink({ path: budgetActPath(plan.budgetId, 'add'), text: words.add, refused })}</div>` : ''}
      </section>`
}

/** What belongs to no campaign stands at the end. */
const byName =
  ({ campaignName, locale }: BudgetReader) =>
  (a: string | null, b: string | null): number =>
    a === null || b === null ? (a === b ? 0 : a === null ? 1 : -1) : campaignName(a).localeCompare(campaignName(b), locale)

interface Editing extends Omit<LinesShown, 'mayEdit'> {
  readonly canEdit: boolean
}

function ofCampaign(campaign: string | null, editing: Editing): Html {
  const { budget, reader, canEdit } = editing
  const { locale, campaignName } = reader
  const words = BUDGET_WORDS[locale]
  const money = moneyOf(reader)
  const lines = budget.lines.filter((line) => line.campaign === campaign)
  const sum = lines.reduce((total, { amount }) => total + amount.expected, 0)
  const marked = lines.filter(({ verdict: { level } }) => level === 'too-high' || level === 'too-low').length
  const headings = canEdit ? words.lineColumns : words.lineColumns.slice(0, -1)
  return html`<details class="line-group">
          <summary><b>${campaign === null ? words.apart : campaignName(campaign)}</b> <span class="number">${money(sum)}</span> <small>${words.count(lines.length)}</small>${marked === 0 ? '' : html` ${chip(words.marked(marked), 'warn')}`}</summary>
          ${table({ locale, label: campaign === null ? words.apart : campaignName(campaign), headings, rows: lines.map((line) => row(line, editing)) })}
        </details>`
}

function row(line: BudgetLine, { plan, reader, canEdit }: Editing): readonly Cell[] {
  const { locale } = reader
  const words = BUDGET_WORDS[locale]
  const money = moneyOf(reader)
  const { amount, before, perCustomer, verdict, volume, basis } = line
  const tone = verdict.level === 'too-high' || verdict.level === 'too-low' ? 'warn' : 'quiet'
  const because = becauseInWords(verdict, { ...reader, volume: comparedVolume(line) })
  const cells: readonly Cell[] = [
    html`${lineTitle(line, reader)}${volume === null ? '' : html`<br><small>${words.volume(writtenCount(volume, locale))}</small>`}`,
    html`<span class="number">${money(amount.expected)}</span>${amount.low === amount.high ? '' : html`<br><small>${words.range(money(amount.low), money(amount.high))}</small>`}`,
    before === null ? '' : html`<span class="number">${money(before.amount)}</span>`,
    perCustomer === null
      ? ''
      : html`<span class="number">${money(perCustomer.amount)}</span> <small>${words.per[perCustomer.per]}</small>`,
    html`${chip(levelInWords(verdict, locale), tone)}${because.map((reason) => html`<br><small>${reason}</small>`)}`,
    html`<small>${basisInWords(basis, reader)}</small>`,
  ]
  return canEdit ? [...cells, editLinks(line, { plan, words })] : cells
}

function editLinks(
  line: BudgetLine,
  { plan: { budgetId }, words }: { readonly plan: BudgetPlan; readonly words: (typeof BUDGET_WORDS)[Frame['locale']] },
): Html {
  const name = lineName(line)
  const link = (act: 'change' | 'computed' | 'remove', text: string) =>
    html`<a class="days" href="${linePath(budgetId, name, act)}">${text}</a>`
  if (line.kind === 'other') return link('remove', words.remove)
  return html`${link('change', words.change)}${line.basis.is === 'by-hand' ? html`<br>${link('computed', words.computedAgain)}` : ''}`
}
