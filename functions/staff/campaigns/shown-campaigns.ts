/** The campaigns in force, each with its state, its file and the day on which it next acts. */
import { nextDay } from '#app/campaigns/coming-days.ts'
import type { AcceptedCampaign } from '#app/ports/campaigns.ts'
import type { KnownCampaigns } from '#functions/staff/known-campaigns.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { todayOf } from '#functions/staff/visit/frame-of.ts'
import type { ShownCampaign } from '#web/staff/campaigns/shown-campaign.ts'

type CampaignSystem = Pick<StaffSystem, 'companyRules' | 'clock' | 'files'>

export const shownCampaigns = (system: CampaignSystem, campaigns: KnownCampaigns): readonly ShownCampaign[] =>
  campaigns.latest.map((campaign) => shownCampaign(system, { campaign, campaigns }))

export function shownCampaign(
  system: CampaignSystem,
  { campaign, campaigns }: { readonly campaign: AcceptedCampaign; readonly campaigns: KnownCampaigns },
): ShownCampaign {
  const { definition, version, acceptedAt, acceptedBy } = campaign
  const { companyRules } = system
  return {
    definition,
    version,
    acceptedAt,
    acceptedBy,
    state: campaigns.states.get(definition.id) ?? 'active',
    next: nextDay({ campaign: definition, from: todayOf(system), companyRules }),
    file: fileOf(system, definition.id),
  }
}

function fileOf({ files }: CampaignSystem, campaignId: string): ShownCampaign['file'] {
  if (!files) return null
  const standing = files.standing()
  const path = standing.files.get(campaignId)
  if (path === undefined) return 'gone'
  return { path, problems: standing.problems.filter(({ file }) => file === path) }
}
