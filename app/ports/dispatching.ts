/** What carries the touches of one channel to customers. */

import type { DispatchResult, Pace, SendingStops } from '#app/ports/sending.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { TouchRules } from '#core/campaign/policy-pack.ts'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import type { ChannelId } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { MemberOccasion } from '#core/occasion/recorded-occasion.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** What a touch asks. A reminder asks its invitation's survey. See app/sending/survey-of-letter.ts. */
export interface TouchSurvey {
  readonly definition: SurveyDefinition
  /** The occurrence that the answer belongs to; a reminder leads to the first mail's. */
  readonly invitation: string
  /** The last day on which it can be answered. */
  readonly lastDay: LocalDate
}

/** One touch, with everything that it may say. */
export interface DispatchOrder {
  readonly campaign: CampaignDefinition
  readonly rules: TouchRules
  readonly customer: Customer
  readonly occasion: MemberOccasion
  readonly occurrenceId: string
  /** The words of the campaign's version; null for a channel without templates. */
  readonly words: CampaignWords | null
  /** The order that the touch is about; null when it is about none, or does not speak of it. */
  readonly purchase: Purchase | null
  readonly voucher: Voucher | null
  /** Null for a touch that asks nothing. */
  readonly survey: TouchSurvey | null
  /** The end of the hours in which the customer may be reached on the day. */
  readonly until: Instant
  readonly now: Instant
}

export interface Ready {
  readonly send: () => Promise<DispatchResult>
}

/** Ready to go out; or a problem (a missing value), which is told and never sent. `noWords`: the words have no language to write in. */
export type Prepared = Ready | { readonly problem: string } | { readonly noWords: string }

export interface Dispatcher {
  /** Makes the touch without sending it: what cannot be made must take neither a claim nor a place in the rate. */
  prepare(order: DispatchOrder): Prepared
  readonly pace: Pace
  /** The stop of this channel alone: another channel's provider may be well. */
  readonly stops: SendingStops
}

export type Dispatchers = ReadonlyMap<ChannelId, Dispatcher>
