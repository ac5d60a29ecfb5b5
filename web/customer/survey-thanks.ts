/** The page after an answer: thanks by its band, and the follow-up questions of that band. */
import { html } from 'hono/html'
import type { FollowUpQuestion } from '#core/campaign/survey-definition.ts'
import { bandOfGiven } from '#core/survey/given.ts'
import type { Answer } from '#core/survey/response.ts'
import { type FormProblem, followUpField, followUpsFor } from '#core/survey/survey-form.ts'
import { WORDINGS } from '#core/survey/wordings.ts'
import { decoyForm, type FormSeals, sealField } from '#web/customer/confirming-form.ts'
import { type Html, page } from '#web/customer/page.ts'
import { problemSummary, type SurveyFrame, textQuestion } from '#web/customer/survey.ts'
import { type SurveyAddress, wordsFor } from '#web/rendering/survey-fields.ts'

const TEXTS = {
  title: { vi: 'Cảm ơn {honorific}!', en: 'Thank you!' },
  words: {
    vi: 'Cảm ơn {honorific} đã trả lời. Chúng tôi đã ghi nhận, và sẽ có người đọc kỹ.',
    en: 'Thank you for your answer. We have recorded it, and one of us will read it.',
  },
  more: { vi: 'Nếu có thêm một phút', en: 'If you have another minute' },
  send: { vi: 'Gửi thêm', en: 'Send this too' },
  noted: { vi: 'Chúng tôi đã ghi nhận cả những điều {honorific} vừa kể thêm.', en: 'We have recorded what you added as well.' },
  change: { vi: 'Đổi câu trả lời', en: 'Change my answer' },
} as const

export interface ThanksPage extends SurveyFrame {
  readonly answer: Pick<Answer, 'score' | 'ratings' | 'followUps'>
  /** Where the answer can be changed. */
  readonly change: string
  /** Where the second form goes. */
  readonly moreTo: string
  /** The second form was just posted. */
  readonly isMoreSaid: boolean
  readonly problems: readonly FormProblem[]
  readonly seals: FormSeals
}

export function thanksPage(thanks: ThanksPage): Html {
  const { company, locale, address, survey, answer, change, isMoreSaid } = thanks
  const say = wordsFor(address)
  const band = bandOfGiven(survey.kind, answer)
  const words = band === null ? TEXTS.words : WORDINGS[survey.kind].thanks[band]
  const questions = followUpsFor(survey, answer)
  const body = html`<div class="said" role="status"><p>${say(words)}</p>${isMoreSaid ? html`<p>${say(TEXTS.noted)}</p>` : ''}</div>
      ${questions.length > 0 && !isMoreSaid ? moreForm(thanks, questions) : ''}
      <p class="more"><a href="${change}">${say(TEXTS.change)}</a></p>`
  return page({ company, locale, title: say(TEXTS.title), body })
}

function moreForm(
  { locale, address, survey, answer, moreTo, problems, seals }: ThanksPage,
  questions: readonly FollowUpQuestion[],
): Html {
  const say = wordsFor(address)
  const fields = questions.map((question) => {
    const given = answer.followUps[question.id]
    if (question.choices) return choiceQuestion(question, { address, chosen: Array.isArray(given) ? given : [] })
    const text = typeof given === 'string' ? given : ''
    return textQuestion({ field: followUpField(question.id), question: say(question.question), text, address, problems })
  })
  return html`${decoyForm({ locale, seals, sendTo: moreTo })}
      <form method="post" action="${moreTo}" novalidate>
        ${sealField(seals)}
        <h2>${say(TEXTS.more)}</h2>
        ${problems.length > 0 ? problemSummary({ problems, address, survey }) : ''}
        ${fields}
        <button>${say(TEXTS.send)}</button>
      </form>`
}

function choiceQuestion(
  { id, question, choices }: FollowUpQuestion,
  { address, chosen }: { readonly address: SurveyAddress; readonly chosen: readonly string[] },
): Html {
  const say = wordsFor(address)
  const boxes = (choices ?? []).map(
    (choice) =>
      html`<label class="choice"><input type="checkbox" name="${followUpField(id)}" value="${choice.id}"${chosen.includes(choice.id) ? html` checked` : ''}> <span>${say(choice.text)}</span></label>
          `,
  )
  return html`<fieldset>
          <legend>${say(question)}</legend>
          ${boxes}
        </fieldset>`
}
