/** A page of recipients: their facts are read together, then each is decided, claimed, sent and recorded on their own. */

import { changeLedger } from '#app/change-ledger.ts'
import { type ClaimAndSendPorts, claimAndSend } from '#app/claim-and-send.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { CustomerStore, Person, Seals, SuppressionList } from '#app/ports.ts'
import { capsFor, longestCap, withContact } from '#core/audience/caps.ts'
import { type EligibilityFacts, eligibility } from '#core/audience/eligibility.ts'
import { emptyLedger, type Ledger } from '#core/audience/ledger.ts'
import { isMember } from '#core/audience/membership.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { classRules } from '#core/campaign/house-rules.ts'
import { type Due, occasionStillDue } from '#core/occasion/due.ts'
import { isAlive, outrankedBy, type Rivals } from '#core/planning/arbitration.ts'
import type { Occurrence, Recipient } from '#core/planning/occurrence.ts'
import { slotsFor } from '#core/planning/slots-for.ts'
import { outcomeOfTouch } from '#core/planning/touch.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface SendOnePorts extends ClaimAndSendPorts {
  readonly customers: CustomerStore
  readonly suppressions: SuppressionList
  readonly seals: Pick<Seals, 'addressHash' | 'voucherCode'>
}

export interface Page {
  readonly occurrence: Occurrence
  readonly campaign: CampaignDefinition
  readonly due: Due | undefined
  readonly rivals: Rivals
  readonly page: readonly Recipient[]
  readonly paused: boolean
  readonly clock: () => Instant
}

/** Mails under way at once: SES answers in about 170 ms, so 64 make some 370 a second, above any quota a new account has; the pace holds them to theirs. */
const CONCURRENCY = 64
/** A paused campaign's touches are looked at again so much later, as long as their window is open. */
const PAUSED_MS = 15 * MINUTE_MS

export async function sendPage(ports: SendOnePorts, page: Page): Promise<ReadonlyMap<string, Outcome>> {
  const facts = await readFacts(ports, page)
  const outcomes = new Map<string, Outcome>()
  const quota: Quota = { isGone: false }
  await eachBounded(page.page, {
    limit: CONCURRENCY,
    act: async (recipient) => {
      const outcome = await sendOneSafely(ports, { page, recipient, facts, quota })
      if (outcome) outcomes.set(recipient.customerId, outcome)
    },
  })
  return outcomes
}

interface PageFacts {
  readonly people: ReadonlyMap<string, Person>
  readonly ledgers: ReadonlyMap<string, Ledger>
  readonly suppressions: ReadonlyMap<string, Suppression | 'unreadable'>
}

async function readFacts({ customers, ledgers, suppressions, seals }: SendOnePorts, { page }: Page): Promise<PageFacts> {
  const ids = page.map(({ customerId }) => customerId)
  const [people, ledgerList] = await Promise.all([customers.getMany(ids), ledgers.getMany(ids)])
  const hashes = people.flatMap(({ customer }) => (customer.email === null ? [] : [seals.addressHash(customer.email)]))
  return {
    people: new Map(people.map((person) => [person.customer.customerId, person])),
    ledgers: new Map(ledgerList.map((ledger) => [ledger.customerId, ledger])),
    suppressions: await suppressions.among([...new Set(hashes)]),
  }
}

/** The provider's quota of the day, as far as this page has seen it: once it is gone nobody needs to ask again. */
interface Quota {
  isGone: boolean
}

interface One {
  readonly page: Page
  readonly recipient: Recipient
  readonly facts: PageFacts
  readonly quota: Quota
}

/** One person's trouble is theirs alone: they stay as planned, to be looked at again, and their neighbours are written to. */
async function sendOneSafely(ports: SendOnePorts, one: One): Promise<Outcome | undefined> {
  try {
    return stillPutOff(one.recipient, await sendOne(ports, one))
  } catch (error) {
    const { customerId } = one.recipient
    ports.events.touchBroken({
      occurrenceId: one.page.occurrence.occurrenceId,
      customerId,
      error: error instanceof Error ? error.name : 'unknown error',
    })
    return undefined
  }
}

