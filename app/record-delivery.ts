/** The provider's later word on a touch: noted once, in any order. It settles what was unknown, and a bad one keeps us from writing again. */

import type { Events } from '#app/events.ts'
import type { CampaignStore, ConsentLog, CustomerStore, OccurrenceStore, Seals, SuppressionList, TouchStore } from '#app/ports.ts'
import { watchMailHealth } from '#app/watch-mail-health.ts'
import { withdrawConsent } from '#app/withdraw-consent.ts'
import { PURPOSES } from '#core/audience/consent.ts'
import type { MailHealth } from '#core/campaign/mail-health.ts'
import type { Delivery } from '#core/planning/touch.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'

export interface DeliveryReport {
  readonly campaignId: string
  readonly occurrenceId: string
  readonly customerId: string
  readonly providerId: string
  /** When the provider took the mail. */
  readonly sentAt: Instant
  readonly delivery: Delivery | { readonly state: 'accepted' }
  /** What it says of the address: gone for good, in passing trouble, its owner calls us spam. */
  readonly trouble: 'hard-bounce' | 'soft-bounce' | 'complaint' | null
  readonly address: string
}

export interface RecordDeliveryPorts {
  readonly touches: TouchStore
  readonly customers: CustomerStore
  readonly campaigns: CampaignStore
  readonly occurrences: OccurrenceStore
  readonly limits: MailHealth
  readonly consents: ConsentLog
  readonly suppressions: SuppressionList
  readonly seals: Pick<Seals, 'addressHash'>
  readonly events: Events
}

export async function recordDelivery(ports: RecordDeliveryPorts, report: DeliveryReport): Promise<void> {
  const { touches, events } = ports
  const { customerId, occurrenceId, delivery } = report
  await settleUnknown(ports, report)
  if (delivery.state !== 'accepted' && (await touches.noteDelivery({ customerId, occurrenceId, delivery })) === 'written') {
    events.deliveryNoted({ occurrenceId, customerId, state: delivery.state })
  }
  if (report.trouble) await answerTrouble(ports, report, report.trouble)
}

/** The event itself proves that the provider took the mail: without a touch, its sender died before writing one. */
async function settleUnknown({ touches, campaigns }: RecordDeliveryPorts, report: DeliveryReport): Promise<void> {
  const { customerId, occurrenceId, campaignId } = report
  const [known] = await touches.getMany([{ customerId, occurrenceId }])
  if (known) return
  const campaign = (await campaigns.latest()).find(({ definition }) => definition.id === campaignId)?.definition
  if (!campaign) throw new Error(`a delivery event names campaign ${campaignId}, which is not stored`)
  // Lost when its sender wrote the touch in the meantime: that one says more.
  await touches.add({
    customerId,
    occurrenceId,
    campaignId,
    occasionKey: '',
    channel: 'email',
    contentClass: campaign.contentClass,
    result: 'sent',
    at: report.sentAt,
    providerId: report.providerId,
    reason: 'settled by the provider’s event',
    voucherCode: null,
    delivery: null,
  })
}

async function answerTrouble(
  ports: RecordDeliveryPorts,
  report: DeliveryReport,
  trouble: NonNullable<DeliveryReport['trouble']>,
): Promise<void> {
  const at = report.delivery.state === 'accepted' ? report.sentAt : report.delivery.at
  const addressHash = ports.seals.addressHash(report.address)
  if (trouble === 'soft-bounce') return giveUpAfterSoftBounces(ports, { addressHash, providerId: report.providerId, at })

  await ports.suppressions.add({ addressHash, reason: trouble, at, evidence: report.providerId })
  // Marking a mail as spam is the clearest way of saying "stop": every purpose.
  if (trouble === 'complaint') {
    for (const purpose of PURPOSES) {
      await withdrawConsent(ports, {
        customerId: report.customerId,
        purpose,
        at,
        source: 'spam-complaint',
        evidence: report.providerId,
      })
    }
  }
  const { campaignId, occurrenceId, customerId } = report
  await watchMailHealth(ports, {
    campaignId,
    occurrenceId,
    customerId,
    kind: trouble === 'complaint' ? 'complained' : 'bounced',
    at,
  })
}

/** A full mailbox may be emptied; one that is full time after time is nobody's any more. */
async function giveUpAfterSoftBounces(
  { suppressions, limits }: RecordDeliveryPorts,
  { addressHash, providerId, at }: { addressHash: string; providerId: string; at: Instant },
): Promise<void> {
  const count = await suppressions.noteSoftBounce({
    addressHash,
    providerId,
    at,
    since: plusMs(at, -limits.softBounceDays * DAY_MS),
  })
  if (count >= limits.softBounces)
    await suppressions.add({ addressHash, reason: 'soft-bounces', at, evidence: `${count} soft bounces, the last ${providerId}` })
}
