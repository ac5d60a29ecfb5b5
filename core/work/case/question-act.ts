/** What staff and a department may do about a question, and what each demands. */

import type { CaseField } from '#core/campaign/case-terms.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { departmentOf } from '#core/campaign/departments.ts'
import { LONGEST_NAME, staffText } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import { type CaseAbout, descriptionOf } from '#core/work/case/case-standing.ts'
import { latestPromise, type PromiseRules } from '#core/work/case/promises-offered.ts'
import type { QuestionEvent, SaidBy } from '#core/work/case/question-event.ts'
import { isOpenQuestion, questionNamed, questionsOf } from '#core/work/case/questions.ts'
import type { EventStaff } from '#core/work/event-by.ts'
import type { History } from '#core/work/work-event.ts'

export type QuestionAct =
  | {
      readonly is: 'ask'
      /** Of the form: the same one sent again is the same question. */
      readonly questionId: string
      readonly department: string
      /** The address of a person of the department; empty: the first of it. */
      readonly to: string
      readonly question: string
      readonly extract: string
      /** Those of the description that the department is to see. */
      readonly fields: readonly CaseField[]
      /** A question that this one takes the place of. */
      readonly replaces: string | null
    }
  | { readonly is: 'withdraw'; readonly questionId: string; readonly text: string }
  /** The department answered by another way, and staff write it down. */
  | { readonly is: 'answered-elsewhere'; readonly questionId: string; readonly text: string }

export const QUESTION_REFUSALS = [
  'which-department',
  'which-addressee',
  'needs-question',
  'too-many-questions',
  'which-question',
  'question-closed',
] as const
export type QuestionRefusal = (typeof QUESTION_REFUSALS)[number]

/**
 * Open at once. An answer is taken however full the history is: five of them with what is accepted and told of the heads add less than 90 kB to a row
 * of 256 kB, which may have 400 (core/work/history.ts).
 */
export const MOST_OPEN_QUESTIONS = 5
/** Of an answer, in UTF-16 units as forms count them. */
export const LONGEST_DEPARTMENT_ANSWER = 4_000

interface Acting {
  readonly by: EventStaff
  readonly at: Instant
}

/** What staff do; needs-words and too-long stand with the other acts on a case. */
export function eventOfQuestionAct(
  item: History,
  { act, by, at }: Acting & { readonly act: QuestionAct },
  { departments }: Pick<CompanyRules, 'departments'>,
): QuestionEvent | { readonly refused: QuestionRefusal | 'needs-words' } {
  if (act.is === 'ask') return asked(item, { act, by, at }, departments)
  const question = questionNamed(item, act.questionId)
  if (!question) return { refused: 'which-question' }
  if (!isOpenQuestion(question)) return { refused: 'question-closed' }
  const text = staffText(act.text)
  if (text === '') return { refused: 'needs-words' }
  return act.is === 'withdraw'
    ? { is: 'question-withdrawn', at, by, questionId: act.questionId, because: text }
    : { is: 'department-answered', at, by, questionId: act.questionId, said: { is: 'zalo' }, text }
}

function asked(
  item: History,
  { act, by, at }: Acting & { readonly act: Extract<QuestionAct, { is: 'ask' }> },
  departments: CompanyRules['departments'],
): QuestionEvent | { readonly refused: QuestionRefusal } {
  const { questionId, replaces } = act
  const department = departmentOf(departments, act.department)
  if (!department) return { refused: 'which-department' }
  const to = act.to === '' ? department.addressees[0] : department.addressees.find(({ address }) => address === act.to)
  if (!to) return { refused: 'which-addressee' }
  const question = staffText(act.question)
  if (question === '') return { refused: 'needs-question' }
  const open = questionsOf(item).filter(isOpenQuestion)
  if (replaces !== null && !open.some(({ asked: one }) => one.questionId === replaces)) return { refused: 'question-closed' }
  if (open.length - (replaces === null ? 0 : 1) >= MOST_OPEN_QUESTIONS) return { refused: 'too-many-questions' }
  const known = descriptionOf(item)?.fields ?? {}
  const fields = Object.fromEntries(act.fields.flatMap((field) => (known[field] === undefined ? [] : [[field, known[field]]])))
  return {
    is: 'asked-department',
    at,
    by,
    questionId,
    department: department.id,
    to,
    question,
    extract: staffText(act.extract),
    fields,
    ...(replaces !== null && { replaces }),
  }
}

/** Texts over their limit, by what they are called where lengths are refused. */
export function textsOfQuestionAct(act: QuestionAct) {
  switch (act.is) {
    case 'ask':
      // The longer of the two: both have the limit of a note.
      return { note: [act.question, act.extract].map(staffText).toSorted((a, b) => b.length - a.length)[0] ?? '' }
    case 'withdraw':
      return { because: staffText(act.text) }
    case 'answered-elsewhere':
      return { note: staffText(act.text) }
  }
}

/** What a person with the department's link does. */
export type DepartmentAct =
  | { readonly is: 'accept'; readonly promisedAt: Instant | null }
  | { readonly is: 'answer'; readonly text: string }

export const DEPARTMENT_REFUSALS = [
  'which-promise',
  'promise-past',
  'promise-too-far',
  'needs-answer',
  'answer-too-long',
  'colleague-too-long',
  'accepted-already',
  'not-accepted',
  'answered-already',
  'withdrawn',
  'over',
] as const
export type DepartmentRefusal = (typeof DEPARTMENT_REFUSALS)[number]

export interface DepartmentPress {
  readonly act: DepartmentAct
  readonly questionId: string
  /** Whose link it is. */
  readonly name: string
  /** Who answers for them; empty where they do it themselves. */
  readonly colleague: string
  readonly at: Instant
}

export function eventOfDepartment(
  item: CaseAbout,
  { act, questionId, name, colleague, at }: DepartmentPress,
  rules: PromiseRules,
): QuestionEvent | { readonly refused: DepartmentRefusal | 'which-question' } {
  const question = questionNamed(item, questionId)
  if (!question) return { refused: 'which-question' }
  if (question.state === 'withdrawn' || question.state === 'over') return { refused: question.state }
  if (question.state === 'answered') return { refused: 'answered-already' }
  const named = staffText(colleague)
  if (named.length > LONGEST_NAME) return { refused: 'colleague-too-long' }
  const said: SaidBy = { is: 'link', name, ...(named !== '' && { colleague: named }) }
  const by = { is: 'system' } as const
  if (act.is === 'accept') {
    if (question.state === 'accepted') return { refused: 'accepted-already' }
    if (act.promisedAt === null) return { refused: 'which-promise' }
    if (act.promisedAt <= at) return { refused: 'promise-past' }
    const { department } = question.asked
    if (act.promisedAt > latestPromise(item, { department, now: at, rules })) return { refused: 'promise-too-far' }
    return { is: 'department-accepted', at, by, questionId, said, promisedAt: act.promisedAt }
  }
  if (question.state !== 'accepted') return { refused: 'not-accepted' }
  const text = staffText(act.text)
  if (text === '') return { refused: 'needs-answer' }
  if (text.length > LONGEST_DEPARTMENT_ANSWER) return { refused: 'answer-too-long' }
  return { is: 'department-answered', at, by, questionId, said, text }
}
