/**
 * The claim: one conditional write on the person's ledger before any mail goes out. It records the contact, holds the caps over all
 * campaigns and makes a second attempt a no-op. It is given back (give-claim-back.ts) only when the mail was surely not taken.
 */
import type { LedgerStore } from '#app/ports/ledgers.ts'
import { type EligibilityFacts, eligibility } from '#core/audience/eligibility.ts'
import { contactOf, emptyLedger, type Ledger } from '#core/audience/ledger.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { memoryOf, withContact } from '#core/audience/remember.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'

/** How often another writer may change the ledger before this message goes back to the queue for another try. */
export const CLAIM_TRIES = 5

export class LedgerContendedError extends Error {
  name = 'LedgerContendedError'
}

interface ClaimPorts {
  readonly ledgers: LedgerStore
  readonly companyRules: CompanyRules
}

export interface ClaimOrder {
  /** The ledger in them was read before the rest: a stop that the facts do not show yet has changed it since. */
  readonly facts: EligibilityFacts
  readonly clock: () => Instant
}

/**
 * Claims, or says why not. `outdated`: another campaign's claim or a stop has changed the ledger since it was read. The sender then reads everything
 * about the customer again and applies the rules anew.
 */
export async function claimPerson(
  { ledgers, companyRules }: ClaimPorts,
  { facts, clock }: ClaimOrder,
): Promise<{ readonly ledger: Ledger } | { readonly refused: Outcome } | 'outdated'> {
  const { occurrenceId, occasionKey, campaign, ledger } = facts
  const at = clock()
  const verdict = eligibility({ ...facts, at })
  if (verdict.state !== 'planned') return { refused: verdict }
  const contact = contactOf({ campaign, occurrenceId, occasionKey, at })
  const next = withContact({ ledger, contact, memory: memoryOf(companyRules) })
  if ((await ledgers.claim(next)) === 'written') return { ledger: next }
  const stored = await asStored(ledgers, ledger.customerId)
  // The write was ours and only its answer was lost: the client's retry met its own first write. The lease on the row keeps other senders away.
  if (stored.contacts.some((known) => known.occurrenceId === occurrenceId && known.at === at)) return { ledger: stored }
  return 'outdated'
}

export const asStored = async (ledgers: Pick<LedgerStore, 'getMany'>, customerId: string): Promise<Ledger> =>
  (await ledgers.getMany([customerId]))[0] ?? emptyLedger(customerId)
