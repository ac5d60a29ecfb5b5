/** Adds decisions to a customer's consent history and brings the derived state up to date with it. */
import type { ConsentLog, CustomerStore } from '#app/ports.ts'
import { type ConsentRecord, consentState } from '#core/audience/consent.ts'

/**
 * The state is derived again until the log holds nothing that it has not seen: a customer may unsubscribe in the
 * middle of it, and that must not be overwritten by an older reading. Harmless when repeated.
 */
export async function recordConsents(
  { customers, consents }: { readonly customers: CustomerStore; readonly consents: ConsentLog },
  { customerId, records }: { readonly customerId: string; readonly records: readonly ConsentRecord[] },
): Promise<void> {
  for (const record of records) await consents.append(record)
  let seen = -1
  for (let log = await consents.ofCustomer(customerId); log.length !== seen; log = await consents.ofCustomer(customerId)) {
    seen = log.length
    await customers.setConsents(customerId, consentState(log))
  }
}
