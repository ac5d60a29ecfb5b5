/**
 * The provider's later word on a touch: noted once, in any order. It settles what was unknown, and a bad one keeps us from writing again.
 * One comes for every mail, so the usual way is one cheap read and one write.
 */

import { asStored } from '#app/claims/claim-person.ts'
import { suppressAddress } from '#app/consent/suppress-address.ts'
import { withdrawConsent } from '#app/consent/withdraw-consent.ts'
import type { Events } from '#app/events.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { ConsentLog, SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { AddressHashes } from '#app/ports/secrets.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { proveTouch } from '#app/sending/prove-touch.ts'
import { watchMailHealth } from '#app/sending/watch-mail-health.ts'
import { PURPOSES } from '#core/audience/consent.ts'
import { isNotice } from '#core/audience/opt-out-notice.ts'
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
  readonly ledgers: Pick<LedgerStore, 'getMany' | 'noteStop' | 'tombstones'>
  readonly customers: CustomerStore
  readonly campaigns: CampaignStore
  readonly occurrences: OccurrenceStore
  readonly limits: MailHealth
  readonly consents: ConsentLog
  readonly suppressions: SuppressionList
  readonly seals: AddressHashes
  readonly events: Events
}

export async function recordDelivery(ports: RecordDeliveryPorts, report: DeliveryReport): Promise<void> {
  const { touches, events } = ports
  const { customerId, occurrenceId, delivery } = report
  // The event itself proves that the provider took the mail, whatever its sender came to write.
  const told = await touches.resultOf({ customerId, occurrenceId })
  const isKnown = told === 'sent' ? !(await isErased(ports, report)) : (await proveTouch(ports, report)) === 'proven'
  // Of a customer who was erased nothing is written again, however late the provider speaks.
  if (isKnown && delivery.state !== 'accepted') {
    const noted = await touches.noteDelivery({ customerId, occurrenceId, delivery })
    // Nearly every mail is delivered: its row says so, and a line of log for each would cost as much as the queue that brings it.
    if (noted === 'written' && delivery.state !== 'delivered')
      events.deliveryNoted({ occurrenceId, customerId, state: delivery.state })
  }
  if (report.trouble) await answerTrouble(ports, { report, trouble: report.trouble, isKnown })
}

/** The touch was read cheaply, and may be of a moment ago. One of very many deliveries is not worth a look (functions/queues/record-delivery.ts). */
const isErased = async ({ ledgers }: RecordDeliveryPorts, { customerId, trouble }: DeliveryReport): Promise<boolean> =>
  trouble !== null && (await asStored(ledgers, customerId)).erasedAt !== undefined

interface Troubled {
  readonly report: DeliveryReport
  readonly trouble: NonNullable<DeliveryReport['trouble']>
  /** False for a customer who was erased: only the hash of the address is kept from then on. */
  readonly isKnown: boolean
}

async function answerTrouble(ports: RecordDeliveryPorts, troubled: Troubled): Promise<void> {
  const { report, trouble, isKnown } = troubled
  const { campaignId, occurrenceId, customerId, providerId } = report
  const at = report.delivery.state === 'accepted' ? report.sentAt : report.delivery.at
  const addressHash = ports.seals.addressHash(report.address)
  const also = isKnown ? [customerId] : []
  if (trouble === 'soft-bounce') {
    if (isKnown) await giveUpAfterSoftBounces(ports, { addressHash, providerId, at, also })
    return
  }
  await suppressAddress(ports, { addressHash, reason: trouble, at, evidence: providerId, also })
  // Marking a mail as spam is the clearest way of saying "stop": every purpose.
  if (trouble === 'complaint') {
    for (const purpose of PURPOSES)
      await withdrawConsent(ports, { customerId, purpose, at, source: 'spam-complaint', evidence: providerId })
  }
  // No campaign to pause: a confirmation is what one person asked for.
  if (!isKnown || isNotice(campaignId)) return
  const kind = trouble === 'complaint' ? 'complained' : 'bounced'
  await watchMailHealth(ports, { campaignId, occurrenceId, customerId, kind, at })
}

interface SoftBounce {
  readonly addressHash: string
  readonly providerId: string
  readonly at: Instant
  readonly also: readonly string[]
}

/** A full mailbox may be emptied; one that is full time after time has been given up by its owner. */
async function giveUpAfterSoftBounces(
  ports: RecordDeliveryPorts,
  { addressHash, providerId, at, also }: SoftBounce,
): Promise<void> {
  const { suppressions, limits } = ports
  const since = plusMs(at, -limits.softBounceDays * DAY_MS)
  const count = await suppressions.noteSoftBounce({ addressHash, providerId, at, since })
  if (count < limits.softBounces) return
  const evidence = `${count} soft bounces, the last ${providerId}`
  await suppressAddress(ports, { addressHash, reason: 'soft-bounces', at, evidence, also })
}
