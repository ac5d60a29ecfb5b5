/** What one touch of a campaign costs on a date: its channel and its gift, from the dated price list. */
import type { Money } from '#core/budget/money.ts'
import type { TouchCost } from '#core/budget/reserve.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { priceOn } from '#core/campaign/price-list.ts'
import { type ChannelId, channelOf } from '#core/channel/channel.ts'
import type { LocalDate } from '#core/time/local-date.ts'

type Prices = Pick<CompanyRules, 'channels' | 'prices'>

/** A channel without a price costs nothing; `care check` refuses a price list without one for each channel that campaigns use. */
export function touchCost({
  campaign,
  companyRules,
  date,
}: {
  readonly campaign: CampaignDefinition
  readonly companyRules: Prices
  readonly date: LocalDate
}): TouchCost {
  const perThousand = perThousandOn(companyRules, { channel: campaign.touch.channel, date })
  return { perThousand: perThousand?.amount ?? 0, gift: campaign.gift?.value.amount ?? 0 }
}

/** The price of a thousand touches through a channel on a date; null where the list has none. */
export const perThousandOn = (
  { channels, prices }: Prices,
  { channel, date }: { readonly channel: ChannelId; readonly date: LocalDate },
): Money | null => priceOn(prices, { item: channelOf(channels, channel).priceItem, date })?.perThousand ?? null
