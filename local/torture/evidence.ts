/** Everything that a verdict is given on, as plain values: what should have happened, from the inputs; what did, from the mailbox; what the rows say. */
import type { Outcome } from '#core/audience/outcome.ts'
import type { Balance } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { SenderWide } from '#local/torture/fault-plan.ts'

/** What a campaign promises, written down apart from the system's own reading of it. */
export interface CampaignFacts {
  readonly campaignId: string
  /** Local hours of the customer, narrowed by the company's. */
  readonly from: string
  readonly to: string
  readonly graceDays: number
  readonly needsGrant: boolean
  readonly mayWithhold: boolean
  readonly giftAmount: number
  readonly budgetLimit: number | null
  /** Mail, per thousand. */
  readonly mailPerThousand: number
}

/** Who is due for what, from a plain look at every customer. */
export interface ExpectedOccurrence {
  readonly occurrenceId: string
  readonly campaignId: string
  readonly date: LocalDate
  readonly due: ReadonlySet<string>
  /** Those due whom a stronger campaign reaches on the same day. */
  readonly mayBeOutranked: ReadonlySet<string>
}

/** When each occurrence had claimed a customer. */
export type Claims = ReadonlyMap<string, Instant>

/** A stop of any kind: when it had been stored, and what had been claimed by then of everyone it binds. */
export interface Stop {
  readonly at: Instant
  readonly claimedBefore: ReadonlyMap<string, Claims>
}

export interface PersonFacts {
  readonly customerId: string
  readonly zone: string
  readonly email: string | null
  readonly grantsAdvertising: boolean
  /** Out of everything; null when they never were. */
  readonly optedOut: Stop | null
  /** A mail to this address bounces or is marked as spam, or one to somebody who shares it. */
  readonly addressGoesBad: boolean
}

export interface MailFacts {
  readonly messageId: string
  readonly campaignId: string
  readonly occurrenceId: string
  readonly customerId: string
  readonly to: string
  readonly at: Instant
  /** The codes in its text. */
  readonly voucherCodes: readonly string[]
}

export interface OccurrenceFacts {
  readonly occurrenceId: string
  readonly state: 'open' | 'closed'
  readonly mismatch: boolean
  readonly balance: Balance | null
  readonly rows: readonly { readonly customerId: string; readonly outcome: Outcome }[]
}

/** The provider refused every mail from then to then, or was away. */
export interface Outage {
  readonly kind: SenderWide
  readonly from: Instant
  readonly to: Instant
  /** Mails that met it while senders could not know yet. */
  met: number
  /** Mails that were tried after that. */
  called: number
}

export interface Evidence {
  readonly faults: boolean
  readonly campaigns: readonly CampaignFacts[]
  readonly expected: readonly ExpectedOccurrence[]
  readonly people: ReadonlyMap<string, PersonFacts>
  readonly mails: readonly MailFacts[]
  readonly occurrences: readonly OccurrenceFacts[]
  /** People whom nobody had looked at when their date was about to be closed. */
  readonly openAtClose: readonly { readonly occurrenceId: string; readonly customerId: string }[]
  /** Since when an address was known to be bad, by address. */
  readonly knownBad: ReadonlyMap<string, Stop>
  /** What is claimed of each customer in the end: one that was given back and made anew stands with its last instant. */
  readonly claims: ReadonlyMap<string, Claims>
  /** Occurrences whose mails met the end of the provider's daily quota. */
  readonly quotaRanOut: ReadonlySet<string>
  readonly outages: readonly Outage[]
  /** So many batches are sent at once. */
  readonly senders: number
  /** Whom the provider refused for their own sake: occurrence and customer. */
  readonly refusedAlone: ReadonlySet<string>
  readonly vouchers: readonly { readonly code: string; readonly customerId: string; readonly occasionKey: string }[]
  readonly budgets: readonly {
    readonly campaignId: string
    readonly limit: number
    readonly reserved: Readonly<Record<string, number>>
    readonly settled: Readonly<Record<string, number>>
  }[]
  readonly caps: readonly { readonly max: number; readonly hours: number }[]
}
