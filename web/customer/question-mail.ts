/** The mail to a department about one question: what staff wrote for it, and one button. Its subject names no customer: phones show it on a locked screen. */
import { html } from 'hono/html'
import type { Instant } from '#core/time/instant.ts'
import type { AskedDepartment, SaidBy } from '#core/work/case/question-event.ts'
import { inLines } from '#web/customer/in-lines.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'
import { mailFrame } from '#web/staff/mails/mail-frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { extractLines, saidByInWords } from '#web/words/questions.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    subject: (department: string, by: string) => `Hỏi ${department}: xin tiếp nhận${by === '' ? '' : ` trước ${by}`}`,
    headSubject: (department: string) => `Chưa ai tiếp nhận: câu hỏi gửi ${department}`,
    asks: (who: string, department: string) => `${who} hỏi bộ phận ${department}:`,
    nobody: (to: string, by: string) =>
      `Câu hỏi này gửi cho ${to}, hẹn tiếp nhận trước ${by}, đến giờ chưa ai tiếp nhận. Nhờ anh/chị xem giúp.`,
    answerSubject: (department: string) => `Quá giờ hẹn trả lời: câu hỏi gửi ${department}`,
    unanswered: (who: string, by: string) =>
      `Câu hỏi này đã được tiếp nhận (${who}), hẹn trả lời trước ${by}. Đã quá giờ hẹn mà chưa có câu trả lời: nhờ anh/chị trả lời giúp.`,
    takenOverSubject: (from: string, department: string) => `Bạn phụ trách thay ${from}: câu hỏi gửi ${department}`,
    takenOver: (from: string) => `Câu hỏi này đã gửi cho ${from}, người không còn phụ trách nữa. Nay nhờ anh/chị trả lời.`,
    acceptedBefore: (who: string) => `${who} đã tiếp nhận, nhưng chưa trả lời.`,
    staff: 'Bộ phận chăm sóc khách hàng',
    accept: (by: string) => `Xin tiếp nhận trước ${by}: chọn giờ hẹn trả lời rồi bấm Tiếp nhận.`,
    answer: (by: string) => `Xin trả lời trước ${by}.`,
    open: 'Mở câu hỏi',
    yours: (name: string) =>
      `Liên kết này là của riêng ${name}: ai mở nó là trả lời thay ${name}. Có thể chuyển cho đồng nghiệp qua Zalo; người trả lời thay ghi tên mình trên trang.`,
    privacy: 'Thư chỉ có phần việc cần hỏi. Xin đừng chuyển ra ngoài công ty.',
  },
  en: {
    subject: (department, by) => `Question for ${department}: please accept${by === '' ? '' : ` before ${by}`}`,
    headSubject: (department) => `Nobody has accepted it: a question to ${department}`,
    asks: (who, department) => `${who} asks ${department}:`,
    nobody: (to, by) => `This question went to ${to}, to be accepted before ${by}. Nobody has accepted it. Please see to it.`,
    answerSubject: (department) => `The promised time is over: a question to ${department}`,
    unanswered: (who, by) =>
      `This question was accepted by ${who}, to be answered before ${by}. No answer has come: please see to it.`,
    takenOverSubject: (from, department) => `You take over from ${from}: a question to ${department}`,
    takenOver: (from) => `This question went to ${from}, who does not answer for it any more. Please see to it.`,
    acceptedBefore: (who) => `${who} accepted it, and has not answered.`,
    staff: 'Customer care',
    accept: (by) => `Please accept it before ${by}: choose when you will answer, and press Accept.`,
    answer: (by) => `Please answer before ${by}.`,
    open: 'Open the question',
    yours: (name) =>
      `This link is ${name}’s own: whoever opens it answers for ${name}. It may be passed on to a colleague by Zalo, who writes their name on the page.`,
    privacy: 'This mail holds only what is asked. Please do not forward it outside the company.',
  },
})

export interface QuestionMail {
  readonly locale: PageLocale
  readonly zone: string
  readonly company: string
  readonly department: string
  readonly asked: AskedDepartment
  readonly reader: { readonly name: string }
  /** Once the time to accept is over, or the time that was promised by the person who accepted. */
  readonly late: { readonly is: 'unaccepted' } | { readonly is: 'unanswered'; readonly by: SaidBy } | null
  /** The reader takes over from the person who was asked; with who accepted it before. */
  readonly takenOver: { readonly accepted: SaidBy | null } | null
  readonly acceptBy: Instant | null
  readonly answerBy: Instant | null
  readonly link: string
}

export function questionMail(mail: QuestionMail): { readonly subject: string; readonly html: string; readonly text: string } {
  const { locale, zone, company, department, asked, reader, late, takenOver, acceptBy, answerBy, link } = mail
  const words = WORDS[locale]
  const written = (at: Instant | null) => (at === null ? '' : writtenInstant(at, { zone, locale }))
  const subjects = {
    unaccepted: words.headSubject(department),
    unanswered: words.answerSubject(department),
    asked: words.subject(department, written(acceptBy)),
  }
  const taken = words.takenOverSubject(asked.to.name, department)
  const subject = headerSafe(takenOver === null ? subjects[late?.is ?? 'asked'] : taken).text
  const asks = words.asks(asked.by.name ?? words.staff, department)
  const warning =
    late?.is === 'unanswered'
      ? words.unanswered(saidByInWords(late.by, locale), written(answerBy))
      : words.nobody(asked.to.name, written(acceptBy))
  const before = takenOver?.accepted ? [words.acceptedBefore(saidByInWords(takenOver.accepted, locale))] : []
  const warnings = takenOver ? [words.takenOver(asked.to.name), ...before] : late === null ? [] : [warning]
  const extract = extractLines(asked, locale)
  const times = [
    ...(acceptBy === null || late !== null || before.length > 0 ? [] : [words.accept(written(acceptBy))]),
    ...(answerBy === null || late?.is === 'unanswered' ? [] : [words.answer(written(answerBy))]),
  ]
  const remarks = [words.yours(reader.name), words.privacy]
  const body = html`${warnings.map((line) => html`<p class="warn">${line}</p>\n`)}<p>${asks}</p>
<p><b>${inLines(asked.question)}</b></p>
${extract.map((line) => html`<p>${inLines(line)}</p>\n`)}<p><a class="open" href="${link}">${words.open}</a></p>
${times.map((line) => html`<p>${line}</p>\n`)}${remarks.map((line) => html`<p class="quiet">${line}</p>\n`)}`
  const paragraphs = [
    subject,
    ...warnings,
    asks,
    asked.question,
    ...extract,
    `${words.open}: ${link}`,
    ...times,
    `-- \n${company}`,
    ...remarks,
  ]
  return { subject, html: mailFrame({ locale, company, title: subject, body }), text: `${paragraphs.join('\n\n')}\n` }
}
