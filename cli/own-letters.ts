/** What the project's letters say, in every language, so that a mail read by hand shows only what its writer wrote. */
import { resolve } from 'node:path'
import { PROJECT } from '#cli/place-to-work.ts'
import type { Company } from '#core/campaign/company.ts'
import { SurveyDefinitionSchema, type SurveyKind } from '#core/campaign/survey-definition.ts'
import { type OwnLetter, ownLetters } from '#core/reply/own-sentences.ts'
import { textsOf } from '#functions/wiring/own-words.ts'

export interface ProjectLetters {
  readonly company: Company
  /** The survey that the mail answers: a letter's words of a scale are its own. */
  readonly kind: SurveyKind
}

export async function projectLetters({ company, kind }: ProjectLetters): Promise<readonly OwnLetter[]> {
  // Only a command that needs the compiler waits for it to load.
  const { compileTemplates } = await import('#local/templates/compile-templates.ts')
  const { templates } = await compileTemplates(resolve(PROJECT, 'templates'))
  const survey = SurveyDefinitionSchema.parse({ kind })
  const texts = Object.values(templates).flatMap((byLocale) =>
    Object.entries(byLocale).flatMap(([locale, mail]) => textsOf(mail, { locale, company, survey })),
  )
  return ownLetters(texts)
}