async function sendOne(ports: SendOnePorts, { page, recipient, facts, quota }: One): Promise<Outcome> {
  const { occurrence, campaign, due, rivals, paused, clock } = page
  const { house } = ports
  const { customerId, occasionKey } = recipient
  const now = clock()
  const { occurrenceId } = occurrence
  if (recipient.outcome.state === 'deferred' && recipient.outcome.because === 'resend') {
    const first = await firstOneArrived(ports, { customerId, occurrenceId })
    if (first) return first
  }
  // Before anything else: whoever may have been written to is never said to have been skipped.
  const ledger = facts.ledgers.get(customerId) ?? emptyLedger(customerId)
  const claim = ledger.contacts.find((contact) => contact.occurrenceId === occurrenceId)
  if (claim) return afterEarlierClaim(ports, { customerId, occurrenceId, claimedAt: claim.at, now })
  const person = facts.people.get(customerId)
  const customer = person?.customer
  if (!customer) return { state: 'skipped', reason: 'customer-gone' }
  const rules = classRules(house, { country: customer.country, contentClass: campaign.contentClass, date: occurrence.date })
  if (!rules) {
    ports.events.policyMissing({
      occurrenceId: occurrence.occurrenceId,
      contentClass: campaign.contentClass,
      country: customer.country,
    })
    return { state: 'skipped', reason: 'policy-missing', detail: customer.country }
  }

  const key = occasionKey.slice(campaign.id.length + 1)
  const occasion = due && occasionStillDue({ due, key, customer, company: house.company })
  const { slot, nextDay } = slotsFor({
    campaign,
    company: house.company,
    rules,
    date: occurrence.date,
    zone: customer.zone,
    now,
    graceDays: graceFor(recipient, { campaign, date: occurrence.date, zone: customer.zone }),
  })
  const suppression = customer.email === null ? undefined : facts.suppressions.get(ports.seals.addressHash(customer.email))
  if (person.consents === 'unreadable') ports.events.consentUnreadable({ customerId })
  if (suppression === 'unreadable') ports.events.suppressionUnreadable({ customerId })
  const known: Omit<EligibilityFacts, 'ledger'> = {
    campaign,
    rules,
    caps: capsFor(house.company, rules),
    occurrenceId: occurrence.occurrenceId,
    occasionKey,
    customer,
    stillDue:
      occasion !== undefined &&
      isAlive(campaign, occurrence.date) &&
      isMember({ audience: campaign.audience, customer, date: occurrence.date }),
    consents: person.consents,
    suppression,
    outrankedBy: outrankedBy({ rivals, customer, consents: person.consents, house }),
    slot,
    at: now,
  }
  const verdict = eligibility({ ...known, ledger })
  if (verdict.state !== 'planned' || !occasion || !('slot' in slot)) {
    // While paused, the reason a person sees is the pause, not the hour that went by because of it.
    return paused && verdict.state === 'skipped' && verdict.reason === 'window-passed'
      ? { state: 'skipped', reason: 'campaign-paused' }
      : verdict
  }
  if (slot.slot.from > now) return { state: 'deferred', until: slot.slot.from, because: 'outside-hours' }
  if (paused) return { state: 'deferred', until: plusMs(now, PAUSED_MS), because: 'campaign-paused' }
  if (quota.isGone) return { state: 'deferred', until: nextDay, because: 'daily-quota' }
  const outcome = await claimAndSend(ports, {
    facts: known,
    customer,
    occasion,
    rules,
    ledger,
    campaign,
    occurrence,
    nextDay,
    clock,
  })
  if (outcome.state === 'deferred' && outcome.because === 'daily-quota') quota.isGone = true
  return outcome
}

/** Claimed in an earlier try whose end nobody saw: the touch tells, or nobody knows. */
async function afterEarlierClaim(
  { touches, events }: SendOnePorts,
  { customerId, occurrenceId, claimedAt, now }: { customerId: string; occurrenceId: string; claimedAt: Instant; now: Instant },
): Promise<Outcome> {
  const [touch] = await touches.getMany([{ customerId, occurrenceId }])
  if (touch) return outcomeOfTouch(touch)
  const evidence = `claimed at ${claimedAt}, no answer of the provider recorded by ${now}`
  events.touchUnknown({ occurrenceId, customerId, evidence })
  return { state: 'unknown', since: claimedAt, evidence }
}

/**
 * Whom the provider's daily quota put off may be written to on the day they were put off to, whatever the campaign's own grace; who goes out
 * once more by a person's decision, within the hours of that day or of the next.
 */
function graceFor(
  { outcome }: Recipient,
  { campaign, date, zone }: { campaign: CampaignDefinition; date: LocalDate; zone: string },
): number {
  if (!isPutOff(outcome)) return campaign.graceDays
  const days = daysBetween(date, localDateAt(outcome.until, zone))
  return Math.max(campaign.graceDays, outcome.because === 'resend' ? days + 1 : days)
}

type PutOff = Extract<Outcome, { state: 'deferred' }>

/** Whoever was put off by the quota or by a person's decision, and must wait once more, keeps that reason, and with it the days of grace that go with it. */
const stillPutOff = ({ outcome: before }: Recipient, outcome: Outcome): Outcome =>
  isPutOff(before) && outcome.state === 'deferred' ? { ...outcome, because: before.because } : outcome

const isPutOff = (outcome: Outcome): outcome is PutOff =>
  outcome.state === 'deferred' && (outcome.because === 'daily-quota' || outcome.because === 'resend')

/** The provider's word on the first mail may come after the decision to send another: then the first one counts again, and is the only one. */
async function firstOneArrived(
  { touches, ledgers, house }: SendOnePorts,
  { customerId, occurrenceId }: { customerId: string; occurrenceId: string },
): Promise<Outcome | undefined> {
  const [touch] = await touches.getMany([{ customerId, occurrenceId }])
  if (touch?.result !== 'sent') return undefined
  const { occasionKey, channel, contentClass, at } = touch
  await changeLedger(ledgers, {
    customerId,
    change: (ledger) =>
      ledger.contacts.some((contact) => contact.occurrenceId === occurrenceId)
        ? undefined
        : withContact({
            ledger,
            contact: { occurrenceId, occasionKey, channel, contentClass, at },
            keepHours: longestCap(house),
          }),
  })
  return outcomeOfTouch(touch)
}
