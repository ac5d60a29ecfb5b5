/** Questions to departments in words: how each stands, its times, and what the department sees of the case. */
import type { Instant } from '#core/time/instant.ts'
import type { AskedDepartment, SaidBy } from '#core/work/case/question-event.ts'
import type { Question, QuestionClock } from '#core/work/case/questions.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { fieldLines } from '#web/words/case-description.ts'

const WORDS = bothLanguages({
  vi: {
    colleague: (colleague: string, name: string) => `${colleague}, trả lời thay ${name}`,
    zalo: 'qua Zalo',
    acceptBy: (at: string) => `chờ tiếp nhận, hẹn trước ${at}`,
    acceptLate: (at: string) => `chưa ai tiếp nhận, trễ: hẹn trước ${at}`,
    waits: 'chờ tiếp nhận',
    answerBy: (at: string) => `đã tiếp nhận, hẹn trả lời trước ${at}`,
    answerLate: (at: string) => `đã tiếp nhận, trễ: hẹn trả lời trước ${at}`,
    answered: (at: string) => `đã trả lời lúc ${at}`,
    answeredLate: (at: string, by: string) => `đã trả lời lúc ${at}, trễ: hẹn trước ${by}`,
    withdrawn: (at: string) => `đã rút lúc ${at}`,
    over: (at: string) => `chưa trả lời khi vụ việc đóng lúc ${at}`,
  },
  en: {
    colleague: (colleague, name) => `${colleague}, who answers for ${name}`,
    zalo: 'by Zalo',
    acceptBy: (at) => `to be accepted before ${at}`,
    acceptLate: (at) => `accepted by nobody, late: it was to be before ${at}`,
    waits: 'to be accepted',
    answerBy: (at) => `accepted, to be answered before ${at}`,
    answerLate: (at) => `accepted, late: it was to be answered before ${at}`,
    answered: (at) => `answered at ${at}`,
    answeredLate: (at, by) => `answered at ${at}, late: it was to be before ${by}`,
    withdrawn: (at) => `withdrawn at ${at}`,
    over: (at) => `not answered when the case was closed at ${at}`,
  },
})

/** `Vũ Thị Lan`; `Minh, trả lời thay Vũ Thị Lan`; `qua Zalo`. */
export function saidByInWords(said: SaidBy, locale: PageLocale): string {
  const words = WORDS[locale]
  if (said.is === 'zalo') return words.zalo
  return said.colleague === undefined ? said.name : words.colleague(said.colleague, said.name)
}

export function questionStands(
  { state, answered, endedAt }: Question,
  { acceptBy, answerBy, isAcceptedLate, isAnsweredLate }: QuestionClock,
  { locale, at }: { readonly locale: PageLocale; readonly at: (instant: Instant) => string },
): string {
  const words = WORDS[locale]
  const ended = endedAt === null ? '' : at(endedAt)
  switch (state) {
    case 'asked':
      if (acceptBy === null) return words.waits
      return isAcceptedLate ? words.acceptLate(at(acceptBy)) : words.acceptBy(at(acceptBy))
    case 'accepted': {
      const by = answerBy === null ? '' : at(answerBy)
      return isAnsweredLate ? words.answerLate(by) : words.answerBy(by)
    }
    case 'answered': {
      const answeredAt = answered === null ? '' : at(answered.at)
      return isAnsweredLate && answerBy !== null ? words.answeredLate(answeredAt, at(answerBy)) : words.answered(answeredAt)
    }
    case 'withdrawn':
      return words.withdrawn(ended)
    case 'over':
      return words.over(ended)
  }
}

/** What staff wrote for the department, and the fields that they chose. */
export const extractLines = (
  { extract, fields }: Pick<AskedDepartment, 'extract' | 'fields'>,
  locale: PageLocale,
): readonly string[] => [...(extract === '' ? [] : [extract]), ...fieldLines(fields, locale)]
