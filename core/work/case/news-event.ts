/** A person was mailed what they wait for in a case, of each thing once: a department's answer, or a compensation that is theirs to approve. */
import * as z from 'zod'
import { InstantSchema } from '#core/time/instant.ts'

const NewsSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('answer'), questionId: z.string() }),
  z.object({ is: z.literal('approval'), compensationId: z.string() }),
])
export type CaseNews = Readonly<z.infer<typeof NewsSchema>>

export const ToldNewsSchema = z.object({
  is: z.literal('told-news'),
  at: InstantSchema,
  by: z.object({ is: z.literal('system') }),
  news: NewsSchema,
  /** Null where there was no person left. */
  to: z.object({ address: z.string(), name: z.string() }).nullable(),
})

export type ToldNews = Readonly<z.infer<typeof ToldNewsSchema>>

/** By the same question, or the same compensation. */
export const isSameNews = (a: CaseNews, b: CaseNews): boolean =>
  a.is === 'answer'
    ? b.is === 'answer' && a.questionId === b.questionId
    : b.is === 'approval' && a.compensationId === b.compensationId
