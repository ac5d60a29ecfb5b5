/** The question with its scale. A button of the mail opens it with that score chosen; only the form's own button answers. */
import { html } from 'hono/html'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import { LONGEST_ANSWER_TEXT } from '#core/survey/answer-text.ts'
import { scoresOf } from '#core/survey/scale.ts'
import { type FormProblem, SCORE_FIELD, WHY_FIELD } from '#core/survey/survey-form.ts'
import { questionOf, WORDINGS } from '#core/survey/wordings.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { decoyForm, type FormSeals, sealField } from '#web/customer/confirming-form.ts'
import { type Html, type PageFrame, page } from '#web/customer/page.ts'
import { type SurveyAddress, wordsFor } from '#web/rendering/survey-fields.ts'
import { shortDate } from '#web/rendering/written-value.ts'

export interface SurveyFrame extends PageFrame {
  readonly address: SurveyAddress
  readonly survey: SurveyDefinition
  /** The last day on which it can be answered. */
  readonly lastDay: LocalDate
}

export interface SurveyPage extends SurveyFrame {
  /** The content of the form, as it was tapped, typed or recorded. */
  readonly score: number | null
  readonly why: string
  /** Of the answer that counts so far; undefined when there is none. */
  readonly recorded: { readonly score: number | null } | undefined
  readonly problems: readonly FormProblem[]
  readonly seals: FormSeals
  /** Where the form goes. */
  readonly sendTo: string
}

const TEXTS = {
  title: { vi: 'Ý kiến của {honorific}', en: 'Your opinion' },
  notYet: {
    vi: 'Chưa ghi nhận: {honorific} bấm “Gửi câu trả lời” ở dưới thì câu trả lời mới được tính.',
    en: 'Not recorded yet: your answer counts when you press “Send my answer” below.',
  },
  recorded: {
    vi: 'Chúng tôi đã ghi nhận câu trả lời của {honorific}. {Honorific} vẫn có thể đổi ở dưới.',
    en: 'Your answer has been recorded. You can still change it below.',
  },
  other: {
    vi: 'Trước đó {honorific} đã trả lời “{before}”. {Honorific} bấm “Gửi câu trả lời” ở dưới thì câu trả lời mới được tính.',
    en: 'You answered “{before}” before. Your new answer counts when you press “Send my answer” below.',
  },
  optional: { vi: 'không bắt buộc', en: 'optional' },
  until: { vi: 'Nhận trả lời đến hết ngày', en: 'Open until the end of' },
  send: { vi: 'Gửi câu trả lời', en: 'Send my answer' },
  wrong: { vi: 'Câu trả lời chưa được gửi:', en: 'Your answer has not been sent:' },
  missing: { vi: 'xin {honorific} chọn một mức', en: 'please choose one' },
  tooLong: {
    vi: `xin {honorific} viết không quá ${new Intl.NumberFormat('vi').format(LONGEST_ANSWER_TEXT)} ký tự`,
    en: `please use no more than ${new Intl.NumberFormat('en').format(LONGEST_ANSWER_TEXT)} characters`,
  },
} as const

export function surveyPage(asked: SurveyPage): Html {
  const { company, locale, address, survey, lastDay, score, why, problems, seals, sendTo } = asked
  const say = wordsFor(address)
  const reason = { field: WHY_FIELD, question: say(WORDINGS[survey.kind].why), text: why, address, problems }
  const body = html`${problems.length > 0 ? problemSummary({ problems, address, survey }) : standing(asked)}
      ${decoyForm({ locale, seals, sendTo, fields: score === null ? [] : [[SCORE_FIELD, String(score)]] })}
      <form method="post" action="${sendTo}" novalidate>
        ${sealField(seals)}
        ${scale({ address, survey, score, problems })}
        ${survey.why ? textQuestion(reason) : ''}
        <p class="hint">${say(TEXTS.until)} ${shortDate(lastDay, locale)}.</p>
        <button>${say(TEXTS.send)}</button>
      </form>`
  return page({ company, locale, title: say(TEXTS.title), body })
}

/** What is recorded and what is not: a score that was tapped in the mail is chosen, but not recorded. */
function standing({ address, survey, score, recorded }: SurveyPage): Html {
  const say = wordsFor(address)
  if (!recorded) return score === null ? html`` : said(say(TEXTS.notYet))
  if (recorded.score === null || recorded.score === score) return said(say(TEXTS.recorded))
  return said(say(TEXTS.other).replace('{before}', scoreInWords(survey.kind, recorded.score, say)))
}

