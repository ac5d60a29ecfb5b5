/**
 * The touch of a mail that the provider reports and no touch records: its sender died before writing one, or has not written it yet. The claim tells
 * what the mail was about; where the claim was given back, only the campaign is known.
 */

import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { TouchKey, TouchStore } from '#app/ports/touches.ts'
import type { Contact } from '#core/audience/ledger.ts'
import { isNotice } from '#core/audience/notice.ts'
import type { ChannelId } from '#core/channel/channel.ts'
import { occasionKeyOf } from '#core/occasion/occasion-key.ts'
import { writtenReason } from '#core/planning/system-reason.ts'
import { singleLeg, type Touch } from '#core/planning/touch.ts'
import type { Instant } from '#core/time/instant.ts'

interface ProvePorts {
  readonly touches: Pick<TouchStore, 'add' | 'getMany' | 'record'>
  readonly ledgers: Pick<LedgerStore, 'getMany'>
  readonly campaigns: Pick<CampaignStore, 'latest'>
  readonly customers: Pick<CustomerStore, 'get'>
}

interface Mailed extends TouchKey {
  /** Whose provider reports. */
  readonly channel: ChannelId
  readonly campaignId: string
}

interface Proof extends Mailed {
  readonly providerId: string
  /** When the provider took the mail. */
  readonly sentAt: Instant
}

/** `erased`: the customer no longer exists, and nothing is written about them. */
export async function proveTouch(ports: ProvePorts, proof: Proof): Promise<'proven' | 'erased'> {
  const { touches } = ports
  const touch = await provenTouch(ports, proof)
  if (!touch) return 'erased'
  // Lost when the sender wrote the touch in the meantime: that one holds more.
  if ((await touches.add(touch)) === 'written') return 'proven'
  // A later mail of the same occurrence failed, and this one was sent.
  const [known] = await touches.getMany([touch])
  if (known?.result === 'failed') await touches.record([touch])
  return 'proven'
}

async function provenTouch(ports: ProvePorts, proof: Proof): Promise<Touch | undefined> {
  const { campaignId, occurrenceId, customerId, providerId, sentAt } = proof
  const about = await aboutMail(ports, proof)
  return (
    about &&
    singleLeg({
      campaignId,
      occurrenceId,
      customerId,
      ...about,
      result: 'sent',
      at: sentAt,
      dispatchId: providerId,
      perThousand: null,
      reason: writtenReason({ is: 'proven' }),
      voucherCode: null,
      delivery: null,
    })
  )
}

async function aboutMail(
  { ledgers, campaigns, customers }: ProvePorts,
  { channel, campaignId, occurrenceId, customerId }: Mailed,
): Promise<Pick<Contact, 'occasionKey' | 'channel' | 'contentClass'> | undefined> {
  const [ledger] = await ledgers.getMany([customerId])
  if (ledger?.erasedAt !== undefined) return undefined
  const claim = ledger?.contacts.find((contact) => contact.occurrenceId === occurrenceId)
  if (claim) return { occasionKey: claim.occasionKey, channel: claim.channel, contentClass: claim.contentClass }
  if (!(await customers.get(customerId))) return undefined
  if (isNotice(campaignId)) return { occasionKey: occasionKeyOf({ campaignId, key: '' }), channel, contentClass: 'transactional' }
  const campaign = (await campaigns.latest()).find(({ definition }) => definition.id === campaignId)?.definition
  if (!campaign) throw new Error(`a delivery event names campaign ${campaignId}, which is not stored`)
  return { occasionKey: '', channel, contentClass: campaign.contentClass }
}
