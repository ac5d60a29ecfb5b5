/** Whether something heard is about a campaign and within a band of scores. */
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
    { campaign, band, theme, suspects }: Pick<ListeningFilter, 'campaign' | 'band' | 'theme' | 'suspects'>,
    { campaigns, themes }: { readonly campaigns: CampaignNames; readonly themes: readonly Theme[] },
  ) =>
  (heard: Heard): boolean =>
    (suspects === null || !('response' in heard) || standingAnswer(heard.response) !== undefined) &&
    (campaign === null || campaignOf(heard) === campaign) &&
    (theme === null || themesOfHeard(heard, themes).includes(theme)) &&
    (band === null || bandIn(heard, campaigns) === band)

/** Of the letter that was answered; null when a mail answers none. */
function campaignOf(heard: Heard): string | null {
  if ('response' in heard) return heard.response.campaignId
  const { occurrenceId } = heard.reply
  return occurrenceId === null || isNoticeId(occurrenceId) ? null : partsOfOccurrenceId(occurrenceId).campaignId
}

/** Null for what holds no score, or one whose scale nobody knows any more. */
function bandIn(heard: Heard, campaigns: CampaignNames) {
  if ('response' in heard) return bandOfGiven(heard.response.kind, shownAnswer(heard.response))
  const campaign = campaignOf(heard)
  const { score } = heard.reply.reading
  const kind = campaign === null ? undefined : campaigns.survey(campaign)?.kind
  return kind === undefined ? null : bandOfGiven(kind, { score })
}
