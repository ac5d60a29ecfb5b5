/** The call of the lead or head who handed a case back down: the customer hears from them how it goes on. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { HandedBack } from '#core/work/case/case-event.ts'
import { opened } from '#core/work/opened.ts'
import type { Owner } from '#core/work/work-event.ts'
import type { CallTask, Case } from '#core/work/work-item.ts'

/** Time enough for the owner to go on first. */
const WORKING_DAYS = 1

/** The last time that it came down; undefined where it never did. */
export function lastHandedBack({ events }: Pick<Case, 'events'>): HandedBack | undefined {
  const last = events.findLast((event) => event.is === 'handed-back')
  return last?.is === 'handed-back' ? last : undefined
}

interface Handing {
  readonly customerId: string
  readonly event: HandedBack
  readonly to: Owner
}

/** One for each time that it comes down. Why it did stands in the first note. */
export function courtesyCall(item: Case, { customerId, event, to }: Handing, rules: CompanyRules): CallTask {
  const { at, by, because } = event
  const { workId, subject, events } = item
  const { campaignId, occurrenceId } = subject
  const times = events.filter(({ is }) => is === 'handed-back').length
  return opened(
    {
      kind: 'call-task',
      workId: `courtesy_${workId}_${times}`,
      customerId,
      subject: {
        is: 'follow-up',
        workId,
        after: 'hand-back',
        workingDays: WORKING_DAYS,
        campaignId,
        occurrenceId,
        replyId: null,
      },
      holds: [],
      events: [
        { is: 'opened', at, by },
        { is: 'assigned', at, by, to },
        { is: 'noted', at, by, note: because },
      ],
    } satisfies Omit<CallTask, 'dueAt' | 'version'>,
    rules,
  )
}
