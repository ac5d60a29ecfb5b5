/** The forms with which staff work on an open case. Each says how much had been done to the case when it was shown: a page gone stale acts on nothing. */
import { html } from 'hono/html'
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import { CASE_FIELDS, CASE_TYPES, type CaseField, ESCALATION_LEVELS, SEVERITIES } from '#core/campaign/case-terms.ts'
import { LONGEST_NAME, LONGEST_NOTE, LONGEST_REASON } from '#core/campaign/staff-text.ts'
import { mayHandBack } from '#core/staff/may-hand-back.ts'
import { stepsOpenFor, takesBack } from '#core/work/case/case-act.ts'
import { CASE_STEPS } from '#core/work/case/case-event.ts'
import { descriptionOf, escalationOf, seenOf, severityOf, stepOf } from '#core/work/case/case-standing.ts'
import type { Case } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import { type CaseForm, CONTACTS, type WrittenCaseForm } from '#web/staff/work/case-form-names.ts'
import { CASE_FORM_WORDS } from '#web/staff/work/case-form-words.ts'
import { CASE_SAID_WORDS } from '#web/staff/work/case-said-words.ts'
import { act } from '#web/staff/work/item-act.ts'
import { FIELD_WORDS, LEVEL_WORDS, STEP_WORDS, severityNamed, TYPE_WORDS } from '#web/words/cases.ts'

interface CaseFormsShown {
  readonly frame: Frame
  readonly behind: Behind
  readonly item: Case
  readonly cases: CasePolicy
  readonly written: WrittenCaseForm | null
  /** Why the visitor may not work on it. */
  readonly refused: string | null
}

/** Of an open case. */
export function caseForms(shown: CaseFormsShown): Html {
  const goesUp = escalationOf(shown.item) !== 'director'
  return html`${moveForm(shown)}${describeForm(shown)}${contactForm(shown)}${severityForm(shown)}${goesUp ? escalateForm(shown) : ''}${
    escalationOf(shown.item) === null ? '' : handBackForm(shown)
  }`
}

const fieldsOf = ({ written }: CaseFormsShown, form: CaseForm): Readonly<Record<string, string>> =>
  written?.form === form ? written.fields : {}

function form(shown: CaseFormsShown, action: CaseForm, { title, body }: { readonly title: string; readonly body: Html }): Html {
  const { behind, frame, item, refused } = shown
  const seen = html`<input type="hidden" name="seen" value="${seenOf(item)}">`
  return act({ behind, action, title, permission: 'note-work', frame, refused, body: html`${seen}${body}` })
}

const textArea = (id: string, { label, text }: { readonly label: string; readonly text: string | undefined }) =>
  html`<label for="${id}">${label}</label><textarea id="${id}" name="text" rows="2" required maxlength="${LONGEST_NOTE}">${text ?? ''}</textarea>`

const reason = (id: string, { label, text }: { readonly label: string; readonly text: string | undefined }) =>
  html`<label for="${id}">${label}</label><input id="${id}" name="text" required maxlength="${LONGEST_REASON}" autocomplete="off" value="${text ?? ''}">`

const button = (words: string) => html`<p class="buttons"><button class="quiet">${words}</button></p>`

interface Choice {
  readonly value: string
  readonly label: string
  readonly isChosen: boolean
  readonly isClosed?: boolean
}

const select = (
  id: string,
  { name, label, choices }: { readonly name: string; readonly label: string; readonly choices: readonly Choice[] },
) =>
  html`<label for="${id}">${label}</label><select id="${id}" name="${name}">${choices.map(
    ({ value, label: named, isChosen, isClosed }) =>
      html`<option value="${value}"${isChosen ? html` selected` : ''}${isClosed ? html` disabled` : ''}>${named}</option>`,
  )}</select>`

function moveForm(shown: CaseFormsShown): Html {
  const { item, cases, frame } = shown
  const { locale } = frame
  const words = CASE_FORM_WORDS[locale]
  const { to, text } = fieldsOf(shown, 'move')
  const open = stepsOpenFor(item, cases)
  const next = to ?? CASE_STEPS.find((step) => CASE_STEPS.indexOf(step) > CASE_STEPS.indexOf(stepOf(item)) && open.includes(step))
  const choices = CASE_STEPS.filter((step) => step !== stepOf(item)).map((step) => ({
    value: step,
    label: STEP_WORDS[locale][step],
    isChosen: step === next,
    isClosed: !open.includes(step),
  }))
  const body = html`${select('move-to', { name: 'to', label: words.to, choices })}${textArea('move-text', { label: words.moveNote, text })}
            <p class="quiet"><small>${words.moveHint}</small></p>${button(words.move)}`
  return form(shown, 'move', { title: words.move, body })
}

