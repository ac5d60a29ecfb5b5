/** Answering a mail in the customer's place: the form on the mail's page, and what the answer was taken for. */

import { html } from 'hono/html'
import type { Reply, ReplyKind } from '#core/reply/reply.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import type { MailboxMessage } from '#local/aws/ses/mailbox.ts'
import type { LocalSystem } from '#local/local-system.ts'
import { answerMail, replyAddress } from '#local/mail-in/answer-mail.ts'
import { mailPath, taggedWith } from '#local/sections/mail-rows.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { busyBecause, type Frame } from '#web/staff/frame.ts'
import { pathWith } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { saysWell } from '#web/words/replies.ts'

const STRANGER = 'nguoi-la@example.org'
const LONGEST_TEXT = 100_000

interface Words {
  readonly title: string
  readonly lead: (address: string) => string
  readonly text: string
  readonly from: string
  readonly stranger: string
  readonly automatic: string
  readonly send: string
  readonly toPeople: (address: string) => string
  readonly quoted: (at: { date: string; time: string; from: string }) => string
  readonly nothing: string
  readonly received: string
  readonly score: (score: number) => string
  readonly kinds: Readonly<Record<ReplyKind, string>>
  readonly well: string
  readonly outcomes: Readonly<Record<Reply['outcome'], string>>
}

const WORDS = bothLanguages<Words>({
  vi: {
    title: 'Trả lời thay khách',
    lead: (address) => `Thư trả lời đi tới ${address} và được xử lý như thư đến qua SMTP.`,
    text: 'Khách viết gì?',
    from: 'Gửi từ',
    stranger: 'một địa chỉ lạ',
    automatic: 'Là thư trả lời tự động',
    send: 'Gửi trả lời',
    toPeople: (address) => `Trả lời thư này đi tới ${address}, nơi nhân viên đọc, nên ở đây không có gì để xử lý.`,
    quoted: ({ date, time, from }) => `Vào ${date} lúc ${time}, ${from} đã viết:`,
    nothing: 'Hãy viết vài chữ trước khi gửi.',
    received: 'Thư trả lời đã đến.',
    score: (score) => `Điểm đọc được: ${score}.`,
    kinds: {
      answer: 'Hiểu là câu trả lời khảo sát.',
      complaint: 'Hiểu là khiếu nại.',
      request: 'Hiểu là yêu cầu.',
      optOut: 'Hiểu là từ chối nhận thư.',
      thanks: 'Hiểu là lời cảm ơn.',
      autoReply: 'Hiểu là thư tự động.',
      bounce: 'Hiểu là thư báo không gửi được.',
      unclear: 'Chưa hiểu rõ: cần người đọc.',
    },
    well: 'Hiểu là mọi việc đã ổn.',
    outcomes: {
      answered: 'Đã ghi câu trả lời.',
      'work-opened': 'Đã mở việc cho nhân viên.',
      'joined-case': 'Đã ghi vào vụ việc mà thư này trả lời.',
      'among-many': 'Gộp vào việc "nhiều thư" của nhân viên.',
      'opted-out': 'Đã ngừng gửi và sẽ có thư xác nhận.',
      kept: 'Chỉ lưu lại.',
    },
  },
  en: {
    title: "Answer in the customer's place",
    lead: (address) => `The answer goes to ${address} and is dealt with like one that comes by SMTP.`,
    text: 'What does the customer write?',
    from: 'From',
    stranger: 'a strange address',
    automatic: 'As an automatic reply',
    send: 'Send the answer',
    toPeople: (address) => `Answers to this mail go to ${address}, where people read them: nothing is dealt with here.`,
    quoted: ({ date, time, from }) => `On ${date} at ${time}, ${from} wrote:`,
    nothing: 'Write a few words before you send.',
    received: 'The answer came in.',
    score: (score) => `Score read: ${score}.`,
    kinds: {
      answer: 'Taken for an answer to the survey.',
      complaint: 'Taken for a complaint.',
      request: 'Taken for a request.',
      optOut: 'Taken for a stop.',
      thanks: 'Taken for thanks.',
      autoReply: 'Taken for an automatic reply.',
      bounce: 'Taken for a bounce.',
      unclear: 'Not clear: a person must read it.',
    },
    well: 'Taken for words that all is well.',
    outcomes: {
      answered: 'Recorded as an answer.',
      'work-opened': 'Work is open for staff.',
      'joined-case': 'Written into the case that it answers.',
      'among-many': 'One among many: a single item of work stands for them.',
      'opted-out': 'Stopped; a confirmation follows.',
      kept: 'Kept, and nothing else.',
    },
  },
})

