/**
 * The part of a touch that its row holds as one text. A touch of the version before had one channel and no legs: it is read as a touch of a single
 * leg, whose price was not kept.
 */
import * as z from 'zod'
import { singleLeg, type Touch, TouchSchema } from '#core/planning/touch.ts'

const WithLegs = TouchSchema.omit({ customerId: true, occurrenceId: true, delivery: true })
const WithoutLegs = WithLegs.omit({ legs: true }).extend({ channel: z.string(), providerId: z.string().nullable() })

export const TouchTextSchema = z.union([WithLegs, WithoutLegs])

export function touchOf(text: z.infer<typeof TouchTextSchema>, key: Pick<Touch, 'customerId' | 'occurrenceId'>): Touch {
  if ('legs' in text) return { ...key, ...text, delivery: null }
  const { providerId, ...rest } = text
  return singleLeg({ ...key, ...rest, dispatchId: providerId, perThousand: null, delivery: null })
}
