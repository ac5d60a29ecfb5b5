/**
 * The fields that every form with an effect carries, so that a machine's press can be told from a person's; and the page that asks for one more
 * press where it could not be told.
 */
import { html } from 'hono/html'
import type { LocalizedText } from '#core/campaign/localized-text.ts'
import { type Html, type PageFrame, page } from '#web/customer/page.ts'
import { type SurveyAddress, wordsFor } from '#web/rendering/survey-fields.ts'

export const SEAL_FIELD = 'seal'

/** The seals of the form that people see, and of the decoy that only machines see. */
export interface FormSeals {
  readonly form: string
  readonly decoy: string
}

export type HiddenFields = readonly (readonly [name: string, value: string])[]

const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`

export const sealField = ({ form }: FormSeals): Html => hidden(SEAL_FIELD, form)

const DECOY: LocalizedText = {
  vi: 'Nút này chỉ để nhận ra máy: xin đừng bấm',
  en: 'This button is there to notice machines: please do not press it',
}

/**
 * Placed off the visible page, hidden from screen readers and never reached by the keyboard; its words are for a browser without our style. A form
 * of its own, before the one for people: a machine that presses one button after another begins here, and Enter in a field of the other form still
 * presses that form's own button.
 */
export function decoyForm({
  locale,
  seals,
  sendTo,
  fields = [],
}: {
  readonly locale: PageFrame['locale']
  readonly seals: FormSeals
  readonly sendTo: string
  readonly fields?: HiddenFields
}): Html {
  return html`<form class="decoy" method="post" action="${sendTo}" aria-hidden="true">
        ${hidden(SEAL_FIELD, seals.decoy)}${fields.map(([name, value]) => hidden(name, value))}
        <button tabindex="-1">${DECOY[locale]}</button>
      </form>`
}

/**
 * answer: the first to a survey; change: of one that counts; addition: what is told besides it; stop: of mails; stop-more: of others than were
 * stopped before; choice: what to receive; solved: whether a case is; accept and department-answer: of a department that staff asked.
 */
export type Pressed =
  | 'answer'
  | 'change'
  | 'addition'
  | 'stop'
  | 'stop-more'
  | 'choice'
  | 'solved'
  | 'accept'
  | 'department-answer'

const TEXTS = {
  title: { vi: 'Xin {honorific} bấm thêm một lần nữa', en: 'One more press, please' },
  notYet: {
    answer: { vi: 'Câu trả lời của {honorific} chưa được tính.', en: 'Your answer does not count yet.' },
    change: { vi: 'Lần đổi này chưa được tính.', en: 'This change does not count yet.' },
    addition: { vi: 'Phần {honorific} vừa kể thêm chưa được tính.', en: 'What you have just added does not count yet.' },
    stop: { vi: 'Chúng tôi chưa ngừng gửi.', en: 'Nothing has been stopped yet.' },
    'stop-more': { vi: 'Các loại thư khác chưa ngừng.', en: 'The other mails have not been stopped yet.' },
    choice: { vi: 'Lựa chọn của {honorific} chưa được lưu.', en: 'Your choice has not been saved yet.' },
    solved: { vi: 'Điều {honorific} vừa chọn chưa được ghi nhận.', en: 'Nothing has been noted yet.' },
    accept: { vi: 'Câu hỏi chưa được tiếp nhận.', en: 'The question has not been accepted yet.' },
    'department-answer': { vi: 'Câu trả lời chưa được gửi.', en: 'Your answer has not been sent yet.' },
  },
  because: {
    vi: 'Có những phần mềm quét thư tự mở liên kết và tự bấm nút thay người nhận, nên đôi khi chúng tôi phải hỏi lại. {Honorific} bấm nút dưới đây là xong.',
    en: 'Some mail scanners open links and press buttons by themselves, so we sometimes have to ask again. Press the button below, and it is done.',
  },
  waits: {
    'few-seconds': { vi: 'Nút này dùng được sau vài giây.', en: 'The button works after a few seconds.' },
    'a-minute': { vi: 'Nút này dùng được sau một phút.', en: 'The button works after one minute.' },
  },
  tooSoon: {
    vi: 'Lượt bấm vừa rồi hơi sớm, xin {honorific} đợi một chút.',
    en: 'That press came a little too soon, please wait a moment.',
  },
  button: {
    answer: { vi: 'Đúng, ghi nhận câu trả lời', en: 'Yes, record my answer' },
    change: { vi: 'Đúng, đổi câu trả lời', en: 'Yes, change my answer' },
    addition: { vi: 'Đúng, ghi nhận cả phần này', en: 'Yes, record this too' },
    stop: { vi: 'Vâng, ngừng gửi', en: 'Yes, stop' },
    'stop-more': { vi: 'Vâng, ngừng cả những loại này', en: 'Yes, stop these too' },
    choice: { vi: 'Đúng, lưu lựa chọn này', en: 'Yes, save this choice' },
    solved: { vi: 'Đúng, ghi nhận như vậy', en: 'Yes, note it' },
    accept: { vi: 'Đúng, tiếp nhận', en: 'Yes, accept it' },
    'department-answer': { vi: 'Đúng, gửi câu trả lời này', en: 'Yes, send this answer' },
  },
} as const

/** A machine shows by its press alone, so the decoy need not repeat a customer's words in full. */
const LONGEST_IN_DECOY = 40

export interface PressAgainPage extends PageFrame {
  readonly address: SurveyAddress
  readonly pressed: Pressed
  /** What counts whether it is pressed or not; null when nothing does. */
  readonly stands: string | null
  /** What the press would do, in words; null when the page already says it. */
  readonly would: Html | string | null
  readonly waits: keyof typeof TEXTS.waits
  /** The button of this page was pressed before presses were accepted. */
  readonly tooSoon: boolean
  /** The posted fields, to be posted once more. */
  readonly fields: HiddenFields
  readonly seals: FormSeals
  readonly sendTo: string
}

export function pressAgainPage({
  company,
  locale,
  address,
  pressed,
  stands,
  would,
  waits,
  tooSoon,
  fields,
  seals,
  sendTo,
}: PressAgainPage): Html {
  const say = wordsFor(address)
  const body = html`<div class="said warn" role="status">${stands === null ? '' : html`<p>${stands}</p>`}<p><b>${say(TEXTS.notYet[pressed])}</b> ${say(TEXTS.because)}</p>${typeof would === 'string' ? html`<p>${would}</p>` : (would ?? '')}</div>
      ${decoyForm({ locale, seals, sendTo, fields: fields.filter(([, value]) => value.length <= LONGEST_IN_DECOY) })}
      <form method="post" action="${sendTo}">
        ${sealField(seals)}${fields.map(([name, value]) => hidden(name, value))}
        ${tooSoon ? html`<p class="wrong" role="alert">${say(TEXTS.tooSoon)}</p>` : ''}
        <p class="hint">${say(TEXTS.waits[waits])}</p>
        <button>${say(TEXTS.button[pressed])}</button>
      </form>`
  return page({ company, locale, title: say(TEXTS.title), body })
}

/** The posted fields without the seal: names with one value or several. */
export const fieldsOf = (form: Readonly<Record<string, unknown>>): HiddenFields =>
  Object.entries(form).flatMap(([name, value]) => {
    const values: readonly unknown[] = name === SEAL_FIELD ? [] : Array.isArray(value) ? value : [value]
    return values.flatMap((one) => (typeof one === 'string' ? [[name, one] as const] : []))
  })
