/** The channels through which campaigns in force make touches. */
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { ChannelId } from '#core/channel/channel.ts'

export const channelsInUse = async (campaigns: Pick<CampaignStore, 'latest'>): Promise<ReadonlySet<ChannelId>> =>
  new Set((await campaigns.latest()).map(({ definition }) => definition.touch.channel))
