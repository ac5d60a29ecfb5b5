/**
 * What care cost: for each customer contacted, for each occasion that was kept, for each customer who stayed. Money is counted in full, not drawn: it
 * has no interval.
 *
 * Example: 1,250,000 ₫ of mails, calls and gifts for 480 customers → 2,604 ₫ each (1,250,000 ÷ 480 = 2,604.17, rounded to the đồng).
 */
import type { Money } from '#core/budget/money.ts'
import { IN_PERIOD, type KpiDefinition, TIER_AT_BEGINNING } from '#core/kpi/definition.ts'
import { type Kpi, kpiOf } from '#core/kpi/kpi.ts'

const COSTS = {
  vi: 'giá niêm yết của các lần chăm sóc trong kỳ (thư, cuộc gọi) và giá trị quà đã dùng trong kỳ',
  en: 'list prices of the touches of the period (mails, calls), and the value of gifts used in it',
}
const ROUNDED = {
  vi: 'tử số ÷ mẫu số, làm tròn đến đơn vị tiền nhỏ nhất',
  en: 'numerator ÷ denominator, rounded to the minor unit (half up)',
}
const SOURCE = 'total cost by what it was spent on; counted in full'

export const COST_PER_CUSTOMER: KpiDefinition = {
  name: { vi: 'Chi phí cho mỗi khách hàng', en: 'Cost per customer' },
  numerator: COSTS,
  denominator: {
    vi: 'số khách được chăm sóc trong kỳ (thư không bị trả lại, hoặc đã nói chuyện), mỗi khách tính một lần',
    en: 'customers contacted in the period (a letter that did not come back, or a talk), each once',
  },
  window: IN_PERIOD,
  formula: ROUNDED,
  source: SOURCE,
}

export const COST_PER_OCCASION: KpiDefinition = {
  name: { vi: 'Chi phí cho mỗi dịp', en: 'Cost per occasion' },
  numerator: COSTS,
  denominator: {
    vi: 'số lần chăm sóc trong kỳ: một khách trong một dịp, dù qua mấy kênh',
    en: 'touches made in the period: one customer on one occasion, through however many channels',
  },
  window: IN_PERIOD,
  formula: ROUNDED,
  source: SOURCE,
}

export const COST_PER_RETAINED_CUSTOMER: KpiDefinition = {
  name: { vi: 'Chi phí cho mỗi khách giữ được', en: 'Cost per retained customer' },
  numerator: COSTS,
  denominator: {
    vi: 'số khách giữ được: tử số của "Tỷ lệ giữ chân khách hàng" trong cùng kỳ',
    en: 'customers kept: the numerator of "Customers kept" of the same period',
  },
  window: IN_PERIOD,
  formula: ROUNDED,
  byTier: TIER_AT_BEGINNING,
  source: SOURCE,
}

/** What staff promised and have not given yet costs nothing so far; what was given is counted on the day on which it was. */
export const COMPENSATION_COST: KpiDefinition = {
  name: { vi: 'Chi phí bù đắp cho mỗi vụ việc', en: 'Cost of compensation per case' },
  numerator: {
    vi: 'giá trị các khoản bù đắp mà khách đã nhận trong kỳ',
    en: 'amounts of the compensation that customers were given in the period',
  },
  denominator: {
    vi: 'số vụ việc có khách đã nhận bù đắp trong kỳ, mỗi vụ việc tính một lần',
    en: 'cases whose customer was given compensation in the period, each once',
  },
  window: IN_PERIOD,
  formula: ROUNDED,
  source: SOURCE,
}

type CostId = 'compensation-cost' | 'cost-per-customer' | 'cost-per-occasion' | 'cost-per-retained-customer'

/** Đồng and dollars have no sum: the report names the currencies, and asks for one of them. */
export interface MixedCurrencies {
  readonly refused: 'mixed-currencies'
  readonly currencies: readonly string[]
}

/** No data for no costs at all, which is not the same as a cost of 0, and for nothing that they were spent on. */
export function costPer(
  id: CostId,
  { costs, spentOn }: { readonly costs: readonly Money[]; readonly spentOn: number },
): Kpi | MixedCurrencies {
  const currencies = [...new Set(costs.map(({ currency }) => currency))].toSorted()
  if (currencies.length > 1) return { refused: 'mixed-currencies', currencies }
  if (!Number.isSafeInteger(spentOn) || spentOn < 0)
    throw new RangeError(`costs of ${spentOn} are costs of nothing that can be counted`)
  const [currency = null] = currencies
  const total = currency === null ? null : costs.reduce((sum, { amount }) => sum + amount, 0)
  return kpiOf({
    id,
    unit: 'money',
    value: total === null || spentOn === 0 ? null : Math.round(total / spentOn),
    numerator: total,
    denominator: spentOn,
    n: spentOn,
    currency,
  })
}
