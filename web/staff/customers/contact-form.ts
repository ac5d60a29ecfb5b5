/** On a customer's page: the form in which staff enter that the customer walked in, rang or wrote, or that they met them beside all lists. */
import { html } from 'hono/html'
import { LONGEST_NOTE } from '#core/campaign/staff-text.ts'
import { LONGEST_FOLLOW_UP } from '#core/work/call-subject.ts'
import { CONTACT_OUTCOMES, DIRECTIONS, type Direction } from '#core/work/contact.ts'
import { CONTACT_WAYS, type ContactWay, type Disposition } from '#core/work/disposition.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { BROKE_OFF_WORDS, type BrokeOff } from '#web/staff/acts/broke-off.ts'
import { fieldError, refusalSummary } from '#web/staff/field-error.ts'
import type { Frame } from '#web/staff/frame.ts'
import { customerPath } from '#web/staff/paths.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { atFirstField } from '#web/staff/work/at-first-field.ts'
import type { GuideOffer } from '#web/staff/work/call-form.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { DISPOSITION_SHORT, WAY_WORDS } from '#web/words/calls.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Ghi một lần liên hệ',
    hint: 'Khách ghé, gọi hay nhắn đến; hoặc bạn gặp khách ngoài danh sách. Được tính là lần liên hệ gần nhất, như một cuộc gọi.',
    direction: 'Ai liên hệ trước',
    directions: { in: 'khách', out: 'nhân viên' } satisfies Record<Direction, string>,
    way: 'Qua',
    outcome: 'Kết quả',
    note: 'Khách nói gì, đã làm gì (góp ý, khiếu nại, yêu cầu thì cần ghi)',
    followUp: 'Hẹn gọi hỏi thăm lại sau mấy ngày làm việc (không bắt buộc)',
    guide: (email: string, on: string, campaign: string) =>
      `Gửi hướng dẫn qua email đến ${email}, ngày ${on} (khi đã nói chuyện; chiến dịch ${campaign})`,
    stop: 'Khi khách không muốn nhận cuộc gọi nữa',
    person: 'chỉ khách này',
    number: 'mọi người ở số này',
    save: 'Ghi lần liên hệ',
    refused: {
      'which-outcome': 'Chưa ghi: hãy chọn ai liên hệ, qua đâu và kết quả.',
      'not-offered': 'Chưa ghi: mẫu gửi lên có lựa chọn không có trong danh sách. Hãy xem lại các ô đã chọn rồi ghi lần nữa.',
      'sent-already':
        'Chưa ghi: mẫu này đã được ghi rồi với kết quả hay lời khác. Nếu đây là lần liên hệ khác, hãy bấm ghi lần nữa.',
      'needs-note': 'Chưa ghi: kết quả này cần vài lời, khách nói gì, cần gì.',
      'follow-up-days': `Chưa ghi: hẹn gọi lại được sau 1 đến ${LONGEST_FOLLOW_UP} ngày làm việc, và không hẹn khi khách không muốn nhận cuộc gọi nữa.`,
      'guide-unspoken': 'Chưa ghi: hướng dẫn chỉ gửi khi đã nói chuyện với khách.',
      'at-first-unspoken': 'Chưa ghi: giải quyết xong ngay lần đầu hay không chỉ ghi được khi đã nói chuyện với khách.',
      'at-first-in-case':
        'Chưa ghi: khiếu nại hay yêu cầu mở một vụ việc; giải quyết xong ngay lần đầu hay không thì ghi khi đóng vụ việc ấy. Hãy để trống ô đó.',
      'too-long': `Chưa ghi: lời ghi nhiều nhất ${LONGEST_NOTE} ký tự.`,
    },
  },
  en: {
    title: 'Enter a contact',
    hint: 'The customer walked in, rang or wrote; or you met them beside all lists. It counts as the last contact, like a call.',
    direction: 'Who began it',
    directions: { in: 'the customer', out: 'we' },
    way: 'Through',
    outcome: 'Outcome',
    note: 'What the customer said, what was done (needed for a suggestion, a complaint, a request)',
    followUp: 'Ring again after so many working days (may be left empty)',
    guide: (email: string, on: string, campaign: string) =>
      `Send the guide by mail to ${email}, on ${on} (when you have spoken; campaign ${campaign})`,
    stop: 'When the customer wants no more calls',
    person: 'this customer only',
    number: 'everyone at this number',
    save: 'Enter the contact',
    refused: {
      'which-outcome': 'Not entered: choose who began it, through what, and the outcome.',
      'not-offered':
        'Not entered: the form came with a choice that it does not offer. Look at what is chosen, and press once more.',
      'sent-already':
        'Not entered: this form was saved before with another outcome or other words. If this is another contact, press once more.',
      'needs-note': 'Not entered: this outcome needs a few words, what the customer said or needs.',
      'follow-up-days':
        'Not entered: a further call is agreed for 1 to 60 days of work, and not with a customer who wants no more calls.',
      'guide-unspoken': 'Not entered: the guide is sent only when you have spoken with the customer.',
      'at-first-unspoken':
        'Not entered: whether it was solved at the first contact is said only when you have spoken with the customer.',
      'at-first-in-case':
        'Not entered: a complaint or a request opens a case; whether it was solved at the first contact is said when that case is closed. Leave that field empty.',
      'too-long': 'Not entered: the note is too long.',
    },
  },
})

