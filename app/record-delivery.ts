/** The provider's later word on a touch: noted once, in any order. It settles what was unknown, and a bad one keeps us from writing again. */

import type { Events } from '#app/events.ts'
import type { CampaignStore, ConsentLog, CustomerStore, Seals, SuppressionList, TouchStore } from '#app/ports.ts'
import { withdrawConsent } from '#app/withdraw-consent.ts'
import { PURPOSES } from '#core/audience/consent.ts'
import type { Delivery } from '#core/planning/touch.ts'
import type { Instant } from '#core/time/instant.ts'

export interface DeliveryReport {
  readonly campaignId: string
  readonly occurrenceId: string
  readonly customerId: string
  readonly providerId: string
  /** When the provider took the mail. */
  readonly sentAt: Instant
  readonly delivery: Delivery | { readonly state: 'accepted' }
  /** Set when the address must never be written to again. */
  readonly suppress: 'hard-bounce' | 'complaint' | null
  readonly address: string
}

export interface RecordDeliveryPorts {
  readonly touches: TouchStore
  readonly customers: CustomerStore
  readonly campaigns: CampaignStore
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
  if (report.suppress) await suppress(ports, report, report.suppress)
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

async function suppress(
  { suppressions, seals, customers, consents, events }: RecordDeliveryPorts,
  report: DeliveryReport,
  reason: 'hard-bounce' | 'complaint',
): Promise<void> {
  const at = report.delivery.state === 'accepted' ? report.sentAt : report.delivery.at
  await suppressions.add({ addressHash: seals.addressHash(report.address), reason, at, evidence: report.providerId })
  if (reason !== 'complaint') return
  // Marking a mail as spam is the clearest way of saying "stop": every purpose.
  for (const purpose of PURPOSES) {
    await withdrawConsent(
      { customers, consents, events },
      { customerId: report.customerId, purpose, at, source: 'spam-complaint', evidence: report.providerId },
    )
  }
}
