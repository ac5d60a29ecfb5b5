/** One contact with one customer for one occurrence: the row of record of what went out, through which channels, and what came of it. */
import * as z from 'zod'
import type { Outcome } from '#core/audience/outcome.ts'
import { MoneySchema } from '#core/budget/money.ts'
import { CONTENT_CLASSES } from '#core/campaign/campaign-definition.ts'
import { InstantSchema } from '#core/time/instant.ts'

/** The provider's later report. */
export const DeliverySchema = z.object({
  state: z.enum(['delivered', 'bounced', 'complained', 'rejected', 'delayed']),
  at: InstantSchema,
  detail: z.string(),
})
export type Delivery = Readonly<z.infer<typeof DeliverySchema>>

/** One try through one channel. A claim covers the whole touch, whatever channels it goes through: only the last leg may still be tried again. */
export const LegSchema = z.object({
  channel: z.string(),
  at: InstantSchema,
  /** sent: the provider took it, or the task is there; failed: it was refused for good, or could not be made. */
  state: z.enum(['sent', 'failed']),
  /** The provider's id of the message, or the id of the task; null where there is none. */
  dispatchId: z.string().nullable(),
  /** The list price of a thousand such touches on the day; null where it is not known. */
  perThousand: MoneySchema.nullable(),
})
export type Leg = Readonly<z.infer<typeof LegSchema>>

export const TouchSchema = z.object({
  customerId: z.string(),
  occurrenceId: z.string(),
  campaignId: z.string(),
  occasionKey: z.string(),
  contentClass: z.enum(CONTENT_CLASSES),
  /** Of the last leg. */
  result: z.enum(['sent', 'failed']),
  at: InstantSchema,
  reason: z.string().nullable(),
  voucherCode: z.string().nullable(),
  /** In the order in which they were tried. */
  legs: z.tuple([LegSchema], LegSchema).readonly(),
  delivery: DeliverySchema.nullable(),
})
export type Touch = Readonly<z.infer<typeof TouchSchema>>

/** A touch of a single leg: what it came to is what its leg came to. */
export const singleLeg = ({
  channel,
  dispatchId,
  perThousand,
  ...touch
}: Omit<Touch, 'legs'> & Pick<Leg, 'channel' | 'dispatchId' | 'perThousand'>): Touch => ({
  ...touch,
  legs: [{ channel, at: touch.at, state: touch.result, dispatchId, perThousand }],
})

export const lastLeg = ({ legs }: Pick<Touch, 'legs'>): Leg => legs.at(-1) ?? legs[0]

/** The outcome that a batch row holds for a customer whose touch is written. */
export function outcomeOfTouch(touch: Pick<Touch, 'result' | 'at' | 'reason' | 'legs'>): Outcome {
  const { result, at, reason } = touch
  return result === 'sent'
    ? { state: 'sent', at, providerId: lastLeg(touch).dispatchId ?? '' }
    : { state: 'failed', at, reason: reason ?? '' }
}
