/** What a survey mail says: the question, where to answer and until when, and the words of its scale. */
import type { LocalizedText } from '#core/campaign/localized-text.ts'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import { attributesOf } from '#core/survey/attributes.ts'
import { questionOf, WORDINGS } from '#core/survey/wordings.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'
import { shortDate } from '#web/rendering/written-value.ts'

export interface SurveySources {
  readonly definition: SurveyDefinition
  readonly link: string
  readonly lastDay: LocalDate
}

/** Exactly one of the kinds is present, so that a layout can ask which. */
export interface SurveyFields {
  readonly question: string
  readonly link: string
  readonly closes: string
  readonly byReply: string
  readonly nps?: { readonly low: string; readonly high: string }
  readonly csat?: Readonly<Record<'one' | 'two' | 'three' | 'four' | 'five', string>>
  readonly ces?: { readonly low: string; readonly high: string }
  readonly fcr?: { readonly yes: string; readonly no: string }
  /** Several questions: they are answered on the page alone. */
  readonly csi?: { readonly about: string; readonly start: string }
}

/** The customer that the words speak to, and the company that speaks. */
export interface SurveyAddress {
  readonly company: string
  readonly honorific: string
  readonly Honorific: string
  readonly locale: string
}

/** Words for one customer: in their language, with their form of address, on one line. */
export const wordsFor =
  ({ company, honorific, Honorific, locale }: SurveyAddress) =>
  (text: LocalizedText): string => {
    const values = new Map(Object.entries({ company, honorific, Honorific }))
    const written = locale.split('-')[0] === 'vi' ? text.vi : text.en
    return headerSafe(written.replace(/\{(\w+)\}/g, (placeholder, name: string) => values.get(name) ?? placeholder)).text
  }

export function surveyFields({ definition, link, lastDay }: SurveySources, address: SurveyAddress): SurveyFields {
  const say = wordsFor(address)
  const { kind } = definition
  const { steps, byReply } = WORDINGS[kind]
  const step = (score: number) => say(steps[score] ?? { vi: '', en: '' })
  const fields = {
    question: say(questionOf(definition)),
    link,
    closes: shortDate(lastDay, address.locale),
    byReply: say(byReply),
  }
  switch (kind) {
    case 'nps':
      return { ...fields, nps: { low: step(0), high: step(10) } }
    case 'csat':
      return { ...fields, csat: { one: step(1), two: step(2), three: step(3), four: step(4), five: step(5) } }
    case 'ces':
      return { ...fields, ces: { low: step(1), high: step(7) } }
    case 'fcr':
      return { ...fields, fcr: { no: step(0), yes: step(1) } }
    case 'csi':
      return { ...fields, csi: csiFields(definition, say) }
  }
}

/** What is rated, so that the customer knows how long it takes, and the one button. */
function csiFields(definition: SurveyDefinition, say: (text: LocalizedText) => string): { about: string; start: string } {
  const labels = attributesOf(definition).map(({ label }) => say(label))
  const start = { vi: `Chấm điểm ${labels.length} mục`, en: `Rate ${labels.length} points` }
  return { about: labels.join(' · '), start: say(start) }
}
