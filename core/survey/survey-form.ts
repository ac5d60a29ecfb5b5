/**
 * Checks a posted form of a survey's page: values become an answer, or a problem for each wrong field. Fields that were not asked for are ignored.
 */
import type { FollowUpQuestion, SurveyDefinition } from '#core/campaign/survey-definition.ts'
import { answerText, LONGEST_ANSWER_TEXT } from '#core/survey/answer-text.ts'
import { bandOf, isScore } from '#core/survey/scale.ts'

/** What a browser posted, by name of the field; several of one name are a list. */
export type PostedForm = Readonly<Record<string, unknown>>

export type FollowUpAnswers = Readonly<Record<string, string | string[]>>

/** `field` is the name of the input. */
export interface FormProblem {
  readonly field: string
  readonly problem: 'missing' | 'too-long'
}
type Checked<Value> = { readonly value: Value } | { readonly problems: readonly FormProblem[] }

/** The field of a follow-up question. */
export const followUpField = (questionId: string): string => `more.${questionId}`

export const SCORE_FIELD = 'score'
export const WHY_FIELD = 'why'

/** A score from a link or a form; undefined for anything else, even for a number written in another way. */
export function writtenScore(kind: SurveyDefinition['kind'], written: unknown): number | undefined {
  if (typeof written !== 'string' || !/^\d{1,2}$/.test(written)) return undefined
  const score = Number(written)
  return String(score) === written && isScore(kind, score) ? score : undefined
}

/** The first form: the score is required, the reason only when the survey asks for it. */
export function checkScoreForm(
  survey: SurveyDefinition,
  form: PostedForm,
): Checked<{ readonly score: number; readonly why: string | null }> {
  const score = writtenScore(survey.kind, form[SCORE_FIELD])
  const why = survey.why ? textOf(form[WHY_FIELD]) : null
  const problems: FormProblem[] = []
  if (score === undefined) problems.push({ field: SCORE_FIELD, problem: 'missing' })
  if (isTooLong(why)) problems.push({ field: WHY_FIELD, problem: 'too-long' })
  return score === undefined || problems.length > 0 ? { problems } : { value: { score, why } }
}

/** The follow-up questions for a customer with this score. */
export function followUpsFor(
  survey: Pick<SurveyDefinition, 'kind' | 'followUps'>,
  score: number | null,
): readonly FollowUpQuestion[] {
  if (score === null) return []
  const band = bandOf(survey.kind, score)
  return survey.followUps.filter(({ bands }) => bands.includes(band))
}

/** The second form: every question may be left out. */
export function checkFollowUpForm(questions: readonly FollowUpQuestion[], form: PostedForm): Checked<FollowUpAnswers> {
  const answers: [string, string | string[]][] = []
  const problems: FormProblem[] = []
  for (const { id, choices } of questions) {
    const field = followUpField(id)
    if (choices) {
      const ticked = Array.isArray(form[field]) ? form[field] : [form[field]]
      const chosen = choices.map((choice) => choice.id).filter((choice) => ticked.includes(choice))
      if (chosen.length > 0) answers.push([id, chosen])
      continue
    }
    const text = textOf(form[field])
    if (isTooLong(text)) problems.push({ field, problem: 'too-long' })
    else if (text !== null) answers.push([id, text])
  }
  return problems.length > 0 ? { problems } : { value: Object.fromEntries(answers) }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? answerText(value) : null)

const isTooLong = (text: string | null) => text !== null && text.length > LONGEST_ANSWER_TEXT
