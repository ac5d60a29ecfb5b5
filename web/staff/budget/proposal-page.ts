/** The proposal of a budget on paper, for the board to sign: one standalone page, no other file, no script. */
import { html, raw } from 'hono/html'
import type { Company } from '#core/campaign/company.ts'
import type { BudgetLine } from '#core/planned-budget/line.ts'
import { type SumLine, sumsBy } from '#core/planned-budget/sums-by.ts'
import type { PlannedBudget } from '#core/planned-budget/whole-budget.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate, writtenMoney } from '#web/rendering/written-value.ts'
import { sumName } from '#web/staff/budget/budget-tables.ts'
import { PROPOSAL_CSS } from '#web/staff/budget/proposal-style.ts'
import { PROPOSAL_WORDS } from '#web/staff/budget/proposal-words.ts'
import {
  type BudgetReader,
  basisInWords,
  becauseInWords,
  comparedVolume,
  levelInWords,
  lineKindWords,
  lineTitle,
  sourceIn,
} from '#web/words/budget-lines.ts'
import { writtenNumber } from '#web/words/figures.ts'
import { moneyInWords } from '#web/words/money-in-words.ts'
import { writtenDays } from '#web/words/report-periods.ts'

interface Proposal {
  readonly budget: PlannedBudget
  readonly company: Pick<Company, 'legalName' | 'address' | 'phone'>
  readonly reader: BudgetReader
  /** Which version it is and how far it has come; null for one that is stored nowhere. */
  readonly standing?: string | null
}

export function proposalPage({ budget, company, reader, standing = null }: Proposal): Html {
  const { locale } = reader
  const words = PROPOSAL_WORDS[locale]
  const days = writtenDays(budget.period, locale)
  const customers = writtenNumber(budget.customers, { digits: 0, locale })
  return html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${words.title} · ${days} · ${company.legalName}</title>
    <style>${raw(PROPOSAL_CSS)}</style>
  </head>
  <body>
    <header>
      <div><p><b>${company.legalName}</b></p><p>${company.address}</p><p>${company.phone}</p><p>${words.number}</p></div>
      <div>${words.nation === '' ? '' : html`<p><b>${words.nation}</b></p><p class="motto">${words.motto}</p>`}<p class="place">${words.place}</p></div>
    </header>
    <h1>${words.title}</h1>
    <p class="about">${words.about(days)}</p>
    ${standing === null ? '' : html`<p class="standing">${standing}</p>`}
    <p><b>${words.to(company.legalName)}</b></p>
    <p>${words.lead(days, customers)}</p>
    ${sumsTable(budget, reader)}
    <h2>${words.why}</h2>
    ${whyPart(budget, reader)}
    <p>${words.closing}</p>
    <div class="signatures">${words.signatures.map((name) => html`<p><b>${name}</b><small>${words.sign}</small></p>`)}</div>
    <h2 class="annex">${words.basis}</h2>
    <ol class="basis">${budget.lines.map((line) => html`<li><b>${lineTitle(line, reader)}</b>: ${moneyOf(reader)(line.amount.expected)}. ${basisInWords(line.basis, reader)}</li>`)}</ol>
  </body>
</html>`
}

const moneyOf =
  ({ currency, locale }: BudgetReader) =>
  (amount: number): string =>
    writtenMoney({ amount, currency }, locale)

/** By occasion; the pool for compensation and the contingency are items of their own. */
function sumsTable({ lines, total, vat, beforePeriod, currency }: PlannedBudget, reader: BudgetReader): Html {
  const { locale } = reader
  const words = PROPOSAL_WORDS[locale]
  const money = moneyOf(reader)
  const whole = total.expected + (vat?.amount ?? 0)
  const row = ({ of, amount, before }: SumLine, at: number) => html`<tr>
      <td class="number">${at + 1}</td><td>${sumName(of, 'campaign', reader)}</td>
      <td class="number">${before === null ? '' : money(before)}</td><td class="number">${money(amount.expected)}</td>
      <td class="number range">${amount.low === amount.high ? '' : `${money(amount.low)} – ${money(amount.high)}`}</td>
    </tr>`
  return html`<div class="wide"><table>
      <thead><tr><th>${words.order}</th><th>${words.item}</th><th class="number">${beforePeriod ? words.before(writtenDays(beforePeriod, locale)) : words.noBefore}</th><th class="number">${words.expected}</th><th class="number">${words.range}</th></tr></thead>
      <tbody>${sumsBy({ lines, total }, 'campaign').map(row)}</tbody>
      <tfoot>
        <tr><td></td><td>${words.sum}</td><td class="number">${total.before ? money(total.before.amount) : ''}</td><td class="number">${money(total.expected)}</td><td class="number range">${money(total.low)} – ${money(total.high)}</td></tr>
        ${vat ? html`<tr><td></td><td>${words.vat(vat.rate.percent, vat.rate.on.map((kind) => lineKindWords(kind, locale)).join(' + '))}</td><td></td><td class="number">${money(vat.amount)}</td><td></td></tr>` : ''}
        <tr><td></td><td>${words.total}</td><td></td><td class="number">${money(whole)}</td><td></td></tr>
      </tfoot>
    </table></div>
    <p class="words">${words.inWords(moneyInWords({ amount: whole, currency }, locale))}</p>
    ${vat ? html`<p class="basis">${words.vat(vat.rate.percent, money(vat.of))}: ${sourceIn(vat.rate.source, locale)} (${shortDate(vat.rate.validFrom, locale)})</p>` : html`<p>${words.noVat}</p>`}`
}

/** The whole, then every line that is too high or too low. */
function whyPart({ total, lines }: PlannedBudget, reader: BudgetReader): Html {
  const { locale } = reader
  const words = PROPOSAL_WORDS[locale]
  const named = lines.filter(({ verdict }) => verdict.level === 'too-high' || verdict.level === 'too-low')
  const reasons = (line: BudgetLine) => becauseInWords(line.verdict, { ...reader, volume: comparedVolume(line) })
  const whole = becauseInWords(total.verdict, { ...reader, volume: null })
  return html`<ul>
      <li><b>${words.whole(levelInWords(total.verdict, locale))}</b>${whole.length > 0 ? `: ${whole.join('; ')}` : `: ${words.none}`}</li>
      ${named.map((line) => html`<li><b>${lineTitle(line, reader)}: ${levelInWords(line.verdict, locale)}</b>: ${reasons(line).join('; ')}</li>`)}
    </ul>`
}
