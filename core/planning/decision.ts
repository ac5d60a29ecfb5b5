/** The operator's decision about a customer whose outcome was unknown or failed. Written once and never changed, with its author and reason. */
import * as z from 'zod'
import { DECISIONS } from '#core/audience/outcome.ts'
import { InstantSchema } from '#core/time/instant.ts'

export const DecisionSchema = z.object({
  occurrenceId: z.string(),
  customerId: z.string(),
  decision: z.enum(DECISIONS),
  by: z.string().min(1),
  because: z.string().min(1),
  at: InstantSchema,
})
export type Decision = Readonly<z.infer<typeof DecisionSchema>>
