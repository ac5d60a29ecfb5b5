/**
 * The claim protocol for one person. Claim first: one conditional write records the contact, holds the caps over all campaigns and makes a
 * second attempt a no-op. Then send, then record. A claim without a recorded answer is `unknown`, because the provider has no idempotency
 * token that could tell us (design: sent once, lost never).
 */
import type { Events } from '#app/events.ts'
import type { LedgerStore, Letter, Letters, Mail, Mailer, MailResult, Pace, Seals, TouchStore, VoucherStore } from '#app/ports.ts'
import { longestCap, withContact, withoutContact } from '#core/audience/caps.ts'
import { type EligibilityFacts, eligibility } from '#core/audience/eligibility.ts'
import { emptyLedger, type Ledger } from '#core/audience/ledger.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import type { ClassRules } from '#core/campaign/policy-pack.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { MemberOccasion } from '#core/occasion/due.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import type { Touch } from '#core/planning/touch.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import type { SlotSearch } from '#core/time/send-slot.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface ClaimAndSendPorts {
  readonly ledgers: LedgerStore
  readonly touches: TouchStore
  readonly vouchers: VoucherStore
  readonly letters: Letters
  readonly mailer: Mailer
  readonly pace: Pace
  readonly seals: Pick<Seals, 'voucherCode'>
  readonly house: HouseRules
  readonly events: Events
}

export interface SendOrder {
  readonly facts: Omit<EligibilityFacts, 'ledger'>
  readonly customer: Customer
  readonly occasion: MemberOccasion
  readonly rules: ClassRules
  readonly ledger: Ledger
  readonly campaign: CampaignDefinition
  readonly occurrence: Occurrence
  /** When the window of the next day opens for this customer. */
  readonly nextDay: Instant
  readonly clock: () => Instant
}

/** How often two campaigns may meet at one person's ledger in the same moment before we ask the queue for another try. */
const CLAIM_TRIES = 5
/** Tries of one mail within one run of a sender. */
const SEND_TRIES = 4
/** When the provider had no time: soon again, and at the next full minute at the earliest. */
const BUSY_MS = 2 * MINUTE_MS

export class LedgerContendedError extends Error {
  name = 'LedgerContendedError'
}

export async function claimAndSend(ports: ClaimAndSendPorts, order: SendOrder): Promise<Outcome> {
  const { customer, campaign, occasion, rules, clock } = order
  const voucher = voucherFor(ports, order)
  // Written before anything is claimed: a letter that cannot be written costs nobody their place.
  const first = ports.letters.write({ campaign, rules, customer, occasion, voucher, now: clock() })
  if ('problem' in first) return fail(ports, order, first.problem)

  await ports.pace.take()
  // The wait may have outlasted the window: the next look finds the next legal slot, or says that there is none.
  if (hasEnded(order.facts.slot, clock())) return busyUntil(clock())
  const claim = await claimPerson(ports, order)
  if ('refused' in claim) return claim.refused
  const ready = await finishLetter(ports, { order, voucher, first: first.letter, ledger: claim.ledger })
  if ('problem' in ready) {
    await giveBack(ports.ledgers, claim.ledger, order.occurrence.occurrenceId)
    return fail(ports, order, ready.problem)
  }
  const { letter, issued } = ready
  const mail: Mail = {
    to: customer.email ?? '',
    ...letter,
    replyTo: ports.house.company.email,
    campaignId: campaign.id,
    occurrenceId: order.occurrence.occurrenceId,
    customerId: customer.customerId,
  }
  return conclude(ports, { order, result: await sendPatiently(ports, mail), ledger: claim.ledger, voucher: issued })
}

/** Issues the voucher and writes it into the letter. Nothing has been sent yet: should this fail, the claim is given back. */
async function finishLetter(
  ports: ClaimAndSendPorts,
  { order, voucher, first, ledger }: { order: SendOrder; voucher: Voucher | null; first: Letter; ledger: Ledger },
): Promise<{ letter: Letter; issued: Voucher | null } | { problem: string }> {
  if (!voucher) return { letter: first, issued: null }
  const { campaign, customer, occasion, rules, clock, occurrence } = order
  try {
    const issued = await ports.vouchers.issue(voucher)
    // An earlier try may have issued it on another day: the letter promises what the stored voucher holds.
    if (issued.validTo === voucher.validTo) return { letter: first, issued }
    const written = ports.letters.write({ campaign, rules, customer, occasion, voucher: issued, now: clock() })
    return 'problem' in written ? written : { letter: written.letter, issued }
  } catch (error) {
    await giveBack(ports.ledgers, ledger, occurrence.occurrenceId)
    throw error
  }
}

/** Too fast, or a passing trouble: waits for the next place and tries again a few times, the person being claimed all the while. */
async function sendPatiently({ mailer, pace }: ClaimAndSendPorts, mail: Mail): Promise<MailResult> {
  let result = await mailer.send(mail)
  for (
    let attempt = 1;
    attempt < SEND_TRIES && 'busy' in result && (result.busy === 'throttled' || result.busy === 'transient');
    attempt++
  ) {
    if (result.busy === 'throttled') pace.throttled()
    try {
      await pace.take()
    } catch {
      // Without a place nobody sends; that the provider did not take the mail is still sure.
      return result
    }
    result = await mailer.send(mail)
  }
  return result
}

