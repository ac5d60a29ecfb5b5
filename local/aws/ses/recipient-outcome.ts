/** The outcome of a mail after SES took it, for one recipient, and the resulting SES events, each with its delay. */
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#core/time/instant.ts'
import type { SimulatorMailbox } from '#local/aws/ses/email-address.ts'

export type BounceType = 'Permanent' | 'Transient' | 'Undetermined'
export type DelayType = 'MailboxFull' | 'SpamDetected' | 'RecipientServerError' | 'TransientCommunicationFailure' | 'General'

export type RecipientOutcome =
  | { readonly kind: 'delivered'; readonly afterMs?: number }
  | { readonly kind: 'bounced'; readonly afterMs?: number; readonly bounceType?: BounceType; readonly bounceSubType?: string }
  /** Delivered, then marked as spam. */
  | { readonly kind: 'complained'; readonly afterMs?: number; readonly complaintAfterMs?: number }
  /** First a delay event, then the delivery when the other server is back. */
  | { readonly kind: 'delayed'; readonly delayType?: DelayType; readonly afterMs?: number; readonly deliveredAfterMs?: number }
  /** Delivered, and answered by a machine: SES reports that as a transient bounce. */
  | { readonly kind: 'out-of-office'; readonly afterMs?: number }
  /** On the account's own suppression list: accepted, never delivered. */
  | { readonly kind: 'suppressed'; readonly reason: 'BOUNCE' | 'COMPLAINT' }
  /** Delivered without an event: SES's events are best effort, and this one is missing. */
  | { readonly kind: 'silent' }

export type RecipientState = 'accepted' | 'delivered' | 'delayed' | 'bounced' | 'complained' | 'suppressed'

export type SendingEvent =
  | { readonly type: 'SEND' }
  | { readonly type: 'DELIVERY'; readonly recipient: string; readonly processingMs: number }
  | { readonly type: 'DELIVERY_DELAY'; readonly recipient: string; readonly delayType: DelayType }
  | {
      readonly type: 'BOUNCE'
      readonly recipient: string
      readonly bounceType: BounceType
      readonly bounceSubType: string
    }
  | { readonly type: 'COMPLAINT'; readonly recipient: string; readonly complaintSubType: string | null }

export interface TimedSendingEvent {
  readonly afterMs: number
  readonly sendingEvent: SendingEvent
}

const DELIVERY_MS = 3 * SECOND_MS
const COMPLAINT_MS = 10 * MINUTE_MS
const DELAY_MS = 5 * MINUTE_MS
const RECOVERY_MS = 2 * HOUR_MS
const ANSWER_MS = 2 * SECOND_MS

/** The simulator's behaviour: Amazon SES Developer Guide, "Using the mailbox simulator". */
export function simulatorOutcome(mailbox: SimulatorMailbox): RecipientOutcome {
  switch (mailbox) {
    case 'success':
      return { kind: 'delivered' }
    case 'bounce':
      return { kind: 'bounced' }
    case 'ooto':
      return { kind: 'out-of-office' }
    case 'complaint':
      return { kind: 'complained', complaintAfterMs: 5 * SECOND_MS }
    case 'suppressionlist':
      return { kind: 'bounced', bounceSubType: 'Suppressed' }
  }
}

export function sendingEventsOf(recipient: string, outcome: RecipientOutcome): readonly TimedSendingEvent[] {
  const delivery = (afterMs: number): TimedSendingEvent => ({
    afterMs,
    sendingEvent: { type: 'DELIVERY', recipient, processingMs: afterMs },
  })
  const bounce = (afterMs: number, bounceType: BounceType, bounceSubType: string): TimedSendingEvent => ({
    afterMs,
    sendingEvent: { type: 'BOUNCE', recipient, bounceType, bounceSubType },
  })
  const complaint = (afterMs: number, complaintSubType: string | null): TimedSendingEvent => ({
    afterMs,
    sendingEvent: { type: 'COMPLAINT', recipient, complaintSubType },
  })
  switch (outcome.kind) {
    case 'delivered':
      return [delivery(outcome.afterMs ?? DELIVERY_MS)]
    case 'bounced':
      return [bounce(outcome.afterMs ?? DELIVERY_MS, outcome.bounceType ?? 'Permanent', outcome.bounceSubType ?? 'General')]
    case 'complained': {
      const deliveredMs = outcome.afterMs ?? DELIVERY_MS
      return [delivery(deliveredMs), complaint(deliveredMs + (outcome.complaintAfterMs ?? COMPLAINT_MS), null)]
    }
    case 'delayed': {
      const delayedMs = outcome.afterMs ?? DELAY_MS
      const delay: SendingEvent = {
        type: 'DELIVERY_DELAY',
        recipient,
        delayType: outcome.delayType ?? 'TransientCommunicationFailure',
      }
      return [{ afterMs: delayedMs, sendingEvent: delay }, delivery(outcome.deliveredAfterMs ?? delayedMs + RECOVERY_MS)]
    }
    case 'out-of-office': {
      const deliveredMs = outcome.afterMs ?? DELIVERY_MS
      return [delivery(deliveredMs), bounce(deliveredMs + ANSWER_MS, 'Transient', 'General')]
    }
    case 'suppressed':
      return outcome.reason === 'BOUNCE'
        ? [bounce(SECOND_MS, 'Permanent', ON_ACCOUNT_LIST)]
        : [complaint(SECOND_MS, ON_ACCOUNT_LIST)]
    case 'silent':
      return []
  }
}

const ON_ACCOUNT_LIST = 'OnAccountSuppressionList'

/** How an SES event changes the recipient's state; an automatic answer leaves a delivered mail delivered. */
export function stateAfter(sendingEvent: SendingEvent): RecipientState | undefined {
  switch (sendingEvent.type) {
    case 'SEND':
      return undefined
    case 'DELIVERY':
      return 'delivered'
    case 'DELIVERY_DELAY':
      return 'delayed'
    case 'BOUNCE':
      if (sendingEvent.bounceSubType === ON_ACCOUNT_LIST) return 'suppressed'
      return sendingEvent.bounceType === 'Permanent' || sendingEvent.bounceSubType !== 'General' ? 'bounced' : undefined
    case 'COMPLAINT':
      return sendingEvent.complaintSubType === ON_ACCOUNT_LIST ? 'suppressed' : 'complained'
  }
}
