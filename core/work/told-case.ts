/** The case of a complaint or a request that a customer told staff in a call. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { opened } from '#core/work/opened.ts'
import type { Attempted } from '#core/work/work-event.ts'
import type { CallTask, Case } from '#core/work/work-item.ts'

/** One of each attempt: what is noted once more after a crash finds the case there. What the customer said stands in its first note. */
export function toldCase(
  { workId, customerId, subject, events }: CallTask,
  { what, event: { at, by, note } }: { readonly what: 'complaint' | 'request'; readonly event: Attempted },
  rules: CompanyRules,
): Case {
  const { campaignId, occurrenceId } = subject
  return opened(
    {
      kind: 'case',
      workId: `told_${workId}_${events.filter(({ is }) => is === 'attempted').length + 1}`,
      customerId,
      subject: { is: 'told', what, workId, replyId: null, campaignId, occurrenceId },
      holds: [],
      events: [{ is: 'opened', at, by }, ...(note === null ? [] : [{ is: 'noted' as const, at, by, note }])],
    },
    rules,
  )
}
