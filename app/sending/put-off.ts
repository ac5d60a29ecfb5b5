/**
 * Customers whom the provider's quota or a person's decision put off. How long they may wait comes from why they were put off, and what is said
 * of them in the end from what they waited for last: the two are kept apart.
 */
import { type Deferred, heldUpBy, type Outcome } from '#core/audience/outcome.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

/** For longer than the campaign's own grace. */
export const isPutOff = ({ because }: Deferred): boolean => because === 'daily-quota' || because === 'resend'

/**
 * A customer who was put off and must wait once more keeps the reason, and with it the days of grace that go with it, beside what holds them up
 * now. One who waited for the sender, or for words, and now meets a busy provider waits for that still: what the window then loses must be told
 * from what was merely late.
 */
export function stillPutOff({ outcome: before }: Recipient, outcome: Outcome): Outcome {
  if (before.state !== 'deferred' || outcome.state !== 'deferred') return outcome
  const heldUp = heldUpBy(outcome.because === 'provider-busy' ? before : outcome)
  if (isPutOff(before)) return { ...outcome, because: before.because, ...(heldUp && { heldUpBy: heldUp }) }
  return heldUp ? { ...outcome, because: heldUp } : outcome
}

/** The reason that a person sees is what the hours went by for: a pause, a provider that took no mail from us, or words that were not there. */
export function windowPassed(before: Outcome, { paused }: { readonly paused: boolean }): Outcome {
  if (paused) return { state: 'skipped', reason: 'campaign-paused' }
  const heldUp = before.state === 'deferred' ? heldUpBy(before) : undefined
  return { state: 'skipped', reason: heldUp ?? 'window-passed' }
}

/**
 * A customer whom the provider's daily quota put off may be written to on the day they were put off to, whatever the campaign's own grace; one
 * to whom a person's decision sends once more, within the hours of that day or of the next.
 */
export function graceFor(
  { outcome }: Recipient,
  { campaign, date, zone }: { campaign: CampaignDefinition; date: LocalDate; zone: string },
): number {
  if (outcome.state !== 'deferred' || !isPutOff(outcome)) return campaign.graceDays
  const days = daysBetween(date, localDateAt(outcome.until, zone))
  return Math.max(campaign.graceDays, outcome.because === 'resend' ? days + 1 : days)
}
