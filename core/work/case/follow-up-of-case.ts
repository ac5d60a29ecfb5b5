/** Staff come back to a customer some working days after a complaint was closed, by a call or a mail, as cases.json says. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { contentId } from '#core/customer/content-id.ts'
import type { Instant } from '#core/time/instant.ts'
import { addWorkingDays } from '#core/time/working-days.ts'
import { localDateAt } from '#core/time/zone.ts'
import { typeOf } from '#core/work/case/case-standing.ts'
import { withCaseEvent } from '#core/work/history.ts'
import { opened } from '#core/work/opened.ts'
import { closingOf, ownerOf } from '#core/work/standing.ts'
import type { Closed } from '#core/work/work-event.ts'
import type { CallTask, Case } from '#core/work/work-item.ts'

interface At {
  readonly rules: CompanyRules
  readonly now: Instant
}

/**
 * The closing after which the day has come; null where it has not, and where there is nothing to come back for: what is no complaint, what is open
 * again, where nothing was to be said, and a customer who did not answer.
 */
export function dueFollowUp(item: Case, { rules, now }: At): Closed | null {
  const { followUp } = rules.cases
  const closing = closingOf(item)
  if (followUp === null || !closing || item.customerId === null || typeOf(item) !== 'complaint') return null
  if (closing.contact === 'not-needed' || closing.because === 'no-answer') return null
  const day = addWorkingDays(rules.calendar, closing.on, followUp.workingDays)
  return day <= localDateAt(now, rules.company.zone) ? closing : null
}

/** One of each closing: due so many working days after it, on the desk of the case's owner. */
export function followUpCall(
  item: Case,
  { closing, customerId }: { readonly closing: Closed; readonly customerId: string },
  rules: CompanyRules,
): CallTask {
  const { workId, subject } = item
  const workingDays = rules.cases.followUp?.workingDays ?? 1
  const to = ownerOf(item)
  return opened(
    {
      kind: 'call-task',
      workId: `follow-up_${contentId(`${workId} ${closing.at}`)}_${customerId}`,
      customerId,
      subject: {
        is: 'follow-up',
        workId,
        workingDays,
        campaignId: subject.campaignId,
        occurrenceId: subject.occurrenceId,
        replyId: null,
      },
      holds: [],
      events: [
        { is: 'opened', at: closing.at, by: { is: 'system' } },
        ...(to.is === 'everybody' ? [] : [{ is: 'assigned' as const, at: closing.at, by: { is: 'system' as const }, to }]),
      ],
    } satisfies Omit<CallTask, 'dueAt' | 'version'>,
    rules,
  )
}

/** The mail of that day, once for each closing; `next` is null where it stands in the case already, and null alone where none is due. */
export function withFollowUpMail(item: Case, at: At): { readonly mailId: string; readonly next: Case | null } | null {
  const closing = dueFollowUp(item, at)
  if (closing === null) return null
  const mailId = contentId(`follow-up ${item.workId} ${closing.at}`)
  if (item.events.some((event) => event.is === 'followed-up' && event.mailId === mailId)) return { mailId, next: null }
  const next = withCaseEvent(item, { is: 'followed-up', at: at.now, by: { is: 'system' }, mailId }, at.rules)
  return next === 'full' ? null : { mailId, next }
}
