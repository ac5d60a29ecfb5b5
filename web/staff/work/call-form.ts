/** How a call ended, in two presses: one of a closed list, and the button. What a choice asks for besides stands below the list. */
import { html } from 'hono/html'
import type { LocalDate } from '#core/time/local-date.ts'
import { attemptsFor, attemptsOf, countedAttempts } from '#core/work/attempts.ts'
import { LONGEST_FOLLOW_UP } from '#core/work/call-subject.ts'
import { CONSEQUENCES, CONTACT_WAYS, type ContactWay, DISPOSITIONS, type Disposition } from '#core/work/disposition.ts'
import { isSolvable } from '#core/work/solvable.ts'
import type { CallTask } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import type { Frame } from '#web/staff/frame.ts'
import { atFirstField } from '#web/staff/work/at-first-field.ts'
import { type NoteField, noteField } from '#web/staff/work/note-field.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { DISPOSITION_SHORT, WAY_WORDS } from '#web/words/calls.ts'

const WORDS = bothLanguages({
  vi: {
    legend: 'Cuộc gọi kết thúc thế nào?',
    spoken: 'Đã nói chuyện với khách',
    later: 'Khách hẹn giờ khác',
    again: 'Chưa nói chuyện được',
    ends: 'Không gọi nữa',
    needsNote: 'cần ghi vài lời',
    opens: 'mở việc để theo đến khi xong',
    callBackAt: (zone: string) => `Hẹn gọi lại lúc (khi khách hẹn; giờ ${zone})`,
    followUp: 'Hẹn khách gọi hỏi thăm lại sau mấy ngày làm việc (khi đã nói chuyện)',
    guide: (email: string, on: string, campaign: string) =>
      `Gửi hướng dẫn qua email đến ${email}, ngày ${on} (khi đã nói chuyện; chiến dịch ${campaign})`,
    stopped: 'Khách này đã nói không muốn nhận cuộc gọi.',
    stop: 'Khi khách không muốn nhận cuộc gọi nữa',
    person: 'chỉ khách này',
    number: 'mọi người ở số này',
    way: 'Qua',
    note: 'Khách nói gì, đã làm gì',
    attempts: (made: number, most: number) =>
      `Đã gọi ${made}/${most} lần mà chưa gặp được khách; sau lần thứ ${most} việc này khép lại.`,
    save: 'Ghi kết quả',
  },
  en: {
    legend: 'How did the call end?',
    spoken: 'Spoken with the customer',
    later: 'Another time was agreed',
    again: 'Not spoken yet',
    ends: 'No more calls',
    needsNote: 'needs a few words',
    opens: 'opens work to follow until it is solved',
    callBackAt: (zone: string) => `Ring again at (when it was agreed; time of ${zone})`,
    followUp: 'Ring again to ask after so many working days (when it was agreed in the talk)',
    guide: (email: string, on: string, campaign: string) =>
      `Send the guide by mail to ${email}, on ${on} (when you have spoken; campaign ${campaign})`,
    stopped: 'This customer has said that they want no calls.',
    stop: 'When the customer wants no more calls',
    person: 'this customer only',
    number: 'everyone at this number',
    way: 'Through',
    note: 'What the customer said, what was done',
    attempts: (made: number, most: number) =>
      `${made} of ${most} attempts made without reaching the customer; after the last one the task ends.`,
    save: 'Save the outcome',
  },
})

/** What was chosen in a form that was refused. */
export interface CallDraft {
  readonly attemptId: string
  readonly disposition: Disposition | null
  readonly way: ContactWay
  readonly stop: 'person' | 'number'
  /** As it was typed. */
  readonly callBackAt: string
  readonly followUp: string
  readonly guide: boolean
  readonly atFirst?: boolean | undefined
}

/** To which address the guide would go, when, and by which campaign. */
export interface GuideOffer {
  readonly email: string
  readonly on: LocalDate
  readonly campaign: string
}

interface CallFields {
  readonly item: CallTask
  readonly frame: Pick<Frame, 'locale' | 'company' | 'visitor'>
  readonly written: CallDraft | null
  readonly note: Pick<NoteField, 'text' | 'stored'>
  readonly attemptId: string
  readonly isStopped: boolean
  readonly guide: GuideOffer | null
}

