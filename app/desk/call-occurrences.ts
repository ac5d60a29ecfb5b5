/** The occurrences whose calls may lie on the desk, each with the days for which its own version of the campaign asked. */
import type { AcceptedCampaign, CampaignStore } from '#app/ports/campaigns.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { callTouchOf } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { lastDayFrom } from '#core/work/check-in.ts'
import { compared } from '#core/work/day-list/entries.ts'

export interface CallOccurrence {
  readonly occurrence: Occurrence
  readonly campaign: CampaignDefinition
  /** The last days of those who came to the desk on its date, and at the end of its grace. */
  readonly lastDays: { readonly first: LocalDate; readonly latest: LocalDate }
}

export interface CallOccurrencesPorts {
  readonly campaigns: Pick<CampaignStore, 'latest' | 'version'>
  readonly occurrences: Pick<OccurrenceStore, 'ofCampaign'>
  readonly companyRules: CompanyRules
}

/** Thirty working days over the longest holiday, thirty days of grace, and a fortnight in which no planner ran. */
const LONGEST_DAYS = 100

/** By date, of every campaign or of one. Occurrences of campaigns that never made a call are not read: they are nearly all. */
export async function callOccurrences(
  ports: CallOccurrencesPorts,
  { today, campaignId }: { readonly today: LocalDate; readonly campaignId?: string },
): Promise<readonly CallOccurrence[]> {
  const campaigns = (await ports.campaigns.latest()).filter(
    ({ definition }) => campaignId === undefined || definition.id === campaignId,
  )
  const found = await Promise.all(campaigns.map((newest) => ofCampaign(ports, { newest, today })))
  return found.flat().toSorted((a, b) => compared(a.occurrence.date, b.occurrence.date))
}

async function ofCampaign(
  { campaigns, occurrences, companyRules: { calendar } }: CallOccurrencesPorts,
  { newest, today }: { readonly newest: AcceptedCampaign; readonly today: LocalDate },
): Promise<readonly CallOccurrence[]> {
  const { id } = newest.definition
  const versions = await Promise.all(Array.from({ length: newest.version }, (_, before) => campaigns.version(id, before + 1)))
  const calls = new Map(
    versions.flatMap((accepted) => {
      const call = accepted && callTouchOf(accepted.definition)
      return call ? [[accepted.version, { campaign: accepted.definition, call }] as const] : []
    }),
  )
  if (calls.size === 0) return []
  const first = addDays(today, -LONGEST_DAYS)
  // A campaign has one occurrence a date.
  const of = { campaignId: id, before: addDays(today, 1), limit: LONGEST_DAYS + 1 }
  return (await occurrences.ofCampaign(of)).flatMap((occurrence) => {
    const made = calls.get(occurrence.campaignVersion)
    if (!made || occurrence.date < first) return []
    const { campaign, call } = made
    const lastFrom = (date: LocalDate) => lastDayFrom(date, call.openDays, calendar)
    const lastDays = { first: lastFrom(occurrence.date), latest: lastFrom(addDays(occurrence.date, campaign.graceDays)) }
    return [{ occurrence, campaign, lastDays }]
  })
}
