/** What a survey campaign asks: one scored question, or attributes that are each rated; the reason; and follow-up questions for some bands. */
import * as z from 'zod'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'

/**
 * nps: 0 to 10, would you recommend us; csat: 1 to 5, how satisfied; ces: 1 to 7, how easy (7 is easiest);
 * fcr: was it solved, yes (1) or no (0).
 */
export const SCORED_KINDS = ['nps', 'csat', 'ces', 'fcr'] as const
/** Asks one question that has a score. */
export type ScoredKind = (typeof SCORED_KINDS)[number]

/** csi: several attributes, each rated from 1 to 10, which make one index (core/survey/satisfaction-index.ts). */
export const SURVEY_KINDS = [...SCORED_KINDS, 'csi'] as const
export type SurveyKind = (typeof SURVEY_KINDS)[number]

/** The band of a score or an index: a low one opens a call-back for staff. See core/survey/scale.ts. */
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

/** Three questions of the American Customer Satisfaction Index are asked where a survey lists none: core/survey/attributes.ts. */
const AttributeSchema = z.strictObject({
  id: idOf('the id of an attribute'),
  label: LocalizedTextSchema.describe('Its short name, in tables; also what is asked when there is no question.'),
  question: LocalizedTextSchema.optional().describe('What the customer is asked.'),
  lowest: LocalizedTextSchema.optional().describe('What a 1 means; left out: very dissatisfied.'),
  highest: LocalizedTextSchema.optional().describe('What a 10 means; left out: very satisfied.'),
  weight: z
    .number()
    .gt(0)
    .max(1000)
    .default(1)
    .describe('How much it matters beside the others: 2 counts twice as much as 1. More than 0.'),
})
export type Attribute = Readonly<z.infer<typeof AttributeSchema>>

export const SurveyDefinitionSchema = z.strictObject({
  kind: z
    .enum(SURVEY_KINDS)
    .describe(
      'nps, csat, ces, fcr: one question. fcr (was it solved?), after a call or a case: only customers who had something to solve, and nothing of it open. csi: several attributes, each rated from 1 to 10.',
    ),
  relationship: z
    .boolean()
    .default(false)
    .describe('Asks about the company as a whole, not about an order, a call or a case; asked more rarely.'),
  question: LocalizedTextSchema.optional().describe('Instead of the ready-made wording of its kind.'),
  attributes: z
    .array(AttributeSchema)
    .min(2)
    .max(10)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each attribute has an id of its own')
    .optional()
    .describe(
      'Only of csi: what is rated, in the order in which it is asked. Left out: overall, against what was expected, against the ideal.',
    ),
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
