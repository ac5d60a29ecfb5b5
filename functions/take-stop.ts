/**
 * Stops that the API laid into a queue before any function had to run: a post to the link of a mail, as mail providers send it for the
 * mailbox's own button (RFC 8058), and as pages did that were opened before the form had an address of its own. The link proves whose it is.
 */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { Events } from '#app/events.ts'
import type { LinkSeals } from '#app/ports.ts'
import { type StopPurposesPorts, stopPurposes } from '#app/stop-purposes.ts'
import { PURPOSES } from '#core/audience/consent.ts'
import { instantOf } from '#core/time/instant.ts'
import { type PostedStop, readPostedStop } from '#functions/posted-stop.ts'
import { type RecordFailed, settleRecords } from '#functions/settle-records.ts'
import { openStopLink } from '#functions/stop-link.ts'

export interface TakeStopPorts extends StopPurposesPorts {
  readonly seals: Pick<LinkSeals, 'openLink'>
  readonly events: Events
}

export const takeStopHandler =
  ({ ports, failed }: { ports: TakeStopPorts; failed: RecordFailed }) =>
  (event: SQSEvent): Promise<SQSBatchResponse> =>
    settleRecords(event, { act: ({ body }) => takeStop(ports, readPostedStop(body)), failed })

/** A link that says nothing is done with: trying it again would not make it better. */
async function takeStop(ports: TakeStopPorts, { at, token, stopsEverything, by }: PostedStop): Promise<void> {
  const now = instantOf(at)
  const link = await openStopLink(ports.seals, { token, now })
  if (typeof link === 'string') return ports.events.stopRefused({ because: link })
  const { customerId, purpose } = link
  const stopped = await stopPurposes(ports, {
    customerId,
    purposes: stopsEverything ? PURPOSES : [purpose],
    at: now,
    source: by,
    evidence: token.slice(-16),
  })
  if (stopped === 'unknown-customer') ports.events.stopRefused({ because: 'gone' })
}
