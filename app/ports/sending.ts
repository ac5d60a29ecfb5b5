/** The provider that carries mails, its rate, and the stop that all senders share. */
import type { Written } from '#app/ports/written.ts'
import type { SenderFault, SendingStop } from '#core/planning/sending-stop.ts'
import type { Instant } from '#core/time/instant.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Header names and values, printable ASCII. */
  readonly headers: Readonly<Record<string, string>>
  readonly replyTo: string | null
  /** Come back with every event of the provider. */
  readonly campaignId: string
  readonly occurrenceId: string
  readonly customerId: string
}

export type MailResult =
  | { readonly accepted: string }
  /** For good: this mail can never be sent as it is. */
  | { readonly refused: string }
  /** The provider surely did not take it; try later. */
  | { readonly busy: 'throttled' | 'daily-quota' | 'transient'; readonly detail: string }
  /** The provider refuses the sender, whoever the mail is for; it surely did not take it. */
  | Stopped
  /** The request went out and no answer came: it may or may not have been taken. */
  | { readonly unknown: string }

/** `detail`: the provider's words, without addresses. */
export interface Stopped {
  readonly stopped: SenderFault
  readonly detail: string
}

/** The mail never left, because no place in the rate was to be had. */
export interface NoPlace {
  /** Why, in words. */
  readonly noPlace: string
  /** The failure itself: one may be the answer to all who waited for a place at that moment. */
  readonly cause: unknown
}

export interface Mailer {
  send(mail: Mail): Promise<MailResult>
}

/** Why nothing can be sent to anybody, met where no mail was at hand. */
export class SenderFaultError extends Error {
  override name = 'SenderFaultError'
  readonly fault: SenderFault

  constructor(fault: SenderFault, detail: string) {
    super(detail)
    this.fault = fault
  }
}

/** What all senders know of the provider. */
export interface StopRecord {
  readonly stop: SendingStop | null
  /** When a run of a sender heard nothing of its only mail, while there is no stop and no mail was taken since. */
  readonly doubtedAt?: Instant | undefined
  readonly version: number
}

/** The one record of a stop that all senders share. */
export interface SendingStops {
  /** As it stands now; version 0 when there was never one. */
  current(): Promise<StopRecord>
  /** Replaces what was stored under `version - 1`; lost otherwise. Written, too, where a repetition meets its own first try. */
  put(next: StopRecord): Promise<Written>
}

/** The provider's rate, shared with every other sender. */
export interface Pace {
  /** Waits for a place; fails when places cannot be counted, with SenderFaultError when that is the sender's fault. */
  take(): Promise<void>
  /** The provider said "too fast": slower from now on, and slowly back. */
  throttled(): void
}
