/**
 * Carries out the due events of accepted mails: the recipient's state, the suppression list, and the event on the bus, at least once. An event is
 * deleted only after the bus took it.
 */
import { createHash } from 'node:crypto'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { allOrFailure } from '#local/all-or-failure.ts'
import type { AwsPlace } from '#local/aws/aws-place.ts'
import { retryBackoffMs } from '#local/aws/retry-backoff.ts'
import type { SuppressionReason } from '#local/aws/ses/configuration-set.ts'
import { simulatorMailbox } from '#local/aws/ses/email-address.ts'
import { type SendingEvent, stateAfter } from '#local/aws/ses/recipient-outcome.ts'
import { feedbackIdOf, type SesEvent, sesEvent } from '#local/aws/ses/ses-event.ts'
import type { StoredEvent } from '#local/aws/ses/ses-messages.ts'
import type { SesStore } from '#local/aws/ses/ses-store.ts'
import type { DueEngine } from '#local/clock/due-engine.ts'

export interface FiredSesEvent {
  readonly type: SendingEvent['type']
  readonly messageId: string
  readonly at: Instant
  /** How many copies went to the bus: one for each destination that asked for this type. */
  readonly published: number
  readonly outcome: 'done' | 'retrying' | 'dropped'
}

export interface SesEngine extends DueEngine {
  fireDue(now: Instant): Promise<readonly FiredSesEvent[]>
}

export interface SesEngineParts {
  readonly store: SesStore
  readonly place: AwsPlace
  readonly publish: (event: SesEvent) => Promise<void>
  /** Which reasons put an address on the account's suppression list. */
  readonly suppressedReasons: readonly SuppressionReason[]
}

export function sesEngine({ store, place, publish, suppressedReasons }: SesEngineParts): SesEngine {
  let turn: Promise<unknown> = Promise.resolve()

  /** Instant by instant; the events of one go to the bus together, in their order. */
  async function fireInTurn(now: Instant): Promise<readonly FiredSesEvent[]> {
    const fired: FiredSesEvent[] = []
    for (let due = store.earliestDue(); due !== undefined && due <= now; due = store.earliestDue()) {
      const together = store.eventsDueAt(due)
      store.transaction(() => {
        for (const event of together) if (event.failed_attempts === 0) takeEffect(event)
      })
      const published = await allOrFailure(together.map(publishCopies))
      store.transaction(() => {
        for (const [at, event] of together.entries()) fired.push(settle(event, published[at] ?? 0, now))
      })
    }
    return fired
  }

  /** Answers how many copies the bus took, or why it did not take them all. */
  async function publishCopies(event: StoredEvent): Promise<number | { readonly failure: unknown }> {
    const copies = copiesOf(event)
    try {
      for (const copy of copies) await publish(copy)
      return copies.length
    } catch (failure) {
      return { failure }
    }
  }

  function settle(event: StoredEvent, published: number | { readonly failure: unknown }, now: Instant): FiredSesEvent {
    const report = { type: event.happening.type, messageId: event.message_id, at: event.happened }
    if (typeof published === 'number') {
      store.removeEvent(event)
      return { ...report, published, outcome: 'done' }
    }
    const retryAt = plusMs(now, retryBackoffMs(event.failed_attempts + 1))
    const tooOld = retryAt > plusMs(event.happened, DAY_MS)
    console.error(`SES event ${event.event_id} was not taken by the bus${tooOld ? ' and is dropped' : ''}:`, published.failure)
    if (tooOld) store.removeEvent(event)
    else store.postponeEvent(event, retryAt)
    return { ...report, published: 0, outcome: tooOld ? 'dropped' : 'retrying' }
  }

  function takeEffect({ happening: sendingEvent, message_id: messageId, happened, event_id }: StoredEvent): void {
    const state = stateAfter(sendingEvent)
    if (sendingEvent.type === 'SEND' || state === undefined) return
    store.setRecipientState({ messageId, address: sendingEvent.recipient, state })
    const reason = suppressionReason(sendingEvent)
    if (reason === undefined || !suppressedReasons.includes(reason) || simulatorMailbox(sendingEvent.recipient)) return
    store.putSuppression({
      address: sendingEvent.recipient,
      reason,
      updated: happened,
      messageId,
      feedbackId: feedbackIdOf(event_id),
    })
  }

  function copiesOf({ happening: sendingEvent, message_id: messageId, happened, event_id }: StoredEvent): readonly SesEvent[] {
    const message = store.message(messageId)
    const configurationSet = message?.mail.configurationSet ?? null
    if (message === undefined || configurationSet === null) return []
    return store
      .eventDestinations(configurationSet)
      .filter(({ definition: { Enabled, EventBridgeDestination, MatchingEventTypes } }) =>
        Boolean(Enabled && EventBridgeDestination && MatchingEventTypes.includes(sendingEvent.type)),
      )
      .map(({ name }) =>
        sesEvent({
          id: copyId(event_id, name),
          sendingEvent,
          happenedAt: happened,
          messageId,
          acceptedAt: message.at,
          mail: message.mail,
          configurationSet,
          place,
        }),
      )
  }

  return {
    name: 'SES events',
    nextDue: () => store.earliestDue(),
    /** Calls wait for each other, so that two calls never fire the same event. */
    fireDue(now) {
      const fired = turn.then(() => fireInTurn(now))
      turn = fired.catch(() => undefined)
      return fired
    },
  }
}

/** A hard bounce or a complaint, but not a bounce that only reports an address as suppressed already. */
function suppressionReason(sendingEvent: SendingEvent): SuppressionReason | undefined {
  if (sendingEvent.type === 'BOUNCE' && sendingEvent.bounceType === 'Permanent' && sendingEvent.bounceSubType === 'General')
    return 'BOUNCE'
  return sendingEvent.type === 'COMPLAINT' && sendingEvent.complaintSubType === null ? 'COMPLAINT' : undefined
}

/** The id of one destination's copy: the same on every attempt, so that receivers can recognise a repetition. */
function copyId(eventId: string, destination: string): string {
  const hash = createHash('sha256').update(`${eventId}/${destination}`).digest('hex')
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-')
}
