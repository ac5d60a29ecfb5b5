/** A budget as `care budget` prints it, and as its JSON has it. */

import type { PriceMissing } from '#app/rehearsal/budget-volumes.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { BudgetLine, PerCustomer, Verdict } from '#core/planned-budget/line.ts'
import type { BudgetRefused } from '#core/planned-budget/planned-budget.ts'
import type { PlannedBudget } from '#core/planned-budget/whole-budget.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { writtenMoney } from '#web/rendering/written-value.ts'
import { basisInWords, becauseInWords, comparedVolume, levelInWords, lineTitle } from '#web/words/budget-lines.ts'

type Names = readonly Pick<CampaignDefinition, 'id' | 'name'>[]

export function budgetLines(budget: PlannedBudget, names: Names): readonly string[] {
  const { period, currency, customers, beforePeriod, lines, total } = budget
  const money = (amount: number) => writtenMoney({ amount, currency }, 'en')
  const each = (one: PerCustomer | null) =>
    one === null ? '' : `, ${money(one.amount)} a customer ${one.per === 'year' ? 'and year' : 'on one occasion'}`
  const compared =
    beforePeriod === null
      ? 'compared with no period before: the facts hold none that is whole'
      : `compared with ${beforePeriod.from} to ${beforePeriod.to}`
  return [
    `Budget of ${period.from} to ${period.to}, ${customers} customers, ${compared}`,
    ...lines.flatMap((line) => [
      `${lineTitle(line, budgetReader(budget, names, 'en'))}: ${money(line.amount.expected)}${range(line, money)}${each(line.perCustomer)}, ${levelInWords(line.verdict, 'en')}`,
      `    ${basisInWords(line.basis, budgetReader(budget, names, 'en'))}`,
      ...(line.before ? [`    before: ${money(line.before.amount)}`] : []),
      ...becauseInWords(line.verdict, { volume: comparedVolume(line), locale: 'en', currency }).map(
        (because) => `    ${because}`,
      ),
    ]),
    `Total: ${money(total.expected)}${range({ amount: total }, money)}${each(total.perCustomer)}, ${levelInWords(total.verdict, 'en')}`,
    ...becauseInWords(total.verdict, { volume: null, locale: 'en', currency }).map((because) => `    ${because}`),
  ]
}

const range = ({ amount }: Pick<BudgetLine, 'amount'>, money: (amount: number) => string): string =>
  amount.low === amount.high ? '' : ` (${money(amount.low)} to ${money(amount.high)})`

export const budgetReader = ({ currency }: PlannedBudget, names: Names, locale: PageLocale) => ({
  locale,
  currency,
  campaignName: (campaign: string) => names.find(({ id }) => id === campaign)?.name[locale] ?? campaign,
})

/** Each line with its words in both languages. */
export function budgetJson(budget: PlannedBudget, names: Names) {
  const { currency, lines, total } = budget
  const [vi, en] = [budgetReader(budget, names, 'vi'), budgetReader(budget, names, 'en')]
  const because = (verdict: Verdict, volume: number | null) => {
    const [said, inEnglish] = [
      becauseInWords(verdict, { volume, locale: 'vi', currency }),
      becauseInWords(verdict, { volume, locale: 'en', currency }),
    ]
    return verdict.because.map((one, at) => ({ ...one, words: { vi: said[at], en: inEnglish[at] } }))
  }
  return {
    ...budget,
    lines: lines.map((line) => ({
      ...line,
      title: { vi: lineTitle(line, vi), en: lineTitle(line, en) },
      basis: { ...line.basis, words: { vi: basisInWords(line.basis, vi), en: basisInWords(line.basis, en) } },
      verdict: { level: line.verdict.level, because: because(line.verdict, comparedVolume(line)) },
    })),
    total: { ...total, verdict: { level: total.verdict.level, because: because(total.verdict, null) } },
  }
}

export function refusalLine(refused: BudgetRefused | PriceMissing, { from, to }: PlannedBudget['period']): string {
  switch (refused.refused) {
    case 'nobody':
      return `no customer would be written to or rung from ${from} to ${to}: there is nothing to budget`
    case 'mixed-currencies':
      return `amounts in ${refused.currencies.join(' and ')} have no sum: a budget is kept in one currency`
    case 'no-price':
      return `prices.json has no price of ${refused.item} that holds on ${refused.date}: add one with its validFrom and source`
    case 'no-rate':
      return `budget.json states no ${refused.rate} that holds on ${refused.date}: add one with its validFrom and source`
    case 'too-many-touches': {
      const { campaign, tier, volume } = refused.line
      return `${campaign}, ${tier === null ? 'customers without a tier' : `tier ${tier}`}: ${volume} touches are more than the ${refused.most} of mostTouches in budget.json; if that is right, raise it there`
    }
  }
}
