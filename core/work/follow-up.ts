/** Closing the loop: staff call a customer who gave a low score, and a clock runs for it. A task with a clock, not a mail to a shared mailbox. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { rollToWorkingDay } from '#core/time/working-days.ts'
import { instantAt, localDateAt, localTimeAt } from '#core/time/zone.ts'
import { OPENED, type WorkFact, type WorkItem } from '#core/work/work-item.ts'

export interface LowScore {
  readonly customerId: string
  readonly campaignId: string
  /** Of the invitation. */
  readonly occurrenceId: string
  readonly score: number
  /** The reply that gave the score, if a reply did. */
  readonly replyId: string | null
  /** What else that reply holds. */
  readonly holds?: readonly WorkFact[]
  /** When the customer gave the score. */
  readonly at: Instant
}

/** One item per invitation: the same score again, or a lower one, opens no second item, and a higher one does not close it. */
export const lowScoreItem = (said: LowScore, companyRules: Pick<CompanyRules, 'company' | 'calendar'>): WorkItem => ({
  workId: `low-score_${said.occurrenceId}_${said.customerId}`,
  kind: 'call-task',
  reason: 'low-score',
  customerId: said.customerId,
  campaignId: said.campaignId,
  occurrenceId: said.occurrenceId,
  replyId: said.replyId,
  score: said.score,
  right: null,
  holds: [...(said.holds ?? [])],
  openedAt: said.at,
  dueAt: workingDayLater(said.at, companyRules),
  note: null,
  ...OPENED,
})

/** 24 hours later. When that is a day off, at the same time of the next working day. */
export function workingDayLater(at: Instant, { company, calendar }: Pick<CompanyRules, 'company' | 'calendar'>): Instant {
  const due = plusMs(at, DAY_MS)
  const day = localDateAt(due, company.zone)
  const worked = rollToWorkingDay(calendar, day, 'forward')
  return worked === day ? due : instantAt(worked, localTimeAt(due, company.zone), company.zone)
}
