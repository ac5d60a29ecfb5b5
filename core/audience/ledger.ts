/** A customer's recent contacts over all campaigns and channels: what caps are counted from, and what a claim is written to. */
import * as z from 'zod'
import { CHANNELS } from '#core/audience/consent.ts'
import { CONTENT_CLASSES } from '#core/campaign/campaign-definition.ts'
import { InstantSchema } from '#core/time/instant.ts'

export const ContactSchema = z.object({
  occurrenceId: z.string(),
  /** Campaign and the occasion's own key: the same birthday is never greeted twice, whatever day it is acted on. */
  occasionKey: z.string(),
  channel: z.enum(CHANNELS),
  contentClass: z.enum(CONTENT_CLASSES),
  at: InstantSchema,
})
export type Contact = Readonly<z.infer<typeof ContactSchema>>

export const LedgerSchema = z.object({
  customerId: z.string(),
  /** Grows by one with every claim; 0 means that nothing was ever claimed. */
  version: z.int().min(0),
  contacts: z.array(ContactSchema),
})
export type Ledger = Readonly<z.infer<typeof LedgerSchema>>

export const emptyLedger = (customerId: string): Ledger => ({ customerId, version: 0, contacts: [] })
