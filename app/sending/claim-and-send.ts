/**
 * The claim protocol for one person. Claim first, then send, then record. A claim without a recorded answer is `unknown`, because the
 * provider has no idempotency token that could tell us (design: sent once, lost never).
 */
import { claimPerson } from '#app/claims/claim-person.ts'
import { type EarlierContactPorts, firstOneArrived } from '#app/claims/earlier-contact.ts'
import { giveClaimBack } from '#app/claims/give-claim-back.ts'
import type { Letters, SurveyOfLetter } from '#app/ports/letters.ts'
import type { VoucherStore } from '#app/ports/money.ts'
import type { VoucherCodes } from '#app/ports/secrets.ts'
import type { Mailer, MailResult, Pace } from '#app/ports/sending.ts'
import { issueInto, voucherFor } from '#app/sending/letter-with-voucher.ts'
import { sendPatiently, takePlace } from '#app/sending/send-patiently.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import type { TouchBuffer } from '#app/sending/touch-buffer.ts'
import type { EligibilityFacts } from '#core/audience/eligibility.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { ClassRules } from '#core/campaign/policy-pack.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { MemberOccasion } from '#core/occasion/due.ts'
import type { Touch } from '#core/planning/touch.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { SlotSearch } from '#core/time/send-slot.ts'

export interface ClaimAndSendPorts extends EarlierContactPorts {
  readonly vouchers: VoucherStore
  readonly letters: Letters
  readonly mailer: Mailer
  readonly pace: Pace
  readonly seals: VoucherCodes
}

export interface SendOrder {
  readonly facts: Omit<EligibilityFacts, 'ledger'>
  readonly customer: Customer
  readonly occasion: MemberOccasion
  readonly rules: ClassRules
  readonly words: CampaignWords
  /** The order that the letter is about; null when it is about none, or does not speak of it. */
  readonly purchase: Purchase | null
  readonly survey: SurveyOfLetter | null
  readonly ledger: Ledger
  /** When the window of the next day opens for this customer. */
  readonly nextDay: Instant
  /** Where touches of mails that the provider accepted are put. */
  readonly accepted: Pick<TouchBuffer, 'add'>
  readonly gate: Pick<SenderGate, 'shutUntil' | 'heard'>
  readonly clock: () => Instant
}

/** When the provider was busy: soon again, and at the next full minute at the earliest. */
const BUSY_MS = 2 * MINUTE_MS

/** `outdated`: nothing was claimed and nothing sent, because the customer's data has changed since the facts were read. */
export async function claimAndSend(ports: ClaimAndSendPorts, order: SendOrder): Promise<Outcome | 'outdated'> {
  const { facts, customer, clock } = order
  const { campaign, occasionKey, occurrenceId } = facts
  const { customerId } = customer
  const voucher = voucherFor(ports, { campaign, occasionKey, customerId, now: clock() })
  // Written before the claim: a letter that cannot be written takes no place in the rate from another mail.
  const first = ports.letters.write({ ...letterOf(order), voucher })
  if ('noWords' in first) return noWordsFor(ports, order, first.noWords)
  if ('problem' in first) return fail(ports, order, first.problem)

  const fault = await takePlace(ports.pace)
  // A fault that keeps one mail from a place keeps every mail from one: they wait for the sender, also while the gate is still open.
  if (fault) return stoppedUntil((await order.gate.heard(fault)) ?? plusMs(clock(), BUSY_MS))
  // While this mail waited for its place, another may have met a fault that stops all.
  const shut = order.gate.shutUntil()
  if (shut !== undefined) return stoppedUntil(shut)
  // The wait may have outlasted the window: the next run finds the next legal slot, or skips.
  if (hasEnded(facts.slot, clock())) return busyUntil(clock())
  const claim = await claimPerson(ports, order)
  if (claim === 'outdated') return claim
  if ('refused' in claim) return claim.refused
  const ready = await finishLetter(ports, { order, voucher, letter: first.letter, ledger: claim.ledger })
  if ('problem' in ready) return fail(ports, order, ready.problem)
  const result = await sendPatiently(ports, {
    to: customer.email ?? '',
    ...ready.letter,
    campaignId: campaign.id,
    occurrenceId,
    customerId,
  })
  return conclude(ports, { order, result, ledger: claim.ledger, voucher: ready.issued })
}

