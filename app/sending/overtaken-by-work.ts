/** Whose mail about a call or a case has lost its reason by what staff did, or were told, after it was planned: read before it leaves. */
import { eachBounded } from '#app/each-bounded.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { asksWhetherSolved } from '#core/campaign/survey-definition.ts'
import { workOf } from '#core/occasion/subject.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import { mayAskWhetherSolved } from '#core/work/own-matter.ts'
import { isStillUnreached } from '#core/work/still-unreached.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface OvertakenPorts {
  readonly work: Pick<WorkStore, 'ofCustomer'>
}

/** Work is read customer by customer: so many at once. */
const READS_AT_ONCE = 16

/** Empty for a campaign whose reason does not depend on how the customer's work stands: nothing is read for it. */
export async function overtakenByWork(
  { work }: OvertakenPorts,
  { campaign, page }: { readonly campaign: CampaignDefinition; readonly page: readonly Recipient[] },
): Promise<ReadonlySet<string>> {
  const overtaken = new Set<string>()
  const isStillReason = reasonOf(campaign)
  if (!isStillReason) return overtaken
  await eachBounded(page, {
    limit: READS_AT_ONCE,
    act: async ({ customerId, occasionKey }) => {
      const items = await work.ofCustomer(customerId)
      const item = items.find(({ workId }) => workId === workOf(occasionKey))
      if (!item || !isStillReason(item, items)) overtaken.add(customerId)
    },
  })
  return overtaken
}

/** The same that planning asks (app/planning/recorded-members.ts). */
function reasonOf({
  occasion,
  survey,
}: CampaignDefinition): ((item: WorkItem, work: readonly WorkItem[]) => boolean) | undefined {
  if (occasion.kind === 'after-unreached-call') return isStillUnreached
  const isAfterWork = occasion.kind === 'after-call' || occasion.kind === 'after-case'
  return isAfterWork && asksWhetherSolved(survey) ? mayAskWhetherSolved : undefined
}
