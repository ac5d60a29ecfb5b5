/** Adds decisions to a customer's consent history and brings the derived state up to date with it. */
import type { ConsentLog, CustomerStore } from '#app/ports.ts'
import { type ConsentRecord, consentState } from '#core/audience/consent.ts'

/**
 * The log first: no permission without its proof. The store keeps a later decision that it already has, so somebody who
 * unsubscribes in the middle of it stays unsubscribed. Harmless when repeated.
 */
export async function recordConsents(
  { customers, consents }: { readonly customers: CustomerStore; readonly consents: ConsentLog },
  { customerId, records }: { readonly customerId: string; readonly records: readonly ConsentRecord[] },
): Promise<void> {
  for (const record of records) await consents.append(record)
  await customers.setConsents(customerId, consentState(await consents.ofCustomer(customerId)))
}
