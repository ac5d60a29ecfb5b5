/** The work that a customer's mail makes: staff read it and begin within the working days that its kind allows. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { addWorkingDays } from '#core/time/working-days.ts'
import { instantAt, localDateAt, localTimeAt } from '#core/time/zone.ts'
import { OPENED, type WorkFact, type WorkItem, type WorkReason } from '#core/work/work-item.ts'

export type ReplyWorkReason = Extract<WorkReason, 'complaint' | 'request' | 'unclear-reply'>

/** Working days within which staff must have begun: one for a complaint, two for any other mail. */
const WORKING_DAYS: Readonly<Record<ReplyWorkReason, number>> = { complaint: 1, request: 2, 'unclear-reply': 2 }

export interface ReplyWork {
  readonly workId: string
  readonly reason: ReplyWorkReason
  readonly customerId: string | null
  readonly campaignId: string | null
  readonly occurrenceId: string | null
  readonly replyId: string | null
  readonly score: number | null
  readonly note: string | null
  readonly holds?: readonly WorkFact[]
  readonly at: Instant
}

/** A case, due at the same hour of the last of its working days, in the company's zone. */
export function replyWork({ company, calendar }: CompanyRules, { at, holds = [], ...about }: ReplyWork): WorkItem {
  const { zone } = company
  const dueOn = addWorkingDays(calendar, localDateAt(at, zone), WORKING_DAYS[about.reason])
  return {
    ...about,
    kind: 'case',
    right: null,
    holds: [...holds],
    openedAt: at,
    dueAt: instantAt(dueOn, localTimeAt(at, zone), zone),
    ...OPENED,
  }
}
