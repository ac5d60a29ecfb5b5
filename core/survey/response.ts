/**
 * What one customer answered to one invitation. The latest answer counts; the earlier ones stay, each with where it came from. What looks like
 * a machine's press is kept beside them and counts nowhere until the customer says the same again.
 */
import * as z from 'zod'
import { SURVEY_KINDS } from '#core/campaign/survey-definition.ts'
import { SUSPICIONS } from '#core/survey/press.ts'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

/** Where an answer came from, so that nobody can answer for a customer unnoticed. */
export const AnswerOriginSchema = z.object({
  /** page: on the survey's page; reply: read from a mail; staff: entered by staff on the customer's behalf. */
  via: z.enum(['page', 'reply', 'staff']),
  /** Who entered it, for `staff`; the reply's id, for `reply`. */
  by: z.string().nullable(),
  /** Keyed hash of the network it came from: tells many answers from one place without keeping the place. Null when unknown. */
  network: z.string().nullable(),
  /** It came from one of the company's own networks. */
  fromCompany: z.boolean(),
})
export type AnswerOrigin = Readonly<z.infer<typeof AnswerOriginSchema>>

export const AnswerSchema = z.object({
  at: InstantSchema,
  /** On the scale of the survey's kind; null for words without a score. */
  score: z.int().nullable(),
  /** The reason, in the customer's own words; at most 4,000 characters. */
  why: z.string().nullable(),
  /** Follow-up question → text, or the chosen ids. */
  followUps: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  origin: AnswerOriginSchema,
  /** Why it looks like a machine's; absent for what counts, and in everything stored before machines were told apart. */
  suspect: z.enum(SUSPICIONS).optional(),
})
export type Answer = Readonly<z.infer<typeof AnswerSchema>>

export const SurveyResponseSchema = z.object({
  customerId: z.string(),
  /** Of the invitation, also when a reminder was answered: one invitation, one response. */
  occurrenceId: z.string(),
  campaignId: z.string(),
  campaignVersion: z.int(),
  kind: z.enum(SURVEY_KINDS),
  relationship: z.boolean(),
  /** Language the customer was asked in. */
  locale: z.string(),
  /** Day of the first answer that counts in the company's zone, or of the first suspect one while none does; what roll-ups and the purge are found by. */
  answeredOn: LocalDateSchema,
  /** Oldest first; never empty. The last one that is not suspect counts. */
  answers: z.array(AnswerSchema).min(1),
  version: z.int().min(0),
})
export type SurveyResponse = Readonly<z.infer<typeof SurveyResponseSchema>>

export const isSuspect = ({ suspect }: Answer): boolean => suspect !== undefined

/** Oldest first; empty while everything that came in looks like a machine's. */
export const countingAnswers = ({ answers }: SurveyResponse): readonly Answer[] => answers.filter((answer) => !isSuspect(answer))

/** The answer that counts: the latest that is not suspect. Undefined while there is none: then the customer has not answered. */
export const standingAnswer = (response: SurveyResponse): Answer | undefined => countingAnswers(response).at(-1)

/** What staff see of it first: the answer that counts, or the latest suspect one while none does. */
export function shownAnswer(response: SurveyResponse): Answer {
  const shown = standingAnswer(response) ?? response.answers.at(-1)
  if (!shown) throw new Error('a response without any answer')
  return shown
}

/** When it was first heard: the first answer that counts, or the first suspect one while none does. */
export const firstHeardAt = (response: SurveyResponse): Instant =>
  (countingAnswers(response)[0] ?? response.answers[0] ?? shownAnswer(response)).at