/** In the customer's words: a number, or "yes" and "no". */
export function scoreInWords(kind: SurveyDefinition['kind'], score: number, say: ReturnType<typeof wordsFor>): string {
  const words = WORDINGS[kind].steps[score]
  return kind === 'fcr' && words ? say(words) : String(score)
}

const said = (words: string) => html`<p class="said" role="status">${words}</p>`

interface Asking {
  readonly address: SurveyAddress
  readonly problems: readonly FormProblem[]
}

const firstInput = (survey: SurveyDefinition) => `${SCORE_FIELD}-${orderOf(survey)[0]}`

/** "Yes" stands before "no". */
const orderOf = ({ kind }: SurveyDefinition) => (kind === 'fcr' ? scoresOf(kind).toReversed() : scoresOf(kind))

function scale({ address, survey, score, problems }: Asking & Pick<SurveyPage, 'survey' | 'score'>): Html {
  const say = wordsFor(address)
  const { steps } = WORDINGS[survey.kind]
  const isWrong = problems.some(({ field }) => field === SCORE_FIELD)
  const wordsAreShown = survey.kind === 'csat' || survey.kind === 'fcr'
  const choices = orderOf(survey).map((step) => {
    const words = steps[step]
    const number = survey.kind === 'fcr' ? '' : html`<b>${step}</b>`
    const name = words && (wordsAreShown ? html` <i>${say(words)}</i>` : html` <i class="unseen">${say(words)}</i>`)
    return html`<label class="step"><input type="radio" id="${SCORE_FIELD}-${step}" name="${SCORE_FIELD}" value="${step}"${step === score ? html` checked` : ''}><span>${number}${name ?? ''}</span></label>
          `
  })
  return html`<fieldset class="${survey.kind}"${isWrong ? html` aria-describedby="${SCORE_FIELD}-wrong"` : ''}>
          <legend>${say(questionOf(survey))}</legend>
          ${isWrong ? html`<p class="wrong" id="${SCORE_FIELD}-wrong">${capital(say(TEXTS.missing))}.</p>` : ''}
          <div class="steps">
          ${choices}</div>
          ${wordsAreShown ? '' : endsOf(survey, address)}
        </fieldset>`
}

/** For sighted readers; screen readers hear the words with their steps. */
function endsOf({ kind }: SurveyDefinition, address: SurveyAddress): Html {
  const ends = Object.entries(WORDINGS[kind].steps).map(
    ([step, words]) => html`<span>${step} = ${wordsFor(address)(words)}</span>`,
  )
  return html`<p class="ends" aria-hidden="true">${ends}</p>`
}

/** A question with a free-text answer, which may be left empty. */
export function textQuestion({
  field,
  question,
  text,
  address,
  problems,
}: Asking & { readonly field: string; readonly question: string; readonly text: string }): Html {
  const say = wordsFor(address)
  const isWrong = problems.some((problem) => problem.field === field)
  // A browser drops a line break at the beginning of a textarea: one more keeps those of the text.
  return html`<label for="${field}">${question} <span class="hint">(${say(TEXTS.optional)})</span></label>
        ${isWrong ? html`<p class="wrong" id="${field}-wrong">${capital(say(TEXTS.tooLong))}.</p>` : ''}
        <textarea id="${field}" name="${field}" rows="4" maxlength="${LONGEST_ANSWER_TEXT}"${isWrong ? html` aria-invalid="true" aria-describedby="${field}-wrong"` : ''}>
${text}</textarea>`
}

/** The problems come first and link to their fields, so that the customer finds them at once. */
export function problemSummary({ problems, address, survey }: Asking & { readonly survey: SurveyDefinition }): Html {
  const say = wordsFor(address)
  const items = problems.map(({ field, problem }) => {
    const target = field === SCORE_FIELD ? firstInput(survey) : field
    return html`<li><a href="#${target}">${say(problem === 'missing' ? TEXTS.missing : TEXTS.tooLong)}</a></li>`
  })
  return html`<div class="said warn" role="alert"><p>${say(TEXTS.wrong)}</p><ul>${items}</ul></div>`
}

const capital = (words: string) => words.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase('vi'))
