/** What stands beside every figure, one click away: what is divided by what, over which time, by whose formula. */
import type { LocalizedText } from '#core/campaign/localized-text.ts'

export interface KpiDefinition {
  readonly name: LocalizedText
  readonly numerator: LocalizedText
  readonly denominator: LocalizedText
  readonly window: LocalizedText
  readonly formula: LocalizedText
  /** Told where customers move from one part to another meanwhile: in which they count. */
  readonly byTier?: LocalizedText
  /** Of the formula and of the choices in it. */
  readonly source: string
}

export const WILSON_SOURCE = 'interval: Wilson 1927, method 3 of Newcombe 1998'
/** The words for a figure that depends on no other day than those of its period. */
export const IN_PERIOD: LocalizedText = { vi: 'trong kỳ', en: 'in the period' }
/** The formula of every plain share. */
export const SHARE: LocalizedText = { vi: 'tử số ÷ mẫu số', en: 'numerator ÷ denominator' }
/** Of figures of customers, each of whom counts in one tier (core/kpi/counting/where-customers-stood.ts). */
export const CUSTOMERS_AT_BEGINNING: LocalizedText = {
  vi: 'mỗi khách tính vào một hạng, một nước: nơi khách thuộc về khi kỳ bắt đầu, theo lần mua gần nhất trước kỳ (chưa mua trước kỳ thì theo lần mua đầu tiên trong kỳ, không có nữa thì theo việc đầu tiên trong kỳ), với mọi việc của khách, dù sau đó đã sang hạng khác',
  en: 'each customer counts in one tier and one country: where they stood when the period began, as their latest purchase before it says (or else their first in it, or else the first thing of the period about them), with all that they did, also after coming to another',
}
/** Of what is counted by items: they stand where they lie, and who comes back may do so anywhere. */
export const BACK_ANYWHERE: LocalizedText = {
  vi: 'việc tính vào nhóm, hạng, nước ghi ở lần cập nhật sau cùng; khách liên hệ lại thì vẫn tính, dù khi ấy ở nhóm hay hạng khác',
  en: 'an issue counts in the tier, country and team of its latest event; that the customer came back counts whichever tier or team that was in',
}
/** Of figures of purchases (core/kpi/counting/purchase-histories.ts). */
export const TIER_AT_BEGINNING: LocalizedText = {
  vi: 'khách tính vào hạng, nước của mình khi kỳ bắt đầu, theo lần mua gần nhất trước kỳ (chưa mua trước kỳ thì theo lần mua đầu tiên), với mọi lần mua, dù sau đó đã sang hạng khác',
  en: 'a customer counts in the tier and country in which they stood when the period began, as their latest purchase before it says (or else their first), with all purchases, also after coming to another',
}
