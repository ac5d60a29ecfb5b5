/**
 * Stops that the API put into a queue before any function ran: a post to the link of a mail, which mail providers send for the mailbox's own
 * unsubscribe button (RFC 8058). The link proves which customer it is, and the body proves that a provider sent it. Any other post to a link may be a
 * machine's, and the API's answer leads a person on to the page (functions/queues/posted-stop.ts).
 */

import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { type StopPurposesPorts, stopPurposes } from '#app/consent/stop-purposes.ts'
import type { Events } from '#app/events.ts'
import type { LinkSeals } from '#app/ports/secrets.ts'
import { linkEvidence } from '#core/audience/consent-evidence.ts'
import { instantOf } from '#core/time/instant.ts'
import { openStopLink } from '#functions/customer/stop-link.ts'
import { type PostedStop, readPostedStop } from '#functions/queues/posted-stop.ts'
import { type RecordFailed, settleRecords } from '#functions/queues/settle-records.ts'

export interface TakeStopPorts extends StopPurposesPorts {
  readonly seals: Pick<LinkSeals, 'openLink'>
  readonly events: Events
}

export const takeStopHandler =
  ({ ports, failed }: { ports: TakeStopPorts; failed: RecordFailed }) =>
  (event: SQSEvent): Promise<SQSBatchResponse> =>
    settleRecords(event, { act: ({ body }) => takeStop(ports, readPostedStop(body)), failed })

/** A link that does not open is dropped: another try would give the same result. */
async function takeStop(ports: TakeStopPorts, { at, token, isOneClick }: PostedStop): Promise<void> {
  const now = instantOf(at)
  const link = await openStopLink(ports.seals, { token, now })
  if (typeof link === 'string') return ports.events.stopRefused({ because: link })
  const { customerId, purpose } = link
  if (!isOneClick) return ports.events.pressSuspected({ customerId, page: 'unsubscribe', because: 'unknown-form' })
  const stopped = await stopPurposes(ports, {
    customerId,
    purposes: [purpose],
    at: now,
    source: 'one-click',
    evidence: linkEvidence(token),
  })
  if (stopped === 'unknown-customer') ports.events.stopRefused({ because: 'gone' })
}
