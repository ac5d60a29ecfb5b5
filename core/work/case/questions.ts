/** The questions that departments were asked about a case, each as its events leave it, and by when the department is to accept and to answer. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { departmentOf } from '#core/campaign/departments.ts'
import type { Instant } from '#core/time/instant.ts'
import { afterWorking } from '#core/time/work-time.ts'
import { isAboutTelling, isCaseEvent } from '#core/work/case/case-event.ts'
import { budgetOf, type CaseRules } from '#core/work/case/case-time.ts'
import type { AskedDepartment, QuestionEvent, SaidBy } from '#core/work/case/question-event.ts'
import type { History, WorkEvent } from '#core/work/work-event.ts'

/** over: the case was closed without an answer. A case that is opened again asks anew. */
export type QuestionState = 'asked' | 'accepted' | 'answered' | 'withdrawn' | 'over'

export interface Question {
  readonly asked: AskedDepartment
  readonly state: QuestionState
  readonly accepted: { readonly at: Instant; readonly promisedAt: Instant; readonly said: SaidBy } | null
  readonly answered: { readonly at: Instant; readonly text: string; readonly said: SaidBy } | null
  /** Null where another question took its place. */
  readonly withdrawn: { readonly at: Instant; readonly because: string | null } | null
  /** When nothing more was to come of it; null while it is open. */
  readonly endedAt: Instant | null
  /** When the head of the department was told that it was not accepted in time. */
  readonly headToldAt: Instant | null
  /** When the head was told that the answer did not come when it was promised. */
  readonly headToldOfAnswerAt: Instant | null
}

/** The oldest first. */
export function questionsOf({ events }: History): readonly Question[] {
  const questions = new Map<string, Question>()
  for (const event of events) {
    if (event.is === 'closed') {
      for (const [id, question] of questions)
        if (isOpenQuestion(question)) questions.set(id, { ...question, state: 'over', endedAt: event.at })
    } else if (event.is === 'asked-department') {
      const before = event.replaces === undefined ? undefined : questions.get(event.replaces)
      if (event.replaces !== undefined && before && isOpenQuestion(before))
        questions.set(event.replaces, ended(before, { state: 'withdrawn', withdrawn: { at: event.at, because: null } }, event.at))
      questions.set(event.questionId, { ...NEW, asked: event })
    } else if (event.is !== 'added-file' && 'questionId' in event) {
      const question = questions.get(event.questionId)
      if (question) questions.set(event.questionId, after(question, event))
    }
  }
  return [...questions.values()]
}

const NEW = {
  state: 'asked',
  accepted: null,
  answered: null,
  withdrawn: null,
  endedAt: null,
  headToldAt: null,
  headToldOfAnswerAt: null,
} as const

const ended = (question: Question, how: Partial<Question>, endedAt: Instant): Question => ({ ...question, ...how, endedAt })

export const questionNamed = (item: History, questionId: string): Question | undefined =>
  questionsOf(item).find(({ asked }) => asked.questionId === questionId)

export const isOpenQuestion = ({ state }: Pick<Question, 'state'>): boolean => state === 'asked' || state === 'accepted'

function after(question: Question, event: Exclude<QuestionEvent, AskedDepartment>): Question {
  const { at } = event
  switch (event.is) {
    case 'department-accepted':
      return { ...question, state: 'accepted', accepted: { at, promisedAt: event.promisedAt, said: event.said } }
    case 'department-answered':
      return ended(question, { state: 'answered', answered: { at, text: event.text, said: event.said } }, at)
    case 'question-withdrawn':
      return ended(question, { state: 'withdrawn', withdrawn: { at, because: event.because } }, at)
    case 'department-head-told':
      return event.late === 'answer' ? { ...question, headToldOfAnswerAt: at } : { ...question, headToldAt: at }
  }
}

/**
 * What a list tells of a case: a department has answered and staff have done nothing since, or a department is waited for. Null for a case without
 * open questions, and one that is closed.
 */
export function departmentNews(item: History): 'answered' | 'waits' | null {
  const [last, questions] = [item.events.findLast((event) => !isBeside(event)), questionsOf(item)]
  if (last?.is === 'department-answered' && last.said.is === 'link') return 'answered'
  return questions.some(isOpenQuestion) ? 'waits' : null
}

/** The photo that came with an answer, and what the system does by itself: staff have done nothing. */
const isBeside = (event: WorkEvent): boolean =>
  (event.is === 'added-file' && event.by.is === 'system') || (isCaseEvent(event) && isAboutTelling(event))

export interface QuestionClock {
  /** Null for a department that departments.json names no more: no time to accept is known. */
  readonly acceptBy: Instant | null
  /** What the department promised; else what its times say. */
  readonly answerBy: Instant | null
  readonly isAcceptedLate: boolean
  readonly isAnsweredLate: boolean
}

type QuestionRules = CaseRules & Pick<CompanyRules, 'departments'>

/** Inside the clocks of the case, which it does not stop: derived from the history as they are, so a day off entered later moves it too. */
export function questionClock(
  { asked, accepted, answered, endedAt }: Question,
  { rules, now }: { readonly rules: QuestionRules; readonly now: Instant },
): QuestionClock {
  const department = departmentOf(rules.departments, asked.department)
  const within = (length: Parameters<typeof budgetOf>[0]) => {
    const { time, ms } = budgetOf(length, { time: 'working' }, rules)
    return afterWorking(time, { from: asked.at, ms, pauses: [] })
  }
  const acceptBy = department ? within(department.acceptIn) : null
  const answerBy = accepted?.promisedAt ?? (department ? within(department.answerIn) : null)
  const isLate = (by: Instant | null, doneAt: Instant | undefined) => by !== null && (doneAt ?? endedAt ?? now) > by
  return {
    acceptBy,
    answerBy,
    isAcceptedLate: isLate(acceptBy, accepted?.at ?? answered?.at),
    isAnsweredLate: isLate(answerBy, answered?.at),
  }
}
