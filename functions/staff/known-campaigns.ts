/** What the campaigns are called, in the language of the page, and what they are. */
import type { AcceptedCampaign } from '#app/ports/campaigns.ts'
import { isNotice } from '#core/audience/notice.ts'
import { callTouchOf } from '#core/campaign/call-touch.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import type { PageLocale } from '#web/customer/page.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { noticeInWords } from '#web/words/campaigns.ts'
import { inOrder } from '#web/words/in-order.ts'

export interface KnownCampaigns extends CampaignNames {
  /** By name, in the order of the page's language. */
  readonly latest: readonly AcceptedCampaign[]
  readonly states: ReadonlyMap<string, CampaignState>
}

export async function knownCampaigns(
  { stores }: { readonly stores: Pick<StaffStores, 'campaigns'> },
  locale: PageLocale,
): Promise<KnownCampaigns> {
  const [accepted, states] = await Promise.all([stores.campaigns.latest(), stores.campaigns.states()])
  const latest = inOrder(accepted, { locale, by: ({ definition }) => definition.name[locale] })
  const names = new Map(latest.map(({ definition }) => [definition.id, definition.name[locale]]))
  const surveys = new Map(latest.map(({ definition }) => [definition.id, definition.survey]))
  const name = (campaignId: string) =>
    isNotice(campaignId) ? noticeInWords(campaignId, locale) : (names.get(campaignId) ?? campaignId)
  const ofCalls = new Set(latest.flatMap(({ definition }) => (callTouchOf(definition) ? [definition.id] : [])))
  return {
    latest,
    states,
    name,
    survey: (campaignId) => surveys.get(campaignId),
    isOfCalls: (campaignId) => ofCalls.has(campaignId),
  }
}