function describeForm(shown: CaseFormsShown): Html {
  const { item, cases, frame } = shown
  const { locale } = frame
  const words = CASE_FORM_WORDS[locale]
  const isWritten = shown.written?.form === 'describe'
  const written = fieldsOf(shown, 'describe')
  const described = descriptionOf(item)
  const category = isWritten ? (written.category ?? '') : (described?.category ?? '')
  const type = isWritten ? (written.type ?? '') : (described?.type ?? '')
  const categories = [
    { value: '', label: words.choose, isChosen: category === '' },
    ...cases.categories.map(({ id, name }) => ({ value: id, label: name[locale], isChosen: id === category })),
  ]
  const types = [
    { value: '', label: '–', isChosen: type === '' },
    ...CASE_TYPES.map((one) => ({ value: one, label: TYPE_WORDS[locale][one], isChosen: one === type })),
  ]
  const requires = cases.categories.find(({ id }) => id === category)?.requires ?? []
  const asked = requires.filter((one) => one !== 'photo')
  const filledIn = (field: CaseField) => (isWritten ? written[field] : described?.fields[field]) ?? ''
  const input = (field: CaseField) => {
    const label = FIELD_WORDS[locale][field]
    const isDay = field === 'order-date' || field === 'happened-on'
    return html`<label for="field-${field}">${asked.includes(field) ? words.needed(label) : label}</label><input id="field-${field}" name="${field}"${isDay ? html` type="date"` : html` maxlength="300"`} autocomplete="off" value="${filledIn(field)}">`
  }
  const others = CASE_FIELDS.filter((field) => !asked.includes(field))
  const isOtherKnown = others.some((field) => filledIn(field) !== '')
  const photo = requires.includes('photo')
    ? html`<p class="quiet"><small>${words.photo} <a href="#file">${words.addPhoto}</a></small></p>`
    : ''
  // An agent on a phone would scroll past a dozen fields that most cases leave empty.
  const fields = html`${asked.map(input)}${photo}<details${isOtherKnown ? html` open` : ''}><summary>${words.others}</summary>${others.map(input)}</details>`
  const department = isWritten ? (written.department ?? '') : (described?.department ?? '')
  const mayTakeBack = CASE_TYPES.some((one) => takesBack(item, one, cases))
  const why = mayTakeBack
    ? html`<label for="describe-text">${words.whyLess}</label><input id="describe-text" name="text" maxlength="${LONGEST_REASON}" autocomplete="off" value="${written.text ?? ''}">`
    : ''
  const body = html`${select('describe-category', { name: 'category', label: words.category, choices: categories })}${category === '' ? html`<p class="quiet"><small>${words.categoryHint}</small></p>` : ''}${select('describe-type', { name: 'type', label: words.type, choices: types })}${why}${fields}
            <label for="describe-department">${words.department}</label><input id="describe-department" name="department" maxlength="${LONGEST_NAME}" autocomplete="off" value="${department}">
            ${button(words.save)}`
  return form(shown, 'describe', { title: words.describe, body })
}

function severityForm(shown: CaseFormsShown): Html {
  const { item, cases, frame } = shown
  const { locale } = frame
  const words = CASE_FORM_WORDS[locale]
  const { severity, text } = fieldsOf(shown, 'severity')
  const now = severityOf(item, cases).severity
  const choices = SEVERITIES.map((one) => ({
    value: one,
    label: severityNamed(one, { cases, locale }),
    isChosen: one === (severity ?? now),
  }))
  const body = html`${select('severity-to', { name: 'severity', label: words.severity, choices })}${reason('severity-text', { label: words.because, text })}
            <p class="quiet"><small>${words.gradeHint}</small></p>${button(words.severity)}`
  return form(shown, 'severity', { title: words.severity, body })
}

function contactForm(shown: CaseFormsShown): Html {
  const words = CASE_FORM_WORDS[shown.frame.locale]
  const { what, text } = fieldsOf(shown, 'contact')
  const choices = CONTACTS.map((one) => ({ value: one, label: words.contacts[one], isChosen: one === what }))
  const body = html`${select('contact-what', { name: 'what', label: words.what, choices })}${textArea('contact-text', { label: words.contactNote, text })}
            ${button(words.save)}`
  return form(shown, 'contact', { title: words.contact, body })
}

function escalateForm(shown: CaseFormsShown): Html {
  const { locale } = shown.frame
  const words = CASE_FORM_WORDS[locale]
  const { level, text } = fieldsOf(shown, 'escalate')
  const above = escalationOf(shown.item)
  const higher = ESCALATION_LEVELS.slice(above === null ? 0 : ESCALATION_LEVELS.indexOf(above) + 1)
  const choices = higher.map((one) => ({ value: one, label: LEVEL_WORDS[locale][one], isChosen: one === level }))
  const body = html`${select('escalate-level', { name: 'level', label: words.whom, choices })}${reason('escalate-text', { label: words.because, text })}
            ${button(words.escalate)}`
  return form(shown, 'escalate', { title: words.escalate, body })
}

function handBackForm(given: CaseFormsShown): Html {
  const { frame, item } = given
  const isAbove = frame.visitor !== null && mayHandBack(item, frame.visitor)
  const shown = { ...given, refused: given.refused ?? (isAbove ? null : CASE_SAID_WORDS[frame.locale]['only-above']) }
  const words = CASE_FORM_WORDS[frame.locale]
  const { text } = fieldsOf(shown, 'hand-back')
  const body = html`${reason('hand-back-text', { label: words.because, text })}${button(words.handBack)}`
  return form(shown, 'hand-back', { title: words.handBack, body })
}
