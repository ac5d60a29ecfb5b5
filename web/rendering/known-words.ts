/** Fills a compiled text with the values that are the same for every customer; the other merge fields stay. */
import type { Company } from '#core/campaign/company.ts'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import { surveyFields } from '#web/rendering/survey-fields.ts'

export interface KnownValues {
  readonly locale: string
  readonly company: Pick<Company, 'name' | 'legalName' | 'address' | 'phone' | 'email' | 'website'>
  /** Absent for a letter that asks nothing. */
  readonly survey: SurveyDefinition | undefined
}

/** The form of address stays a merge field, also within the words of a survey. */
const EVERYONE = { honorific: '{{honorific}}', Honorific: '{{Honorific}}' }

export function knownWords(text: string, { locale, company, survey }: KnownValues): string {
  const asked =
    survey &&
    surveyFields(
      { definition: survey, link: '{{survey.link}}', lastDay: ANY_DAY },
      { company: company.name, ...EVERYONE, locale },
    )
  const values = new Map([
    ...pathsOf('company', company),
    ...(asked ? pathsOf('survey', { ...asked, closes: '{{survey.closes}}' }) : []),
  ])
  return text.replace(/\{\{([\w.]{1,60})\}\}/g, (field, path: string) => values.get(path) ?? field)
}
const ANY_DAY = '2000-01-01'

/** `survey.nps.low` → its words. */
function pathsOf(name: string, value: unknown): (readonly [string, string])[] {
  if (typeof value === 'string') return [[name, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(`${name}.${key}`, inner))
}
