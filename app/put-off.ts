/** Who was put off by the provider's daily quota or by a person's decision: why they wait stays known, and so does how long they may. */
import type { Outcome } from '#core/audience/outcome.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

type PutOff = Extract<Outcome, { state: 'deferred' }>

const isPutOff = (outcome: Outcome): outcome is PutOff =>
  outcome.state === 'deferred' && (outcome.because === 'daily-quota' || outcome.because === 'resend')

/** Whoever must wait once more keeps the reason, and with it the days of grace that go with it. */
export const stillPutOff = ({ outcome: before }: Recipient, outcome: Outcome): Outcome =>
  isPutOff(before) && outcome.state === 'deferred' ? { ...outcome, because: before.because } : outcome

/**
 * Whom the provider's daily quota put off may be written to on the day they were put off to, whatever the campaign's own grace; who goes out
 * once more by a person's decision, within the hours of that day or of the next.
 */
export function graceFor(
  { outcome }: Recipient,
  { campaign, date, zone }: { campaign: CampaignDefinition; date: LocalDate; zone: string },
): number {
  if (!isPutOff(outcome)) return campaign.graceDays
  const days = daysBetween(date, localDateAt(outcome.until, zone))
  return Math.max(campaign.graceDays, outcome.because === 'resend' ? days + 1 : days)
}
