/** What the mail about news of a case says: a department's answer as it stands in the case, or the compensation that its reader may approve. */
import { type Department, departmentNamed } from '#core/campaign/departments.ts'
import { compensationNamed } from '#core/work/case/compensations.ts'
import type { CaseNews } from '#core/work/case/news-event.ts'
import { questionNamed } from '#core/work/case/questions.ts'
import { nameOf } from '#core/work/event-staff.ts'
import type { History } from '#core/work/work-event.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { amountInWords } from '#web/words/compensation-events.ts'
import { saidByInWords } from '#web/words/questions.ts'
import { writtenInstant } from '#web/words/written.ts'

export const NEWS_MAIL_WORDS = bothLanguages({
  vi: {
    answer: (department: string) => `Bộ phận ${department} đã trả lời`,
    asked: (question: string) => `Đã hỏi: “${question}”`,
    answered: (who: string, at: string, text: string) => `${who} trả lời lúc ${at}: “${text}”`,
    approval: (amount: string) => `Bù đắp chờ bạn duyệt: ${amount}`,
    approvalAgain: (amount: string) => `Nhắc: bù đắp chờ bạn duyệt: ${amount}`,
    undecided: (turn: number) =>
      `Chưa ai duyệt. Đây là lần nhắc thứ ${turn}; còn nhắc cho đến khi có người duyệt hoặc không duyệt.`,
    waits: (who: string, at: string, what: string, note: string) => `${who} đề nghị lúc ${at}: ${what}. “${note}”`,
    someone: 'Nhân viên',
    youAsked: 'Bạn nhận thư này vì bạn đã hỏi, và chưa ai nhận vụ việc.',
    decide: 'Mở vụ việc để duyệt hoặc không duyệt. Khách chưa nhận được gì cho đến khi có người duyệt.',
  },
  en: {
    answer: (department) => `${department} answered`,
    asked: (question) => `Asked: “${question}”`,
    answered: (who, at, text) => `${who} answered at ${at}: “${text}”`,
    approval: (amount) => `A compensation waits for your approval: ${amount}`,
    approvalAgain: (amount) => `Reminder: a compensation waits for your approval: ${amount}`,
    undecided: (turn) =>
      `Nobody has decided yet. This is reminder ${turn}; there are more until one of you approves or refuses it.`,
    waits: (who, at, what, note) => `${who} asked for it at ${at}: ${what}. “${note}”`,
    someone: 'A member of staff',
    youAsked: 'You get this mail because you asked, and nobody has taken the case yet.',
    decide: 'Open the case to approve or refuse it. The customer gets nothing until one of you has approved.',
  },
})

interface NewsTold {
  readonly news: CaseNews
  /** How often it was told before. */
  readonly turn: number
  readonly departments: readonly Department[]
  readonly locale: PageLocale
}

/** Without a name of the customer: it is the subject. */
export function newsTitle(item: History, { news, turn, departments, locale }: NewsTold): string {
  const words = NEWS_MAIL_WORDS[locale]
  if (news.is === 'answer') {
    const department = questionNamed(item, news.questionId)?.asked.department ?? ''
    return words.answer(departmentNamed(departments, department, locale))
  }
  const amount = amountInWords(compensationNamed(item, news.compensationId)?.asked.amount ?? 0, locale)
  return turn === 0 ? words.approval(amount) : words.approvalAgain(amount)
}

export function newsLines(item: History, { news, turn, locale, zone }: NewsTold & { readonly zone: string }): readonly string[] {
  const words = NEWS_MAIL_WORDS[locale]
  const at = (instant: string) => writtenInstant(instant, { zone, locale })
  if (news.is === 'answer') {
    const question = questionNamed(item, news.questionId)
    if (!question?.answered) return []
    const { said, text, at: answeredAt } = question.answered
    return [words.asked(question.asked.question), words.answered(saidByInWords(said, locale), at(answeredAt), text)]
  }
  const one = compensationNamed(item, news.compensationId)
  if (!one) return []
  const { by, at: askedAt, name, amount, note } = one.asked
  const asked = words.waits(nameOf(by) ?? words.someone, at(askedAt), `${name[locale]}, ${amountInWords(amount, locale)}`, note)
  return [asked, ...(turn === 0 ? [] : [words.undecided(turn)])]
}
