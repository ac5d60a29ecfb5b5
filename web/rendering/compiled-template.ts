/** The result of the template compiler: the mails of every template in every language, as Handlebars sources. */
import * as z from 'zod'
import { type CampaignWords, type MailWords, MailWordsSchema } from '#core/campaign/campaign-words.ts'

export type CompiledMail = MailWords

export const CompiledTemplatesSchema = z.record(z.string(), z.record(z.string(), MailWordsSchema))
/** template name → language → mail. */
export type CompiledTemplates = Readonly<Record<string, Readonly<Record<string, CompiledMail>>>>

/** The mail of a template in exactly this language. */
export function mailOf(options: {
  readonly templates: CompiledTemplates
  readonly template: string
  readonly locale: string
}): CompiledMail | undefined {
  const { templates, template, locale } = options
  const languages = Object.hasOwn(templates, template) ? templates[template] : undefined
  return languages && Object.hasOwn(languages, locale) ? languages[locale] : undefined
}

/**
 * The language a customer gets: the customer's own, else its base (`en` for `en-AU`), else the first fallback that the template has. Build the
 * merge fields for this language, so that a date and its sentence are in one language.
 */
export function chooseLocale(options: {
  readonly templates: CompiledTemplates
  readonly template: string
  readonly locale: string
  readonly fallbackLocales: readonly string[]
}): string | undefined {
  const { templates, template, locale, fallbackLocales } = options
  const wished = [locale, locale.split('-')[0] ?? locale, ...fallbackLocales]
  return wished.find((candidate) => mailOf({ templates, template, locale: candidate }) !== undefined)
}

/** The words of one template in every language; undefined when there is no such template. */
export function wordsIn(templates: CompiledTemplates, template: string): CampaignWords | undefined {
  const mails = Object.hasOwn(templates, template) ? templates[template] : undefined
  return mails && { template, mails }
}
