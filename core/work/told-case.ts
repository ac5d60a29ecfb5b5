/** The case of a complaint or a request that a customer told staff in a call. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { opened } from '#core/work/opened.ts'
import type { Attempted } from '#core/work/work-event.ts'
import type { CallTask, Case } from '#core/work/work-item.ts'

interface ToldIn {
  readonly what: 'complaint' | 'request'
  readonly attemptId: string
  readonly event: Attempted
}

/**
 * One of each attempt, also of one that comes again after a crash, and of one that finds the task ended by a colleague: what the customer said is
 * theirs. It stands in the first note.
 */
export function toldCase(
  { workId, customerId, subject }: CallTask,
  { what, attemptId, event: { at, by, note } }: ToldIn,
  rules: CompanyRules,
): Case {
  const { campaignId, occurrenceId } = subject
  return opened(
    {
      kind: 'case',
      workId: `told_${workId}_${attemptId}`,
      customerId,
      subject: { is: 'told', what, workId, replyId: null, campaignId, occurrenceId },
      holds: [],
      events: [{ is: 'opened', at, by }, ...(note === null ? [] : [{ is: 'noted' as const, at, by, note }])],
    },
    rules,
  )
}