const GROUPS = ['spoken', 'later', 'again', 'ends'] as const

function groupOf(disposition: Disposition): (typeof GROUPS)[number] {
  const { ends, asks } = CONSEQUENCES[disposition]
  if (ends === 'reached') return 'spoken'
  if (ends !== null) return 'ends'
  return asks === 'time' ? 'later' : 'again'
}

export function callFields({ item, frame, written: call, note, attemptId, isStopped, guide }: CallFields): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const chosen = (is: boolean) => (is ? html` selected` : '')
  const option = (value: string, text: string, is: boolean) => html`<option value="${value}"${chosen(is)}>${text}</option>`
  const group = (name: (typeof GROUPS)[number]) =>
    html`<div role="group" aria-labelledby="outcomes-${name}"><p class="group" id="outcomes-${name}">${words[name]}</p>${DISPOSITIONS.filter((one) => groupOf(one) === name).map((one) => choice(one, { locale, isChosen: call?.disposition === one }))}</div>`
  return html`${isStopped ? html`<p class="said warn">${words.stopped}</p>` : ''}<input type="hidden" name="attempt" value="${attemptId}"><input type="hidden" name="seen" value="${attemptsOf(item.events).length}"><fieldset class="outcomes"><legend>${words.legend}</legend>
              ${GROUPS.map(group)}</fieldset>
            ${asked('call-back', call?.callBackAt, html`<label for="call-back-at">${words.callBackAt(company.zone)}</label><input id="call-back-at" name="call-back-at" type="datetime-local" value="${call?.callBackAt ?? ''}">`)}
            ${noteField({ item, frame, label: words.note, isNeeded: false, ...note })}
            ${isSolvable(item) ? asked('spoken', call?.atFirst !== undefined, atFirstField({ chosen: call?.atFirst, locale })) : ''}
            ${item.customerId === null ? '' : asked('spoken', call?.followUp, html`<label for="follow-up-days">${words.followUp}</label><input id="follow-up-days" name="follow-up-days" type="number" min="1" max="${LONGEST_FOLLOW_UP}" inputmode="numeric" value="${call?.followUp ?? ''}">`)}
            ${guide === null ? '' : asked('spoken', call?.guide, html`<fieldset><label><input type="checkbox" name="guide" value="yes"${call?.guide ? html` checked` : ''}> ${words.guide(guide.email, shortDate(guide.on, locale), guide.campaign)}</label></fieldset>`)}
            ${asked('do-not-call', call?.stop === 'number', html`<label for="stop">${words.stop}</label><select id="stop" name="stop">${option('person', words.person, call?.stop === 'person')}${option('number', words.number, call?.stop === 'number')}</select>`)}
            <label for="way">${words.way}</label><select id="way" name="way">${CONTACT_WAYS.map((way) => option(way, WAY_WORDS[locale][way], call?.way === way))}</select>
            <p class="quiet"><small>${words.attempts(countedAttempts(item.events), attemptsFor(item, company))}</small></p>`
}

/**
 * What one kind of outcome asks for. The style shows it with that outcome alone (web/staff/style.ts), and always where a form that was refused has
 * something in it: a value that is sent is a value that is seen.
 */
const asked = (by: 'call-back' | 'spoken' | 'do-not-call', written: string | boolean | undefined, field: Html): Html =>
  html`<div${written ? '' : html` data-asked-by="${by}"`}>${field}</div>`

export const saveCallWords = (locale: PageLocale): string => WORDS[locale].save

function choice(
  disposition: Disposition,
  { locale, isChosen }: { readonly locale: PageLocale; readonly isChosen: boolean },
): Html {
  const words = WORDS[locale]
  const { asks, opens } = CONSEQUENCES[disposition]
  const hints = [...(asks === 'note' ? [words.needsNote] : []), ...(opens ? [words.opens] : [])]
  return html`<label><input type="radio" name="disposition" value="${disposition}" required${isChosen ? html` checked` : ''}> <span>${DISPOSITION_SHORT[locale][disposition]}${hints.length === 0 ? '' : html` <small>(${hints.join(', ')})</small>`}</span></label>`
}
