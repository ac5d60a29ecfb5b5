/** The form in which staff open a case of what a customer told them: on the screen of a call whatever its outcome, and on the customer's page. */
import { html } from 'hono/html'
import { LONGEST_NOTE } from '#core/campaign/staff-text.ts'
import { TOLD, type Told } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { BROKE_OFF_WORDS, type BrokeOff } from '#web/staff/acts/broke-off.ts'
import { fieldError, refusalSummary } from '#web/staff/field-error.ts'
import type { Frame } from '#web/staff/frame.ts'
import { customerPath } from '#web/staff/paths.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { WORK_WORDS } from '#web/words/work.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Mở vụ việc cho khách',
    what: 'Khách có',
    note: 'Khách nói gì, cần gì',
    will: 'Một việc riêng được mở, chờ người làm, lời bạn ghi đứng đầu diễn biến cùng tên bạn. Khiếu nại được báo ngay.',
    save: 'Mở vụ việc',
    refused: {
      'which-case': 'Chưa mở: hãy chọn khiếu nại, yêu cầu, câu hỏi hay góp ý.',
      'case-needs-note': 'Chưa mở: hãy ghi vài lời, khách nói gì, cần gì.',
      'too-long': `Chưa mở: lời ghi nhiều nhất ${LONGEST_NOTE} ký tự.`,
    },
  },
  en: {
    title: 'Open a case for the customer',
    what: 'The customer has a',
    note: 'What the customer said or needs',
    will: 'Work of its own is opened and waits to be taken; what you write stands first in its history with your name. A complaint is told to staff at once.',
    save: 'Open the case',
    refused: {
      'which-case': 'Not opened: choose complaint, request, question or suggestion.',
      'case-needs-note': 'Not opened: write a few words, what the customer said or needs.',
      'too-long': `Not opened: the note has at most ${LONGEST_NOTE} characters.`,
    },
  },
})

type Refused = keyof (typeof WORDS)['vi']['refused'] | BrokeOff

const FORM = 'case'
/** Where it is mended; else in the form. */
const FIELD_OF: Readonly<Partial<Record<Refused, string>>> = {
  'which-case': 'case-what',
  'case-needs-note': 'case-note',
  'too-long': 'case-note',
}

const saidOf = (refused: Refused, locale: PageLocale): string =>
  ({ ...WORDS[locale].refused, ...BROKE_OFF_WORDS[locale] })[refused]

/** What was typed and chosen in a form that was refused. */
export interface WrittenCase {
  readonly what: Told | null
  readonly note: string
}

/** Without what surrounds it: the form names itself, so that it counts once however often it is sent. */
export interface ToldFields {
  readonly caseId: string
  readonly written: WrittenCase | null
  /** Left out where it is said elsewhere on the page. */
  readonly refused?: Refused | null
}

export function toldFields({ caseId, written, refused = null }: ToldFields, locale: PageLocale): Html {
  const words = WORDS[locale]
  const saidAt = (field: string) => (refused !== null && FIELD_OF[refused] === field ? saidOf(refused, locale) : null)
  const what = fieldError({ field: 'case-what', said: saidAt('case-what'), isGroup: true })
  const note = fieldError({ field: 'case-note', said: saidAt('case-note') })
  const radio = (one: Told) =>
    html`<label><input type="radio" name="what" value="${one}" required${written?.what === one ? html` checked` : ''}> ${WORK_WORDS[locale][one]}</label> `
  return html`<input type="hidden" name="case" value="${caseId}"><fieldset class="grounds" id="case-what"${what.described}><legend>${words.what}</legend>${TOLD.map(radio)}${what.line}</fieldset>
          <label for="case-note">${words.note}</label><textarea id="case-note" name="note" rows="3" required maxlength="${LONGEST_NOTE}"${note.described}>${written?.note ?? ''}</textarea>${note.line}
          <p class="quiet"><small>${words.will}</small></p>
          <p class="buttons"><button class="quiet">${words.save}</button></p>`
}

export const toldTitle = (locale: PageLocale): string => WORDS[locale].title

export interface ToldForm extends ToldFields {
  readonly refused: Refused | null
}

/** On a customer's page: where a person who has just pressed the button looks. */
export const toldSaid = ({ refused }: ToldForm, { locale }: Pick<Frame, 'locale'>): Html | string =>
  refused === null ? '' : refusalSummary(saidOf(refused, locale), FIELD_OF[refused] ?? FORM)

/** On a customer's page. */
export function toldForm(form: ToldForm, customerId: string, frame: Frame): Html {
  const because = notPermitted(frame, 'close-work')
  return html`<details id="case"${form.refused === null ? '' : html` open`}><summary>${toldTitle(frame.locale)}</summary>
        <form method="post" action="${customerPath(customerId)}/case" class="act"><fieldset${because === null ? '' : html` disabled aria-describedby="why-case"`}>
          ${toldFields(form, frame.locale)}
        </fieldset>${because === null ? '' : html`<p class="why" id="why-case">${because}</p>`}</form></details>`
}
