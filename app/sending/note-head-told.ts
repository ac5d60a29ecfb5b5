/** Writes into a case that the head of a department was told of a question which nobody accepted, or answered, in time. */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { QuestionRow } from '#app/ports/questions.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { isOpenQuestion, questionNamed } from '#core/work/case/questions.ts'
import { withDepartmentEvents } from '#core/work/history.ts'
import type { Case } from '#core/work/work-item.ts'

interface HeadToldPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly companyRules: CompanyRules
}

interface HeadTold {
  readonly row: QuestionRow
  readonly name: string
  readonly late: 'accept' | 'answer'
  readonly at: Instant
}

/** In the history of the case, once for each and for each head: staff see that it went up inside the department. */
export async function noteHeadTold(
  { work, companyRules }: HeadToldPorts,
  { row: { workId, questionId }, name, late, at }: HeadTold,
): Promise<void> {
  if (workId === null) return
  await changeWork(work, workId, (item): Change<Case, null> => {
    const question = item.kind === 'case' ? questionNamed(item, questionId) : undefined
    if (item.kind !== 'case' || !question || !isOpenQuestion(question)) return { instead: null }
    const isNoted = item.events.some(
      (event) =>
        event.is === 'department-head-told' &&
        event.questionId === questionId &&
        event.name === name &&
        (event.late ?? 'accept') === late,
    )
    if (isNoted) return { instead: null }
    const event = { is: 'department-head-told', at, by: { is: 'system' }, questionId, name } as const
    return { next: withDepartmentEvents(item, [late === 'accept' ? event : { ...event, late }], companyRules) }
  })
}
