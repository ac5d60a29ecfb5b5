/** What happened with one customer, as the lines of their timeline: what the company did and did not do, and what the customer said and did. */
import type { ConsentRecord } from '#core/audience/consent.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { Frequency } from '#core/audience/preference.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { Touch } from '#core/planning/touch.ts'
import type { Reply } from '#core/reply/reply.ts'
import type { InvitationState } from '#core/survey/invitation-state.ts'
import type { Answer, SurveyResponse } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface TimelineLine {
  readonly occurrenceId: string
  readonly campaignId: string
  readonly date: LocalDate
  /** Null where the touch alone was read. */
  readonly outcome: Outcome | null
  readonly touch: Touch | null
}

export type PersonEvent = { readonly at: Instant } & (
  | { readonly is: 'touch'; readonly line: TimelineLine; readonly invitation: InvitationState | null }
  | { readonly is: 'answer'; readonly response: SurveyResponse; readonly answer: Answer }
  | { readonly is: 'reply'; readonly reply: Reply }
  | { readonly is: 'work'; readonly item: WorkItem; readonly event: WorkEvent }
  | { readonly is: 'purchase'; readonly purchase: Purchase }
  | { readonly is: 'delivered'; readonly purchase: Purchase }
  | { readonly is: 'redeemed'; readonly voucher: Voucher }
  | { readonly is: 'consent'; readonly record: ConsentRecord }
  | { readonly is: 'frequency'; readonly frequency: Frequency; readonly evidence: string }
  | { readonly is: 'suppression'; readonly kind: string; readonly reason: Suppression['reason'] }
  | { readonly is: 'correction'; readonly by: string }
)

/** Newest first; each kind is given oldest first. Of one moment, what came of another thing stands above it: an answer above its invitation, work above the answer. */
export const newestFirst = (events: readonly PersonEvent[]): readonly PersonEvent[] =>
  events.toReversed().toSorted((a, b) => (a.at === b.at ? ORDER.indexOf(b.is) - ORDER.indexOf(a.is) : a.at > b.at ? -1 : 1))

const ORDER = [
  'purchase',
  'delivered',
  'touch',
  'redeemed',
  'reply',
  'answer',
  'consent',
  'frequency',
  'suppression',
  'work',
  'correction',
] as const satisfies readonly PersonEvent['is'][]
