/** All the evidence of a run in one value: the expectation, the observations on the way, and the final mailbox and rows. */

import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CaseLog } from '#local/torture/cases/case-log.ts'
import { readCases } from '#local/torture/cases/read-cases.ts'
import { claimsMade } from '#local/torture/claims-made.ts'
import type { Closings } from '#local/torture/closings.ts'
import { readBudgets, readMails, readOccurrences, readVouchers } from '#local/torture/collect-evidence.ts'
import type { CompanyUnderTest } from '#local/torture/company-under-test.ts'
import type { AgentsLog } from '#local/torture/desk/agents-log.ts'
import { readDesk } from '#local/torture/desk/read-desk.ts'
import type { Evidence, ExpectedOccurrence, GraveCase, Stop } from '#local/torture/evidence.ts'
import { campaignFacts, personFacts } from '#local/torture/expected.ts'
import type { Witness } from '#local/torture/witness.ts'
import { SENDERS_OF_A_WORKER } from '#local/torture/worker-pool.ts'
import { COMPANY_CHANGES } from '#local/torture/world/company-changes.ts'
import { CALLS_END } from '#local/torture/world/dates.ts'
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
  readonly graveCases: ReadonlyMap<string, GraveCase>
  readonly closings: Closings
  readonly seen: Witness
  readonly log: AgentsLog
  readonly caseLog: CaseLog
}

export async function gatherEvidence(run: RunSeen): Promise<Evidence> {
  const { faults, campaigns, people, expected, optedOut, graveCases, closings, seen, log } = run
  const { companyRules, servers, stores, clock } = run.company
  const mailPerThousand = companyRules.prices.prices.find(({ item }) => item === 'email')?.perThousand.amount ?? 0
  const ids = campaigns.map(({ id }) => id)
  const facts = campaigns.map((campaign) =>
    campaignFacts(campaign, { companyHours: companyRules.company.hours, mailPerThousand }),
  )
  const namedBefore = namesBefore(log)
  const byCall = new Set(facts.filter(({ calls }) => calls !== null).map(({ campaignId }) => campaignId))
  return {
    faults,
    campaigns: facts,
    expected,
    people: personFacts(people, { optedOut, graveCases, log }),
    mails: readMails(servers.mailbox),
    occurrences: await readOccurrences(stores.occurrences, { expected, campaigns: facts, namedBefore }),
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
    vouchers: (await readVouchers(servers.clients.dynamo)).map((voucher) => ({
      ...voucher,
      customerId: namedBefore(voucher.customerId),
    })),
    budgets: await readBudgets(stores.budgets, ids),
    rowsOfBefore: await readRowsOfBefore(stores, people),
    desk: {
      log,
      isOver: clock.now() >= CALLS_END,
      mismatchesRung: seen.counts().alarms['desk.mismatch'] ?? 0,
      ...(await readDesk({
        client: servers.clients.dynamo,
        mailbox: servers.mailbox,
        companyRules,
        now: clock.now(),
        stores,
        occurrenceIds: expected.filter(({ campaignId }) => byCall.has(campaignId)).map(({ occurrenceId }) => occurrenceId),
      })),
      cases: await readCases({
        clients: servers.clients,
        stores,
        log: run.caseLog,
        limit: companyRules.compensation?.limit ?? 0,
        now: clock.now(),
      }),
    },
    caps: COMPANY_CHANGES.frequencyCaps,
  }
}

/** The id that an erased customer had, from the name that replaced it. */
function namesBefore({ erasures }: AgentsLog): (name: string) => string {
  const idOf = new Map([...erasures].map(([customerId, { as }]) => [as, customerId]))
  return (name) => idOf.get(name) ?? name
}
