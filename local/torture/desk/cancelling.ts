/** Marketing cancels a campaign of calls while staff ring its customers. */
import { changeCampaignState } from '#app/campaigns/change-campaign-state.ts'
import { endCallsOfCampaign } from '#app/desk/end-calls-alone.ts'
import type { CompanyUnderTest } from '#local/torture/company-under-test.ts'
import { CANCELLED, CANCELLED_AT } from '#local/torture/world/call-campaigns.ts'

export function arrangeCancelling({
  held,
  clock,
  stores,
  companyRules,
}: Pick<CompanyUnderTest, 'held' | 'clock' | 'stores' | 'companyRules'>): void {
  held.until(CANCELLED_AT, async () => {
    const now = clock.now()
    const change = { campaignId: CANCELLED, to: 'cancelled', by: 'torture', because: 'the run says so', at: now } as const
    await changeCampaignState(stores, change)
    await endCallsOfCampaign({ ...stores, companyRules }, { campaignId: CANCELLED, now })
  })
}
