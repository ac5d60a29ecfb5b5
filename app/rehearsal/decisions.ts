/** What a rehearsal decided about every customer, kept to be compared with another: a few shared values, and an entry for each customer, campaign and day. */
import type { CountedBatch } from '#app/rehearsal/counted-outcomes.ts'
import { reasonOf } from '#app/rehearsal/rehearsal-report.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { campaignOfBatch } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { ChannelId, Channels } from '#core/channel/channel.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface Decision {
  readonly outcome: Outcome['state']
  readonly channel: ChannelId
  /** Empty for what is sent. */
  readonly reason: string
}

/** By campaign and day, then by customer. A campaign of the folder without a day has an empty map. */
export type Decisions = ReadonlyMap<string, ReadonlyMap<LocalDate, ReadonlyMap<string, Decision>>>

export function decisionLog(definitions: readonly CampaignDefinition[], channels: Channels) {
  const log = new Map(definitions.map(({ id }) => [id, new Map<LocalDate, Map<string, Decision>>()]))
  const campaigns = new Map(definitions.map((campaign) => [campaign.id, campaign]))
  const shared = new Map<string, Decision>()
  return {
    decisions: log as Decisions,
    add({ campaignId, date }: Pick<Occurrence, 'campaignId' | 'date'>, batches: readonly CountedBatch[]) {
      const campaign = campaigns.get(campaignId)
      if (!campaign) return
      const ofDay = new Map<string, Decision>()
      for (const { recipients, instead } of batches) {
        const { channel } = campaignOfBatch({ instead }, campaign, channels).touch
        for (const { customerId, outcome } of recipients) {
          const reason = reasonOf(outcome)
          const key = `${outcome.state} ${channel} ${reason}`
          const decision = shared.get(key) ?? { outcome: outcome.state, channel, reason }
          shared.set(key, decision)
          ofDay.set(customerId, decision)
        }
      }
      if (ofDay.size > 0) log.get(campaignId)?.set(date, ofDay)
    },
  }
}
