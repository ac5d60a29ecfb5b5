/** The question with its scale. A button of the mail opens it with that score chosen; only the form's own button answers. */
import { html } from 'hono/html'
import type { ScoredKind, SurveyDefinition } from '#core/campaign/survey-definition.ts'
import { LONGEST_ANSWER_TEXT } from '#core/survey/answer-text.ts'
import type { Given } from '#core/survey/given.ts'
import { scoresOf } from '#core/survey/scale.ts'
import { type FormProblem, SCORE_FIELD, WHY_FIELD } from '#core/survey/survey-form.ts'
import { questionOf, WORDINGS } from '#core/survey/wordings.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { decoyForm, type FormSeals, sealField } from '#web/customer/confirming-form.ts'
import { type Html, type PageFrame, page } from '#web/customer/page.ts'
import { firstRating, ratingQuestions } from '#web/customer/survey-ratings.ts'
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
  readonly given: Given
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
  nothingRated: { vi: 'xin {honorific} chấm ít nhất một mục', en: 'please rate at least one' },
  tooLong: {
    vi: `xin {honorific} viết không quá ${new Intl.NumberFormat('vi').format(LONGEST_ANSWER_TEXT)} ký tự`,
    en: `please use no more than ${new Intl.NumberFormat('en').format(LONGEST_ANSWER_TEXT)} characters`,
  },
} as const

export function surveyPage(asked: SurveyPage): Html {
  const { company, locale, address, survey, lastDay, given, why, problems, seals, sendTo } = asked
  const { score } = given
  const say = wordsFor(address)
  const reason = { field: WHY_FIELD, question: say(WORDINGS[survey.kind].why), text: why, address, problems }
  const body = html`${problems.length > 0 ? problemSummary({ problems, address, survey }) : standing(asked)}
      ${decoyForm({ locale, seals, sendTo, fields: score === null ? [] : [[SCORE_FIELD, String(score)]] })}
      <form method="post" action="${sendTo}" novalidate>
        ${sealField(seals)}
        ${survey.kind === 'csi' ? ratingQuestions({ address, survey, ratings: given.ratings, wrong: wrongIn(asked) }) : scale({ address, survey, kind: survey.kind, score, problems })}
        ${survey.why ? textQuestion(reason) : ''}
        <p class="hint">${say(TEXTS.until)} ${shortDate(lastDay, locale)}.</p>
        <button>${say(TEXTS.send)}</button>
      </form>`
  return page({ company, locale, title: say(TEXTS.title), body })
}

/** What is recorded and what is not: a score that was tapped in the mail is chosen, but not recorded. */
function standing({ address, survey, given: { score }, recorded }: SurveyPage): Html {
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

const firstInput = (survey: SurveyDefinition) =>
  survey.kind === 'csi' ? firstRating(survey) : `${SCORE_FIELD}-${orderOf(survey.kind)[0]}`

const wrongIn = ({ address, problems }: Asking): string | null =>
  problems.some(({ problem }) => problem === 'missing') ? `${capital(wordsFor(address)(TEXTS.nothingRated))}.` : null

/** "Yes" stands before "no". */
const orderOf = (kind: ScoredKind) => (kind === 'fcr' ? scoresOf(kind).toReversed() : scoresOf(kind))

interface Scale extends Asking {
  readonly survey: SurveyDefinition
  readonly kind: ScoredKind
  readonly score: number | null
}

function scale({ address, survey, kind, score, problems }: Scale): Html {
  const say = wordsFor(address)
  const { steps } = WORDINGS[kind]
  const isWrong = problems.some(({ field }) => field === SCORE_FIELD)
  const wordsAreShown = kind === 'csat' || kind === 'fcr'
  const choices = orderOf(kind).map((step) => {
    const words = steps[step]
    const number = kind === 'fcr' ? '' : html`<b>${step}</b>`
    const name = words && (wordsAreShown ? html` <i>${say(words)}</i>` : html` <i class="unseen">${say(words)}</i>`)
    return html`<label class="step"><input type="radio" id="${SCORE_FIELD}-${step}" name="${SCORE_FIELD}" value="${step}"${step === score ? html` checked` : ''}><span>${number}${name ?? ''}</span></label>
          `
  })
  return html`<fieldset class="${kind}"${isWrong ? html` aria-describedby="${SCORE_FIELD}-wrong"` : ''}>
          <legend>${say(questionOf(survey))}</legend>
          ${isWrong ? html`<p class="wrong" id="${SCORE_FIELD}-wrong">${capital(say(TEXTS.missing))}.</p>` : ''}
          <div class="steps">
          ${choices}</div>
          ${wordsAreShown ? '' : endsOf(kind, address)}
        </fieldset>`
}

/** For sighted readers; screen readers hear the words with their steps. */
function endsOf(kind: ScoredKind, address: SurveyAddress): Html {
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
  const missing = survey.kind === 'csi' ? TEXTS.nothingRated : TEXTS.missing
  const items = problems.map(({ field, problem }) => {
    const target = problem === 'missing' ? firstInput(survey) : field
    return html`<li><a href="#${target}">${say(problem === 'missing' ? missing : TEXTS.tooLong)}</a></li>`
  })
  return html`<div class="said warn" role="alert"><p>${say(TEXTS.wrong)}</p><ul>${items}</ul></div>`
}

const capital = (words: string) => words.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase('vi'))
