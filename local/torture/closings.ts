/** When each date is closed, and which customers still waited just before: by then a sender must have looked at every customer of the date. */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import type { Evidence, ExpectedOccurrence } from '#local/torture/evidence.ts'

export interface Closings {
  look(now: Instant): Promise<void>
  readonly open: Evidence['openAtClose']
  allClosed(): Promise<boolean>
}

/** The last zone has left the date twelve hours after UTC, and the provider has six hours more for its last events. */
const AFTER_THE_DATE_MS = DAY_MS + 18 * HOUR_MS
/** A batch that came due later than this before the closing may still be on its way. */
const RECENTLY_MS = 2 * HOUR_MS

export function watchClosings({
  expected,
  campaigns,
  occurrences,
}: {
  readonly expected: readonly ExpectedOccurrence[]
  readonly campaigns: readonly CampaignDefinition[]
  readonly occurrences: OccurrenceStore
}): Closings {
  const ahead = expected.map(({ occurrenceId, campaignId, date }) => {
    const grace = campaigns.find(({ id }) => id === campaignId)?.graceDays ?? 0
    return { occurrenceId, at: plusMs(`${date}T00:00:00.000Z`, grace * DAY_MS + AFTER_THE_DATE_MS) }
  })
  const open: { occurrenceId: string; customerId: string }[] = []

  async function lookAt(occurrenceId: string, recently: Instant): Promise<void> {
    for (const { dueAt, recipients } of await occurrences.batches(occurrenceId)) {
      if (dueAt > recently) continue
      for (const { customerId, outcome } of recipients) {
        if (outcome.state === 'planned' || (outcome.state === 'deferred' && outcome.until < recently))
          open.push({ occurrenceId, customerId })
      }
    }
  }

  return {
    open,
    async look(now) {
      for (let index = ahead.findIndex(({ at }) => at <= now); index >= 0; index = ahead.findIndex(({ at }) => at <= now)) {
        const [closing] = ahead.splice(index, 1)
        if (closing) await lookAt(closing.occurrenceId, plusMs(now, -RECENTLY_MS))
      }
    },
    async allClosed() {
      const stored = await Promise.all(expected.map(({ occurrenceId }) => occurrences.get(occurrenceId)))
      return stored.every((occurrence) => occurrence?.state === 'closed')
    },
  }
}
