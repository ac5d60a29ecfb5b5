/**
 * One customer's answers to one invitation. The latest answer counts; earlier ones stay, each with its origin. An answer that looks like a
 * machine's press is kept beside them and does not count until the customer gives the same answer again.
 */
import * as z from 'zod'
import { SURVEY_KINDS } from '#core/campaign/survey-definition.ts'
import { ThemeSettingSchema } from '#core/campaign/theme-set.ts'
import { SUSPICIONS } from '#core/survey/press.ts'
import { RatingSchema } from '#core/survey/satisfaction-index.ts'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

/** The origin of an answer: an answer that is not the customer's own must be visible as such. */
export const AnswerOriginSchema = z.object({
  /** page: on the survey's page; reply: read from a mail; staff: entered by staff on the customer's behalf. */
  via: z.enum(['page', 'reply', 'staff']),
  /** The member of staff for `staff`; the reply's id for `reply`. */
  by: z.string().nullable(),
  /** Keyed hash of the network it came from: shows many answers from one network without storing the network. Null when unknown. */
  network: z.string().nullable(),
  /** It came from one of the company's own networks. */
  fromCompany: z.boolean(),
})
export type AnswerOrigin = Readonly<z.infer<typeof AnswerOriginSchema>>

export const AnswerSchema = z.object({
  at: InstantSchema,
  /** On the scale of the survey's kind; null for words without a score, and always for csi. */
  score: z.int().nullable(),
  /** Only of csi: every attribute that was asked, in that order. Absent for words alone. */
  ratings: z.array(RatingSchema).min(1).optional(),
  /** The reason, in the customer's own words; at most 4,000 characters. */
  why: z.string().nullable(),
  /** Follow-up question → text, or the chosen ids. */
  followUps: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  origin: AnswerOriginSchema,
  /** Why it looks like a machine's press. Absent for answers that count, and in rows stored before machines were told apart. */
  suspect: z.enum(SUSPICIONS).optional(),
  /** What the words were about, kept when they were deleted: ids of themes are ours. Absent while the words are there. */
  themes: z.array(z.string()).optional(),
})
export type Answer = Readonly<z.infer<typeof AnswerSchema>>

/** Staff gave the words a theme, or took one away. */
const ThemeOfAnswerSchema = ThemeSettingSchema.extend({ at: InstantSchema, by: z.string(), address: z.string().optional() })

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
  /**
   * The day, in the company's zone, of the first answer that counts, or of the first suspect one while none does. Roll-ups and the purge find the
   * response by it.
   */
  answeredOn: LocalDateSchema,
  /** Oldest first; never empty. The last answer that is not suspect counts. */
  answers: z.array(AnswerSchema).min(1),
  /** What staff said of its themes, the oldest first; absent where they said nothing. */
  themesSet: z.array(ThemeOfAnswerSchema).optional(),
  version: z.int().min(0),
})
export type SurveyResponse = Readonly<z.infer<typeof SurveyResponseSchema>>

export const isSuspect = ({ suspect }: Answer): boolean => suspect !== undefined

/** Oldest first; empty while every answer is suspect. */
export const countingAnswers = ({ answers }: SurveyResponse): readonly Answer[] => answers.filter((answer) => !isSuspect(answer))

/** The answer that counts: the latest that is not suspect. Undefined while there is none: then the customer has not answered. */
export const standingAnswer = (response: SurveyResponse): Answer | undefined => countingAnswers(response).at(-1)

/** The answer that staff see first: the one that counts, or the latest suspect one while none does. */
export function shownAnswer(response: SurveyResponse): Answer {
  const shown = standingAnswer(response) ?? response.answers.at(-1)
  if (!shown) throw new Error('a response without any answer')
  return shown
}

/** When the customer first answered: the first answer that counts, or the first suspect one while none does. */
export const firstHeardAt = (response: SurveyResponse): Instant =>
  (countingAnswers(response)[0] ?? response.answers[0] ?? shownAnswer(response)).at
