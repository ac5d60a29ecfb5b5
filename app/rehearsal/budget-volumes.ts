/** What a budget counts of a rehearsal: the touches that would be made, by campaign, tier, channel and day, each with the price of its day. */
import { type CountedBatch, countOf } from '#app/rehearsal/counted-outcomes.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { datedOn } from '#core/campaign/budget-rates.ts'
import { callTouchOf, campaignOfBatch } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { channelOf } from '#core/channel/channel.ts'
import { type UnitPrice, type Volume, volumeTally } from '#core/planned-budget/volume.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** No price of the item is dated on or before the day. A rehearsal takes the first one of the list; a budget that did would state a price that did not hold. */
export interface PriceMissing {
  readonly refused: 'no-price'
  readonly item: string
  readonly date: LocalDate
}

export interface BudgetVolumes {
  readonly volumes: readonly Volume[]
}

export function budgetVolumes({ companyRules }: { readonly companyRules: Pick<CompanyRules, 'channels' | 'prices'> }) {
  const { channels, prices } = companyRules
  const tally = volumeTally()
  let missing: PriceMissing | undefined
  const priceOf = (made: CampaignDefinition, date: LocalDate): UnitPrice | undefined => {
    const item = channelOf(channels, made.touch.channel).priceItem
    const price = datedOn(
      prices.prices.filter((one) => one.item === item),
      date,
    )
    if (!price) missing ??= { refused: 'no-price', item, date }
    return price && { perThousand: price.perThousand.amount, validFrom: price.validFrom, source: price.source }
  }
  return {
    add({ date }: Occurrence, batches: readonly CountedBatch[], campaign: CampaignDefinition): void {
      for (const { recipients, instead } of batches) {
        const made = campaignOfBatch({ instead }, campaign, channels)
        const touched = recipients.filter(({ outcome }) => isMade(outcome))
        const price = touched.length > 0 ? priceOf(made, date) : undefined
        if (!price) continue
        for (const recipient of touched) {
          tally.add({
            campaign: campaign.id,
            tier: recipient.tier ?? null,
            channel: made.touch.channel,
            date,
            isCall: callTouchOf(made) !== undefined,
            count: countOf(recipient),
            price,
            gift: campaign.gift?.value.amount ?? 0,
          })
        }
      }
    },
    volumes: (): BudgetVolumes | PriceMissing => missing ?? { volumes: tally.all() },
  }
}

/** As the sheet of the rehearsal counts them. */
const isMade = ({ state }: Outcome): boolean => state === 'sent' || state === 'unknown'
