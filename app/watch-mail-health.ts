/** Counts an occurrence's bounces and complaints, each person once, and pauses the campaign when they are too many. */
import type { Events } from '#app/events.ts'
import type { CampaignStore, OccurrenceStore } from '#app/ports.ts'
import type { MailHealth } from '#core/campaign/mail-health.ts'
import { unhealthy } from '#core/campaign/mail-health.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { balanceOf } from '#core/planning/balance.ts'
import type { Batch, Recipient } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'

interface WatchPorts {
  readonly occurrences: OccurrenceStore
  readonly campaigns: CampaignStore
  readonly limits: MailHealth
  readonly events: Events
}

export interface Trouble {
  readonly campaignId: string
  readonly occurrenceId: string
  readonly customerId: string
  readonly kind: 'bounced' | 'complained'
  readonly at: Instant
}

/** Beyond so many troubles of an occurrence the rate is looked at for one in so many of them: it is known well enough, and each look reads every row. */
const ALWAYS_UP_TO = 100
const THEN_ONE_IN = 32

export async function watchMailHealth(ports: WatchPorts, trouble: Trouble): Promise<void> {
  const { occurrences, campaigns, limits, events } = ports
  const { campaignId, occurrenceId, customerId, kind, at } = trouble
  await occurrences.noteTrouble({ occurrenceId, customerId, kind })
  const { bounced, complained } = await occurrences.troubles(occurrenceId)
  if (bounced + complained > ALWAYS_UP_TO && stableHash(customerId) % THEN_ONE_IN !== 0) return
  // Cheap first: too few of either stop nothing, and most occurrences never have more.
  if (bounced < limits.leastBounces && complained < limits.leastComplaints) return

  const sent = sentSoFar(await occurrences.batches(occurrenceId), at)
  const because = unhealthy({ sent: Math.max(sent, bounced, complained), bounced, complained }, limits)
  if (because === undefined || (await campaigns.state(campaignId)) !== 'active') return
  await campaigns.setState({ campaignId, state: 'paused', at, by: 'mail health', because: `${because} in ${occurrenceId}` })
  events.campaignStopped({ campaignId, occurrenceId, bounced, complained })
}

/**
 * Everybody who was written to, and everybody of a row that is being sent at this moment: it shows its outcomes when it is done, and the
 * first bounces come before. So a campaign is judged a row too mildly for as long as the row takes, and never on its first bounces alone.
 */
function sentSoFar(rows: readonly Batch[], now: Instant): number {
  const { sent, unknown } = balanceOf(rows.flatMap(({ recipients }) => recipients.map(({ outcome }) => outcome)))
  const isDue = ({ outcome }: Recipient) => outcome.state === 'planned' || (outcome.state === 'deferred' && outcome.until <= now)
  const underWay = rows.filter(({ state }) => state === 'sending').flatMap(({ recipients }) => recipients.filter(isDue))
  return sent + unknown + underWay.length
}
