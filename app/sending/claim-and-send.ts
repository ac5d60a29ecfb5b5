/**
 * The claim protocol for one person. Claim first, then send, then record. A claim without a recorded answer is `unknown`, because the
 * provider has no idempotency token that could tell us (design: sent once, lost never).
 */
import { claimPerson } from '#app/claims/claim-person.ts'
import { type EarlierContactPorts, firstOneArrived } from '#app/claims/earlier-contact.ts'
import { giveClaimBack } from '#app/claims/give-claim-back.ts'
import type { ProvenClaimPorts } from '#app/claims/proven-claim.ts'
import type { Dispatcher, DispatchOrder } from '#app/ports/dispatching.ts'
import type { VoucherStore } from '#app/ports/money.ts'
import type { VoucherCodes } from '#app/ports/secrets.ts'
import type { DispatchResult } from '#app/ports/sending.ts'
import { sendPatiently, takePlace } from '#app/sending/send-patiently.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import type { TouchBuffer } from '#app/sending/touch-buffer.ts'
import { issueInto, voucherFor } from '#app/sending/touch-with-voucher.ts'
import type { EligibilityFacts } from '#core/audience/eligibility.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { Money } from '#core/budget/money.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import { type Leg, singleLeg, type Touch } from '#core/planning/touch.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { SlotSearch } from '#core/time/send-slot.ts'

export interface ClaimAndSendPorts extends EarlierContactPorts, Pick<ProvenClaimPorts, 'work'> {
  readonly vouchers: VoucherStore
  readonly seals: VoucherCodes
}

export interface SendOrder {
  /** The ledger in them was read before the rest: a stop that the facts do not show yet has changed it since. */
  readonly facts: EligibilityFacts
  readonly dispatcher: Dispatcher
  /** The touch without its gift. */
  readonly touch: Omit<DispatchOrder, 'voucher' | 'now'>
  /** What a thousand touches through the channel cost on the day. */
  readonly perThousand: Money | null
  /** When the window of the next day opens for this customer. */
  readonly nextDay: () => Instant
  /** Where touches that the provider accepted are put. */
  readonly accepted: Pick<TouchBuffer, 'add'>
  readonly gate: Pick<SenderGate, 'shutUntil' | 'heard'>
  readonly clock: () => Instant
}

/** When the provider was busy: soon again, and at the next full minute at the earliest. */
const BUSY_MS = 2 * MINUTE_MS

/** `outdated`: nothing was claimed and nothing sent, because the customer's data has changed since the facts were read. */
export async function claimAndSend(ports: ClaimAndSendPorts, order: SendOrder): Promise<Outcome | 'outdated'> {
  const { facts, dispatcher, clock } = order
  const { campaign, occasionKey } = facts
  const { customerId } = order.touch.customer
  const voucher = voucherFor(ports, { campaign, occasionKey, customerId, now: clock() })
  // Before the claim: a touch that cannot be made takes no place in the rate from another.
  const first = dispatcher.prepare({ ...order.touch, voucher, now: clock() })
  if ('noWords' in first) return noWordsFor(ports, order, first.noWords)
  if ('problem' in first) return fail(ports, order, first.problem)

  const fault = await takePlace(dispatcher.pace)
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
  const ready = await addGift(ports, { order, voucher, prepared: first, ledger: claim.ledger })
  if ('problem' in ready) return fail(ports, order, ready.problem)
  const result = await sendPatiently(dispatcher.pace, ready.prepared.send)
  return conclude(ports, { order, result, ledger: claim.ledger, voucher: ready.issued })
}

/** The touch with its gift. Nothing has been sent yet: if this fails, the claim is given back. */
async function addGift(
  ports: ClaimAndSendPorts,
  {
    order,
    voucher,
    prepared,
    ledger,
  }: { order: SendOrder; ledger: Ledger } & Pick<Parameters<typeof issueInto>[1], 'voucher' | 'prepared'>,
): ReturnType<typeof issueInto> {
  const { customerId } = order.touch.customer
  const { occurrenceId } = order.facts
  const giveBack = () => giveClaimBack(ports.ledgers, { customerId, occurrenceId, claimed: ledger })
  const { dispatcher, touch, clock } = order
  const ready = await issueInto(ports.vouchers, { dispatcher, voucher, prepared, order: { ...touch, now: clock() } }).catch(
    async (error: unknown) => {
      await giveBack()
      throw error
    },
  )
  if ('problem' in ready) await giveBack()
  return ready
}

async function conclude(
  ports: ClaimAndSendPorts,
  { order, result, ledger, voucher }: { order: SendOrder; result: DispatchResult; ledger: Ledger; voucher: Voucher | null },
): Promise<Outcome> {
  const at = order.clock()
  const { customerId } = order.touch.customer
  const { occurrenceId } = order.facts
  if ('accepted' in result) {
    const providerId = result.accepted
    order.accepted.add(
      touchOf(order, { result: 'sent', at, dispatchId: providerId, reason: null, voucherCode: voucher?.code ?? null }),
    )
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
  return isQuotaGone ? { state: 'deferred', until: order.nextDay(), because: 'daily-quota' } : busyUntil(at)
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
  const { customerId } = order.touch.customer
  const touch = touchOf(order, { result: 'failed', at, dispatchId: null, reason, voucherCode: null })
  if ((await ports.touches.add(touch)) === 'lost') {
    const first = await firstOneArrived(ports, { customerId, occurrenceId, occasionKey, campaign })
    if (first) return first
  }
  ports.events.touchFailed({ occurrenceId, customerId, reason })
  return { state: 'failed', at, reason }
}

function touchOf(
  { facts, touch, perThousand }: SendOrder,
  rest: Pick<Touch, 'result' | 'at' | 'reason' | 'voucherCode'> & Pick<Leg, 'dispatchId'>,
): Touch {
  const { occurrenceId, occasionKey, campaign, channel } = facts
  return singleLeg({
    customerId: touch.customer.customerId,
    occurrenceId,
    campaignId: campaign.id,
    occasionKey,
    channel: channel.id,
    contentClass: campaign.contentClass,
    delivery: null,
    perThousand,
    ...rest,
  })
}
