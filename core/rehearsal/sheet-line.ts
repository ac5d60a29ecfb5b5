/** One decision about one customer on a day of a stored rehearsal. */
import * as z from 'zod'
import { DecisionSchema } from '#core/rehearsal/rehearsed-sums.ts'

export const SheetLineSchema = DecisionSchema.extend({ campaign: z.string(), customer: z.string() })
export type SheetLine = Readonly<z.infer<typeof SheetLineSchema>>
