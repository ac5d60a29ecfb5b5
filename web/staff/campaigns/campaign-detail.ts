/** What is known about a campaign beside its definition: expected people, totals, budget, scores. */
import { html } from 'hono/html'
import type { Money } from '#core/budget/money.ts'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import type { UnknownCount } from '#core/planning/balance.ts'
import type { Balance, Occurrence } from '#core/planning/occurrence.ts'
import type { Given } from '#core/survey/given.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate, writtenMoney } from '#web/rendering/written-value.ts'
import type { Frame } from '#web/staff/frame.ts'
import { balanceInBrief } from '#web/staff/occurrences/balance.ts'
import type { OccurrenceLine } from '#web/staff/occurrences/occurrence-lines.ts'
import { scoreSummary } from '#web/staff/score-summary.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    totals: (occurrences: string, since: string) => `${occurrences} dịp có người, từ ngày ${since}:`,
    noBudget: 'Chiến dịch này không đặt ngân sách.',
    noneYet: 'Chưa dịp nào giữ chỗ hay chi gì.',
    period: 'Kỳ',
    spent: 'Đã chi',
    reserved: 'Đang giữ chỗ',
    left: 'Còn lại',
    counted: '“Đã chi” chỉ tính các dịp đã khép lại; phần đã gửi của dịp đang mở còn nằm trong “Đang giữ chỗ”.',
    of: (limit: string) => `trên ${limit}`,
    whole: 'cả chiến dịch',
    budget: 'Ngân sách',
    scores: (days: number, count: string) => `${count} câu trả lời có điểm trong ${days} ngày qua.`,
    noScores: (days: number) => `Chưa có dữ liệu: ${days} ngày qua chưa ai cho điểm.`,
    scored: 'Điểm',
  },
  en: {
    totals: (occurrences: string, since: string) =>
      `${numberOf(occurrences, ['occurrence', 'occurrences'])} with people since ${since}:`,
    noBudget: 'This campaign has no budget.',
    noneYet: 'No occurrence has reserved or spent anything yet.',
    period: 'Period',
    spent: 'Spent',
    reserved: 'Reserved',
    left: 'Left',
    counted: '“Spent” counts closed occurrences only; what was sent in open ones still stands under “Reserved”.',
    of: (limit: string) => `of ${limit}`,
    whole: 'the whole campaign',
    budget: 'Budget',
    scores: (days: number, count: string) =>
      `${numberOf(count, ['answer', 'answers'])} with a score within ${numberOf(days, DAYS)}.`,
    noScores: (days: number) => `No data: nobody has given a score within ${numberOf(days, DAYS)}.`,
    scored: 'Scores',
  },
})

export interface Expected {
  readonly count: number
  readonly basis: 'planned' | 'last'
  readonly date: LocalDate
}

export interface SpentBudget {
  readonly period: string
  readonly limit: Money
  readonly spent: Money
  readonly reserved: Money
  readonly left: Money
}

export interface Trouble {
  readonly occurrence: Pick<Occurrence, 'occurrenceId' | 'date' | 'mismatch'>
  /** Null for a large open one. */
  readonly balance: Balance | null
  readonly unknown: UnknownCount
}

export interface CampaignDetail {
  readonly next: readonly LocalDate[] | 'personal'
  /** Null before the first plan. */
  readonly expected: Expected | null
  /** Of the occurrences in which somebody was due; null before the first. */
  readonly totals: { readonly occurrences: number; readonly since: LocalDate; readonly balance: Balance } | null
  readonly lines: readonly OccurrenceLine[]
  /** The occurrences in which something may have gone wrong. */
  readonly troubles: readonly Trouble[]
  readonly budgets: readonly SpentBudget[]
  /** Null for a campaign that asks nothing. */
  readonly scores: { readonly survey: SurveyDefinition; readonly days: number; readonly given: readonly Given[] } | null
}

export function totalsLine(
  { totals }: CampaignDetail,
  { locale, isOfCalls }: { readonly locale: Frame['locale']; readonly isOfCalls: boolean },
): Html | string {
  if (!totals) return ''
  const said = WORDS[locale].totals(writtenCount(totals.occurrences, locale), shortDate(totals.since, locale))
  return html`<p>${said} <b>${balanceInBrief(totals.balance, { locale, isOfCalls })}</b></p>`
}

export function budgetTable(
  detail: CampaignDetail,
  { frame: { locale }, hasBudget }: { readonly frame: Frame; readonly hasBudget: boolean },
): Html {
  const words = WORDS[locale]
  if (!hasBudget) return html`<p class="quiet">${words.noBudget}</p>`
  const money = (value: Money) => html`<span class="number">${writtenMoney(value, locale)}</span>`
  const rows = detail.budgets.map(({ period, limit, spent, reserved, left }) => [
    html`<b>${period === 'all' ? words.whole : period}</b>`,
    html`${money(spent)}<br><meter min="0" max="${limit.amount}" value="${spent.amount + reserved.amount}" aria-label="${words.spent} + ${words.reserved}"></meter>`,
    money(reserved),
    html`${money(left)}<br><small>${words.of(writtenMoney(limit, locale))}</small>`,
  ])
  const headings = [words.period, words.spent, words.reserved, words.left]
  const budgets = table({ locale, label: words.budget, headings, rows, empty: words.noneYet })
  return rows.length === 0 ? budgets : html`${budgets}<p class="quiet"><small>${words.counted}</small></p>`
}

export function scoresTable({ survey, days, given }: NonNullable<CampaignDetail['scores']>, { locale }: Frame): Html {
  const words = WORDS[locale]
  if (given.length === 0) return html`<p class="quiet" data-scores="none">${words.noScores(days)}</p>`
  return html`<p>${words.scores(days, writtenCount(given.length, locale))}</p>${scoreSummary({ survey, given, label: words.scored, locale })}`
}
