/**
 * The facts for the final verdicts on a page of recipients: the customers, the contacts in their ledgers, the suppressions of their contact points, and
 * the answers.
 */

import { doNotCallFacts } from '#app/consent/do-not-call-facts.ts'
import { type RemindedPorts, remindedInvitations } from '#app/listening/reminded-invitations.ts'
import type { DoNotCallList, SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { ContactKeys } from '#app/ports/secrets.ts'
import { type OvertakenPorts, overtakenByWork } from '#app/sending/overtaken-by-work.ts'
import type { DoNotCallFacts } from '#core/audience/do-not-call.ts'
import type { Invitation } from '#core/audience/eligibility.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { type CampaignWords, mentions } from '#core/campaign/campaign-words.ts'
import { channelOf, contactPointOf } from '#core/channel/channel.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { orderOf } from '#core/occasion/subject.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface PageFactsPorts extends RemindedPorts, OvertakenPorts {
  readonly customers: CustomerStore
  readonly ledgers: LedgerStore
  readonly suppressions: SuppressionList
  readonly doNotCall: Pick<DoNotCallList, 'inForce' | 'among'>
  readonly purchases: Pick<PurchaseStore, 'getMany'>
  readonly seals: ContactKeys
}

/** All by customer id, except suppressions, which are by contact key. */
export interface PageFacts {
  readonly people: ReadonlyMap<string, Person>
  readonly ledgers: ReadonlyMap<string, Ledger>
  readonly suppressions: ReadonlyMap<string, Suppression | 'unreadable'>
  /** Empty where the rules ask for no do-not-call list. */
  readonly doNotCall: ReadonlyMap<string, DoNotCallFacts>
  /** What a reminder is about; empty for every other campaign. */
  readonly invitations: ReadonlyMap<string, Invitation>
  /** Whose mail about a call or a case has lost its reason since it was planned. */
  readonly overtaken: ReadonlySet<string>
  /** The orders that the letters are about; empty for every letter that does not mention one. */
  readonly purchases: ReadonlyMap<string, Purchase>
}

export interface FactsAsked {
  readonly campaign: CampaignDefinition
  /** Of the occurrence. */
  readonly date: LocalDate
  readonly words: CampaignWords | undefined
  readonly page: readonly Recipient[]
}

/** Eventually consistent ledgers, at half the price: a claim on an old ledger is lost, and then the customer is read again. */
export const readFacts = (ports: PageFactsPorts, asked: FactsAsked): Promise<PageFacts> =>
  factsAfter(ports, asked, (ids) => ports.ledgers.getManyEventually(ids))

/** Everything read consistently. */
export const readFactsAgain = (ports: PageFactsPorts, asked: FactsAsked): Promise<PageFacts> =>
  factsAfter(ports, asked, (ids) => ports.ledgers.getMany(ids))

/**
 * Ledgers first, then everything that may stop a mail, consistently. A stop writes itself before it changes the ledger. So a sender that reads the
 * changed ledger reads the stop as well, and one that read the unchanged ledger loses the claim.
 */
async function factsAfter(
  ports: PageFactsPorts,
  { campaign, date, words, page }: FactsAsked,
  readLedgers: (customerIds: readonly string[]) => Promise<readonly Ledger[]>,
): Promise<PageFacts> {
  const { customers, suppressions, seals, companyRules } = ports
  const ids = page.map(({ customerId }) => customerId)
  const ledgerList = await readLedgers(ids)
  const [people, invitations, overtaken, purchases] = await Promise.all([
    customers.getMany(ids),
    remindedInvitations(ports, { campaign, people: page }),
    overtakenByWork(ports, { campaign, page }),
    ordersOf(ports, { words, page }),
  ])
  const channel = channelOf(companyRules.channels, campaign.touch.channel)
  const keys = people.flatMap(({ customer }) => {
    const point = contactPointOf(channel, customer)
    return point ? [seals.contactKey(point)] : []
  })
  return {
    people: new Map(people.map((person) => [person.customer.customerId, person])),
    ledgers: new Map(ledgerList.map((ledger) => [ledger.customerId, ledger])),
    suppressions: await suppressions.among([...new Set(keys)]),
    doNotCall: await doNotCallFacts(ports, {
      customers: people.map(({ customer }) => customer),
      contentClasses: [campaign.contentClass],
      channel: channel.id,
      date,
    }),
    invitations,
    overtaken,
    purchases,
  }
}

/** Read only for a letter that mentions the order. */
async function ordersOf(
  { purchases }: Pick<PageFactsPorts, 'purchases'>,
  { words, page }: Pick<FactsAsked, 'words' | 'page'>,
): Promise<ReadonlyMap<string, Purchase>> {
  if (!words || !mentions(words, 'purchase')) return new Map()
  const keys = page.flatMap(({ customerId, occasionKey }) => {
    const purchaseId = orderOf(occasionKey)
    return purchaseId === undefined ? [] : [{ customerId, purchaseId }]
  })
  return new Map((await purchases.getMany(keys)).map((purchase) => [purchase.customerId, purchase]))
}
