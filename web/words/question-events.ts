/** What passed between staff and a department, in the history of a case. */
import type { QuestionEvent } from '#core/work/case/question-event.ts'
import { nameOf } from '#core/work/event-staff.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { extractLines, saidByInWords } from '#web/words/questions.ts'

const WORDS = bothLanguages({
  vi: {
    asked: (at: string, who: string, to: string, department: string) => `${who} hỏi ${to} (${department}) lúc ${at}`,
    accepted: (at: string, who: string, by: string) => `${who} tiếp nhận lúc ${at}, hẹn trả lời trước ${by}`,
    answered: (at: string, who: string) => `${who} trả lời lúc ${at}`,
    zalo: (at: string, who: string) => `Bộ phận trả lời qua Zalo, ${who} ghi lúc ${at}`,
    withdrawn: (at: string, who: string) => `${who} rút câu hỏi lúc ${at}`,
    head: (at: string, name: string) => `Chưa ai tiếp nhận: đã báo ${name} lúc ${at}`,
    headOfAnswer: (at: string, name: string) => `Quá giờ hẹn trả lời: đã báo ${name} lúc ${at}`,
    unnamed: 'nhân viên không ghi tên',
  },
  en: {
    asked: (at, who, to, department) => `${who} asked ${to} (${department}) at ${at}`,
    accepted: (at, who, by) => `${who} accepted the question at ${at} and promised an answer before ${by}`,
    answered: (at, who) => `${who} answered at ${at}`,
    zalo: (at, who) => `The department answered by Zalo, noted by ${who} at ${at}`,
    withdrawn: (at, who) => `${who} withdrew the question at ${at}`,
    head: (at, name) => `Nobody had accepted it: ${name} was told at ${at}`,
    headOfAnswer: (at, name) => `No answer had come when it was promised: ${name} was told at ${at}`,
    unnamed: 'a member of staff, not named',
  },
})

interface Telling {
  readonly locale: PageLocale
  readonly at: (instant: string) => string
  readonly departmentName: (department: string) => string
}

export function questionEventInWords(event: QuestionEvent, { locale, at: written, departmentName }: Telling) {
  const words = WORDS[locale]
  const at = written(event.at)
  const who = nameOf(event.by) ?? words.unnamed
  switch (event.is) {
    case 'asked-department': {
      const note = [event.question, ...extractLines(event, locale)].join('\n')
      return { what: words.asked(at, who, event.to.name, departmentName(event.department)), note }
    }
    case 'department-accepted':
      return { what: words.accepted(at, saidByInWords(event.said, locale), written(event.promisedAt)), note: null }
    case 'department-answered':
      return {
        what: event.said.is === 'zalo' ? words.zalo(at, who) : words.answered(at, saidByInWords(event.said, locale)),
        note: event.text,
      }
    case 'question-withdrawn':
      return { what: words.withdrawn(at, who), note: event.because }
    case 'department-head-told':
      return { what: (event.late === 'answer' ? words.headOfAnswer : words.head)(at, event.name), note: null }
  }
}
