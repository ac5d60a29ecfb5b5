/** How the sender, the queues and the clock of this machine fare. */
import { html } from 'hono/html'
import type { EventReader, Sayings } from '#local/sections/events/event-reader.ts'
import type { Html } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { faultInWords } from '#web/words/sender-faults.ts'

const WORDS = bothLanguages({
  vi: {
    stopped: (why: string) => `không gửi được thư nào cho ai: ${why}`,
    resumed: 'nhà cung cấp lại nhận thư; gửi tiếp',
    notReady: 'khi đến giờ gửi, thư sẽ không đi được hoặc không đi hết; xem cần làm gì bằng lệnh',
    ready: 'mọi thứ để gửi thư đã ổn',
    record: 'một tin không xử lý được và sẽ thử lại',
    waits: 'một tin chưa tới lượt và sẽ thử lại',
    stopRefused: 'một yêu cầu ngừng nhận thư từ liên kết không dùng được',
    page: 'một trang bị lỗi, mã',
    refused: 'ứng dụng của nhân viên từ chối một yêu cầu',
    act: 'một thao tác của nhân viên bị dở dang',
    move: 'thời gian dừng vì lỗi',
  },
  en: {
    stopped: (why: string) => `nothing can be sent to anybody: ${why}`,
    resumed: 'the provider takes mails again; sending goes on',
    notReady: 'when the hours for sending begin, mails will not leave, or not all of them; what to mend says',
    ready: 'everything is ready for sending again',
    record: 'a message could not be dealt with and will be tried again',
    waits: 'a message whose turn has not come; it will be tried again',
    stopRefused: 'a stop by a link that does not work',
    page: 'a page failed, reference',
    refused: 'somebody was refused in the staff app',
    act: 'an act of staff broke off',
    move: 'time stopped with an error',
  },
})

export const MACHINE_SAYINGS: Sayings = {
  'sender.stopped': stopped,
  'sender.stillStopped': stopped,
  'sender.resumed': ({ locale }) => html`${WORDS[locale].resumed}`,
  'sender.notReady': ({ locale }) => html`${WORDS[locale].notReady} <code>care doctor</code>`,
  'sender.ready': ({ locale }) => html`${WORDS[locale].ready}`,
  'record.failed': ({ locale, text }) => html`${WORDS[locale].record}: ${text('error')}`,
  'record.comesAgain': ({ locale, text }) => html`${WORDS[locale].waits}: ${text('error')}`,
  'page.failed': ({ locale, text }) => html`${WORDS[locale].page} ${text('reference')} (${text('route')}): ${text('error')}`,
  'staff.refused': ({ locale, text }) => html`${WORDS[locale].refused} (${text('because')})`,
  'staff.actFailed': ({ locale, text }) => html`${WORDS[locale].act} (${text('act')}): ${text('error')}`,
  'stop.refused': ({ locale, text }) => html`${WORDS[locale].stopRefused} (${text('because')})`,
  'drain.failed': timeStopped,
  'move.failed': timeStopped,
  'tick.failed': timeStopped,
}

function stopped({ locale, values }: EventReader): Html {
  return html`${WORDS[locale].stopped(faultInWords(values.fault, locale))}`
}

function timeStopped({ locale, text }: EventReader): Html {
  return html`${WORDS[locale].move}: ${text('because')}`
}
