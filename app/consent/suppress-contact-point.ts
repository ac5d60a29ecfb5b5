/** Suppresses a contact point: no customer who has it is contacted by it any more, the very next touch included. */
import type { SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { ContactKeys } from '#app/ports/secrets.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type ContactPoint, letterChannel } from '#core/channel/channel.ts'

export interface SuppressPorts {
  readonly suppressions: Pick<SuppressionList, 'add'>
  readonly customers: Pick<CustomerStore, 'sharing'>
  readonly ledgers: Pick<LedgerStore, 'noteStop'>
  readonly seals: ContactKeys
  readonly companyRules: Pick<CompanyRules, 'channels'>
}

interface Suppressing extends Pick<Suppression, 'reason' | 'at' | 'evidence'> {
  readonly point: ContactPoint
  /** Customers known to have the contact point, because the index of addresses may be a moment behind. */
  readonly also?: readonly string[]
}

/** The suppression first, then the ledgers of the customers who have the contact point: with that write it is stored. */
export async function suppressContactPoint(ports: SuppressPorts, { point, also = [], ...why }: Suppressing): Promise<void> {
  const { suppressions, ledgers, seals } = ports
  await suppressions.add({ contactKey: seals.contactKey(point), kind: point.kind, ...why })
  const people = await customersAt(ports, point)
  await ledgers.noteStop([...also, ...people.map(({ customer }) => customer.customerId)])
}

/**
 * Only addresses of letters have an index. Others with the same number are not found: their ledgers stay unchanged, so a claim under way about them holds; the
 * next decision about them finds the suppression.
 */
const customersAt = async ({ customers, companyRules }: SuppressPorts, { kind, value }: ContactPoint) =>
  kind === letterChannel(companyRules.channels).contactPoint.kind ? customers.sharing(value) : []