/** The same code for the same person and occasion on every try. Valid from the day it is sent, in the company's zone. */
function voucherFor({ seals, house }: ClaimAndSendPorts, { campaign, customer, facts, clock }: SendOrder): Voucher | null {
  if (!campaign.gift) return null
  const key = { campaignId: campaign.id, occasionKey: facts.occasionKey, customerId: customer.customerId }
  const today = localDateAt(clock(), house.company.zone)
  return {
    ...key,
    code: seals.voucherCode(key),
    value: campaign.gift.value,
    issuedAt: clock(),
    validFrom: today,
    validTo: addDays(today, campaign.gift.validDays - 1),
    redeemedAt: null,
    redeemedBy: null,
  }
}

/** Claims, or says why not: when another campaign was quicker, the rules are asked again with the ledger as it is now. */
async function claimPerson(
  { ledgers, house }: ClaimAndSendPorts,
  { facts, ledger: first, campaign, clock }: SendOrder,
): Promise<{ ledger: Ledger } | { refused: Outcome }> {
  let ledger = first
  for (let attempt = 0; attempt < CLAIM_TRIES; attempt++) {
    const verdict = eligibility({ ...facts, ledger, at: clock() })
    if (verdict.state !== 'planned') return { refused: verdict }
    const contact = {
      occurrenceId: facts.occurrenceId,
      occasionKey: facts.occasionKey,
      channel: 'email',
      contentClass: campaign.contentClass,
      at: clock(),
    } as const
    const next = withContact({ ledger, contact, keepHours: longestCap(house) })
    if ((await ledgers.claim(next)) === 'written') return { ledger: next }
    ledger = (await ledgers.getMany([first.customerId]))[0] ?? emptyLedger(first.customerId)
    // The write was ours and only its answer was lost: the client tried again and met itself. The lease on the row keeps others away.
    if (ledger.contacts.some(({ occurrenceId, at }) => occurrenceId === contact.occurrenceId && at === contact.at))
      return { ledger }
  }
  throw new LedgerContendedError(`ledger of ${first.customerId}: lost ${CLAIM_TRIES} times`)
}

async function conclude(
  ports: ClaimAndSendPorts,
  { order, result, ledger, voucher }: { order: SendOrder; result: MailResult; ledger: Ledger; voucher: Voucher | null },
): Promise<Outcome> {
  const at = order.clock()
  const { customerId } = order.customer
  const { occurrenceId } = order.occurrence
  if ('accepted' in result) {
    const touch = touchOf(order, {
      result: 'sent',
      at,
      providerId: result.accepted,
      reason: null,
      voucherCode: voucher?.code ?? null,
    })
    // Accepted is accepted: a touch that cannot be written now is written when the provider's event comes.
    await ports.touches
      .record([touch])
      .catch((error: unknown) => ports.events.touchBroken({ occurrenceId, customerId, error: String(error) }))
    return { state: 'sent', at, providerId: result.accepted }
  }
  if ('unknown' in result) {
    ports.events.touchUnknown({ occurrenceId, customerId, evidence: result.unknown })
    return { state: 'unknown', since: at, evidence: result.unknown }
  }
  // Surely not taken: the claim is given back. Should that fail, the person stays claimed and turns up as unknown: never twice.
  await giveBack(ports.ledgers, ledger, occurrenceId)
  if ('refused' in result) return fail(ports, order, result.refused)
  return result.busy === 'daily-quota' ? { state: 'deferred', until: order.nextDay, because: 'daily-quota' } : busyUntil(at)
}

const busyUntil = (now: Instant): Outcome => ({ state: 'deferred', until: plusMs(now, BUSY_MS), because: 'provider-busy' })

const hasEnded = (slot: SlotSearch, now: Instant) => 'slot' in slot && slot.slot.to <= now

async function giveBack(ledgers: LedgerStore, claimed: Ledger, occurrenceId: string): Promise<void> {
  let ledger = claimed
  for (let attempt = 0; attempt < CLAIM_TRIES; attempt++) {
    if ((await ledgers.claim(withoutContact(ledger, occurrenceId))) === 'written') return
    ledger = (await ledgers.getMany([claimed.customerId]))[0] ?? emptyLedger(claimed.customerId)
  }
  throw new LedgerContendedError(`ledger of ${claimed.customerId}: could not give a claim back`)
}

async function fail(ports: ClaimAndSendPorts, order: SendOrder, reason: string): Promise<Outcome> {
  const at = order.clock()
  await ports.touches.record([touchOf(order, { result: 'failed', at, providerId: null, reason, voucherCode: null })])
  ports.events.touchFailed({ occurrenceId: order.occurrence.occurrenceId, customerId: order.customer.customerId, reason })
  return { state: 'failed', at, reason }
}

function touchOf(
  { customer, occurrence, campaign, facts }: SendOrder,
  rest: Pick<Touch, 'result' | 'at' | 'providerId' | 'reason' | 'voucherCode'>,
): Touch {
  return {
    customerId: customer.customerId,
    occurrenceId: occurrence.occurrenceId,
    campaignId: campaign.id,
    occasionKey: facts.occasionKey,
    channel: 'email',
    contentClass: campaign.contentClass,
    delivery: null,
    ...rest,
  }
}
