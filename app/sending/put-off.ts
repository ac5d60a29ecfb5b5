/**
 * Customers whom the provider's quota or an operator's decision put off. The reason of the put-off decides how long they may wait. The last thing
 * they waited for decides the final skip reason. The two are stored apart.
 */
import { type Deferred, heldUpBy, type Outcome } from '#core/audience/outcome.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import type { Grace } from '#core/planning/slots-for.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

/** Put off longer than the campaign's own grace. */
export const isPutOff = ({ because }: Deferred): boolean => because === 'daily-quota' || because === 'resend'

/**
 * A customer who was put off and must wait once more keeps the reason, with its days of grace, beside what holds them up now. One who waited for the
 * sender, or for words, and now meets a busy provider keeps waiting for the sender or words: a loss from a stop must be told apart from mere
 * lateness.
 */
export function stillPutOff({ outcome: before }: Recipient, outcome: Outcome): Outcome {
  if (before.state !== 'deferred' || outcome.state !== 'deferred') return outcome
  const heldUp = heldUpBy(outcome.because === 'provider-busy' ? before : outcome)
  if (isPutOff(before)) return { ...outcome, because: before.because, ...(heldUp && { heldUpBy: heldUp }) }
  return heldUp ? { ...outcome, because: heldUp } : outcome
}

/** The reason that staff see is what filled the window: a pause, a provider that took no mail, or missing words. */
export function windowPassed(before: Outcome, { paused }: { readonly paused: boolean }): Outcome {
  if (paused) return { state: 'skipped', reason: 'campaign-paused' }
  const heldUp = before.state === 'deferred' ? heldUpBy(before) : undefined
  return { state: 'skipped', reason: heldUp ?? 'window-passed' }
}

/**
 * A customer whom the provider's daily quota put off may be written to on the day they were put off to, whatever the campaign's own grace. A customer
 * with a decision to send again may be written to within the hours of that day or of the next day that the law allows.
 */
export function graceFor(
  { outcome }: Recipient,
  { campaign, date, zone }: { campaign: CampaignDefinition; date: LocalDate; zone: string },
): Grace {
  if (outcome.state !== 'deferred' || !isPutOff(outcome)) return { days: campaign.graceDays, andNextOpenDay: false }
  const days = daysBetween(date, localDateAt(outcome.until, zone))
  return { days: Math.max(campaign.graceDays, days), andNextOpenDay: outcome.because === 'resend' }
}
