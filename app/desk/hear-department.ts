/** A person opens the link of a question, accepts it, or answers: what they see and do is that question alone. */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { Events } from '#app/events.ts'
import type { QuestionBook } from '#app/ports/questions.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { DepartmentPerson } from '#core/campaign/departments.ts'
import { staffText } from '#core/campaign/staff-text.ts'
import type { AddedFile, KeptFile } from '#core/work/case/case-file.ts'
import { fileNamed } from '#core/work/case/files-of-case.ts'
import { type DepartmentPress, type DepartmentRefusal, eventOfDepartment } from '#core/work/case/question-act.ts'
import type { SaidBy } from '#core/work/case/question-event.ts'
import { holderOfLink, type QuestionLink } from '#core/work/case/question-link.ts'
import { type Question, questionNamed } from '#core/work/case/questions.ts'
import { withDepartmentEvents } from '#core/work/history.ts'
import type { Case, WorkItem } from '#core/work/work-item.ts'

export interface HearDepartmentPorts {
  readonly questions: Pick<QuestionBook, 'get'>
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'questionAccepted' | 'questionAnswered' | 'questionRefused'>
}

export interface OpenedQuestion {
  readonly item: Case
  readonly question: Question
  /** Whose link it is. */
  readonly holder: DepartmentPerson
}

/** Undefined where the case is gone, or where departments.json names the person no more to whom the link was sent. */
export async function openQuestion(
  { questions, work, companyRules }: Pick<HearDepartmentPorts, 'questions' | 'work' | 'companyRules'>,
  link: QuestionLink,
): Promise<OpenedQuestion | undefined> {
  const row = await questions.get(link)
  const item = row?.workId ? await work.get(row.workId) : undefined
  const question = item?.kind === 'case' ? questionNamed(item, link.questionId) : undefined
  if (item?.kind !== 'case' || question?.asked.at !== link.askedAt) return undefined
  const holder = holderOfLink(link, { item, asked: question.asked, departments: companyRules.departments })
  return holder && { item, question, holder }
}

export type HeardDepartment =
  | { readonly question: Question; readonly again: boolean }
  | { readonly refused: DepartmentRefusal | 'gone' | 'contended' }

/** The same press again changes nothing, and is told what the first one did. */
export async function hearDepartment(
  ports: HearDepartmentPorts,
  { workId, file = null, ...press }: DepartmentPress & { readonly workId: string; readonly file?: KeptFile | null },
): Promise<HeardDepartment> {
  const { work, companyRules, events } = ports
  const { questionId, act } = press
  const result = await changeWork(work, workId, (item: WorkItem): Change<Case, HeardDepartment> => {
    const question = item.kind === 'case' ? questionNamed(item, questionId) : undefined
    if (item.kind !== 'case' || !question) return { instead: { refused: 'gone' } }
    const added = (said: SaidBy): readonly AddedFile[] =>
      file === null || fileNamed(item, file.sha256)
        ? []
        : [{ is: 'added-file', at: press.at, by: { is: 'system' }, ...file, note: '', questionId, said }]
    if (isDone(question, press)) {
      // The same answer once more, with a photo that the first one lacked.
      const late = question.answered ? added(question.answered.said) : []
      return late.length === 0 ? { instead: { question, again: true } } : { next: withDepartmentEvents(item, late, companyRules) }
    }
    const event = eventOfDepartment(item, press, companyRules)
    if ('refused' in event) return { instead: { refused: event.refused === 'which-question' ? 'gone' : event.refused } }
    const files = event.is === 'department-answered' ? added(event.said) : []
    return { next: withDepartmentEvents(item, [event, ...files], companyRules) }
  })
  if ('changed' in result) {
    if (act.is === 'accept') events.questionAccepted({ questionId })
    else events.questionAnswered({ questionId })
    const question = questionNamed(result.changed, questionId)
    return question ? { question, again: false } : { refused: 'gone' }
  }
  const done = result.instead
  if ('question' in done) return done
  const refused = done.refused === 'no-such-work' ? 'gone' : done.refused
  events.questionRefused({ questionId, because: refused })
  return { refused }
}

/** By the same form, or one that says the same. */
export function isDone({ accepted, answered }: Question, { act, name, colleague }: DepartmentPress): boolean {
  const isTheirs = (said: NonNullable<Question['answered']>['said']) =>
    said.is === 'link' && said.name === name && (said.colleague ?? '') === staffText(colleague)
  return act.is === 'accept'
    ? accepted !== null && answered === null && accepted.promisedAt === act.promisedAt && isTheirs(accepted.said)
    : answered !== null && answered.text === staffText(act.text) && isTheirs(answered.said)
}
