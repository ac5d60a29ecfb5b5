/** What a survey campaign asks: one scored question, the reason, and follow-up questions for some bands. */
import * as z from 'zod'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'

/**
 * nps: 0 to 10, would you recommend us; csat: 1 to 5, how satisfied; ces: 1 to 7, how easy (7 is easiest);
 * fcr: was it solved, yes (1) or no (0).
 */
export const SURVEY_KINDS = ['nps', 'csat', 'ces', 'fcr'] as const
export type SurveyKind = (typeof SURVEY_KINDS)[number]

/** The band of a score: a low score opens a call-back for staff. See core/survey/scale.ts. */
export const SCORE_BANDS = ['low', 'middle', 'high'] as const
export type ScoreBand = (typeof SCORE_BANDS)[number]

const idOf = (what: string) => z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, `${what}: lower-case letters, digits and hyphens`)

export const FollowUpQuestionSchema = z.strictObject({
  id: idOf('the id of a question'),
  bands: z.array(z.enum(SCORE_BANDS)).min(1).describe('Who is asked: those whose score lies in one of these bands.'),
  question: LocalizedTextSchema,
  choices: z
    .array(z.strictObject({ id: idOf('the id of a choice'), text: LocalizedTextSchema }))
    .min(2)
    .max(12)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each choice has an id of its own')
    .optional()
    .describe('What can be chosen, any number of them; left out: free text.'),
})
export type FollowUpQuestion = Readonly<z.infer<typeof FollowUpQuestionSchema>>

export const SurveyDefinitionSchema = z.strictObject({
  kind: z
    .enum(SURVEY_KINDS)
    .describe('fcr (was it solved?), after a call or a case: only customers who had something to solve, and nothing of it open.'),
  relationship: z
    .boolean()
    .default(false)
    .describe('Asks about the company as a whole, not about an order, a call or a case; asked more rarely.'),
  question: LocalizedTextSchema.optional().describe('Instead of the ready-made wording of its kind.'),
  why: z.boolean().default(true).describe('Asks for the main reason, in free text.'),
  followUps: z
    .array(FollowUpQuestionSchema)
    .max(5)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each question has an id of its own')
    .default([]),
  answerDays: z.int().min(1).max(90).default(30).describe('Days in which it can be answered, counted from the sending.'),
})
export type SurveyDefinition = Readonly<z.infer<typeof SurveyDefinitionSchema>>

/** Such a survey means only customers who had something to solve. */
export const asksWhetherSolved = (survey: Pick<SurveyDefinition, 'kind'> | undefined): boolean => survey?.kind === 'fcr'
