/** All the evidence of a run in one value: the expectation, the observations on the way, and the final mailbox and rows. */

import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { claimsMade } from '#local/torture/claims-made.ts'
import type { Closings } from '#local/torture/closings.ts'
import { readBudgets, readMails, readOccurrences, readVouchers } from '#local/torture/collect-evidence.ts'
import type { CompanyUnderTest } from '#local/torture/company-under-test.ts'
import type { Evidence, ExpectedOccurrence, Stop } from '#local/torture/evidence.ts'
import { campaignFacts, personFacts } from '#local/torture/expected.ts'
import type { Witness } from '#local/torture/witness.ts'
import { SENDERS_OF_A_WORKER } from '#local/torture/worker-pool.ts'
import { COMPANY_CHANGES } from '#local/torture/world/company-changes.ts'
import type { TorturePerson } from '#local/torture/world/people.ts'
import { readRowsOfBefore } from '#local/torture/world/rows-of-before.ts'

export interface RunSeen {
  readonly faults: boolean
  readonly company: CompanyUnderTest
  readonly workers: number
  readonly campaigns: readonly CampaignDefinition[]
  readonly people: readonly TorturePerson[]
  readonly expected: readonly ExpectedOccurrence[]
  readonly optedOut: ReadonlyMap<string, Stop>
  readonly closings: Closings
  readonly seen: Witness
}

export async function gatherEvidence(run: RunSeen): Promise<Evidence> {
  const { faults, campaigns, people, expected, optedOut, closings, seen } = run
  const { companyRules, servers, stores } = run.company
  const mailPerThousand = companyRules.prices.prices.find(({ item }) => item === 'email')?.perThousand.amount ?? 0
  const ids = campaigns.map(({ id }) => id)
  return {
    faults,
    campaigns: campaigns.map((campaign) =>
      campaignFacts(campaign, { companyHours: companyRules.company.hours, mailPerThousand }),
    ),
    expected,
    people: personFacts(people, optedOut),
    mails: readMails(servers.mailbox),
    occurrences: await readOccurrences(stores.occurrences, expected),
    openAtClose: closings.open,
    knownBad: seen.knownBad,
    claims: await claimsMade(
      stores.ledgers,
      people.map(({ customer }) => customer.customerId),
    ),
    quotaRanOut: seen.quotaRanOut,
    outages: seen.outages,
    senders: run.workers * SENDERS_OF_A_WORKER,
    refusedAlone: seen.refusedAlone,
    vouchers: await readVouchers(servers.clients.dynamo),
    budgets: await readBudgets(stores.budgets, ids),
    rowsOfBefore: await readRowsOfBefore(stores, people),
    caps: COMPANY_CHANGES.frequencyCaps,
  }
}
