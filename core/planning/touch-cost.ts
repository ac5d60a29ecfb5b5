/** What one touch of a campaign costs on a date: the mail and the gift, from the dated price list. */
import type { TouchCost } from '#core/budget/reserve.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { type PriceList, priceOn } from '#core/campaign/price-list.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** A date before the list begins costs the first price: rehearsals of the past should not be free. */
export function touchCost({
  campaign,
  prices,
  date,
}: {
  campaign: CampaignDefinition
  prices: PriceList
  date: LocalDate
}): TouchCost {
  const first = prices.prices.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0]
  const price = priceOn(prices, { item: 'email', date }) ?? first
  return { mailPerThousand: price?.perThousand.amount ?? 0, gift: campaign.gift?.value.amount ?? 0 }
}
