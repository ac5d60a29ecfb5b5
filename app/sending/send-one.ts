/** One due customer of a page: the final check of every rule, and the mail if all of them permit it. */

import { asStored, CLAIM_TRIES, LedgerContendedError } from '#app/claims/claim-person.ts'
import { afterEarlierClaim, firstOneArrived } from '#app/claims/earlier-contact.ts'
import { provenClaim } from '#app/claims/proven-claim.ts'
import type { Dispatcher } from '#app/ports/dispatching.ts'
import type { ContactKeys, VoucherCodes } from '#app/ports/secrets.ts'
import { type ClaimAndSendPorts, claimAndSend, waitForWords } from '#app/sending/claim-and-send.ts'
import { type PageFacts, type PageFactsPorts, readFactsAgain } from '#app/sending/page-facts.ts'
import { graceFor, windowPassed } from '#app/sending/put-off.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import { type LetterToAsk, surveyOfLetter } from '#app/sending/survey-of-letter.ts'
import type { TouchBuffer } from '#app/sending/touch-buffer.ts'
import { eligibility } from '#core/audience/eligibility.ts'
import { emptyLedger, type Ledger } from '#core/audience/ledger.ts'
import { isMember } from '#core/audience/membership.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import { channelOf, contactPointOf } from '#core/channel/channel.ts'
import { type Due, occasionStillDue } from '#core/occasion/due.ts'
import { partsOfOccasionKey } from '#core/occasion/occasion-key.ts'
import { isAlive, type Rivals } from '#core/planning/arbitration.ts'
import { factsOf } from '#core/planning/facts-of.ts'
import type { Occurrence, Recipient } from '#core/planning/occurrence.ts'
import { perThousandOn } from '#core/planning/touch-cost.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

export interface SendOnePorts extends ClaimAndSendPorts, Omit<PageFactsPorts, 'seals'> {
  readonly seals: ContactKeys & VoucherCodes
  readonly work: ClaimAndSendPorts['work'] & PageFactsPorts['work']
}

/** What is the same for every customer of a batch at one read of the campaign's state. */
export interface Sending {
  readonly occurrence: Occurrence
  readonly campaign: CampaignDefinition
  /** Undefined where the words are missing, and for a channel without templates. */
  readonly words: CampaignWords | undefined
  readonly campaignNamed: LetterToAsk['campaignNamed']
  readonly due: Due | undefined
  readonly rivals: Rivals
  readonly paused: boolean
  /** Of the campaign's channel. */
  readonly dispatcher: Dispatcher
  readonly clock: () => Instant
}

export interface One {
  readonly sending: Sending
  readonly recipient: Recipient
  readonly facts: PageFacts
  readonly quota: Quota
  readonly gate: SenderGate
  readonly accepted: Pick<TouchBuffer, 'add'>
}

/** The provider's quota of the day, as far as this page has seen it: once it is used up no other mail of the page asks again. */
export interface Quota {
  isGone: boolean
}

/** A paused campaign's touches are tried again after this time, as long as their window is open. */
const PAUSED_MS = 15 * MINUTE_MS

/**
 * The page may have been read minutes ago. A claim is conditional on the ledger's version, and every stop changes that version: after a lost claim
 * the customer is read and decided anew. Before a skip is reported the ledger is read once more, because the page's ledgers may be a moment behind: a
 * customer who may have been written to must never be reported as skipped.
 */
export async function sendOne(ports: SendOnePorts, one: One): Promise<Outcome> {
  const { sending, recipient } = one
  const first = await decideAndSend(ports, one)
  if (first !== 'outdated' && !(await mayBeOutdated(ports, { one, outcome: first }))) return first
  for (let attempt = 0; attempt < CLAIM_TRIES; attempt++) {
    const { campaign, words, occurrence } = sending
    const facts = await readFactsAgain(ports, { campaign, words, date: occurrence.date, page: [recipient] })
    const outcome = await decideAndSend(ports, { ...one, facts })
    if (outcome !== 'outdated') return outcome
  }
  throw new LedgerContendedError(`ledger of ${recipient.customerId}: lost ${CLAIM_TRIES} times`)
}

async function mayBeOutdated({ ledgers }: SendOnePorts, { one, outcome }: { one: One; outcome: Outcome }): Promise<boolean> {
  if (outcome.state !== 'skipped' && outcome.state !== 'withheld') return false
  const { customerId } = one.recipient
  return (await asStored(ledgers, customerId)).version !== ledgerIn(one.facts, customerId).version
}

