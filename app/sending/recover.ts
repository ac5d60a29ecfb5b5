/**
 * After an earlier try that broke off: a customer with a touch is settled. A customer claimed without a touch is unknown, and never sent to again
 * blindly, unless the channel can tell for sure.
 */
import { unknownSince } from '#app/claims/earlier-contact.ts'
import { type ProvenClaimPorts, provenClaim } from '#app/claims/proven-claim.ts'
import type { Events } from '#app/events.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { Batch } from '#core/planning/occurrence.ts'
import { outcomeOfTouch } from '#core/planning/touch.ts'
import { isWaiting } from '#core/planning/unfinished.ts'
import type { Instant } from '#core/time/instant.ts'

interface RecoverPorts extends ProvenClaimPorts {
  readonly events: Pick<Events, 'touchUnknown'>
}

/** The outcomes of those who were claimed or written to; the others may still be written to. */
export async function recover(
  ports: RecoverPorts,
  { occurrenceId, recipients }: Pick<Batch, 'occurrenceId' | 'recipients'>,
  now: Instant,
): Promise<Map<string, Outcome>> {
  const { touches, ledgers, events } = ports
  const open = recipients.filter(isWaiting).map(({ customerId }) => customerId)
  const [made, claimed] = await Promise.all([
    touches.getMany(open.map((customerId) => ({ customerId, occurrenceId }))),
    ledgers.getMany(open),
  ])
  const outcomes = new Map<string, Outcome>()
  for (const { customerId, contacts } of claimed) {
    const claim = contacts.find((contact) => contact.occurrenceId === occurrenceId)
    if (!claim) continue
    const proven = await provenClaim(ports, { customerId, claim })
    if (proven !== 'given-back') outcomes.set(customerId, proven ?? unknownSince(claim.at, now))
  }
  for (const touch of made) outcomes.set(touch.customerId, outcomeOfTouch(touch))
  for (const [customerId, outcome] of outcomes)
    if (outcome.state === 'unknown') events.touchUnknown({ occurrenceId, customerId, evidence: outcome.evidence })
  return outcomes
}
