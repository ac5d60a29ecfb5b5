/** Adds decisions to a customer's consent history and brings the derived state up to date with it. */
import type { ConsentLog } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import { type ConsentRecord, consentState } from '#core/audience/consent.ts'

export interface RecordConsentsPorts {
  readonly customers: Pick<CustomerStore, 'setConsents'>
  readonly consents: ConsentLog
  readonly ledgers: Pick<LedgerStore, 'noteStop'>
}

/**
 * The log first: no permission without its proof. The store keeps a later decision that it already has, so a customer who unsubscribes during this
 * write stays unsubscribed. A withdrawal binds the very next mail. Harmless when repeated. The caller marks the customers who share the address: an
 * import marks a whole table at once.
 */
export async function recordConsents(
  { customers, consents, ledgers }: RecordConsentsPorts,
  { customerId, records }: { readonly customerId: string; readonly records: readonly ConsentRecord[] },
): Promise<void> {
  for (const record of records) await consents.append(record)
  await customers.setConsents(customerId, consentState(await consents.ofCustomer(customerId)))
  if (records.some(({ decision }) => decision === 'withdrawn')) await ledgers.noteStop([customerId])
}
