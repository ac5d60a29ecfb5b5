/** A contact point that is never to be used, whatever the campaign. Kept as a hash, so that it outlives the customer's erasure. */
import * as z from 'zod'
import { InstantSchema } from '#core/time/instant.ts'

export const SUPPRESSION_REASONS = ['hard-bounce', 'soft-bounces', 'complaint', 'opt-out', 'legal'] as const

export const SuppressionSchema = z.object({
  /** As `ContactKeys` names it. */
  contactKey: z.string(),
  /** The contact point's kind. */
  kind: z.string(),
  reason: z.enum(SUPPRESSION_REASONS),
  at: InstantSchema,
  evidence: z.string(),
})
export type Suppression = Readonly<z.infer<typeof SuppressionSchema>>
