/** What passed between staff and a department, in the history of a case. */
import type { QuestionEvent } from '#core/work/case/question-event.ts'
import { nameOf } from '#core/work/event-staff.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { extractLines, saidByInWords } from '#web/words/questions.ts'
import { staffNamed } from '#web/words/staff-named.ts'
import { en, type TimeTelling, timeOf, vi } from '#web/words/when.ts'

const WORDS = bothLanguages({
  vi: {
    asked: (at: string, who: string, to: string, department: string) => `${who} hỏi ${to} (${department})${vi.when(at)}`,
    accepted: (at: string, who: string, by: string) => `${who} tiếp nhận${vi.when(at)}, hẹn trả lời trước ${by}`,
    answered: (at: string, who: string) => `${who} trả lời${vi.when(at)}`,
    zalo: (at: string, who: string) => `Bộ phận trả lời qua Zalo, ${who} ghi${vi.when(at)}`,
    withdrawn: (at: string, who: string) => `${who} rút câu hỏi${vi.when(at)}`,
    head: (at: string, name: string) => `Chưa ai tiếp nhận: đã báo ${name}${vi.when(at)}`,
    headOfAnswer: (at: string, name: string) => `Quá giờ hẹn trả lời: đã báo ${name}${vi.when(at)}`,
  },
  en: {
    asked: (at, who, to, department) => `${who} asked ${to} (${department})${en.when(at)}`,
    accepted: (at, who, by) => `${who} accepted the question${en.when(at)} and promised an answer before ${by}`,
    answered: (at, who) => `${who} answered${en.when(at)}`,
    zalo: (at, who) => `The department answered by Zalo, noted by ${who}${en.when(at)}`,
    withdrawn: (at, who) => `${who} withdrew the question${en.when(at)}`,
    head: (at, name) => `Nobody had accepted it: ${name} was told${en.when(at)}`,
    headOfAnswer: (at, name) => `No answer had come when it was promised: ${name} was told${en.when(at)}`,
  },
})

interface Telling extends TimeTelling {
  readonly locale: PageLocale
  readonly departmentName: (department: string) => string
}

export function questionEventInWords(event: QuestionEvent, telling: Telling) {
  const { locale, departmentName } = telling
  const words = WORDS[locale]
  const at = timeOf(event.at, telling)
  const who = staffNamed(nameOf(event.by), locale)
  switch (event.is) {
    case 'asked-department': {
      const note = [event.question, ...extractLines(event, locale)].join('\n')
      return { what: words.asked(at, who, event.to.name, departmentName(event.department)), note }
    }
    case 'department-accepted':
      return { what: words.accepted(at, saidByInWords(event.said, locale), telling.at(event.promisedAt)), note: null }
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
