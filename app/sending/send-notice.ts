/**
 * A mail outside any campaign: the confirmation after a "stop", for which the law asks with the time of receipt and no other content, and the mails of
 * a case. It goes to the stored address, once for its id, claimed on the ledger before it leaves like every contact. A claim without a recorded answer
 * is tried once again.
 */

import { giveClaimBack } from '#app/claims/give-claim-back.ts'
import type { Events } from '#app/events.ts'
import type { Notice, NoticeQueue } from '#app/ports/notices.ts'
import type { DispatchResult, Mailer, Pace } from '#app/ports/sending.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { type CaseMailPorts, caseMailToSend, noteNotMailed } from '#app/sending/case-mail.ts'
import { type ClaimNoticePorts, claimNotice, type NoticeResult, NoticeUnsettledError } from '#app/sending/claim-notice.ts'
import { type NoticeLetters, type NoticeToSend, optOutToSend } from '#app/sending/notice-to-send.ts'
import { sendPatiently, takePlace } from '#app/sending/send-patiently.ts'
import { type SenderGate, type SenderGatePorts, senderGate } from '#app/sending/sender-gate.ts'
import { letterChannel } from '#core/channel/channel.ts'
import { type Leg, singleLeg, type Touch } from '#core/planning/touch.ts'
import { perThousandOn } from '#core/planning/touch-cost.ts'
import { epochMsOf, type Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface SendNoticePorts extends ClaimNoticePorts, Omit<SenderGatePorts, 'events'>, CaseMailPorts {
  readonly letters: NoticeLetters
  readonly touches: Pick<TouchStore, 'add' | 'getMany'>
  readonly mailer: Mailer
  readonly pace: Pace
  readonly notices: Pick<NoticeQueue, 'sendLater'>
  readonly events: Events
}

export async function sendNotice(ports: SendNoticePorts, notice: Notice, clock: () => Instant): Promise<NoticeResult> {
  const toSend = 'workId' in notice ? await caseMailToSend(ports, notice) : optOutToSend(ports, notice)
  if ('done' in toSend) return toSend.done
  const gate = senderGate(ports, clock)
  if ((await gate.look()) === 'shut') return putOff(ports, { notice, gate, clock })
  const result = await sendClaimed(ports, { notice, toSend, gate, clock }).finally(gate.leave)
  if ('workId' in notice) await noteNotMailed(ports, { notice, result, at: clock() })
  return result
}

interface Waiting {
  readonly notice: Notice
  readonly gate: SenderGate
  readonly clock: () => Instant
}

async function sendClaimed(
  ports: SendNoticePorts,
  { notice, toSend, gate, clock }: Waiting & { readonly toSend: NoticeToSend },
): Promise<NoticeResult> {
  const { customerId, campaignId } = toSend
  // Before taking a place in the sending rate: of ten thousand repeated stops in a minute only one needs a place.
  const claim = await claimNotice(ports, { notice: toSend, clock })
  if ('done' in claim) return claim.done
  const { occurrenceId, address, letter } = claim
  const fault = await takePlace(ports.pace)
  if (fault) {
    await gate.heard(fault)
    await giveClaimBack(ports.ledgers, { customerId, occurrenceId })
    if (gate.shutUntil() !== undefined) return putOff(ports, { notice, gate, clock })
    throw new NoticeUnsettledError(`${occurrenceId} of ${customerId}: ${'noPlace' in fault ? fault.noPlace : fault.detail}`)
  }
  const mail = { to: address, ...letter, campaignId, occurrenceId, customerId }
  const result = await sendPatiently(ports.pace, () => ports.mailer.send(mail))
  await gate.heard(result)
  const done = await conclude(ports, { notice: toSend, occurrenceId, result, at: clock() })
  return done === 'put-off' ? putOff(ports, { notice, gate, clock }) : done
}

async function putOff({ notices }: SendNoticePorts, { notice, gate, clock }: Waiting): Promise<NoticeResult> {
  const now = clock()
  await notices.sendLater(notice, epochMsOf(gate.shutUntil() ?? now) - epochMsOf(now))
  return 'put-off'
}

async function conclude(
  ports: SendNoticePorts,
  { notice, occurrenceId, result, at }: { notice: NoticeToSend; occurrenceId: string; result: DispatchResult; at: Instant },
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
  notice: NoticeToSend,
  { occurrenceId, at, ...rest }: Pick<Touch, 'occurrenceId' | 'at' | 'result' | 'reason'> & Pick<Leg, 'dispatchId'>,
): Touch {
  const channel = letterChannel(companyRules.channels).id
  return singleLeg({
    ...notice.contact({ occurrenceId, at, channel }),
    ...rest,
    customerId: notice.customerId,
    campaignId: notice.campaignId,
    perThousand: perThousandOn(companyRules, { channel, date: localDateAt(at, companyRules.company.zone) }),
    voucherCode: null,
    delivery: null,
  })
}
