/** The forms with which staff ask a department, withdraw a question, and write down what a department told by Zalo. The department sees what stands in the first, and nothing else. */
import { html } from 'hono/html'
import { categoryOf } from '#core/campaign/case-policy.ts'
import { CASE_FIELDS } from '#core/campaign/case-terms.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { LONGEST_NOTE, LONGEST_REASON } from '#core/campaign/staff-text.ts'
import { descriptionOf } from '#core/work/case/case-standing.ts'
import { isOpenQuestion, type Question, questionsOf } from '#core/work/case/questions.ts'
import type { Case } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import type { QuestionForm, WrittenCaseForm } from '#web/staff/work/case-form-names.ts'
import { fileInput } from '#web/staff/work/file-form.ts'
import { act } from '#web/staff/work/item-act.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { FIELD_WORDS } from '#web/words/cases.ts'

const WORDS = bothLanguages({
  vi: {
    ask: 'Hỏi bộ phận',
    whom: 'Hỏi ai',
    question: 'Câu hỏi',
    extract: 'Bộ phận cần biết gì về vụ việc (không bắt buộc)',
    hint: 'Bộ phận chỉ thấy những gì ghi ở đây và các mục được chọn: không thấy tên, địa chỉ, số điện thoại của khách hay diễn biến, trừ khi bạn viết vào.',
    fields: 'Cho bộ phận xem',
    replaces: 'Hỏi thay cho câu hỏi trước (câu ấy được rút)',
    none: 'không, đây là câu hỏi thêm',
    withdraw: 'Rút câu hỏi',
    which: 'Câu hỏi',
    because: 'Vì sao',
    told: 'Bộ phận trả lời qua Zalo',
    answer: 'Bộ phận nói gì',
    save: 'Ghi câu trả lời',
  },
  en: {
    ask: 'Ask a department',
    whom: 'Whom',
    question: 'Question',
    extract: 'What the department should know of the case (optional)',
    hint: 'The department sees what stands here and the fields that are ticked: not the customer’s name, address or number, and nothing of the history, unless you write it.',
    fields: 'Shown to the department',
    replaces: 'In place of a question of before, which is withdrawn',
    none: 'no, it is one more question',
    withdraw: 'Withdraw a question',
    which: 'Question',
    because: 'Why',
    told: 'A department answered by Zalo',
    answer: 'What the department said',
    save: 'Note the answer',
  },
})

interface QuestionFormsShown {
  readonly behind: Behind
  readonly item: Case
  readonly frame: Frame
  readonly rules: CompanyRules
  readonly written: WrittenCaseForm | null
  /** Names the question, so that a form sent twice asks once. */
  readonly questionId: string
}

/** Of an open case. Without departments staff can ask none by mail; questions asked before the departments were taken out can still be settled. */
export function questionForms(shown: QuestionFormsShown): Html {
  const open = questionsOf(shown.item).filter(isOpenQuestion)
  return html`${shown.rules.departments.length === 0 ? '' : askForm(shown, open)}${open.length === 0 ? '' : html`${toldForm(shown, open)}${withdrawForm(shown, open)}`}`
}

const fieldsOf = ({ written }: QuestionFormsShown, form: QuestionForm): Readonly<Record<string, string>> =>
  written?.form === form ? written.fields : {}

const form = (
  { behind, frame }: QuestionFormsShown,
  action: QuestionForm,
  { title, body }: { readonly title: string; readonly body: Html },
): Html => act({ behind, action, title, permission: 'note-work', frame, body, isWithFile: action === 'department-told' })

const option = (value: string, { label, isChosen }: { readonly label: string; readonly isChosen: boolean }) =>
  html`<option value="${value}"${isChosen ? html` selected` : ''}>${label}</option>`

const LONGEST_LABEL = 60
const shortened = (text: string) => (text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text)
const named = ({ asked }: Question) => `${asked.to.name}: ${shortened(asked.question.replaceAll('\n', ' '))}`

