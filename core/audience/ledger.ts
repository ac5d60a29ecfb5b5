/** A customer's recent contacts over all campaigns and channels: caps are counted from it, and claims are written to it. */
import * as z from 'zod'
import { type CampaignDefinition, CONTENT_CLASSES } from '#core/campaign/campaign-definition.ts'
import { remindedCampaign } from '#core/campaign/occasion-traits.ts'
import { InstantSchema } from '#core/time/instant.ts'

export const ContactSchema = z.object({
  occurrenceId: z.string(),
  /** Campaign and the occasion's own key: the same birthday is never greeted twice, whatever its acting date. */
  occasionKey: z.string(),
  channel: z.string(),
  contentClass: z.enum(CONTENT_CLASSES),
  at: InstantSchema,
  /** Only for two kinds of survey: one about the company as a whole, and one that only reminds of another. Absent otherwise. */
  asks: z.enum(['relationship', 'reminder']).optional(),
})
export type Contact = Readonly<z.infer<typeof ContactSchema>>

/** A subject that was acted on too long ago for any cap and must not be acted on again: see core/audience/acted.ts. */
export const ActedSchema = z.object({
  about: z.string(),
  /** Since 1970-01-01, in UTC. */
  day: z.int(),
})
export type Acted = Readonly<z.infer<typeof ActedSchema>>

export const LedgerSchema = z.object({
  customerId: z.string(),
  /** Grows by one with every claim; 0 means that no touch was ever claimed. */
  version: z.int().min(0),
  contacts: z.array(ContactSchema),
  acted: z.array(ActedSchema).optional(),
  /** A tombstone: the customer was erased, and no touch may be claimed any more. */
  erasedAt: InstantSchema.optional(),
})
export type Ledger = Readonly<z.infer<typeof LedgerSchema>>

export const emptyLedger = (customerId: string): Ledger => ({ customerId, version: 0, contacts: [] })

/** The ledger's contact for a touch of a campaign. */
export function contactOf({
  campaign,
  ...rest
}: Pick<Contact, 'occurrenceId' | 'occasionKey' | 'at'> & { readonly campaign: CampaignDefinition }): Contact {
  const { contentClass, occasion, survey, touch } = campaign
  const contact: Contact = { ...rest, channel: touch.channel, contentClass }
  if (remindedCampaign(occasion) !== undefined) return { ...contact, asks: 'reminder' }
  return survey?.relationship ? { ...contact, asks: 'relationship' } : contact
}

/** Was the customer asked a new question? A reminder asks none. */
export const isSurvey = ({ contentClass, asks }: Contact): boolean => contentClass === 'survey' && asks !== 'reminder'
