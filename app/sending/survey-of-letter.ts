/** What the letter of an occasion asks: its own campaign's survey, or for a reminder the survey of the campaign it reminds of. */
import type { TouchSurvey } from '#app/ports/dispatching.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { remindedCampaign } from '#core/campaign/occasion-traits.ts'
import { partsOfOccurrenceId } from '#core/occasion/occurrence-id.ts'
import type { MemberOccasion } from '#core/occasion/recorded-occasion.ts'
import { lastDayToAnswer } from '#core/survey/closing.ts'

export interface LetterToAsk {
  readonly campaign: CampaignDefinition
  readonly occurrenceId: string
  /** Of a reminder, `key` is the invitation's occurrence. */
  readonly occasion: Pick<MemberOccasion, 'key'>
  /** A campaign by its id; undefined when there is none. */
  readonly campaignNamed: (campaignId: string) => CampaignDefinition | undefined
}

/** Null when nothing is asked, or when the campaign that asked no longer exists: then the template's check or its missing field reports it. */
export function surveyOfLetter({ campaign, occurrenceId, occasion, campaignNamed }: LetterToAsk): TouchSurvey | null {
  const reminded = remindedCampaign(campaign.occasion)
  const asking = reminded === undefined ? campaign : campaignNamed(reminded)
  if (!asking?.survey) return null
  const invitation = reminded === undefined ? occurrenceId : occasion.key
  const { date } = partsOfOccurrenceId(invitation)
  return {
    definition: asking.survey,
    invitation,
    lastDay: lastDayToAnswer({ survey: asking.survey, graceDays: asking.graceDays, date }),
  }
}
