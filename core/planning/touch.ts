/** One contact with one customer for one occurrence: the row of record of what went to the provider and what came of it. */
import * as z from 'zod'
import { CHANNELS } from '#core/audience/consent.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { CONTENT_CLASSES } from '#core/campaign/campaign-definition.ts'
import { InstantSchema } from '#core/time/instant.ts'

/** The provider's later report. */
export const DeliverySchema = z.object({
  state: z.enum(['delivered', 'bounced', 'complained', 'rejected', 'delayed']),
  at: InstantSchema,
  detail: z.string(),
})
export type Delivery = Readonly<z.infer<typeof DeliverySchema>>

export const TouchSchema = z.object({
  customerId: z.string(),
  occurrenceId: z.string(),
  campaignId: z.string(),
  occasionKey: z.string(),
  channel: z.enum(CHANNELS),
  contentClass: z.enum(CONTENT_CLASSES),
  /** sent: the provider accepted the mail; failed: the provider refused it for good, or we could not make it. */
  result: z.enum(['sent', 'failed']),
  at: InstantSchema,
  providerId: z.string().nullable(),
  reason: z.string().nullable(),
  voucherCode: z.string().nullable(),
  delivery: DeliverySchema.nullable(),
})
export type Touch = Readonly<z.infer<typeof TouchSchema>>

/** The outcome that a batch row holds for a customer whose touch is written. */
export const outcomeOfTouch = ({ result, at, providerId, reason }: Touch): Outcome =>
  result === 'sent' ? { state: 'sent', at, providerId: providerId ?? '' } : { state: 'failed', at, reason: reason ?? '' }
