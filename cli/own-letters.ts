/** What our letters said, in every language, so that a mail read by hand shows only what its writer wrote. */
import { resolve } from 'node:path'
import { askedSurvey } from '#app/listening/asked-survey.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { PROJECT } from '#cli/place-to-work.ts'
import { SurveyDefinitionSchema, type SurveyKind } from '#core/campaign/survey-definition.ts'
import type { Asked } from '#core/reply/findings.ts'
import { type OwnLetter, ownLetters } from '#core/reply/own-sentences.ts'
import { campaignOwnWords, textsOf } from '#functions/wiring/own-words.ts'
import { wordsIn } from '#web/rendering/compiled-template.ts'

/** What a mail answers: what was asked there, or null, and what was written. */
export interface Answered {
  readonly asked: Asked | null
  readonly own: readonly OwnLetter[]
}

/** Any letter of the project: for a mail of which nobody says what it answers. */
export async function projectLetters(
  { companyRules }: CareFrame['place'],
  /** A letter's words of a scale are its own; null when nothing was asked. */
  kind: SurveyKind | null,
): Promise<Answered> {
  const { company } = companyRules()
  const survey = kind ? SurveyDefinitionSchema.parse({ kind }) : undefined
  const texts = Object.values(await templates()).flatMap((byLocale) =>
    Object.entries(byLocale).flatMap(([locale, mail]) => textsOf(mail, { locale, company, survey })),
  )
  return { asked: kind && { kind }, own: ownLetters(texts) }
}

/** The letters of one occurrence, as the reader of replies knows them; null when there is no such occurrence. */
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
  // Only a command that needs the compiler waits for it to load.
  const { compileTemplates } = await import('#local/templates/compile-templates.ts')
  return (await compileTemplates(resolve(PROJECT, 'templates'))).templates
}
