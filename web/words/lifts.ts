/** What is said with a lift, and where there is none in the place of its number: why. Only where enough is known is it said what chance explains. */
import type { Kpi, Untold } from '#core/kpi/kpi.ts'
import { type Group, type LiftVerdict, liftIn } from '#core/kpi/lift.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenDifference, writtenFigure } from '#web/words/figures.ts'
import { writtenCount } from '#web/words/written.ts'

type Told = Extract<LiftVerdict, 'more' | 'less' | 'not-shown'>

const WORDS = bothLanguages({
  vi: {
    untold: {
      'not-a-month': 'chỉ tính cho từng tháng dương lịch',
      'not-of-part': 'không tính riêng cho phần này',
    } as Readonly<Record<Untold, string>>,
    perCampaign: 'chỉ tính cho từng chiến dịch',
    noneAlone: 'chưa có nhóm so sánh',
    noneTreated: 'chưa có khách được chăm sóc',
    tooFew: 'quá ít để kết luận',
    groups: (treated: string, alone: string) => `Đã mua: ${treated} khách được chăm sóc, ${alone} khách giữ lại để so sánh`,
    of: (bought: string, customers: string) => `${bought} trên ${customers}`,
    told: {
      more: 'Khách được chăm sóc mua nhiều hơn khách giữ lại để so sánh',
      less: 'Khách được chăm sóc mua ít hơn khách giữ lại để so sánh',
      'not-shown': 'Chưa thấy hai nhóm khác nhau',
    } as Readonly<Record<Told, string>>,
    smallest: (by: string) => `phải chênh từ ${by} mới thấy được`,
    asBefore: (customers: string) =>
      `Trong đó ${customers} khách thuộc những ngày chưa lưu kết quả bốc thăm, tính theo cách cũ: chỉ gồm khách mà mọi quy tắc cho liên hệ, nên hai nhóm có thể lệch`,
  },
  en: {
    untold: { 'not-a-month': 'told of a calendar month only', 'not-of-part': 'not told of this part' },
    perCampaign: 'told of one campaign only',
    noneAlone: 'no control group yet',
    noneTreated: 'no customer in care yet',
    tooFew: 'too few to tell',
    groups: (treated, alone) => `Bought: ${treated} in care, ${alone} left alone`,
    of: (bought, customers) => `${bought} of ${customers}`,
    told: {
      more: 'Customers in care bought more than those left alone',
      less: 'Customers in care bought less than those left alone',
      'not-shown': 'No difference of the two groups is shown',
    },
    smallest: (by) => `it would take ${by} to show`,
    asBefore: (customers) =>
      `${customers} of them by days on which draws were not kept yet, counted the old way: only whom every rule let through, so the groups may not be alike`,
  },
})

/** A figure as it is written; of a lift without a value, and of what cannot be told of the period or the part, the reason. */
export const writtenValue = (kpi: Kpi, locale: PageLocale): string =>
  whyNoLift(kpi, locale) ?? whyUntold(kpi, locale) ?? writtenFigure(kpi.value, kpi, locale)

const whyUntold = ({ value, untold }: Kpi, locale: PageLocale): string | null =>
  value !== null || untold === undefined ? null : WORDS[locale].untold[untold]

function whyNoLift(kpi: Kpi, locale: PageLocale): string | null {
  if (kpi.value !== null) return null
  const words = WORDS[locale]
  const lift = liftIn(kpi)
  if (lift === null) return kpi.id === 'campaign-lift' ? words.perCampaign : null
  if (lift.leftAlone.customers === 0) return words.noneAlone
  return lift.treated.customers === 0 ? words.noneTreated : words.tooFew
}

/** Whether the groups differ, and who bought in each; empty for what is no lift, and where one of the groups is empty. */
export function liftLines(kpi: Kpi, locale: PageLocale): readonly string[] {
  const lift = liftIn(kpi)
  if (lift === null || lift.verdict === 'no-data') return []
  const words = WORDS[locale]
  const group = ({ bought, customers }: Group) => words.of(writtenCount(bought, locale), writtenCount(customers, locale))
  const groups = words.groups(group(lift.treated), group(lift.leftAlone))
  const { asBefore = 0 } = lift
  const old = asBefore === 0 ? [] : [words.asBefore(writtenCount(asBefore, locale))]
  if (lift.verdict === 'too-few') return [groups, ...old]
  const { verdict, smallest } = lift
  const by = smallest === null ? null : writtenDifference(Math.abs(smallest), lift, locale).slice(1)
  return [
    verdict === 'not-shown' && by !== null ? `${words.told[verdict]}; ${words.smallest(by)}` : words.told[verdict],
    groups,
    ...old,
  ]
}