const ledgerIn = ({ ledgers }: PageFacts, customerId: string): Ledger => ledgers.get(customerId) ?? emptyLedger(customerId)

async function decideAndSend(
  ports: SendOnePorts,
  { sending, recipient, facts, quota, gate, accepted }: One,
): Promise<Outcome | 'outdated'> {
  const { occurrence, campaign, words, campaignNamed, due, rivals, paused, dispatcher, clock } = sending
  const { companyRules } = ports
  const { customerId, occasionKey } = recipient
  const { occurrenceId } = occurrence
  const ledger = ledgerIn(facts, customerId)
  const now = clock()
  if (recipient.outcome.state === 'deferred' && recipient.outcome.because === 'resend') {
    const first = await firstOneArrived(ports, { customerId, occurrenceId, occasionKey, campaign })
    if (first) return first
  }
  // First of all: a customer who may have been written to gets only that outcome.
  const claim = ledger.contacts.find((contact) => contact.occurrenceId === occurrenceId)
  if (claim) {
    const proven = await provenClaim(ports, { customerId, claim })
    if (proven === 'given-back') return 'outdated'
    if (proven) return proven
  }
  if (claim) return afterEarlierClaim(ports, { customerId, occurrenceId, claimedAt: claim.at, now })
  const person = facts.people.get(customerId)
  const customer = person?.customer
  if (!customer) return { state: 'skipped', reason: 'customer-gone', erased: ledger.erasedAt !== undefined }
  const { key } = partsOfOccasionKey(occasionKey)
  const occasion = due && occasionStillDue({ due, key, customer, company: companyRules.company })
  const point = contactPointOf(channelOf(companyRules.channels, campaign.touch.channel), customer)
  const suppression = point && facts.suppressions.get(ports.seals.contactKey(point))
  const touchFacts = factsOf(
    { campaign, occurrence, due, rivals, companyRules, now },
    {
      person,
      occasionKey,
      stillDue:
        occasion !== undefined &&
        !facts.overtaken.has(customerId) &&
        isAlive(campaign, occurrence.date) &&
        isMember({ audience: campaign.audience, customer, date: occurrence.date }),
      suppression,
      doNotCall: facts.doNotCall.get(customerId),
      ledger,
      invitation: facts.invitations.get(customerId),
      grace: graceFor(recipient, { campaign, date: occurrence.date, zone: customer.zone }),
    },
  )
  if (!touchFacts) {
    ports.events.policyMissing({ occurrenceId, contentClass: campaign.contentClass, country: customer.country })
    return { state: 'skipped', reason: 'policy-missing', country: customer.country }
  }
  if (person.consents === 'unreadable') ports.events.consentUnreadable({ customerId })
  if (suppression === 'unreadable') ports.events.suppressionUnreadable({ customerId })
  const { facts: known, slots } = touchFacts
  const { slot, nextDay } = slots
  const verdict = eligibility(known)
  if (verdict.state !== 'planned' || !occasion || !('slot' in slot)) {
    return verdict.state === 'skipped' && verdict.reason === 'window-passed'
      ? windowPassed(recipient.outcome, { paused })
      : verdict
  }
  if (slot.slot.from > now) return { state: 'deferred', until: slot.slot.from, because: 'outside-hours' }
  if (paused) return { state: 'deferred', until: plusMs(now, PAUSED_MS), because: 'campaign-paused' }
  if (!words && campaign.touch.template !== undefined) return waitForWords(now)
  const shut = gate.shutUntil()
  if (shut !== undefined) return { state: 'deferred', until: shut, because: 'sender-stopped' }
  if (quota.isGone) return { state: 'deferred', until: nextDay(), because: 'daily-quota' }
  const survey = surveyOfLetter({ campaign, occurrenceId, occasion, campaignNamed })
  const purchase = facts.purchases.get(customerId) ?? null
  const { rules, channel } = known
  const outcome = await claimAndSend(ports, {
    facts: known,
    dispatcher,
    touch: { campaign, rules, customer, occasion, occurrenceId, words: words ?? null, purchase, survey, until: slot.slot.to },
    perThousand: perThousandOn(companyRules, { channel: channel.id, date: occurrence.date }),
    nextDay,
    accepted,
    gate,
    clock,
  })
  if (outcome !== 'outdated' && outcome.state === 'deferred' && outcome.because === 'daily-quota') quota.isGone = true
  return outcome
}
