/** How what recurs is said: its rule, its counts, and what a prefilled campaign cannot say. */
import type { CasePolicy, RecurringRule } from '#core/campaign/case-policy.ts'
import type { RecurringGroup } from '#core/report/recurring.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { categoryNamed } from '#web/words/cases.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'

export const RECURRING_WORDS = bothLanguages({
  vi: {
    rule: (days: number, atLeast: number, chance: string) =>
      `Phản ánh cùng loại, cùng sản phẩm được coi là lặp lại khi trong ${days} ngày có từ ${atLeast} khách trở lên, nhiều hơn ${days} ngày trước đó, và khả năng do ngẫu nhiên không quá ${chance}. Mỗi khách tính một lần.`,
    counts: (now: number, before: number) => `${now} khách, kỳ trước ${before}`,
    chance: (chance: string) => `khả năng do ngẫu nhiên ${chance}`,
    cannot: {
      product:
        'Điều kiện chọn khách chỉ nói được: đã mua sản phẩm này, và có mua hàng gần đây. Không nói được ngày mua sản phẩm ấy, số lô, hay ai đã phản ánh. Tên sản phẩm là tên nhân viên ghi: so lại với tên trong đơn hàng.',
      none: 'Các vụ việc này không ghi sản phẩm, nên chiến dịch gửi cho mọi khách có mua hàng gần đây: marketing thu hẹp lại trước khi duyệt.',
    },
  },
  en: {
    rule: (days, atLeast, chance) =>
      `Complaints of one category about one product recur when ${numberOf(atLeast, ['customer', 'customers'])} or more made them in ${numberOf(days, DAYS)}, more than in as many days before, and chance alone would bring that at most ${chance} of the time. Each customer counts once.`,
    counts: (now, before) => `${numberOf(now, ['customer', 'customers'])}, ${before} in the period before`,
    chance: (chance) => `${chance} by chance alone`,
    cannot: {
      product:
        'An audience can say: bought this product, and bought anything lately. It cannot say when that product was bought, of which batch, or who complained. The product is named as staff wrote it: compare it with your orders.',
      none: 'These cases name no product, so the campaign is for all who bought lately: marketing narrows it down before it is accepted.',
    },
  },
})

export const recurringRuleInWords = ({ days, atLeast, level }: RecurringRule, locale: PageLocale): string =>
  RECURRING_WORDS[locale].rule(days, atLeast, percentOf(level, locale))

export const percentOf = (share: number, locale: PageLocale): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)

/** `Chất lượng trà, bao bì · Trà sen`. */
export function groupNamed(
  { category, product }: Pick<RecurringGroup, 'category' | 'product'>,
  { cases, locale }: { readonly cases: Pick<CasePolicy, 'categories'>; readonly locale: PageLocale },
): string {
  const named = categoryNamed(category, { cases, locale })
  return product === null ? named : `${named} · ${product}`
}
