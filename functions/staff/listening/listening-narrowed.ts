/** Whether something heard is about a campaign, of a survey, of a kind of mails, and within a band of scores. */
import { isNoticeId } from '#core/audience/notice.ts'
import type { Theme } from '#core/campaign/themes.ts'
import { partsOfOccurrenceId } from '#core/occasion/occurrence-id.ts'
import { bandOfGiven } from '#core/survey/given.ts'
import { shownAnswer, standingAnswer } from '#core/survey/response.ts'
import type { Heard } from '#functions/staff/listening/heard.ts'
import type { ListeningFilter } from '#web/staff/listening/listening-filter.ts'
import { themesOfHeard } from '#web/staff/listening/themes-of-heard.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'

export const isNarrowedTo =
  (
    { campaign, survey, reply, band, theme, suspects }: Omit<ListeningFilter, 'show' | 'from' | 'to'>,
    { campaigns, themes }: { readonly campaigns: CampaignNames; readonly themes: readonly Theme[] },
  ) =>
  (heard: Heard): boolean =>
    (suspects === null || !('response' in heard) || standingAnswer(heard.response) !== undefined) &&
    (campaign === null || campaignOf(heard) === campaign) &&
    (survey === null || surveyOf(heard, campaigns) === survey) &&
    (reply === null || ('reply' in heard && heard.reply.reading.kind === reply)) &&
    (theme === null || themesOfHeard(heard, themes).includes(theme)) &&
    (band === null || bandIn(heard, campaigns) === band)

/** Of the letter that was answered; null when a mail answers none. */
function campaignOf(heard: Heard): string | null {
  if ('response' in heard) return heard.response.campaignId
  const { occurrenceId } = heard.reply
  return occurrenceId === null || isNoticeId(occurrenceId) ? null : partsOfOccurrenceId(occurrenceId).campaignId
}

/** Undefined for what answers no survey, or one that nobody knows any more. */
function surveyOf(heard: Heard, campaigns: CampaignNames) {
  if ('response' in heard) return heard.response.kind
  const campaign = campaignOf(heard)
  return campaign === null ? undefined : campaigns.survey(campaign)?.kind
}

/** Null for what holds no score, or one whose scale nobody knows any more. */
function bandIn(heard: Heard, campaigns: CampaignNames) {
  if ('response' in heard) return bandOfGiven(heard.response.kind, shownAnswer(heard.response))
  const kind = surveyOf(heard, campaigns)
  return kind === undefined ? null : bandOfGiven(kind, { score: heard.reply.reading.score })
}
