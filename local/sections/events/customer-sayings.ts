/** What customers do, and the work it makes; also what the sample customers and agents do on this machine. */
import { html } from 'hono/html'
import { PURPOSES } from '#core/audience/consent.ts'
import { REPLY_KINDS } from '#core/reply/reply.ts'
import { SUSPICIONS } from '#core/survey/press.ts'
import { WORK_REASONS } from '#core/work/work-item.ts'
import type { EventReader, Sayings } from '#local/sections/events/event-reader.ts'
import { mailPath } from '#local/sections/mail-rows.ts'
import type { Html } from '#web/customer/page.ts'
import { listeningPath } from '#web/staff/listening/listening-filter.ts'
import { SUSPICION_WORDS } from '#web/words/answers.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { PURPOSE_WORDS } from '#web/words/purposes.ts'
import { REPLY_WORDS } from '#web/words/replies.ts'
import { WORK_WORDS } from '#web/words/work.ts'

const WORDS = bothLanguages({
  vi: {
    optedOut: (purpose: string) => `từ chối nhận ${purpose}`,
    redeemed: 'đã dùng phiếu quà',
    answered: {
      page: 'trả lời khảo sát trên trang',
      reply: 'trả lời khảo sát bằng thư',
      staff: 'được nhân viên nhập câu trả lời',
    },
    suspected: {
      survey: 'có lượt bấm trả lời khảo sát nghi là máy, chưa tính',
      unsubscribe: 'có lượt bấm ngừng nhận thư nghi là máy, chưa ngừng',
      preferences: 'có lượt bấm đổi lựa chọn nghi là máy, chưa đổi',
    },
    changed: (times: number) => (times > 1 ? ` (đổi lần ${times - 1})` : ''),
    received: 'gửi thư',
    stranger: 'Một người không rõ là ai',
    opened: 'mở việc',
    done: 'đã đóng việc',
    scanned: (mails: number) => `Máy quét thư đã mở mọi liên kết và bấm mọi nút trong ${mails} thư`,
    looked: 'Một khách đã mở trang khảo sát mà chưa gửi câu trả lời',
    chose: 'Một khách đã chọn nội dung muốn nhận',
    stuck: (because: string) => `Một khách đã không làm được điều muốn làm: ${because}`,
    theMail: 'xem thư',
    agents: 'Nhân viên',
    calls: (count: number) => `gọi ${count} khách`,
    reached: (count: number) => `nói chuyện được với ${count}`,
    promised: (count: number) => `hẹn gọi lại ${count}`,
    solved: (count: number) => `giải quyết xong ${count} việc`,
    rawGone: 'một thư gốc đã bị xóa trước khi được đọc',
  },
  en: {
    optedOut: (purpose: string) => `opted out of ${purpose}`,
    redeemed: 'used a voucher',
    answered: {
      page: 'answered the survey on the page',
      reply: 'answered the survey by mail',
      staff: 'had an answer entered by staff',
    },
    suspected: {
      survey: 'an answer was pressed that looks like a machine’s, and does not count',
      unsubscribe: 'a stop was pressed that looks like a machine’s, and nothing was stopped',
      preferences: 'a choice was pressed that looks like a machine’s, and nothing was changed',
    },
    changed: (times: number) => (times > 1 ? ` (change ${times - 1})` : ''),
    received: 'wrote a mail',
    stranger: 'Somebody unknown',
    opened: 'work was opened',
    done: 'work was closed',
    scanned: (mails: number) =>
      `A mail scanner opened every link and pressed every button of ${mails === 1 ? 'one mail' : `${mails} mails`}`,
    looked: 'A customer opened the survey’s page and has not answered',
    chose: 'A customer chose what to receive',
    stuck: (because: string) => `A customer could not do what they wanted: ${because}`,
    theMail: 'see the mail',
    agents: 'Agents',
    calls: (count: number) => (count === 1 ? 'one customer rung' : `${count} customers rung`),
    reached: (count: number) => `${count} reached`,
    promised: (count: number) => `${count} to be rung back`,
    solved: (count: number) => (count === 1 ? 'one case solved' : `${count} cases solved`),
    rawGone: 'a mail was deleted before it was read',
  },
})

export const CUSTOMER_SAYINGS: Sayings = {
  'consent.withdrawn': ({ locale, customer, values, text }) => {
    const purpose = PURPOSES.find((one) => one === values.purpose)
    return html`${customer()}: ${WORDS[locale].optedOut(purpose ? PURPOSE_WORDS[locale][purpose] : text('purpose'))}`
  },
  'voucher.redeemed': ({ locale, customer }) => html`${customer()}: ${WORDS[locale].redeemed}`,
  'survey.answered': ({ locale, customer, occurrence, values, count }) => {
    const via = (['page', 'reply', 'staff'] as const).find((one) => one === values.via) ?? 'page'
    const words = WORDS[locale]
    return html`${customer()}: ${words.answered[via]}${words.changed(count('answers'))}, ${occurrence()}`
  },
  'press.suspected': ({ locale, customer, values }) => {
    const page = (['survey', 'unsubscribe', 'preferences'] as const).find((one) => one === values.page) ?? 'survey'
    const because = SUSPICIONS.find((one) => one === values.because)
    return html`${customer()}: ${WORDS[locale].suspected[page]}${because ? ` (${SUSPICION_WORDS[locale][because]})` : ''}`
  },
  'reply.received': ({ locale, customer, values, text, link }) => {
    const kind = REPLY_KINDS.find((one) => one === values.kind)
    const words = WORDS[locale]
    const who = values.customerId === null ? words.stranger : customer()
    return html`${who}: ${words.received} (${link({ needs: 'see-listening', path: listeningPath({ show: 'replies' }), words: kind ? REPLY_WORDS[locale][kind] : text('kind') })})`
  },
  'reply.rawMailGone': ({ locale }) => html`${WORDS[locale].rawGone}`,
  'work.opened': (event) => workSaid(event, WORDS[event.locale].opened),
  'work.closed': (event) => workSaid(event, WORDS[event.locale].done),
  'agents.worked': ({ locale, count, link }) => {
    const words = WORDS[locale]
    const said = (['calls', 'reached', 'promised', 'solved'] as const).filter((each) => count(each) > 0)
    return html`${link({ needs: 'see-work', path: '/calls', words: words.agents })}: ${said.map((each) => words[each](count(each))).join(', ')}`
  },
  'listener.scanned': ({ locale, count }) => html`${WORDS[locale].scanned(count('mails'))}`,
  'listener.acted': ({ locale, values, text }) => {
    const words = WORDS[locale]
    const done = values.way === 'look' ? words.looked : words.chose
    const what = values.because === null ? done : words.stuck(text('because'))
    return html`${what} (<a href="${mailPath(text('messageId'))}">${words.theMail}</a>)`
  },
}

function workSaid({ locale, values, text, link }: EventReader, what: string): Html {
  const reason = WORK_REASONS.find((one) => one === values.reason)
  return html`${link({ needs: 'see-work', path: '/work', words: reason ? WORK_WORDS[locale][reason] : text('reason') })}: ${what}`
}
