/** Closing the loop: staff call a customer who gave a low score, and a clock runs for it. A task with a clock, not a mail to a shared mailbox. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { opened } from '#core/work/opened.ts'
import type { WorkFact } from '#core/work/work-fact.ts'
import type { CallTask } from '#core/work/work-item.ts'

export interface LowScore {
  readonly customerId: string
  readonly campaignId: string
  /** Of the invitation. */
  readonly occurrenceId: string
  readonly score: number
  readonly outOf?: number | undefined
  /** The reply that gave the score, if a reply did. */
  readonly replyId: string | null
  /** What else that reply holds. */
  readonly holds?: readonly WorkFact[]
  /** When the customer gave the score. */
  readonly at: Instant
}

/** One item per invitation: the same score again, or a lower one, opens no second item, and a higher one does not close it. */
export const lowScoreItem = ({ customerId, holds = [], at, ...said }: LowScore, companyRules: CompanyRules): CallTask =>
  opened(
    {
      kind: 'call-task',
      workId: `low-score_${said.occurrenceId}_${customerId}`,
      customerId,
      subject: { is: 'low-score', ...said },
      holds: [...holds],
      events: [{ is: 'opened', at, by: { is: 'system' } }],
    },
    companyRules,
  )
