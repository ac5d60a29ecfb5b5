/** Who was put off by the provider or by a person's decision: why they wait stays known, and so does how long they may. */
import type { Outcome } from '#core/audience/outcome.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

type Deferred = Extract<Outcome, { state: 'deferred' }>

/** For longer than the campaign's own grace. */
const isPutOff = ({ because }: Deferred): boolean => because === 'daily-quota' || because === 'resend'

/**
 * Whoever must wait once more keeps the reason, and with it the days of grace that go with it. Who waited for the sender and now meets a busy
 * provider waits for the sender still: what the window then loses must be told from what was merely late.
 */
export function stillPutOff({ outcome: before }: Recipient, outcome: Outcome): Outcome {
  if (before.state !== 'deferred' || outcome.state !== 'deferred') return outcome
  const keeps = isPutOff(before) || (before.because === 'sender-stopped' && outcome.because === 'provider-busy')
  return keeps ? { ...outcome, because: before.because } : outcome
}

/** The reason that a person sees is what the hours went by for: a pause, a provider that took no mail from us, or words that were not there. */
export function windowPassed(before: Outcome, { paused }: { readonly paused: boolean }): Outcome {
  if (paused) return { state: 'skipped', reason: 'campaign-paused' }
  const ours = before.state === 'deferred' && (before.because === 'sender-stopped' || before.because === 'words-missing')
  return { state: 'skipped', reason: ours ? before.because : 'window-passed' }
}

/**
 * Whom the provider's daily quota put off may be written to on the day they were put off to, whatever the campaign's own grace; who goes out
 * once more by a person's decision, within the hours of that day or of the next.
 */
export function graceFor(
  { outcome }: Recipient,
  { campaign, date, zone }: { campaign: CampaignDefinition; date: LocalDate; zone: string },
): number {
  if (outcome.state !== 'deferred' || !isPutOff(outcome)) return campaign.graceDays
  const days = daysBetween(date, localDateAt(outcome.until, zone))
  return Math.max(campaign.graceDays, outcome.because === 'resend' ? days + 1 : days)
}
