/**
 * The word of confirmation after a "stop": the law asks for one with the time of receipt, and nothing else in it. To the address we know,
 * once for each act, claimed on the ledger before it leaves like every contact. A claim of which nobody knows more is tried once again.
 * While nothing can be sent to anybody it waits in its queue, handed over anew each time, so that it never becomes a dead letter for it.
 */

import { changeLedger } from '#app/change-ledger.ts'
import { ComeAgainError } from '#app/come-again.ts'
import type { Events } from '#app/events.ts'
import type { NoticeQueue, OptOutNotice } from '#app/listening-ports.ts'
import type {
  CustomerStore,
  LedgerStore,
  Letter,
  Mailer,
  MailResult,
  Pace,
  Seals,
  SuppressionList,
  TouchStore,
  WordsStore,
} from '#app/ports.ts'
import { sendPatiently, takePlace } from '#app/send-patiently.ts'
import { type SenderGate, type SenderGatePorts, senderGate } from '#app/sender-gate.ts'
import { noticeContact, noticeIds, OPT_OUT_NOTICE, OPT_OUT_TEMPLATE, toldLately } from '#core/audience/opt-out-notice.ts'
import { memoryOf, withContact, withoutContact } from '#core/audience/remember.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Touch } from '#core/planning/touch.ts'
import { epochMsOf, type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

/** The words of messages outside any campaign. */
export interface NoticeLetters {
  optOut(order: {
    readonly words: CampaignWords
    readonly customer: Customer
    readonly purposes: OptOutNotice['purposes']
    readonly at: Instant
    readonly now: Instant
  }): { readonly letter: Letter } | { readonly problem: string }
}

export interface SendNoticePorts extends SenderGatePorts {
  readonly customers: Pick<CustomerStore, 'get'>
  readonly suppressions: Pick<SuppressionList, 'among'>
  readonly ledgers: LedgerStore
  readonly touches: Pick<TouchStore, 'add' | 'getMany'>
  readonly letters: NoticeLetters
  readonly words: Pick<WordsStore, 'read' | 'noticeInForce'>
  /** The words of a template that came with the code; undefined when it has none. */
  readonly bundledWords: (template: string) => CampaignWords | undefined
  readonly mailer: Mailer
  readonly pace: Pace
  readonly notices: Pick<NoticeQueue, 'confirmLater'>
  readonly seals: Pick<Seals, 'addressHash'>
  readonly house: HouseRules
  readonly events: Events
}

/** nobody: the person or their address is gone; unknown: two tries, and nobody knows of either; put-off: nothing can be sent at the moment. */
export type NoticeResult = 'sent' | 'told-already' | 'nobody' | 'suppressed' | 'refused' | 'unknown' | 'put-off'

/** Tried again later: by then the provider's own word may have settled it. */
export class NoticeUnsettledError extends ComeAgainError {
  override name = 'NoticeUnsettledError'
}

/** As long as another sender may be at it, or the provider's word on its way. */
const UNDER_WAY_MS = 6 * MINUTE_MS

export async function sendNotice(ports: SendNoticePorts, notice: OptOutNotice, clock: () => Instant): Promise<NoticeResult> {
  const { customers, letters } = ports
  const { customerId } = notice
  const customer = (await customers.get(customerId))?.customer
  if (!customer || customer.email === null) return 'nobody'
  if (await isSuppressed(ports, { customerId, address: customer.email })) return 'suppressed'
  // Written before anything is claimed. What cannot be written waits among the dead letters until somebody puts the template right.
  const words = await noticeWords(ports)
  const written = letters.optOut({ words, customer, purposes: notice.purposes, at: notice.at, now: clock() })
  if ('problem' in written) throw new Error(`an opt-out confirmation could not be written: ${written.problem}`)

  const gate = senderGate(ports, clock)
  if ((await gate.look()) === 'shut') return putOff(ports, { notice, gate, clock })
  const { email: to } = customer
  return sendClaimed(ports, { notice, to, letter: written.letter, gate, clock }).finally(gate.leave)
}

interface Notice {
  readonly notice: OptOutNotice
  readonly to: string
  readonly letter: Letter
  readonly gate: SenderGate
  readonly clock: () => Instant
}

async function sendClaimed(ports: SendNoticePorts, { notice, to, letter, gate, clock }: Notice): Promise<NoticeResult> {
  const { customerId } = notice
  // Before it takes a place in the sending rate: of ten thousand stops in a minute one needs a place.
  const claim = await claimNotice(ports, { notice, now: clock() })
  if ('done' in claim) return claim.done
  const { occurrenceId } = claim
  const fault = await takePlace(ports.pace).catch(async (error: unknown) => {
    await giveClaimBack(ports, { customerId, occurrenceId })
    throw error
  })
  const result = fault ?? (await sendPatiently(ports, { to, ...letter, campaignId: OPT_OUT_NOTICE, occurrenceId, customerId }))
  await gate.heard(result)
  const done = await conclude(ports, { notice, occurrenceId, result, at: clock() })
  return done === 'put-off' ? putOff(ports, { notice, gate, clock }) : done
}

async function putOff(
  { notices }: SendNoticePorts,
  { notice, gate, clock }: Pick<Notice, 'notice' | 'gate' | 'clock'>,
): Promise<NoticeResult> {
  const now = clock()
  await notices.confirmLater(notice, epochMsOf(gate.shutUntil() ?? now) - epochMsOf(now))
  return 'put-off'
}

/** Those accepted last. The law asks for this mail, so it never waits for them: without them it goes out in the words that came with the code. */
async function noticeWords({ words, bundledWords, events }: SendNoticePorts): Promise<CampaignWords> {
  const hash = await words.noticeInForce(OPT_OUT_TEMPLATE)
  const stored = hash === undefined ? undefined : await words.read(hash)
  if (typeof stored === 'object') return stored
  if (hash !== undefined) events.noticeWordsMissing({ template: OPT_OUT_TEMPLATE, why: stored ?? 'not-stored' })
  const bundled = bundledWords(OPT_OUT_TEMPLATE)
  if (!bundled) throw new Error(`an opt-out confirmation could not be written: no template ${OPT_OUT_TEMPLATE}`)
  return bundled
}

async function isSuppressed(
  { suppressions, seals, events }: SendNoticePorts,
  { customerId, address }: { customerId: string; address: string },
): Promise<boolean> {
  const hash = seals.addressHash(address)
  const suppression = (await suppressions.among([hash])).get(hash)
  if (suppression === 'unreadable') events.suppressionUnreadable({ customerId })
  return suppression !== undefined
}

type Claim = { readonly occurrenceId: string } | { readonly done: NoticeResult }
const toldAlready = (): Claim => ({ done: 'told-already' })

async function claimNotice(
  { ledgers, touches, house, events }: SendNoticePorts,
  { notice, now }: { notice: OptOutNotice; now: Instant },
): Promise<Claim> {
  const { customerId } = notice
  const ids = noticeIds(notice)
  const [touch] = await touches.getMany(ids.map((occurrenceId) => ({ customerId, occurrenceId })))
  if (touch) return { done: touch.result === 'sent' ? 'sent' : 'refused' }

  let claim = toldAlready()
  await changeLedger(ledgers, {
    customerId,
    change: (ledger) => {
      const earlier = ledger.contacts.filter(({ occurrenceId }) => ids.includes(occurrenceId))
      if (earlier.some(({ at }) => at > plusMs(now, -UNDER_WAY_MS)))
        throw new NoticeUnsettledError(`${ids[0]} of ${customerId} was claimed a moment ago`)
      const occurrenceId = ids[earlier.length]
      if (occurrenceId === undefined) claim = { done: 'unknown' }
      else if (earlier.length === 0 && toldLately(ledger, { stop: notice, now })) claim = toldAlready()
      else {
        claim = { occurrenceId }
        return withContact({ ledger, contact: noticeContact(notice, { occurrenceId, at: now }), memory: memoryOf(house) })
      }
      return undefined
    },
  })
  if ('done' in claim && claim.done === 'unknown')
    events.touchUnknown({ occurrenceId: ids[1], customerId, evidence: 'two tries, and no word of the provider about either' })
  return claim
}

async function conclude(
  ports: SendNoticePorts,
  { notice, occurrenceId, result, at }: { notice: OptOutNotice; occurrenceId: string; result: MailResult; at: Instant },
): Promise<NoticeResult> {
  const { touches, events } = ports
  const { customerId } = notice
  if ('accepted' in result) {
    // Lost when the provider's own event was quicker: it says the same.
    await touches.add(touchOf(notice, { occurrenceId, at, result: 'sent', providerId: result.accepted, reason: null }))
    events.noticeSent({ occurrenceId, customerId })
    return 'sent'
  }
  if ('unknown' in result) throw new NoticeUnsettledError(`${occurrenceId} of ${customerId}: ${result.unknown}`)

  await giveClaimBack(ports, { customerId, occurrenceId })
  if ('stopped' in result) return 'put-off'
  if ('busy' in result) throw new NoticeUnsettledError(`${occurrenceId} of ${customerId}: the provider is busy, ${result.busy}`)
  await touches.add(touchOf(notice, { occurrenceId, at, result: 'failed', providerId: null, reason: result.refused }))
  events.touchFailed({ occurrenceId, customerId, reason: result.refused })
  return 'refused'
}

/** When the mail was surely not taken. */
const giveClaimBack = (
  { ledgers }: SendNoticePorts,
  { customerId, occurrenceId }: { customerId: string; occurrenceId: string },
): Promise<void> =>
  changeLedger(ledgers, {
    customerId,
    change: (ledger) =>
      ledger.contacts.some((contact) => contact.occurrenceId === occurrenceId) ? withoutContact(ledger, occurrenceId) : undefined,
  })

function touchOf(
  notice: OptOutNotice,
  { occurrenceId, at, ...rest }: Pick<Touch, 'occurrenceId' | 'at' | 'result' | 'providerId' | 'reason'>,
): Touch {
  return {
    ...noticeContact(notice, { occurrenceId, at }),
    ...rest,
    customerId: notice.customerId,
    campaignId: OPT_OUT_NOTICE,
    voucherCode: null,
    delivery: null,
  }
}
