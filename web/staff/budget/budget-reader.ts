/** Money, names and periods of a budget in the language of a page. */
import type { Period } from '#core/kpi/period.ts'
import { PERIOD_KINDS, periodHolding } from '#core/report/report-period.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { writtenMoney } from '#web/rendering/written-value.ts'
import type { BudgetReader } from '#web/words/budget-lines.ts'
import { periodWithin, writtenDays, writtenPeriod } from '#web/words/report-periods.ts'

export const moneyOf =
  ({ currency, locale }: Pick<BudgetReader, 'currency' | 'locale'>) =>
  (amount: number): string =>
    writtenMoney({ amount, currency }, locale)

/** With its sign: `+1.200.000 ₫`. */
export const differenceOf =
  (reader: Pick<BudgetReader, 'currency' | 'locale'>) =>
  (amount: number): string =>
    `${amount > 0 ? '+' : amount < 0 ? '−' : ''}${moneyOf(reader)(Math.abs(amount))}`

/** By its name where it has one, such as a quarter; else by its days. */
export const budgetPeriod = (period: Period, locale: PageLocale): string => {
  const named = namedPeriod(period)
  return named ? writtenPeriod(named, locale) : writtenDays(period, locale)
}

/** As it stands within a sentence. */
export const budgetPeriodWithin = (period: Period, locale: PageLocale): string => {
  const named = namedPeriod(period)
  return named ? periodWithin(named, locale) : writtenDays(period, locale)
}

function namedPeriod({ from, to }: Period) {
  return PERIOD_KINDS.map((kind) => periodHolding(kind, from)).find((held) => held.from === from && held.to === to)
}
