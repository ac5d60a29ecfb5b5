/** A customer says stop: effective at once, also for touches already planned, and kept with its evidence. */

import type { Events } from '#app/events.ts'
import type { ConsentLog, CustomerStore } from '#app/ports.ts'
import { type ConsentRecord, consentState, type Purpose, withConsent } from '#core/audience/consent.ts'
import type { Instant } from '#core/time/instant.ts'

export interface Withdrawal {
  readonly customerId: string
  readonly purpose: Purpose
  readonly at: Instant
  readonly source: string
  readonly evidence: string
}

/** Stops first (the state that senders read), then writes the log: a crash between the two may lose a line of history, never a "no". */
export async function withdrawConsent(
  { customers, consents, events }: { customers: CustomerStore; consents: ConsentLog; events: Events },
  { customerId, purpose, at, source, evidence }: Withdrawal,
): Promise<'withdrawn' | 'unknown-customer'> {
  const person = await customers.get(customerId)
  if (!person) return 'unknown-customer'
  const record: ConsentRecord = {
    customerId,
    recordId: `${source}:${purpose}:${evidence}:${at}`,
    purpose,
    channel: 'email',
    decision: 'withdrawn',
    at,
    source,
    evidence,
  }
  const logged = consentState(await consents.ofCustomer(customerId))
  // A state that cannot be read is rebuilt from the log.
  await customers.setConsents(customerId, withConsent(person.consents === 'unreadable' ? logged : person.consents, record))
  // The same "no" again adds no line; a "no" after a new "yes" does, through the same link as well.
  if (logged[`${purpose}/email`]?.decision !== 'withdrawn') await consents.append(record)
  events.optedOut({ customerId, purpose, source })
  return 'withdrawn'
}