/** The first person of the department that the category names is chosen already. */
function askForm(shown: QuestionFormsShown, open: readonly Question[]): Html {
  const { item, frame, rules, questionId } = shown
  const { locale } = frame
  const words = WORDS[locale]
  const written = fieldsOf(shown, 'ask')
  const described = descriptionOf(item)
  const chosen =
    written.whom ?? described?.department ?? (described && categoryOf(rules.cases, described.category)?.department) ?? ''
  const whom = rules.departments.map(
    ({ id, name, addressees }) =>
      html`<optgroup label="${name[locale]}">${addressees.map(({ address, name: person }, at) => {
        const value = `${id} ${address}`
        return option(value, { label: `${name[locale]}: ${person}`, isChosen: chosen === value || (chosen === id && at === 0) })
      })}</optgroup>`,
  )
  const known = CASE_FIELDS.filter((field) => described?.fields[field] !== undefined)
  const fields = known.map(
    (field) =>
      html`<label class="choice"><input type="checkbox" name="show-${field}" value="yes"${written[`show-${field}`] === 'yes' ? html` checked` : ''}> <span>${FIELD_WORDS[locale][field]}: ${described?.fields[field]}</span></label>`,
  )
  const replaces =
    open.length === 0
      ? ''
      : html`<label for="ask-replaces">${words.replaces}</label><select id="ask-replaces" name="replaces">${option('', { label: words.none, isChosen: false })}${open.map((question) => option(question.asked.questionId, { label: named(question), isChosen: written.replaces === question.asked.questionId }))}</select>`
  const body = html`<input type="hidden" name="question-id" value="${written['question-id'] || questionId}">
            <label for="ask-whom">${words.whom}</label><select id="ask-whom" name="whom">${whom}</select>
            <label for="ask-text">${words.question}</label><textarea id="ask-text" name="text" rows="2" required maxlength="${LONGEST_NOTE}">${written.text ?? ''}</textarea>
            <label for="ask-extract">${words.extract}</label><textarea id="ask-extract" name="extract" rows="2" maxlength="${LONGEST_NOTE}">${written.extract ?? ''}</textarea>
            ${fields.length === 0 ? '' : html`<p>${words.fields}</p>${fields}`}${replaces}
            <p class="quiet"><small>${words.hint}</small></p><p class="buttons"><button class="quiet">${words.ask}</button></p>`
  return form(shown, 'ask', { title: words.ask, body })
}

const which = (
  id: string,
  { open, chosen, label }: { readonly open: readonly Question[]; readonly chosen: string | undefined; readonly label: string },
) =>
  html`<label for="${id}">${label}</label><select id="${id}" name="question-id">${open.map((question) => option(question.asked.questionId, { label: named(question), isChosen: question.asked.questionId === chosen }))}</select>`

function toldForm(shown: QuestionFormsShown, open: readonly Question[]): Html {
  const words = WORDS[shown.frame.locale]
  const written = fieldsOf(shown, 'department-told')
  const body = html`${which('told-question', { open, chosen: written['question-id'], label: words.which })}<label for="told-text">${words.answer}</label><textarea id="told-text" name="text" rows="2" required maxlength="${LONGEST_NOTE}">${written.text ?? ''}</textarea>
            ${fileInput('told-file', shown.frame.locale, { isOptional: true })}
            <p class="buttons"><button class="quiet">${words.save}</button></p>`
  return form(shown, 'department-told', { title: words.told, body })
}

function withdrawForm(shown: QuestionFormsShown, open: readonly Question[]): Html {
  const words = WORDS[shown.frame.locale]
  const written = fieldsOf(shown, 'withdraw-question')
  const body = html`${which('withdraw-question-id', { open, chosen: written['question-id'], label: words.which })}<label for="withdraw-text">${words.because}</label><input id="withdraw-text" name="text" required maxlength="${LONGEST_REASON}" autocomplete="off" value="${written.text ?? ''}">
            <p class="buttons"><button class="quiet">${words.withdraw}</button></p>`
  return form(shown, 'withdraw-question', { title: words.withdraw, body })
}
