/** How a call ended, in two presses: one of a closed list, and the button. What a choice asks for besides stands below the list. */
import { html } from 'hono/html'
import { countedAttempts } from '#core/work/attempts.ts'
import { CONSEQUENCES, CONTACT_WAYS, DISPOSITIONS, type Disposition } from '#core/work/disposition.ts'
import type { CallTask } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { DISPOSITION_WORDS, WAY_WORDS } from '#web/words/calls.ts'

const WORDS = bothLanguages({
  vi: {
    legend: 'Cuộc gọi kết thúc thế nào?',
    spoken: 'Đã nói chuyện với khách',
    again: 'Chưa nói chuyện được',
    ends: 'Không gọi nữa',
    needsNote: 'cần ghi vài lời',
    opens: 'mở việc để theo đến khi xong',
    callBackAt: 'Hẹn gọi lại lúc (khi khách hẹn)',
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
    again: 'Not spoken yet',
    ends: 'No more calls',
    needsNote: 'needs a few words',
    opens: 'opens work to follow until it is solved',
    callBackAt: 'Ring again at (when it was agreed)',
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

interface CallFields {
  readonly item: CallTask
  readonly locale: PageLocale
  /** How many attempts without reaching the customer there may be. */
  readonly most: number
  readonly note: string
  readonly longestNote: number
}

export function callFields({ item, locale, most, note, longestNote }: CallFields): Html {
  const words = WORDS[locale]
  const group = (title: string, fits: (disposition: Disposition) => boolean) =>
    html`<p class="group">${title}</p>${DISPOSITIONS.filter(fits).map((disposition) => choice(disposition, locale))}`
  return html`<fieldset class="outcomes"><legend>${words.legend}</legend>
              ${group(words.spoken, (one) => CONSEQUENCES[one].ends === 'reached')}
              ${group(words.again, (one) => CONSEQUENCES[one].ends === null)}
              ${group(words.ends, (one) => !['reached', null].includes(CONSEQUENCES[one].ends))}</fieldset>
            <label for="call-back-at">${words.callBackAt}</label><input id="call-back-at" name="call-back-at" type="datetime-local">
            <label for="note">${words.note}</label><textarea id="note" name="note" rows="3" maxlength="${longestNote}">${note}</textarea>
            <label for="stop">${words.stop}</label><select id="stop" name="stop"><option value="person">${words.person}</option><option value="number">${words.number}</option></select>
            <label for="way">${words.way}</label><select id="way" name="way">${CONTACT_WAYS.map((way) => html`<option value="${way}">${WAY_WORDS[locale][way]}</option>`)}</select>
            <p class="quiet"><small>${words.attempts(countedAttempts(item.events), most)}</small></p>`
}

export const saveCallWords = (locale: PageLocale): string => WORDS[locale].save

function choice(disposition: Disposition, locale: PageLocale): Html {
  const words = WORDS[locale]
  const { asks, opens } = CONSEQUENCES[disposition]
  const hints = [...(asks === 'note' ? [words.needsNote] : []), ...(opens ? [words.opens] : [])]
  return html`<label><input type="radio" name="disposition" value="${disposition}" required> <span>${shortName(disposition, locale)}${hints.length === 0 ? '' : html` <small>(${hints.join(', ')})</small>`}</span></label>`
}

/** Under the heading "spoken with" the word before the colon would be said twice. */
const shortName = (disposition: Disposition, locale: PageLocale): string => {
  const [, after] = DISPOSITION_WORDS[locale][disposition].split(': ')
  const name = after ?? DISPOSITION_WORDS[locale][disposition]
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
