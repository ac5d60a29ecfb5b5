/** What changes between two rehearsals of the same days, in numbers: all are after less before. */
import * as z from 'zod'
import { LocalDateSchema } from '#core/time/local-date.ts'

/** `lost`: sent before and no longer; `won`: the other way round; `changed`: sent or not both times, by another channel or for another reason. */
const CHANGE_KINDS = ['lost', 'won', 'changed'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

const touches = { mails: z.int(), calls: z.int() }

export const ComparisonSchema = z.object({
  totals: z.object({
    ...touches,
    /** Days on which a team has calls, counted for each team. */
    callDays: z.int(),
    /** In minor units. */
    cost: z.number(),
    currency: z.string(),
  }),
  campaigns: z.array(z.object({ ...touches, campaign: z.string(), cost: z.number() })).readonly(),
  days: z.array(z.object({ ...touches, date: LocalDateSchema })).readonly(),
  /** The most people first. */
  reasons: z
    .array(z.object({ campaign: z.string(), kind: z.enum(CHANGE_KINDS), reason: z.string(), touches: z.int(), people: z.int() }))
    .readonly(),
})
export type Comparison = Readonly<z.infer<typeof ComparisonSchema>>
