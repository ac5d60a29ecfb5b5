/** One invitation as the customer meets it: what was asked, by which version of which campaign, and until when. */
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import type { ChannelId } from '#core/channel/channel.ts'
import { closesAt, lastDayToAnswer } from '#core/survey/closing.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface AskedSurvey {
  readonly occurrenceId: string
  readonly campaignId: string
  readonly campaignVersion: number
  readonly survey: SurveyDefinition
  readonly channel: ChannelId
  readonly closesAt: Instant
  /** The last day on which it can be answered, in the company's zone. */
  readonly lastDay: LocalDate
}

export interface AskedSurveyPorts {
  readonly campaigns: Pick<CampaignStore, 'version'>
  readonly occurrences: Pick<OccurrenceStore, 'get'>
  readonly companyRules: CompanyRules
}

/** Undefined when the occurrence does not exist, or its campaign is no survey. */
export async function askedSurvey(
  { campaigns, occurrences, companyRules }: AskedSurveyPorts,
  occurrenceId: string,
): Promise<AskedSurvey | undefined> {
  const occurrence = await occurrences.get(occurrenceId)
  const accepted = occurrence && (await campaigns.version(occurrence.campaignId, occurrence.campaignVersion))
  const survey = accepted?.definition.survey
  if (!occurrence || !accepted || !survey) return undefined
  const asked = { survey, graceDays: accepted.definition.graceDays, date: occurrence.date }
  return {
    occurrenceId,
    campaignId: occurrence.campaignId,
    campaignVersion: occurrence.campaignVersion,
    survey,
    channel: accepted.definition.touch.channel,
    closesAt: closesAt({ ...asked, zone: companyRules.company.zone }),
    lastDay: lastDayToAnswer(asked),
  }
}
