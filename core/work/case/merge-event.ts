/** Two cases of one customer about the same thing: one is closed as a part of the other, which goes on. */
import * as z from 'zod'
import { ESCALATION_LEVELS } from '#core/campaign/case-terms.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { StaffSchema } from '#core/work/event-by.ts'

const BY_STAFF = { at: InstantSchema, by: StaffSchema }

/** In the case that goes on. What the customer said in the other stands in the event before it. */
const TookOverSchema = z.object({
  is: z.literal('took-over'),
  ...BY_STAFF,
  from: z.string(),
  /** In đồng: the compensation that stood in the part, left out where there was none. What is asked for in this case counts with it. */
  compensated: z.int().min(1).optional(),
  /** The part has one, which staff need not ask for again. */
  hasPhoto: z.literal(true).optional(),
  /** How far up the part was; left out where it was with its owner. The event behind it takes the case that goes on up as well, where it was not there. */
  raised: z.enum(ESCALATION_LEVELS).optional(),
  /** From when the law counts, where the part is older and its customer had no proposal in it. */
  since: InstantSchema.optional(),
})
export type TookOver = Readonly<z.infer<typeof TookOverSchema>>

/** In the case that ends with it; its closing stands behind. */
const MergedSchema = z.object({ is: z.literal('merged'), ...BY_STAFF, into: z.string() })

export const MERGE_EVENTS = [TookOverSchema, MergedSchema] as const
