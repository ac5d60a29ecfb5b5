/** The attributes of a csi survey, each with its ten ratings. Every one may be skipped: a radio button cannot be let go, so skipping is a choice too. */
import { html } from 'hono/html'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import { type AskedAttribute, attributesOf } from '#core/survey/attributes.ts'
import { RATINGS, type Rating } from '#core/survey/satisfaction-index.ts'
import { ratingField } from '#core/survey/survey-form.ts'
import { questionOf } from '#core/survey/wordings.ts'
import type { Html } from '#web/customer/page.ts'
import { type SurveyAddress, wordsFor } from '#web/rendering/survey-fields.ts'

const TEXTS = {
  maySkip: { vi: 'Mục nào {honorific} không muốn chấm thì cứ bỏ qua.', en: 'Skip any that you would rather not rate.' },
  skip: { vi: 'Bỏ qua mục này', en: 'Skip this one' },
} as const

interface RatingQuestions {
  readonly survey: SurveyDefinition
  readonly address: SurveyAddress
  /** As typed or recorded; undefined before anything was chosen. */
  readonly ratings: readonly Rating[] | undefined
  /** What is wrong with the first one, which stands for all. */
  readonly wrong: string | null
}

export function ratingQuestions({ survey, address, ratings, wrong }: RatingQuestions): Html {
  const say = wordsFor(address)
  const fields = attributesOf(survey).map((attribute, at) =>
    attributeField(attribute, {
      address,
      rated: ratings?.find((rating) => rating.attribute === attribute.id),
      wrong: at === 0 ? wrong : null,
    }),
  )
  return html`<p class="ask">${say(questionOf(survey))} <span class="hint">${say(TEXTS.maySkip)}</span></p>
        ${fields}`
}

/** Where the page leads to when nothing was rated. */
export const firstRating = (survey: SurveyDefinition): string => `${ratingField(attributesOf(survey)[0]?.id ?? '')}-${RATINGS[0]}`

function attributeField(
  { id, question, lowest, highest }: AskedAttribute,
  { address, rated, wrong }: Pick<RatingQuestions, 'address' | 'wrong'> & { readonly rated: Rating | undefined },
): Html {
  const say = wordsFor(address)
  const field = ratingField(id)
  const ends = new Map([
    [RATINGS[0], say(lowest)],
    [RATINGS.at(-1), say(highest)],
  ])
  const steps = RATINGS.map((step) => {
    const end = ends.get(step)
    return html`<label class="step"><input type="radio" id="${field}-${step}" name="${field}" value="${step}"${rated?.score === step ? html` checked` : ''}><span><b>${step}</b>${end ? html` <i class="unseen">${end}</i>` : ''}</span></label>
          `
  })
  return html`<fieldset class="csi"${wrong ? html` aria-describedby="${field}-wrong"` : ''}>
          <legend>${say(question)}</legend>
          ${wrong ? html`<p class="wrong" id="${field}-wrong">${wrong}</p>` : ''}
          <div class="steps">
          ${steps}</div>
          <p class="ends" aria-hidden="true"><span>1 = ${say(lowest)}</span><span>10 = ${say(highest)}</span></p>
          <label class="choice"><input type="radio" id="${field}-skip" name="${field}" value=""${rated?.score === null ? html` checked` : ''}> <span>${say(TEXTS.skip)}</span></label>
        </fieldset>`
}
