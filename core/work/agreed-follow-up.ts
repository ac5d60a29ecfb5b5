/** A further call that was agreed with a customer in a call: in so many working days, by the member of staff who agreed on it. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { LONGEST_FOLLOW_UP } from '#core/work/call-subject.ts'
import { opened } from '#core/work/opened.ts'
import type { Attempted, Owner } from '#core/work/work-event.ts'
import type { CallTask } from '#core/work/work-item.ts'

interface AgreedIn {
  /** Of the call. A caller who is no customer has no further call. */
  readonly customerId: string
  readonly workingDays: number
  readonly attemptId: string
  readonly event: Attempted
  readonly to: Owner
}

export const isFollowUp = (workingDays: number): boolean =>
  Number.isInteger(workingDays) && workingDays >= 1 && workingDays <= LONGEST_FOLLOW_UP

/** One of each attempt, also of one that comes again after a crash. What was said stands in its first note. */
export function agreedFollowUp(
  { workId, subject: { campaignId, occurrenceId } }: CallTask,
  { customerId, workingDays, attemptId, event: { at, by, note }, to }: AgreedIn,
  rules: CompanyRules,
): CallTask {
  return opened(
    {
      kind: 'call-task',
      // Not the id of that call: one call after another would make it longer each time.
      workId: `follow-up_${attemptId}_${customerId}`,
      customerId,
      subject: { is: 'follow-up', workId, workingDays, campaignId, occurrenceId, replyId: null },
      holds: [],
      events: [
        { is: 'opened', at, by },
        { is: 'assigned', at, by, to },
        ...(note === null ? [] : [{ is: 'noted' as const, at, by, note }]),
      ],
    } satisfies Omit<CallTask, 'dueAt' | 'version'>,
    rules,
  )
}
