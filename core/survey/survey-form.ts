/**
 * Checks a posted form of a survey's page: values become an answer, or a problem for each wrong field. Fields that were not asked for are ignored.
 */
import type { FollowUpQuestion, SurveyDefinition, SurveyKind } from '#core/campaign/survey-definition.ts'
import { answerText, LONGEST_ANSWER_TEXT } from '#core/survey/answer-text.ts'
import { attributesOf } from '#core/survey/attributes.ts'
import { bandOfGiven, type Given } from '#core/survey/given.ts'
import { isRating, type Rating } from '#core/survey/satisfaction-index.ts'
import { isScore } from '#core/survey/scale.ts'

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

/** The field of an attribute. */
export const ratingField = (attributeId: string): string => `rate.${attributeId}`

export const SCORE_FIELD = 'score'
export const WHY_FIELD = 'why'

/** A score from a link or a form; undefined for anything else, even for a number written in another way. A csi survey has no one score. */
export function writtenScore(kind: SurveyKind, written: unknown): number | undefined {
  const score = writtenNumber(written)
  return score !== undefined && kind !== 'csi' && isScore(kind, score) ? score : undefined
}

function writtenNumber(written: unknown): number | undefined {
  if (typeof written !== 'string' || !/^\d{1,2}$/.test(written)) return undefined
  const score = Number(written)
  return String(score) === written ? score : undefined
}

/** The ratings of a form: an attribute without one was skipped. */
export const writtenRatings = (survey: Pick<SurveyDefinition, 'attributes'>, form: PostedForm): Rating[] =>
  attributesOf(survey).map(({ id, weight }) => {
    const score = writtenNumber(form[ratingField(id)])
    return { attribute: id, weight, score: score !== undefined && isRating(score) ? score : null }
  })

/** The first form: the score is required, or one rating at least; the reason is left out where the survey does not ask for it. */
export function checkScoreForm(survey: SurveyDefinition, form: PostedForm): Checked<Given & { readonly why: string | null }> {
  const given = givenIn(survey, form)
  const why = survey.why ? textOf(form[WHY_FIELD]) : null
  const problems: FormProblem[] = []
  if (given === undefined) problems.push({ field: firstField(survey), problem: 'missing' })
  if (isTooLong(why)) problems.push({ field: WHY_FIELD, problem: 'too-long' })
  return given === undefined || problems.length > 0 ? { problems } : { value: { ...given, why } }
}

function givenIn(survey: SurveyDefinition, form: PostedForm): Given | undefined {
  if (survey.kind === 'csi') {
    const ratings = writtenRatings(survey, form)
    return ratings.some(({ score }) => score !== null) ? { score: null, ratings } : undefined
  }
  const score = writtenScore(survey.kind, form[SCORE_FIELD])
  return score === undefined ? undefined : { score }
}

/** Where a customer who gave nothing begins. */
const firstField = ({ kind, attributes }: SurveyDefinition): string =>
  kind === 'csi' ? ratingField(attributesOf({ attributes })[0]?.id ?? '') : SCORE_FIELD

/** Whether an answer fits the question: a score on its scale, or every attribute once and with its weight; or words alone. */
export function isAnswerTo(survey: Pick<SurveyDefinition, 'kind' | 'attributes'>, { score, ratings }: Given): boolean {
  if (survey.kind !== 'csi') return ratings === undefined && (score === null || isScore(survey.kind, score))
  const asked = attributesOf(survey)
  const fits = ({ attribute, weight, score: given }: Rating, at: number) =>
    asked[at]?.id === attribute && asked[at].weight === weight && (given === null || isRating(given))
  return score === null && (ratings === undefined || (ratings.length === asked.length && ratings.every(fits)))
}

/** The follow-up questions for a customer who gave this. */
export function followUpsFor(survey: Pick<SurveyDefinition, 'kind' | 'followUps'>, given: Given): readonly FollowUpQuestion[] {
  const band = bandOfGiven(survey.kind, given)
  return band === null ? [] : survey.followUps.filter(({ bands }) => bands.includes(band))
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

/** What a form that could not be taken is shown with again; without ratings before any was chosen. */
export function typedIn(survey: SurveyDefinition, form: PostedForm): Given & { readonly why: string } {
  const why = typeof form[WHY_FIELD] === 'string' ? form[WHY_FIELD] : ''
  return { ...(givenIn(survey, form) ?? { score: null }), why }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? answerText(value) : null)

const isTooLong = (text: string | null) => text !== null && text.length > LONGEST_ANSWER_TEXT
