/** The words of our letters in every language, so that a mail read by hand shows only what the customer wrote. */
import { resolve } from 'node:path'
import { askedSurvey } from '#app/listening/asked-survey.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { PROJECT } from '#cli/project.ts'
import { SurveyDefinitionSchema, type SurveyKind } from '#core/campaign/survey-definition.ts'
import type { Asked } from '#core/reply/findings.ts'
import { type OwnLetter, ownLetters } from '#core/reply/own-sentences.ts'
import { campaignOwnWords, textsOf } from '#functions/wiring/own-words.ts'
import { wordsIn } from '#web/rendering/compiled-template.ts'

/** What a mail answers: the question asked, or null, and the letter's words. */
export interface Answered {
  readonly asked: Asked | null
  readonly own: readonly OwnLetter[]
}

/** All letters of the project: for a mail when the operator does not say which letter it answers. */
export async function projectLetters(
  { companyRules }: CareFrame['place'],
  /** A letter's words of a scale are its own. Null when the letter asked nothing. */
  kind: SurveyKind | null,
): Promise<Answered> {
  const { company } = companyRules()
  const survey = kind ? SurveyDefinitionSchema.parse({ kind }) : undefined
  const texts = Object.values(await templates()).flatMap((byLocale) =>
    Object.entries(byLocale).flatMap(([locale, mail]) => textsOf(mail, { locale, company, survey })),
  )
  return { asked: kind && { kind }, own: ownLetters(texts) }
}

/** The letters of one occurrence, as the reader of replies gets them; null when there is no such occurrence. */
export async function lettersOfOccurrence({ stores }: CareFrame['place'], occurrenceId: string): Promise<Answered | null> {
  const { campaigns, occurrences, words, companyRules, company } = await stores()
  if (!(await occurrences.get(occurrenceId))) return null
  const compiled = await templates()
  const bundledWords = (template: string) => wordsIn(compiled, template)
  const own = campaignOwnWords({ campaigns, occurrences, words, bundledWords, company })
  const asked = await askedSurvey({ campaigns, occurrences, companyRules }, occurrenceId)
  return { asked: asked ? { kind: asked.survey.kind } : null, own: ownLetters(await own.ofOccurrence(occurrenceId)) }
}

async function templates() {
  // Loads the compiler late: only a command that needs it waits.
  const { compileTemplates } = await import('#local/templates/compile-templates.ts')
  return (await compileTemplates(resolve(PROJECT, 'templates'))).templates
}
