/** What one more press would record of an answer, beside what stands already: only what is held back is named. */
import { html } from 'hono/html'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import { attributesOf } from '#core/survey/attributes.ts'
import type { Answer } from '#core/survey/response.ts'
import { followUpsFor } from '#core/survey/survey-form.ts'
import { WORDINGS } from '#core/survey/wordings.ts'
import type { PressAgainPage } from '#web/customer/confirming-form.ts'
import type { Html } from '#web/customer/page.ts'
import { scoreInWords } from '#web/customer/survey.ts'
import { type SurveyAddress, wordsFor } from '#web/rendering/survey-fields.ts'

type Said = Pick<Answer, 'score' | 'ratings' | 'why' | 'followUps'>

const TEXTS = {
  would: { vi: 'Câu trả lời: {score}', en: 'Your answer: {score}' },
  stands: { vi: 'Câu trả lời của {honorific} ({score}) vẫn được tính.', en: 'Your answer ({score}) still counts.' },
  standsInWords: { vi: 'Câu trả lời trước của {honorific} vẫn được tính.', en: 'Your earlier answer still counts.' },
  recorded: { vi: 'Câu trả lời của {honorific} ({score}) đã được ghi nhận.', en: 'Your answer ({score}) has been recorded.' },
  recordedInWords: { vi: 'Câu trả lời của {honorific} đã được ghi nhận.', en: 'Your answer has been recorded.' },
  skipped: { vi: 'bỏ qua', en: 'skipped' },
  empty: { vi: 'để trống', en: 'left empty' },
} as const

/** `form`: the first asks for the score, the second for what is told besides. */
export function heldAnswer({
  survey,
  address,
  standing,
  answer,
  form,
}: {
  readonly survey: Pick<SurveyDefinition, 'kind' | 'attributes' | 'followUps'>
  readonly address: SurveyAddress
  /** What counts so far. */
  readonly standing: Said | undefined
  readonly answer: Said
  readonly form: 'score' | 'more'
}): Pick<PressAgainPage, 'pressed' | 'stands' | 'would'> {
  const say = wordsFor(address)
  const withScore = (text: string, score: number) => text.replace('{score}', () => scoreInWords(survey.kind, score, say))
  const would = answer.score === null ? null : withScore(say(TEXTS.would), answer.score)
  const rated = ratingsHeld({ survey, standing, answer })
  if (!standing) return { pressed: 'answer', stands: null, would: lines(rated, say) || would }
  const [told, toldInWords] = form === 'more' ? [TEXTS.recorded, TEXTS.recordedInWords] : [TEXTS.stands, TEXTS.standsInWords]
  const stands = standing.score === null ? say(toldInWords) : withScore(say(told), standing.score)
  if (form === 'more') return { pressed: 'addition', stands, would: lines(followUpsHeld({ survey, standing, answer }), say) }
  const why = answer.why === standing.why ? [] : [{ question: WORDINGS[survey.kind].why, texts: answer.why ? [answer.why] : [] }]
  const score = answer.score === standing.score || would === null ? '' : html`<p>${would}</p>`
  return { pressed: 'change', stands, would: html`${score}${lines([...rated, ...why], say)}` }
}

type Words = ReturnType<typeof wordsFor>
interface HeldLine {
  readonly question: Parameters<Words>[0]
  readonly texts: readonly (Parameters<Words>[0] | string)[]
}

/** The attributes whose rating would become another. */
function ratingsHeld({
  survey,
  standing,
  answer,
}: Pick<Parameters<typeof heldAnswer>[0], 'survey' | 'answer' | 'standing'>): readonly HeldLine[] {
  const questions = new Map(attributesOf(survey).map(({ id, question }) => [id, question]))
  const before = new Map(standing?.ratings?.map(({ attribute, score }) => [attribute, score]))
  return (answer.ratings ?? []).flatMap(({ attribute, score }) => {
    const question = questions.get(attribute)
    if (!question || score === (before.get(attribute) ?? null)) return []
    return [{ question, texts: [score === null ? TEXTS.skipped : String(score)] }]
  })
}

/** The questions whose answer would become another. */
function followUpsHeld({
  survey,
  standing,
  answer,
}: Pick<Parameters<typeof heldAnswer>[0], 'survey' | 'answer'> & { readonly standing: Said }): readonly HeldLine[] {
  return followUpsFor(survey, answer).flatMap(({ id, question, choices }) => {
    const given = [answer.followUps[id] ?? []].flat()
    const before = [standing.followUps[id] ?? []].flat()
    if (JSON.stringify(given) === JSON.stringify(before)) return []
    return [{ question, texts: given.map((text) => choices?.find((choice) => choice.id === text)?.text ?? text) }]
  })
}

const lines = (held: readonly HeldLine[], say: Words): Html | '' =>
  held.length === 0
    ? ''
    : html`<dl>${held.map(({ question, texts }) => {
        const said = texts.map((text) => (typeof text === 'string' ? text : say(text))).join(', ')
        return html`<dt>${say(question)}</dt><dd>${said || say(TEXTS.empty)}</dd>`
      })}</dl>`
