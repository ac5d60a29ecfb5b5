/** What an occurrence came to for each of those whom it meant. */
import { drawnInto, meansBothGroups } from '#core/audience/draw.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { callTouchOf } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { Fact } from '#core/facts/fact-tables.ts'
import type { Who } from '#core/facts/who.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import { lastLeg, type Touch } from '#core/planning/touch.ts'
import { closesAt } from '#core/survey/closing.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** The touch: undefined where nothing was tried, and where it was removed since. */
export function touchFact({
  campaign,
  date,
  zone,
  recipient: { outcome, customerId },
  touch,
  who,
  controlGroup,
}: {
  /** As the touches of its batch are made: the letter of a campaign of calls for those whom staff do not ring. */
  readonly campaign: CampaignDefinition
  /** Of the occurrence. */
  readonly date: LocalDate
  /** Of the company. */
  readonly zone: string
  readonly recipient: Pick<Recipient, 'outcome' | 'customerId'>
  readonly touch: Touch | undefined
  readonly who: Who
  /** By which the occurrence drew; undefined for one that was opened before it was kept. */
  readonly controlGroup: Company['controlGroup'] | undefined
}): Fact<'touches'> {
  const leg = touch && lastLeg(touch)
  const sentAt = outcome.state === 'sent' ? outcome.at : null
  const { survey, graceDays } = campaign
  return {
    ...who,
    campaign: campaign.id,
    content_class: campaign.contentClass,
    channel: leg?.channel ?? campaign.touch.channel,
    team: callTouchOf(campaign)?.team ?? null,
    outcome: outcome.state,
    because: becauseOf(outcome),
    sent_at: sentAt,
    delivery: touch?.delivery?.state ?? null,
    survey_kind: survey?.kind ?? null,
    closes_at: survey && sentAt !== null ? closesAt({ survey, graceDays, date, zone }) : null,
    per_thousand: leg?.perThousand ? BigInt(leg.perThousand.amount) : null,
    currency: leg?.perThousand?.currency ?? null,
    ...(who.person === null || controlGroup === undefined
      ? { drawn: null, draws_care: null }
      : { drawn: drawnInto({ campaign, controlGroup, customerId }), draws_care: meansBothGroups(campaign) }),
  }
}

/** A failure's reason is the provider's own text, which may name an address. */
function becauseOf(outcome: Outcome): string | null {
  switch (outcome.state) {
    case 'skipped':
      return outcome.reason
    case 'deferred':
    case 'withheld':
      return outcome.because
    case 'planned':
    case 'sent':
    case 'failed':
    case 'unknown':
      return null
  }
}
