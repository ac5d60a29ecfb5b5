/** The words a campaign was accepted with: its letter in every language, layout included. Only merge fields are left to fill. */
import * as z from 'zod'

/** One mail in one language, as four sources: only merge fields and `{{#if}}` blocks are left in them. */
export const MailWordsSchema = z.strictObject({
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
})
export type MailWords = Readonly<z.infer<typeof MailWordsSchema>>

export const CampaignWordsSchema = z.object({
  template: z.string(),
  /** By language. */
  mails: z.record(z.string(), MailWordsSchema),
})
export interface CampaignWords {
  readonly template: string
  readonly mails: Readonly<Record<string, MailWords>>
}

/** May a letter show or ask for something of `part`, as in `{{#if part.…}}`? A wrong yes costs one read; a wrong no costs a letter. */
export const mentions = ({ mails }: CampaignWords, part: string): boolean =>
  Object.values(mails).some((mail) => Object.values(mail).some((source) => new RegExp(`\\{\\{[^{}]*\\b${part}\\.`).test(source)))
