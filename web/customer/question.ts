/** The page of one question to a department: what staff ask, whose link it is, and the one form that is next. It shows nothing else of the case. */
import { html } from 'hono/html'
import { LONGEST_NAME } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import { type FileRefusal, LARGEST_FILE } from '#core/work/case/case-file.ts'
import { type DepartmentRefusal, LONGEST_DEPARTMENT_ANSWER } from '#core/work/case/question-act.ts'
import type { Question, QuestionClock } from '#core/work/case/questions.ts'
import {
  decoyForm,
  type FormSeals,
  type HiddenFields,
  type PressAgainPage,
  pressAgainPage,
  sealField,
} from '#web/customer/confirming-form.ts'
import { inLines } from '#web/customer/in-lines.ts'
import { type Html, type PageFrame, page } from '#web/customer/page.ts'
import { QUESTION_PAGE_WORDS as WORDS } from '#web/customer/question-words.ts'
import { FILE_SIZE } from '#web/customer/static-files.ts'
import { staticAddress } from '#web/static-file.ts'
import { FILE_INPUT_WORDS, TAKEN_FILES } from '#web/words/file-input.ts'
import { extractLines, questionStands, saidByInWords } from '#web/words/questions.ts'
import { writtenInstant } from '#web/words/written.ts'

export const PROMISE_FIELD = 'promise'
export const COLLEAGUE_FIELD = 'colleague'
export const ANSWER_FIELD = 'answer'
export const FILE_FIELD = 'file'

/** What was chosen and typed in a form that was not taken. */
export interface TypedForDepartment {
  readonly promise: string
  readonly colleague: string
  readonly answer: string
}
export const NOTHING_TYPED: TypedForDepartment = { promise: '', colleague: '', answer: '' }

export interface QuestionPage extends PageFrame {
  readonly zone: string
  readonly department: string
  readonly question: Question
  readonly clock: QuestionClock
  /** Whose link it is. */
  readonly holder: string
  /** In working time, the soonest first; areAll: none was left out for being later than the case can bear. */
  readonly promises: { readonly times: readonly Instant[]; readonly areAll: boolean }
  readonly typed: TypedForDepartment
  readonly refused: DepartmentRefusal | FileRefusal | 'choose-again' | 'contended' | null
  readonly seals: FormSeals
  readonly acceptTo: string
  readonly answerTo: string
}

export function questionPage(shown: QuestionPage): Html {
  const { company, locale, zone, department, question, clock, holder, typed, refused } = shown
  const words = WORDS[locale]
  const { asked, answered } = question
  const at = (instant: Instant) => writtenInstant(instant, { zone, locale })
  const stands = questionStands(question, clock, { locale, at })
  const isOpen = question.state === 'asked' || question.state === 'accepted'
  // A department whose question was withdrawn, or whose case was closed, sees nothing of the case any more.
  const isRevoked = question.state === 'withdrawn' || question.state === 'over'
  const kept = !isOpen && refused !== null && typed.answer !== '' ? typed.answer : null
  const body = html`${refused === null ? '' : html`<div class="said warn" role="alert"><p>${words.refused[refused]}</p></div>`}
      ${isOpen || refused !== null ? '' : html`<div class="said" role="status"><p>${words.ended[question.state]}</p></div>`}
      <p class="hint" data-holder>${words.holder(holder, department)}${isOpen ? html` ${words.others}` : ''}</p>
      ${isRevoked ? '' : html`<div class="said"><p><b>${words.asks(asked.by.name ?? words.staff)}</b></p><p data-question>${inLines(asked.question)}</p>${extractLines(asked, locale).map((line) => html`<p>${inLines(line)}</p>`)}</div>`}
      <p data-stands="${question.state}">${words.stands(stands)}</p>
      ${question.accepted === null ? '' : html`<p class="hint">${words.acceptedBy(saidByInWords(question.accepted.said, locale))}</p>`}
      ${answered === null ? '' : html`<h2>${words.answer}</h2><p class="hint">${saidByInWords(answered.said, locale)}</p><div class="said"><p>${inLines(answered.text)}</p></div>`}
      ${kept === null ? '' : html`<h2>${words.kept}</h2><div class="said"><p>${inLines(kept)}</p></div>`}
      ${question.state === 'asked' ? acceptForm(shown) : question.state === 'accepted' ? answerForm(shown) : ''}`
  return page({ company, locale, title: isOpen ? words.title(department) : words.closedTitle, body })
}