/** The letter with its gift. Nothing has been sent yet: if this fails, the claim is given back. */
async function finishLetter(
  ports: ClaimAndSendPorts,
  {
    order,
    voucher,
    letter,
    ledger,
  }: { order: SendOrder; ledger: Ledger } & Pick<Parameters<typeof issueInto>[1], 'voucher' | 'letter'>,
): ReturnType<typeof issueInto> {
  const { customerId } = order.customer
  const { occurrenceId } = order.facts
  const giveBack = () => giveClaimBack(ports.ledgers, { customerId, occurrenceId, claimed: ledger })
  const ready = await issueInto(ports, { voucher, letter, order: letterOf(order) }).catch(async (error: unknown) => {
    await giveBack()
    throw error
  })
  if ('problem' in ready) await giveBack()
  return ready
}

async function conclude(
  ports: ClaimAndSendPorts,
  { order, result, ledger, voucher }: { order: SendOrder; result: MailResult; ledger: Ledger; voucher: Voucher | null },
): Promise<Outcome> {
  const at = order.clock()
  const { customerId } = order.customer
  const { occurrenceId } = order.facts
  if ('accepted' in result) {
    const providerId = result.accepted
    order.accepted.add(touchOf(order, { result: 'sent', at, providerId, reason: null, voucherCode: voucher?.code ?? null }))
    await order.gate.heard(result)
    return { state: 'sent', at, providerId }
  }
  if ('unknown' in result) {
    ports.events.touchUnknown({ occurrenceId, customerId, evidence: result.unknown })
    // The customer stays claimed and is not sent to again, also when this result shuts the gate.
    await order.gate.heard(result)
    return { state: 'unknown', since: at, evidence: result.unknown }
  }
  // Started before the claim is given back: mails beside this one must not wait for that.
  const shut = order.gate.heard(result)
  await giveClaimBack(ports.ledgers, { customerId, occurrenceId, claimed: ledger })
  const until = await shut
  if ('refused' in result) return fail(ports, order, result.refused)
  if (until !== undefined) return stoppedUntil(until)
  const isQuotaGone = 'busy' in result && result.busy === 'daily-quota'
  return isQuotaGone ? { state: 'deferred', until: order.nextDay, because: 'daily-quota' } : busyUntil(at)
}

/** The letter's input without its gift. */
function letterOf({ facts, rules, words, customer, occasion, purchase, survey, clock }: SendOrder) {
  const { campaign, occurrenceId } = facts
  return { campaign, rules, words, customer, occasion, occurrenceId, purchase, survey, now: clock() }
}

/** Words come with an acceptance, within minutes after the operator acts on the alarm. */
const WORDS_MS = 5 * MINUTE_MS

/** Missing words do not fail the customer: the sender looks again as long as their window is open. */
export const waitForWords = (now: Instant): Outcome => ({
  state: 'deferred',
  until: plusMs(now, WORDS_MS),
  because: 'words-missing',
})

function noWordsFor({ events }: ClaimAndSendPorts, { facts, clock }: SendOrder, why: string): Outcome {
  const { occurrenceId, campaign } = facts
  events.wordsMissing({ occurrenceId, campaignId: campaign.id, version: null, why })
  return waitForWords(clock())
}
const stoppedUntil = (until: Instant): Outcome => ({ state: 'deferred', until, because: 'sender-stopped' })

const busyUntil = (now: Instant): Outcome => ({ state: 'deferred', until: plusMs(now, BUSY_MS), because: 'provider-busy' })

const hasEnded = (slot: SlotSearch, now: Instant) => 'slot' in slot && slot.slot.to <= now

/** Written at once and only where no touch is stored: a failure never replaces the touch of an earlier mail that did arrive. */
async function fail(ports: ClaimAndSendPorts, order: SendOrder, reason: string): Promise<Outcome> {
  const at = order.clock()
  const { occurrenceId, occasionKey, campaign } = order.facts
  const { customerId } = order.customer
  const touch = touchOf(order, { result: 'failed', at, providerId: null, reason, voucherCode: null })
  if ((await ports.touches.add(touch)) === 'lost') {
    const first = await firstOneArrived(ports, { customerId, occurrenceId, occasionKey, campaign })
    if (first) return first
  }
  ports.events.touchFailed({ occurrenceId, customerId, reason })
  return { state: 'failed', at, reason }
}

function touchOf(
  { customer, facts }: SendOrder,
  rest: Pick<Touch, 'result' | 'at' | 'providerId' | 'reason' | 'voucherCode'>,
): Touch {
  const { occurrenceId, occasionKey, campaign } = facts
  return {
    customerId: customer.customerId,
    occurrenceId,
    campaignId: campaign.id,
    occasionKey,
    channel: 'email',
    contentClass: campaign.contentClass,
    delivery: null,
    ...rest,
  }
}
