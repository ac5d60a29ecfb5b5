/**
 * Counts an occurrence's bounces and complaints, each customer once, and pauses the campaign when they are too many. Every bounce costs the same few
 * calls, however large the occurrence. Its rows are read only to confirm the counters right before a campaign is stopped.
 */
import type { Events } from '#app/events.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { writtenPause } from '#core/campaign/health-pause.ts'
import { unhealthy } from '#core/campaign/mail-health.ts'
import { mailedIn } from '#core/planning/mailed.ts'
import type { Instant } from '#core/time/instant.ts'

interface WatchPorts {
  readonly occurrences: OccurrenceStore
  readonly campaigns: CampaignStore
  readonly companyRules: Pick<CompanyRules, 'company'>
  readonly events: Events
}

export interface Trouble {
  readonly campaignId: string
  readonly occurrenceId: string
  readonly customerId: string
  readonly kind: 'bounced' | 'complained'
  readonly at: Instant
}

export async function watchMailHealth(ports: WatchPorts, trouble: Trouble): Promise<void> {
  const { occurrences, campaigns, companyRules, events } = ports
  const limits = companyRules.company.mailHealth
  const { campaignId, occurrenceId, customerId, kind, at } = trouble
  const state = await campaigns.state(campaignId)
  await occurrences.noteTrouble({ occurrenceId, customerId, kind })
  // Stopped already: nothing to judge, and most bounces of a bad list come after the stop.
  if (state !== 'active') return
  const { bounced, complained } = await occurrences.troubles(occurrenceId)
  // Fewer than these of both never stop a campaign, and most occurrences never have more.
  if (bounced < limits.leastBounces && complained < limits.leastComplaints) return

  const judged = (mailed: number) => unhealthy({ sent: Math.max(mailed, bounced, complained), bounced, complained }, limits)
  const counted = await occurrences.mailed(occurrenceId)
  if (judged(counted) === undefined) return
  const found = judged(await mailedByRows(occurrences, { occurrenceId, counted }))
  if (found === undefined || (await campaigns.state(campaignId)) !== 'active') return
  const pause = { from: 'active', state: 'paused', at, ...writtenPause({ ...found, occurrenceId }) } as const
  // Lost: another bounce or a person has stopped it.
  if ((await campaigns.setState({ campaignId, ...pause })) === 'lost') return
  events.campaignStopped({ campaignId, occurrenceId, bounced, complained })
}

/** Repairs a counter that a crash left wrong, or that started in the middle of the occurrence, so that the next bounce reads no rows. */
async function mailedByRows(
  occurrences: OccurrenceStore,
  { occurrenceId, counted }: { readonly occurrenceId: string; readonly counted: number },
): Promise<number> {
  const rows = await occurrences.batches(occurrenceId)
  const mailed = rows.reduce((sum, row) => sum + mailedIn(row), 0)
  if (mailed > counted) await occurrences.countMailed({ occurrenceId, people: mailed - counted })
  return mailed
}
