/**
 * The confirmation after a "stop": the law asks for one with the time of receipt and no other content. It goes to the stored address, once for each
 * stop, claimed on the ledger before it leaves like every contact. A claim without a recorded answer is tried once again.
 */

import { giveClaimBack } from '#app/claims/give-claim-back.ts'
import type { Events } from '#app/events.ts'
import type { NoticeQueue, OptOutNotice } from '#app/ports/notices.ts'
import type { DispatchResult, Mailer, Pace } from '#app/ports/sending.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { type ClaimNoticePorts, claimNotice, type NoticeResult, NoticeUnsettledError } from '#app/sending/claim-notice.ts'
import { sendPatiently, takePlace } from '#app/sending/send-patiently.ts'
import { type SenderGate, type SenderGatePorts, senderGate } from '#app/sending/sender-gate.ts'
import { noticeContact, OPT_OUT_NOTICE } from '#core/audience/opt-out-notice.ts'
import { letterChannel } from '#core/channel/channel.ts'
import { type Leg, singleLeg, type Touch } from '#core/planning/touch.ts'
import { perThousandOn } from '#core/planning/touch-cost.ts'
import { epochMsOf, type Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface SendNoticePorts extends ClaimNoticePorts, Omit<SenderGatePorts, 'events'> {
  readonly touches: Pick<TouchStore, 'add' | 'getMany'>
  readonly mailer: Mailer
  readonly pace: Pace
  readonly notices: Pick<NoticeQueue, 'confirmLater'>
  readonly events: Events
}

export async function sendNotice(ports: SendNoticePorts, notice: OptOutNotice, clock: () => Instant): Promise<NoticeResult> {
  const gate = senderGate(ports, clock)
  if ((await gate.look()) === 'shut') return putOff(ports, { notice, gate, clock })
  return sendClaimed(ports, { notice, gate, clock }).finally(gate.leave)
}

interface Notice {
  readonly notice: OptOutNotice
  readonly gate: SenderGate
  readonly clock: () => Instant
}

async function sendClaimed(ports: SendNoticePorts, { notice, gate, clock }: Notice): Promise<NoticeResult> {
  const { customerId } = notice
  // Before taking a place in the sending rate: of ten thousand repeated stops in a minute only one needs a place.
  const claim = await claimNotice(ports, { notice, clock })
  if ('done' in claim) return claim.done
  const { occurrenceId, address, letter } = claim
  const fault = await takePlace(ports.pace)
  if (fault) {
    await gate.heard(fault)
    await giveClaimBack(ports.ledgers, { customerId, occurrenceId })
    if (gate.shutUntil() !== undefined) return putOff(ports, { notice, gate, clock })
    throw new NoticeUnsettledError(`${occurrenceId} of ${customerId}: ${'noPlace' in fault ? fault.noPlace : fault.detail}`)
  }
  const mail = { to: address, ...letter, campaignId: OPT_OUT_NOTICE, occurrenceId, customerId }
  const result = await sendPatiently(ports.pace, () => ports.mailer.send(mail))
  await gate.heard(result)
  const done = await conclude(ports, { notice, occurrenceId, result, at: clock() })
  return done === 'put-off' ? putOff(ports, { notice, gate, clock }) : done
}

async function putOff({ notices }: SendNoticePorts, { notice, gate, clock }: Notice): Promise<NoticeResult> {
  const now = clock()
  await notices.confirmLater(notice, epochMsOf(gate.shutUntil() ?? now) - epochMsOf(now))
  return 'put-off'
}

async function conclude(
  ports: SendNoticePorts,
  { notice, occurrenceId, result, at }: { notice: OptOutNotice; occurrenceId: string; result: DispatchResult; at: Instant },
): Promise<NoticeResult> {
  const { touches, events } = ports
  const { customerId } = notice
  if ('accepted' in result) {
    // Lost when the provider's event was quicker: it holds the same.
    await touches.add(touchOf(ports, notice, { occurrenceId, at, result: 'sent', dispatchId: result.accepted, reason: null }))
    events.noticeSent({ occurrenceId, customerId })
    return 'sent'
  }
  if ('unknown' in result) throw new NoticeUnsettledError(`${occurrenceId} of ${customerId}: ${result.unknown}`)

  await giveClaimBack(ports.ledgers, { customerId, occurrenceId })
  if ('stopped' in result) return 'put-off'
  if ('busy' in result) throw new NoticeUnsettledError(`${occurrenceId} of ${customerId}: the provider is busy, ${result.busy}`)
  await touches.add(touchOf(ports, notice, { occurrenceId, at, result: 'failed', dispatchId: null, reason: result.refused }))
  events.touchFailed({ occurrenceId, customerId, reason: result.refused })
  return 'refused'
}

function touchOf(
  { companyRules }: SendNoticePorts,
  notice: OptOutNotice,
  { occurrenceId, at, ...rest }: Pick<Touch, 'occurrenceId' | 'at' | 'result' | 'reason'> & Pick<Leg, 'dispatchId'>,
): Touch {
  const channel = letterChannel(companyRules.channels).id
  return singleLeg({
    ...noticeContact(notice, { occurrenceId, at, channel }),
    ...rest,
    customerId: notice.customerId,
    campaignId: OPT_OUT_NOTICE,
    perThousand: perThousandOn(companyRules, { channel, date: localDateAt(at, companyRules.company.zone) }),
    voucherCode: null,
    delivery: null,
  })
}