function acceptForm({ locale, zone, promises, typed, seals, acceptTo, holder }: QuestionPage): Html {
  const words = WORDS[locale]
  const options = promises.times.map(
    (promise) =>
      html`<label class="choice"><input type="radio" name="${PROMISE_FIELD}" value="${promise}" required${promise === typed.promise ? html` checked` : ''}> <span>${writtenInstant(promise, { zone, locale })}</span></label>
          `,
  )
  return html`${decoyForm({ locale, seals, sendTo: acceptTo })}
      <form method="post" action="${acceptTo}" novalidate>
        ${sealField(seals)}
        <fieldset><legend>${words.promise}</legend>${options}</fieldset>${promises.areAll ? '' : html`<p class="hint">${words.noLater}</p>`}
        ${colleagueField(holder, { locale, typed })}
        <button>${words.accept}</button>
      </form>`
}

function answerForm({ locale, typed, seals, answerTo, holder }: QuestionPage): Html {
  const words = WORDS[locale]
  return html`${decoyForm({ locale, seals, sendTo: answerTo })}
      <form method="post" action="${answerTo}" enctype="multipart/form-data" novalidate>
        ${sealField(seals)}
        <label for="${ANSWER_FIELD}">${words.yourAnswer}</label>
        <textarea id="${ANSWER_FIELD}" name="${ANSWER_FIELD}" required maxlength="${LONGEST_DEPARTMENT_ANSWER}">${typed.answer}</textarea>
        <label for="${FILE_FIELD}">${FILE_INPUT_WORDS[locale].optional}</label>
        <input type="file" id="${FILE_FIELD}" name="${FILE_FIELD}" accept="${TAKEN_FILES}" data-most="${LARGEST_FILE}" data-too-large="${FILE_INPUT_WORDS[locale].tooLarge}" aria-describedby="file-hint">
        <p class="hint" id="file-hint">${FILE_INPUT_WORDS[locale].hint}</p>
        ${colleagueField(holder, { locale, typed })}
        <p class="hint">${words.once}</p>
        <button>${words.send}</button>
      </form>
      <script src="${staticAddress(FILE_SIZE)}" defer></script>`
}

const colleagueField = (
  holder: string,
  { locale, typed }: Pick<QuestionPage, 'locale' | 'typed'>,
): Html => html`<label for="${COLLEAGUE_FIELD}">${WORDS[locale].colleague(holder)} <span class="hint">(${WORDS[locale].optional})</span></label>
        <input type="text" id="${COLLEAGUE_FIELD}" name="${COLLEAGUE_FIELD}" maxlength="${LONGEST_NAME}" autocomplete="name" value="${typed.colleague}">`

interface AskedAgain extends PageFrame, Pick<PressAgainPage, 'seals' | 'waits' | 'tooSoon' | 'sendTo'> {
  readonly pressed: 'accept' | 'department-answer'
  readonly typed: TypedForDepartment
  readonly zone: string
  readonly fields: HiddenFields
}

/** A press that looks like a machine's changed nothing: the page says what one more press would do, and carries what was typed. */
export function departmentPressAgainPage({ typed, zone, ...again }: AskedAgain): Html {
  const { company, locale } = again
  const words = WORDS[locale]
  const you = locale === 'vi' ? { honorific: 'anh/chị', Honorific: 'Anh/chị' } : { honorific: 'you', Honorific: 'You' }
  const would =
    again.pressed === 'accept'
      ? typed.promise === ''
        ? null
        : words.wouldAccept(writtenInstant(typed.promise, { zone, locale }))
      : html`<p>${words.wouldSend}</p><p>${inLines(typed.answer)}</p>`
  return pressAgainPage({ ...again, address: { company: company.name, ...you, locale }, stands: null, would })
}
