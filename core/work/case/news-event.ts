/** Staff were mailed what they wait for in a case: a department's answer, once; a compensation that is theirs to approve, until somebody has decided. */
import * as z from 'zod'
import { InstantSchema } from '#core/time/instant.ts'

const ApprovalNewsSchema = z.object({ is: z.literal('approval'), compensationId: z.string() })
export type ApprovalNews = Readonly<z.infer<typeof ApprovalNewsSchema>>

const NewsSchema = z.discriminatedUnion('is', [z.object({ is: z.literal('answer'), questionId: z.string() }), ApprovalNewsSchema])
export type CaseNews = Readonly<z.infer<typeof NewsSchema>>

const ToldPersonSchema = z.object({ address: z.string(), name: z.string() })

export const ToldNewsSchema = z.object({
  is: z.literal('told-news'),
  at: InstantSchema,
  by: z.object({ is: z.literal('system') }),
  news: NewsSchema,
  /** Null where there was no person left. */
  to: ToldPersonSchema.nullable(),
  /** Everybody else who may approve it and was told beside that person. */
  others: z.array(ToldPersonSchema).optional(),
  /** How often it was told before; left out the first time. */
  turn: z.int().min(1).optional(),
})

export type ToldNews = Readonly<z.infer<typeof ToldNewsSchema>>

/** By the same question, or the same compensation. */
export const isSameNews = (a: CaseNews, b: CaseNews): boolean =>
  a.is === 'answer'
    ? b.is === 'answer' && a.questionId === b.questionId
    : b.is === 'approval' && a.compensationId === b.compensationId
