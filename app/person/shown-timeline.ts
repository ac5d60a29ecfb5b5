/**
 * What one customer got and did not get, as a page shows it: touches from their own rows, and why no mail went from the occurrences that mean the
 * customer. Its cost follows what happened to the customer, not how many occurrences the company has.
 */
import type { CampaignVersions } from '#app/campaigns/kept-versions.ts'
import { dateOfTouch, outcomeIn, type TimelineEntry } from '#app/person/customer-timeline.ts'
import { type MadeDueBy, occurrencesMeaning } from '#app/person/days-meant.ts'
import type { AcceptedCampaign } from '#app/ports/campaigns.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { LocalDate } from '#core/time/local-date.ts'

interface ShownTimelinePorts {
  readonly campaigns: CampaignVersions
  readonly occurrences: Pick<OccurrenceStore, 'get' | 'batchesOfSlice'>
  readonly companyRules: Pick<CompanyRules, 'company' | 'calendar'>
}

interface ShownTimelineOf {
  readonly about: MadeDueBy
  readonly latest: readonly AcceptedCampaign[]
  /** Outcomes without a touch are looked for between these days. */
  readonly from: LocalDate
  readonly to: LocalDate
}

export interface ShownTimeline {
  /** Newest first. */
  readonly entries: readonly TimelineEntry[]
  /** Of the occurrences looked into, those whose last plan was made, whether the customer stands in them or not. */
  readonly decided: ReadonlySet<string>
}

/** A touch that was sent says all of its outcome; one that failed may wait to be sent again, which its batch alone says. */
export async function shownTimeline(
  { campaigns, occurrences, companyRules }: ShownTimelinePorts,
  { about, latest, from, to }: ShownTimelineOf,
): Promise<ShownTimeline> {
  const { customerId } = about.customer
  const { zone } = companyRules.company
  const made = new Map(
    about.touches.map((touch): [string, TimelineEntry & { readonly touch: object }] => {
      const { occurrenceId, campaignId } = touch
      return [occurrenceId, { occurrenceId, campaignId, date: dateOfTouch(touch, zone), outcome: null, touch }]
    }),
  )
  const meant = await occurrencesMeaning(campaigns, { about, latest, from, to, companyRules })
  const failed = [...made.values()].filter(({ touch, date }) => touch.result === 'failed' && date >= from && date <= to)
  const asked = new Set([...meant, ...failed.map(({ occurrenceId }) => occurrenceId)])
  const decided = new Set<string>()
  const looked = await Promise.all(
    [...asked].map(async (occurrenceId): Promise<TimelineEntry | undefined> => {
      const known = made.get(occurrenceId)
      if (known?.touch.result === 'sent') return undefined
      const occurrence = await occurrences.get(occurrenceId)
      if (occurrence?.pass === 'refresh') decided.add(occurrenceId)
      if (!occurrence || occurrence.balance?.audience === 0) return undefined
      const { campaignId, date, slices } = occurrence
      const outcome = await outcomeIn(occurrences, { occurrenceId, customerId, slices })
      return outcome && { occurrenceId, campaignId, date, outcome, touch: known?.touch ?? null }
    }),
  )
  const found = looked.filter((entry) => entry !== undefined)
  const replaced = new Set(found.map(({ occurrenceId }) => occurrenceId))
  const entries = [...found, ...[...made.values()].filter(({ occurrenceId }) => !replaced.has(occurrenceId))]
  return { entries: entries.toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1)), decided }
}

const placeOf = ({ date, occurrenceId }: TimelineEntry) => `${date} ${occurrenceId}`
