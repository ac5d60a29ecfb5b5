/**
 * The provider's event about a touch: noted once, in any order. It settles an unknown outcome, and a bad one suppresses the address. One event comes
 * for every mail, so the usual path is one cheap read and one write.
 */

import { asStored } from '#app/claims/claim-person.ts'
import { suppressContactPoint } from '#app/consent/suppress-contact-point.ts'
import { withdrawConsent } from '#app/consent/withdraw-consent.ts'
import type { Events } from '#app/events.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { ConsentLog, SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { ContactKeys } from '#app/ports/secrets.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { proveTouch } from '#app/sending/prove-touch.ts'
import { watchMailHealth } from '#app/sending/watch-mail-health.ts'
import { PURPOSES } from '#core/audience/consent.ts'
import { isNotice } from '#core/audience/notice.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type ChannelId, type ContactPoint, channelOf } from '#core/channel/channel.ts'
import type { Delivery } from '#core/planning/touch.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'

export interface DeliveryReport {
  /** Whose provider reports. */
  readonly channel: ChannelId
  readonly campaignId: string
  readonly occurrenceId: string
  readonly customerId: string
  readonly providerId: string
  /** When the provider took the mail. */
  readonly sentAt: Instant
  readonly delivery: Delivery | { readonly state: 'accepted' }
  /** What the event says of the address: permanently undeliverable, temporarily undeliverable, or a spam complaint. */
  readonly trouble: 'hard-bounce' | 'soft-bounce' | 'complaint' | null
  readonly address: string
}

export interface RecordDeliveryPorts {
  readonly touches: TouchStore
  readonly ledgers: Pick<LedgerStore, 'getMany' | 'noteStop' | 'tombstones'>
  readonly customers: CustomerStore
  readonly campaigns: CampaignStore
  readonly occurrences: OccurrenceStore
  readonly companyRules: CompanyRules
  readonly consents: ConsentLog
  readonly suppressions: SuppressionList
  readonly seals: ContactKeys
  readonly events: Events
}

export async function recordDelivery(ports: RecordDeliveryPorts, report: DeliveryReport): Promise<void> {
  const { touches, events } = ports
  const { customerId, occurrenceId, delivery } = report
  // The event itself proves that the provider took the mail, whatever the sender recorded.
  const told = await touches.resultOf({ customerId, occurrenceId })
  const isKnown = told === 'sent' ? !(await isErased(ports, report)) : (await proveTouch(ports, report)) === 'proven'
  // About an erased customer nothing is written again, however late the event comes.
  if (isKnown && delivery.state !== 'accepted') {
    const noted = await touches.noteDelivery({ customerId, occurrenceId, delivery })
    // Nearly every mail is delivered: its row says so, and a log line for each would cost as much as the queue that brings it.
    if (noted === 'written' && delivery.state !== 'delivered')
      events.deliveryNoted({ occurrenceId, customerId, state: delivery.state })
  }
  if (report.trouble) await answerTrouble(ports, { report, trouble: report.trouble, isKnown })
}

/**
 * The touch was read eventually consistently and may be outdated. One of very many deliveries is not worth a second read
 * (functions/queues/record-delivery.ts).
 */
const isErased = async ({ ledgers }: RecordDeliveryPorts, { customerId, trouble }: DeliveryReport): Promise<boolean> =>
  trouble !== null && (await asStored(ledgers, customerId)).erasedAt !== undefined

interface Troubled {
  readonly report: DeliveryReport
  readonly trouble: NonNullable<DeliveryReport['trouble']>
  /** False for an erased customer: only the hash of the address is kept from then on. */
  readonly isKnown: boolean
}

async function answerTrouble(ports: RecordDeliveryPorts, troubled: Troubled): Promise<void> {
  const { report, trouble, isKnown } = troubled
  const { channel, campaignId, occurrenceId, customerId, providerId } = report
  const at = report.delivery.state === 'accepted' ? report.sentAt : report.delivery.at
  const { contactPoint } = channelOf(ports.companyRules.channels, channel)
  const point = { kind: contactPoint.kind, value: report.address }
  const also = isKnown ? [customerId] : []
  if (trouble === 'soft-bounce') {
    if (isKnown) await giveUpAfterSoftBounces(ports, { point, providerId, at, also })
    return
  }
  await suppressContactPoint(ports, { point, reason: trouble, at, evidence: providerId, also })
  // A spam complaint is the clearest "stop": it withdraws every purpose.
  if (trouble === 'complaint') {
    for (const purpose of PURPOSES)
      await withdrawConsent(ports, { customerId, purpose, channel, at, source: 'spam-complaint', evidence: providerId })
  }
  // No campaign to pause: a confirmation answers one customer's request.
  if (!isKnown || isNotice(campaignId)) return
  const kind = trouble === 'complaint' ? 'complained' : 'bounced'
  await watchMailHealth(ports, { campaignId, occurrenceId, customerId, kind, at })
}

interface SoftBounce {
  readonly point: ContactPoint
  readonly providerId: string
  readonly at: Instant
  readonly also: readonly string[]
}

/** A full mailbox may be emptied. One that stays full for several mails has been given up by its owner. */
async function giveUpAfterSoftBounces(ports: RecordDeliveryPorts, { point, providerId, at, also }: SoftBounce): Promise<void> {
  const { suppressions, seals } = ports
  const limits = ports.companyRules.company.mailHealth
  const since = plusMs(at, -limits.softBounceDays * DAY_MS)
  const count = await suppressions.noteSoftBounce({ contactKey: seals.contactKey(point), providerId, at, since })
  if (count < limits.softBounces) return
  const evidence = `${count} soft bounces, the last ${providerId}`
  await suppressContactPoint(ports, { point, reason: 'soft-bounces', at, evidence, also })
}
