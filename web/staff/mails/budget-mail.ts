/** The mail that tells who is to act on a budget: what it is, what it comes to, who did what and why, and the way to its page. */
import { html } from 'hono/html'
import { type BudgetPlan, budgetOfPlan, stepThatAsks } from '#core/planned-budget/budget-plan.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'
import { budgetPeriodWithin, moneyOf } from '#web/staff/budget/budget-reader.ts'
import { BUDGET_WORDS } from '#web/staff/budget/budget-words.ts'
import { mailFrame } from '#web/staff/mails/mail-frame.ts'
import { budgetPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { becauseInWords, levelInWords } from '#web/words/budget-lines.ts'

const WORDS = bothLanguages({
  vi: {
    proposed: (period: string) => `Ngân sách ${period} chờ bạn duyệt`,
    returned: (period: string) => `Ngân sách ${period} bị trả lại`,
    approved: (period: string) => `Ngân sách ${period} đã được duyệt, chờ chốt`,
    total: 'Dự kiến',
    before: 'Kỳ trước',
    open: 'Mở ngân sách',
    privacy: 'Thư này chỉ có số liệu, không có tên khách hàng. Mọi khoản, cơ sở tính và tờ trình ở trên trang.',
  },
  en: {
    proposed: (period) => `The budget of ${period} waits for your approval`,
    returned: (period) => `The budget of ${period} was returned`,
    approved: (period) => `The budget of ${period} is approved, and waits to be locked`,
    total: 'Expected',
    before: 'Period before',
    open: 'Open the budget',
    privacy: 'This mail holds figures and no names of customers. Every line, its basis and the proposal stand on the page.',
  },
})

export interface BudgetMail {
  readonly locale: PageLocale
  readonly company: string
  /** Null where the staff app has no address. */
  readonly staffUrl: string | null
}

export function budgetMail(
  plan: BudgetPlan,
  { locale, company, staffUrl }: BudgetMail,
): { readonly subject: string; readonly html: string; readonly text: string } {
  const words = WORDS[locale]
  const budget = budgetOfPlan(plan)
  const { total, currency } = budget
  const money = moneyOf({ currency, locale })
  const title = headerSafe(titleOf(plan, locale)).text
  const asked = stepThatAsks(plan)
  const said = asked ? `${asked.byName}, ${BUDGET_WORDS[locale].steps[asked.is]}: “${asked.because}”` : ''
  const figures = [
    `${words.total}: ${money(total.expected)}, ${levelInWords(total.verdict, locale)}`,
    ...(total.before ? [`${words.before}: ${money(total.before.amount)}`] : []),
    ...becauseInWords(total.verdict, { volume: null, locale, currency }),
  ]
  const page = staffUrl === null ? null : `${staffUrl}${budgetPath(plan.budgetId)}`
  const body = html`<p>${said}</p>
${figures.map((line) => html`<p>${line}</p>\n`)}${page === null ? '' : html`<p><a class="open" href="${page}">${words.open}</a></p>\n`}<p class="quiet">${words.privacy}</p>
`
  const text = [
    title,
    said,
    figures.join('\n'),
    ...(page === null ? [] : [`${words.open}: ${page}`]),
    `-- \n${company}\n${words.privacy}`,
  ]
  return { subject: title, html: mailFrame({ locale, company, title, body }), text: `${text.join('\n\n')}\n` }
}

function titleOf({ state, period }: BudgetPlan, locale: PageLocale): string {
  const named = budgetPeriodWithin(period, locale)
  return state === 'proposed' || state === 'returned' || state === 'approved'
    ? WORDS[locale][state](named)
    : BUDGET_WORDS[locale].of(named)
}
