/** The occurrences whose calls may lie on the desk, each with the days for which its own version of the campaign asked. */
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { callTouchOf } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { lastDayFrom } from '#core/work/check-in.ts'

export interface CallOccurrence {
  readonly occurrence: Occurrence
  readonly campaign: CampaignDefinition
  /** The last days of those who came to the desk on its date, and at the end of its grace. */
  readonly lastDays: { readonly first: LocalDate; readonly latest: LocalDate }
}

export interface CallOccurrencesPorts {
  readonly campaigns: Pick<CampaignStore, 'version'>
  readonly occurrences: Pick<OccurrenceStore, 'between'>
  readonly companyRules: CompanyRules
}

/** Thirty working days over the longest holiday, thirty days of grace, and a fortnight in which no planner ran. */
const LONGEST_DAYS = 100

/** By date. One read of the occurrences of some months, and one of each version that they name. */
export async function callOccurrences(
  { campaigns, occurrences, companyRules: { calendar } }: CallOccurrencesPorts,
  today: LocalDate,
): Promise<readonly CallOccurrence[]> {
  const versions = new Map<string, Promise<CampaignDefinition | undefined>>()
  const versionOf = ({ campaignId, campaignVersion }: Occurrence) => {
    const key = `${campaignId}#${campaignVersion}`
    const known = versions.get(key) ?? campaigns.version(campaignId, campaignVersion).then((accepted) => accepted?.definition)
    versions.set(key, known)
    return known
  }
  const found: CallOccurrence[] = []
  for (const occurrence of await occurrences.between(addDays(today, -LONGEST_DAYS), today)) {
    const campaign = await versionOf(occurrence)
    const call = campaign && callTouchOf(campaign)
    if (!campaign || !call) continue
    const lastFrom = (date: LocalDate) => lastDayFrom(date, call.openDays, calendar)
    const lastDays = { first: lastFrom(occurrence.date), latest: lastFrom(addDays(occurrence.date, campaign.graceDays)) }
    found.push({ occurrence, campaign, lastDays })
  }
  return found
}
