/**
 * All the evidence for a verdict, as plain values: what should have happened, from the inputs; what happened, from the mailbox; what the rows say.
 */
import type { Outcome } from '#core/audience/outcome.ts'
import type { Balance } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { DeskEvidence } from '#local/torture/desk/desk-evidence.ts'
import type { SenderWide } from '#local/torture/fault-plan.ts'

/** A campaign's promises, written down apart from the system's own reading of them. */
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
  /** The price of mail, per thousand. */
  readonly mailPerThousand: number
  /** Of a campaign of calls; null where it writes mails alone. */
  readonly calls: { readonly writesToTheRest: boolean; readonly isCancelled: boolean } | null
}

/** Which customers are due for what, from a plain look at every customer. */
export interface ExpectedOccurrence {
  readonly occurrenceId: string
  readonly campaignId: string
  readonly date: LocalDate
  readonly due: ReadonlySet<string>
  /** Due customers whom a stronger campaign reaches on the same day. */
  readonly mayBeOutranked: ReadonlySet<string>
}

/** When each occurrence had claimed a customer. */
export type Claims = ReadonlyMap<string, Instant>

/** A case that keeps everything back from its customer. */
export interface GraveCase {
  /** Null while the desk has not answered that it is open. */
  readonly opened: Stop | null
  /** When staff first pressed the button that closes it; null: they never did. */
  readonly closingFrom: Instant | null
}

/** A stop of any kind: when it was stored, and what had been claimed by then of every customer it binds. */
export interface Stop {
  readonly at: Instant
  readonly claimedBefore: ReadonlyMap<string, Claims>
}

export interface PersonFacts {
  readonly customerId: string
  readonly zone: string
  readonly email: string | null
  readonly phone: string | null
  readonly grantsAdvertising: boolean
  /** From everything; null for a customer who never opted out. */
  readonly optedOut: Stop | null
  /** Null for a customer for whom torture opened no case. */
  readonly graveCase: GraveCase | null
  /** Agents noted a complaint of theirs: a second one within a month is grave. */
  readonly mayHaveComplained: boolean
  /** An agent noted that they want no more calls, or that nobody at their number does, whether the desk ever answered or not. */
  readonly mayHaveStoppedCalls: boolean
  /** The head of care has begun to erase them. */
  readonly isErased: boolean
  /** A mail to this address bounces or is marked as spam, or a mail to another customer who shares it. */
  readonly addressGoesBad: boolean
  /** Before the run began, by the version before. */
  readonly isSuppressed: boolean
}

export interface MailFacts {
  readonly messageId: string
  readonly campaignId: string
  readonly occurrenceId: string
  readonly customerId: string
  readonly to: string
  readonly at: Instant
  /** The voucher codes in its text. */
  readonly voucherCodes: readonly string[]
}

export interface OccurrenceFacts {
  readonly occurrenceId: string
  readonly state: 'open' | 'closed'
  readonly mismatch: boolean
  readonly balance: Balance | null
  /** Of an erased customer by the id that they had. onDesk: to be handed to the desk, and not written to. */
  readonly rows: readonly { readonly customerId: string; readonly outcome: Outcome; readonly onDesk: boolean }[]
}

/** From one instant to the other the provider refused every mail, or was unreachable. */
export interface Outage {
  readonly kind: SenderWide
  readonly from: Instant
  readonly to: Instant
  /** Mails that met the outage while senders could not know it yet. */
  met: number
  /** Mails tried after that. */
  called: number
}

export interface Evidence {
  readonly faults: boolean
  readonly campaigns: readonly CampaignFacts[]
  readonly expected: readonly ExpectedOccurrence[]
  readonly people: ReadonlyMap<string, PersonFacts>
  readonly mails: readonly MailFacts[]
  readonly occurrences: readonly OccurrenceFacts[]
  /** Customers whom no sender had looked at when their date was about to be closed. */
  readonly openAtClose: readonly { readonly occurrenceId: string; readonly customerId: string }[]
  /** Since when an address was known to be bad, by address. */
  readonly knownBad: ReadonlyMap<string, Stop>
  /** The claims on each customer at the end: a claim that was given back and made anew has its last instant. */
  readonly claims: ReadonlyMap<string, Claims>
  /** Occurrences whose mails met the end of the provider's daily quota. */
  readonly quotaRanOut: ReadonlySet<string>
  readonly outages: readonly Outage[]
  /** How many batches are sent at once. */
  readonly senders: number
  /** Mails that the provider refused because of their recipient: occurrence and customer. */
  readonly refusedAlone: ReadonlySet<string>
  readonly vouchers: readonly { readonly code: string; readonly customerId: string; readonly occasionKey: string }[]
  readonly budgets: readonly {
    readonly campaignId: string
    readonly limit: number
    readonly reserved: Readonly<Record<string, number>>
    readonly settled: Readonly<Record<string, number>>
  }[]
  /** Customers with rows of the version before, and of how many those rows could be read at the end. */
  readonly rowsOfBefore: { readonly written: number; readonly read: number }
  readonly desk: DeskEvidence
  readonly caps: readonly { readonly max: number; readonly hours: number }[]
}
