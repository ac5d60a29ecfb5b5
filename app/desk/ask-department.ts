/**
 * Staff ask a department about a case, withdraw a question, or write down what the department told by another way. The book has a row before the case
 * has the question: after a crash between the two nothing was asked, and the row is forgotten.
 */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { DepartmentOrders, QuestionBook } from '#app/ports/questions.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import type { AddedFile, KeptFile } from '#core/work/case/case-file.ts'
import { fileNamed } from '#core/work/case/files-of-case.ts'
import { eventOfQuestionAct, type QuestionAct, type QuestionRefusal, textsOfQuestionAct } from '#core/work/case/question-act.ts'
import { questionNamed } from '#core/work/case/questions.ts'
import { type Actor, eventStaff } from '#core/work/event-staff.ts'
import { withCaseEvent, withDepartmentEvents } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import type { Case } from '#core/work/work-item.ts'

export interface AskDepartmentPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly questions: Pick<QuestionBook, 'put'>
  readonly departmentOrders: DepartmentOrders
  readonly companyRules: CompanyRules
}

export interface Asking extends Actor {
  readonly workId: string
  readonly act: QuestionAct
  /** What the department sent with an answer that staff note; it is kept already. */
  readonly file?: KeptFile | null
  readonly at: Instant
}

/** `again`: the same form had done it before. */
export type AskedDepartment =
  | { readonly item: Case; readonly again: boolean }
  | {
      readonly refused:
        | QuestionRefusal
        | 'needs-words'
        | 'who-and-what'
        | 'no-case'
        | 'no-such-work'
        | 'already-closed'
        | 'full'
        | 'contended'
    }
  | TooLong

const NOTHING_TOLD = { isMailed: false, isHeadTold: false, isAnswerCalledFor: false, isOver: false } as const

export async function askDepartment(ports: AskDepartmentPorts, asking: Asking): Promise<AskedDepartment> {
  const { work, questions, departmentOrders, companyRules } = ports
  const { act, at, workId } = asking
  const by = eventStaff({ by: staffText(asking.by), address: asking.address })
  if (by.name === '') return { refused: 'who-and-what' }
  const unfit = tooLong({ by: asking.by, ...textsOfQuestionAct(act) })
  if (unfit) return unfit
  const result = await changeWork(work, workId, async (item): Promise<Change<Case, AskedDepartment>> => {
    if (item.kind !== 'case') return { instead: { refused: 'no-case' } }
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    const files =
      act.is === 'answered-elsewhere' ? newFiles(item, asking.file ?? null, { by, at, questionId: act.questionId }) : []
    // The same answer once more, with a picture that the first one lacked.
    if (isDone(item, act))
      return files.length === 0 ? { instead: { item, again: true } } : { next: withDepartmentEvents(item, files, companyRules) }
    const event = eventOfQuestionAct(item, { act, by, at }, companyRules)
    if ('refused' in event) return { instead: event }
    // What a department told takes no more room than its own answer, which is always taken.
    const next =
      act.is === 'answered-elsewhere'
        ? withDepartmentEvents(item, [event, ...files], companyRules)
        : withCaseEvent(item, event, companyRules)
    if (next === 'full') return { instead: { refused: 'full' } }
    if (event.is === 'asked-department') {
      const { questionId, department } = event
      const row = { askedAt: at, questionId, department, workId, ...NOTHING_TOLD, version: 1 }
      await questions.put(row)
    }
    return { next }
  })
  const done = 'instead' in result ? result.instead : { item: result.changed, again: false }
  // Also of a form that comes again: the first may have ended before it ordered. Told twice, nothing is mailed twice.
  if ('item' in done && act.is === 'ask') await departmentOrders.tellDepartments()
  return done
}

function newFiles(
  item: Case,
  kept: KeptFile | null,
  of: Pick<AddedFile, 'by' | 'at'> & { readonly questionId: string },
): readonly AddedFile[] {
  if (kept === null || fileNamed(item, kept.sha256)) return []
  return [{ is: 'added-file', ...of, ...kept, note: '', said: { is: 'zalo' } }]
}

function isDone(item: Case, act: QuestionAct): boolean {
  const question = questionNamed(item, act.questionId)
  if (!question) return false
  switch (act.is) {
    case 'ask':
      return true
    case 'withdraw':
      return question.withdrawn?.because === staffText(act.text)
    case 'answered-elsewhere':
      return question.answered?.said.is === 'zalo' && question.answered.text === staffText(act.text)
  }
}
