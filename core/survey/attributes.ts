/** What a csi survey asks each customer to rate: the campaign's attributes, or the three of the ACSI where it lists none. */
import type { LocalizedText } from '#core/campaign/localized-text.ts'
import type { Attribute, SurveyDefinition } from '#core/campaign/survey-definition.ts'

export interface AskedAttribute {
  readonly id: string
  /** In tables of staff. */
  readonly label: LocalizedText
  /** As the customer is asked. */
  readonly question: LocalizedText
  readonly lowest: LocalizedText
  readonly highest: LocalizedText
  readonly weight: number
}

/** What 1 and 10 mean where the campaign does not say. */
const ENDS = {
  lowest: { vi: 'Rất không hài lòng', en: 'Very dissatisfied' },
  highest: { vi: 'Rất hài lòng', en: 'Very satisfied' },
} as const

/** The questions of the American Customer Satisfaction Index (Fornell et al. 1996). */
const READY_MADE: readonly AskedAttribute[] = [
  {
    id: 'overall',
    label: { vi: 'Nhìn chung', en: 'Overall' },
    question: {
      vi: 'Nhìn chung, {honorific} hài lòng với {company} đến mức nào?',
      en: 'Overall, how satisfied are you with {company}?',
    },
    ...ENDS,
    weight: 1,
  },
  {
    id: 'expectation',
    label: { vi: 'So với mong đợi', en: 'Against what was expected' },
    question: {
      vi: 'So với điều {honorific} mong đợi, {company} đã làm được đến đâu?',
      en: 'How far has {company} met what you expected?',
    },
    lowest: { vi: 'Kém xa mong đợi', en: 'Falls far short' },
    highest: { vi: 'Vượt mong đợi', en: 'Exceeds it' },
    weight: 1,
  },
  {
    id: 'ideal',
    label: { vi: 'So với nơi lý tưởng', en: 'Against the ideal' },
    question: {
      vi: 'Nếu hình dung một nơi bán hàng lý tưởng, {company} gần với nơi ấy đến đâu?',
      en: 'Think of an ideal company of this kind. How close does {company} come to it?',
    },
    lowest: { vi: 'Còn rất xa', en: 'Not close at all' },
    highest: { vi: 'Rất gần', en: 'Very close' },
    weight: 1,
  },
]

/** In the order in which they are asked. */
export const attributesOf = ({ attributes }: Pick<SurveyDefinition, 'attributes'>): readonly AskedAttribute[] =>
  attributes?.map(asked) ?? READY_MADE

const asked = ({ id, label, question, lowest, highest, weight }: Attribute): AskedAttribute => ({
  id,
  label,
  question: question ?? label,
  lowest: lowest ?? ENDS.lowest,
  highest: highest ?? ENDS.highest,
  weight,
})