type Refused = keyof (typeof WORDS)['vi']['refused'] | BrokeOff

export interface ContactForm {
  /** Names the form, so that it counts once however often it is sent. */
  readonly contactId: string
  readonly refused: Refused | null
  /** What was typed and chosen in a form that was refused. */
  readonly written: WrittenContact | null
  /** Null where no mail with the guide would go to the customer. */
  readonly guide: GuideOffer | null
}

interface WrittenContact {
  readonly direction: Direction | null
  readonly way: ContactWay | null
  readonly disposition: Disposition | null
  readonly stop: 'person' | 'number'
  readonly note: string
  readonly followUp: string
  readonly guide: boolean
  readonly atFirst: boolean | undefined
}

/** Where a person who has just pressed the button looks. */
export const contactSaid = ({ refused }: ContactForm, { locale }: Pick<Frame, 'locale'>): Html | string =>
  refused === null ? '' : refusalSummary(saidOf(refused, locale), FIELD_OF[refused] ?? FORM)

const FORM = 'contact'
/** Where it is mended; else in the form. */
const FIELD_OF: Readonly<Partial<Record<Refused, string>>> = {
  'which-outcome': 'contact-outcome',
  'needs-note': 'contact-note',
  'too-long': 'contact-note',
  'follow-up-days': 'contact-follow-up',
}

const saidOf = (refused: Refused, locale: Frame['locale']): string =>
  ({ ...WORDS[locale].refused, ...BROKE_OFF_WORDS[locale] })[refused]

export function contactForm({ contactId, refused, written, guide }: ContactForm, customerId: string, frame: Frame): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const because = notPermitted(frame, 'close-work')
  const wrongAt = (field: string) =>
    fieldError({ field, said: refused !== null && FIELD_OF[refused] === field ? saidOf(refused, locale) : null })
  const [outcome, noted, followUp] = [wrongAt('contact-outcome'), wrongAt('contact-note'), wrongAt('contact-follow-up')]
  const option = (value: string, text: string, is: boolean) =>
    html`<option value="${value}"${is ? html` selected` : ''}>${text}</option>`
  const radio = (one: Direction) =>
    html`<label><input type="radio" name="direction" value="${one}" required${(written?.direction ?? 'in') === one ? html` checked` : ''}> ${words.directions[one]}</label> `
  return html`<details id="contact"${refused === null ? '' : html` open`}><summary>${words.title}</summary>
        <p class="quiet"><small>${words.hint}</small></p>
        <form method="post" action="${customerPath(customerId)}/contact" class="act"><input type="hidden" name="contact" value="${contactId}"><fieldset${because === null ? '' : html` disabled aria-describedby="why-contact"`}>
          <fieldset class="grounds"><legend>${words.direction}</legend>${DIRECTIONS.map(radio)}</fieldset>
          <label for="contact-way">${words.way}</label><select id="contact-way" name="way">${CONTACT_WAYS.map((way) => option(way, WAY_WORDS[locale][way], written?.way === way))}</select>
          <label for="contact-outcome">${words.outcome}</label><select id="contact-outcome" name="disposition" required${outcome.described}><option value=""></option>${CONTACT_OUTCOMES.map((one) => option(one, DISPOSITION_SHORT[locale][one], written?.disposition === one))}</select>${outcome.line}
          <label for="contact-note">${words.note}</label><textarea id="contact-note" name="note" rows="3" maxlength="${LONGEST_NOTE}"${noted.described}>${written?.note ?? ''}</textarea>${noted.line}
          ${atFirstField({ chosen: written?.atFirst, locale })}
          <label for="contact-follow-up">${words.followUp}</label><input id="contact-follow-up" name="follow-up-days" type="number" min="1" max="${LONGEST_FOLLOW_UP}" inputmode="numeric" value="${written?.followUp ?? ''}"${followUp.described}>${followUp.line}
          ${guide === null ? '' : html`<fieldset><label><input type="checkbox" name="guide" value="yes"${written?.guide ? html` checked` : ''}> ${words.guide(guide.email, shortDate(guide.on, locale), guide.campaign)}</label></fieldset>`}
          <label for="contact-stop">${words.stop}</label><select id="contact-stop" name="stop">${option('person', words.person, written?.stop === 'person')}${option('number', words.number, written?.stop === 'number')}</select>
          <p class="buttons"><button>${words.save}</button></p>
        </fieldset>${because === null ? '' : html`<p class="why" id="why-contact">${because}</p>`}</form></details>`
}
