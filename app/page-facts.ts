/** What the last word on a page of recipients is spoken from: who they are, whom we contacted lately, which addresses are closed to us, and what was answered. */
import type { CustomerStore, LedgerStore, Person, Seals, SuppressionList } from '#app/ports.ts'
import { type RemindedPorts, remindedInvitations } from '#app/reminded-invitations.ts'
import type { Invitation } from '#core/audience/eligibility.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Recipient } from '#core/planning/occurrence.ts'

export interface PageFactsPorts extends RemindedPorts {
  readonly customers: CustomerStore
  readonly ledgers: LedgerStore
  readonly suppressions: SuppressionList
  readonly seals: Pick<Seals, 'addressHash'>
}

/** All by customer id, but suppressions, which are by address hash. */
export interface PageFacts {
  readonly people: ReadonlyMap<string, Person>
  readonly ledgers: ReadonlyMap<string, Ledger>
  readonly suppressions: ReadonlyMap<string, Suppression | 'unreadable'>
  /** What a reminder is about; empty for every other campaign. */
  readonly invitations: ReadonlyMap<string, Invitation>
}

export async function readFacts(
  ports: PageFactsPorts,
  { campaign, page }: { readonly campaign: CampaignDefinition; readonly page: readonly Recipient[] },
): Promise<PageFacts> {
  const { customers, ledgers, suppressions, seals } = ports
  const ids = page.map(({ customerId }) => customerId)
  const [people, ledgerList, invitations] = await Promise.all([
    customers.getMany(ids),
    ledgers.getManyLately(ids),
    remindedInvitations(ports, { campaign, people: page }),
  ])
  const hashes = people.flatMap(({ customer }) => (customer.email === null ? [] : [seals.addressHash(customer.email)]))
  return {
    people: new Map(people.map((person) => [person.customer.customerId, person])),
    ledgers: new Map(ledgerList.map((ledger) => [ledger.customerId, ledger])),
    suppressions: await suppressions.among([...new Set(hashes)]),
    invitations,
  }
}
