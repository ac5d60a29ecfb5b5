/** The provider that carries mails, its rate, and the stop that all senders share. */
import type { Written } from '#app/ports/written.ts'
import type { SenderFault, SendingStop } from '#core/planning/sending-stop.ts'
import type { Instant } from '#core/time/instant.ts'

interface MailContent {
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Header names and values, printable ASCII. */
  readonly headers: Readonly<Record<string, string>>
  readonly replyTo: string | null
}

/** To a customer, for a touch. */
export interface Mail extends MailContent {
  /** The provider returns them with every event. */
  readonly campaignId: string
  readonly occurrenceId: string
  readonly customerId: string
}

export interface MailAttachment {
  /** Printable ASCII. */
  readonly fileName: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** To a member of staff: no touch, so the provider's events about it say nothing of any customer. */
export interface StaffMail extends MailContent {
  readonly attachments: readonly MailAttachment[]
}

export type DispatchResult =
  | { readonly accepted: string }
  /** Permanent: this mail can never be sent as it is. */
  | { readonly refused: string }
  /** The provider surely did not take it; try later. */
  | { readonly busy: 'throttled' | 'daily-quota' | 'transient'; readonly detail: string }
  /** The provider refuses the sender, for every customer; it surely did not take the mail. */
  | Stopped
  /** The request went out and no answer came: it may or may not have been taken. */
  | { readonly unknown: string }

/** `detail`: the provider's words, without addresses. */
export interface Stopped {
  readonly stopped: SenderFault
  readonly detail: string
}

/** The mail never left, because it got no place in the rate. */
export interface NoPlace {
  /** Why, in words. */
  readonly noPlace: string
  /** The failure itself: one failure may answer all mails that waited for a place at that moment. */
  readonly cause: unknown
}

export interface Mailer {
  send(mail: Mail): Promise<DispatchResult>
}

export interface StaffMailer {
  sendToStaff(mail: StaffMail): Promise<DispatchResult>
}

/** Why no mail can be sent to any customer, found where no mail was being sent. */
export class SenderFaultError extends Error {
  override name = 'SenderFaultError'
  readonly fault: SenderFault

  constructor(fault: SenderFault, detail: string) {
    super(detail)
    this.fault = fault
  }
}

/** What all senders share about the provider. */
export interface StopRecord {
  readonly stop: SendingStop | null
  /** When a run had one mail and got no answer for it, while there is no stop and no mail was taken since. */
  readonly doubtedAt?: Instant | undefined
  readonly version: number
}

/** The one record of a stop that all senders share. */
export interface SendingStops {
  /** The present record; version 0 when there was never one. */
  current(): Promise<StopRecord>
  /** Replaces what was stored under `version - 1`; lost otherwise. Also `written` when a retry meets its own first write. */
  put(next: StopRecord): Promise<Written>
}

/** The provider's rate, shared with every other sender. */
export interface Pace {
  /** Waits for a place; fails when places cannot be counted, with SenderFaultError when that is the sender's fault. */
  take(): Promise<void>
  /** The provider said "too fast": slows down now, and speeds up again gradually. */
  throttled(): void
}