export function replyRoutes(system: LocalSystem): StaffApp {
  const app = staffApp()
  const { stack, clock, companyRules } = system

  app.post('/mailbox/:id/reply', async (context) => {
    const message = stack.mailbox.get(context.req.param('id'))
    if (!message) return context.notFound()
    const frame = frameOf(system, context)
    const back = (told: Record<string, string>) => context.redirect(pathWith(mailPath(message.messageId), told), 303)
    const address = replyAddress(message)
    if (frame.busy || address === undefined || !isOurs(address, frame)) return back({})
    const form = await context.req.parseBody()
    const text = typeof form.text === 'string' ? form.text.trim().slice(0, LONGEST_TEXT) : ''
    if (text === '') return back({ reply: 'nothing' })
    const { zone } = companyRules.company
    const sent = { date: shortDate(localDateAt(message.at, zone), frame.locale), time: localTimeAt(message.at, zone) }
    const mail = await answerMail({
      message,
      from: form.from === STRANGER ? STRANGER : (message.to[0] ?? STRANGER),
      text,
      automatic: form.automatic === 'yes',
      at: clock.now(),
      quoteLine: WORDS[frame.locale].quoted({ ...sent, from: message.from }),
    })
    return back({ reply: await system.receiveMail(mail) })
  })
  return app
}

const isOurs = (address: string, { company }: Frame): boolean =>
  company.replyDomain !== undefined && address.toLowerCase().endsWith(`@${company.replyDomain.toLowerCase()}`)

export function replyForm(frame: Frame, message: MailboxMessage): Html {
  const words = WORDS[frame.locale]
  const address = replyAddress(message)
  const [customer = ''] = message.to
  if (address === undefined || !isOurs(address, frame))
    return html`<section><h2>${words.title}</h2><p class="quiet">${words.toPeople(address ?? frame.company.email)}</p></section>`
  const busy = busyBecause(frame)
  return html`<section id="reply"><h2>${words.title}</h2>
      <p class="quiet">${words.lead(address)}</p>
      <form method="post" action="${mailPath(message.messageId)}/reply">
        <label for="reply-text">${words.text}</label>
        <textarea id="reply-text" name="text" rows="5" required maxlength="${LONGEST_TEXT}"></textarea>
        <div class="filters">
          <div><label for="reply-from">${words.from}</label>
            <select id="reply-from" name="from"><option value="">${customer}</option><option value="${STRANGER}">${words.stranger} (${STRANGER})</option></select></div>
          <div><label><input type="checkbox" name="automatic" value="yes"> ${words.automatic}</label></div>
          <button ${busy === null ? '' : 'disabled'}>${words.send}</button>
        </div>
        ${busy === null ? '' : html`<small>${busy}</small>`}
      </form></section>`
}

/** What became of the answer that the form sent, found by where it was laid down. */
export async function saidReply(
  { stack }: LocalSystem,
  { frame, message, rawKey }: { readonly frame: Frame; readonly message: MailboxMessage; readonly rawKey: string },
): Promise<Html | string> {
  const words = WORDS[frame.locale]
  if (rawKey === '') return ''
  if (rawKey === 'nothing') return html`<p class="said warn" role="status">${words.nothing}</p>`
  const customerId = taggedWith(message, 'customerId')
  const ofCustomer = customerId === undefined ? [] : await stack.stores.replies.ofCustomer(customerId)
  const reply = ofCustomer.find((each) => each.rawKey === rawKey)
  if (!reply) return html`<p class="said" role="status">${words.received}</p>`
  const { kind, score } = reply.reading
  const said = [
    words.received,
    saysWell(reply) ? words.well : words.kinds[kind],
    ...(score === null ? [] : [words.score(score)]),
    words.outcomes[reply.outcome],
  ]
  return html`<p class="said" role="status">${said.join(' ')}</p>`
}
