/** Who was reached after the mail about unanswered calls was planned, or has a call open again: read before it leaves. */
import { eachBounded } from '#app/each-bounded.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { workOf } from '#core/occasion/subject.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import { isStillUnreached } from '#core/work/still-unreached.ts'

export interface ReachedMeanwhilePorts {
  readonly work: Pick<WorkStore, 'ofCustomer'>
}

/** Work is read customer by customer: so many at once. */
const READS_AT_ONCE = 16

/** Customers whose mail has lost its reason; empty for a campaign that follows no unreached call. */
export async function reachedMeanwhile(
  { work }: ReachedMeanwhilePorts,
  { campaign, page }: { readonly campaign: CampaignDefinition; readonly page: readonly Recipient[] },
): Promise<ReadonlySet<string>> {
  const reached = new Set<string>()
  if (campaign.occasion.kind !== 'after-unreached-call') return reached
  await eachBounded(page, {
    limit: READS_AT_ONCE,
    act: async ({ customerId, occasionKey }) => {
      const items = await work.ofCustomer(customerId)
      const call = items.find(({ workId }) => workId === workOf(occasionKey))
      if (!call || !isStillUnreached(call, items)) reached.add(customerId)
    },
  })
  return reached
}
