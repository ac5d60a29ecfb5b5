/** What stands beside every figure, one click away: what is divided by what, over which time, by whose formula. */
import type { LocalizedText } from '#core/campaign/localized-text.ts'

export interface KpiDefinition {
  readonly name: LocalizedText
  readonly numerator: LocalizedText
  readonly denominator: LocalizedText
  readonly window: LocalizedText
  readonly formula: LocalizedText
  /** Of the formula and of the choices in it. */
  readonly source: string
}

export const WILSON_SOURCE = 'interval: Wilson 1927, method 3 of Newcombe 1998'
/** The words for a figure that depends on no other day than those of its period. */
export const IN_PERIOD: LocalizedText = { vi: 'trong kỳ', en: 'in the period' }
/** The formula of every plain share. */
export const SHARE: LocalizedText = { vi: 'tử số ÷ mẫu số', en: 'numerator ÷ denominator' }
