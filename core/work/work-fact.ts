/** What the mail behind an item holds beside the item's subject. One mail makes one item: a complaint may be part of a request, a right of either. */
import * as z from 'zod'
import { InstantSchema } from '#core/time/instant.ts'

/** What a customer may request about their own data. */
export const RIGHTS = ['access', 'correct', 'erase', 'restrict', 'object', 'withdraw'] as const
export type Right = (typeof RIGHTS)[number]

/**
 * Where the clock of a right comes from. country: the policy pack of that country, on the day of the request. as-written: rows of the version before
 * keep the deadline that was written then, because they do not tell the country; an extension is part of it.
 */
export const LawSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('country'), country: z.string() }),
  z.object({ by: z.literal('as-written'), doneBy: InstantSchema.nullable() }),
])
export type Law = Readonly<z.infer<typeof LawSchema>>

export const WorkFactSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('complaint') }),
  z.object({ is: z.literal('request') }),
  z.object({ is: z.literal('low-score') }),
  z.object({ is: z.literal('right'), ask: z.enum(RIGHTS), law: LawSchema }),
  /** The score counts, but the words beside it say the opposite. */
  z.object({ is: z.literal('contradicted-score') }),
  /** The score counts, but the words beside it were not understood: they may ask, correct or complain. */
  z.object({ is: z.literal('words-to-read') }),
  /** The mail answers a survey, and the answer was not recorded: the survey has closed, or the answer was changed too often. */
  z.object({ is: z.literal('answer-refused') }),
  /** The mail service takes the mail for spam. The customer's sealed address that it was sent to is right; its sender may be false. */
  z.object({ is: z.literal('spam-verdict') }),
])
export type WorkFact = Readonly<z.infer<typeof WorkFactSchema>>
