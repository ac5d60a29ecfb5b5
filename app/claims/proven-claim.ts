/** A claim without a touch, where the touch is a row of our own: that row tells whether it was made, so nothing stays unknown. */
import { giveClaimBack } from '#app/claims/give-claim-back.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Contact } from '#core/audience/ledger.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { channelOf } from '#core/channel/channel.ts'
import { partsOfOccurrenceId } from '#core/occasion/occurrence-id.ts'
import { outcomeOfTouch, singleLeg, type Touch } from '#core/planning/touch.ts'
import { perThousandOn } from '#core/planning/touch-cost.ts'
import { checkInId } from '#core/work/check-in.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'

export interface ProvenClaimPorts {
  readonly touches: Pick<TouchStore, 'add' | 'getMany'>
  readonly ledgers: LedgerStore
  readonly work: Pick<WorkStore, 'get'>
  readonly companyRules: CompanyRules
}

interface Claimed {
  readonly customerId: string
  readonly claim: Contact
}

/**
 * `given-back`: it was surely not made, and the customer may be decided anew. Undefined for a channel whose provider alone could tell, and where the
 * touch is written.
 */
export async function provenClaim(
  { touches, ledgers, work, companyRules }: ProvenClaimPorts,
  { customerId, claim }: Claimed,
): Promise<Outcome | 'given-back' | undefined> {
  const { occurrenceId } = claim
  if (channelOf(companyRules.channels, claim.channel).carriedOutBy !== 'person') return undefined
  if ((await touches.getMany([{ customerId, occurrenceId }])).length > 0) return undefined
  const task = await work.get(checkInId({ customerId, occurrenceId }))
  if (!task) {
    await giveClaimBack(ledgers, { customerId, occurrenceId, madeUntil: claim.at })
    return 'given-back'
  }
  const touch = touchOf(task, { customerId, claim, companyRules })
  await touches.add(touch)
  return outcomeOfTouch(touch)
}

function touchOf(task: WorkItem, { customerId, claim, companyRules }: Claimed & Pick<ProvenClaimPorts, 'companyRules'>): Touch {
  const { occurrenceId, occasionKey, channel, contentClass } = claim
  const { campaignId, date } = partsOfOccurrenceId(occurrenceId)
  return singleLeg({
    customerId,
    occurrenceId,
    campaignId,
    occasionKey,
    channel,
    contentClass,
    result: 'sent',
    at: openedAt(task),
    dispatchId: task.workId,
    perThousand: perThousandOn(companyRules, { channel, date }),
    reason: null,
    voucherCode: null,
    delivery: null,
  })
}
