/** What customers told: answers to surveys, and mails of their own. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Fact } from '#core/facts/fact-tables.ts'
import { themeColumn } from '#core/facts/theme-column.ts'
import type { NumberOf, Who } from '#core/facts/who.ts'
import { occurrenceNamed, partsOfOccurrenceId } from '#core/occasion/occurrence-id.ts'
import type { Reply } from '#core/reply/reply.ts'
import { themesOfAnswer } from '#core/reply/themes-of-answer.ts'
import { themesOfReply } from '#core/reply/themes-of-reply.ts'
import { isSuspect, type SurveyResponse } from '#core/survey/response.ts'

type Themed = Pick<CompanyRules, 'themes'>

/** Every answer that was given to one invitation, the oldest first. */
export function answerFacts(
  response: SurveyResponse,
  { who, rules: { themes } }: { readonly who: Who; readonly rules: Themed },
): readonly Fact<'answers'>[] {
  const { answers, campaignId, occurrenceId, kind } = response
  return answers.map((answer, position) => ({
    ...who,
    campaign: campaignId,
    invited_on: partsOfOccurrenceId(occurrenceId).date,
    survey_kind: kind,
    answer_no: position,
    happened_at: answer.at,
    score: answer.score,
    suspect: isSuspect(answer),
    commented: answer.why !== null,
    via: answer.origin.via,
    themes: themeColumn(themesOfAnswer(answer, response, themes)),
  }))
}

/** What was rated in each of them. */
export const ratingFacts = (
  { answers, campaignId, occurrenceId }: SurveyResponse,
  { who }: { readonly who: Who },
): readonly Fact<'ratings'>[] =>
  answers.flatMap(({ ratings = [] }, position) =>
    ratings.map(({ attribute, weight, score }) => ({
      ...who,
      campaign: campaignId,
      invited_on: partsOfOccurrenceId(occurrenceId).date,
      answer_no: position,
      attribute,
      weight: Math.round(weight * 1000),
      score,
    })),
  )

export const replyFact = (
  reply: Reply,
  { who, numberOf, rules: { themes } }: { readonly who: Who; readonly numberOf: NumberOf; readonly rules: Themed },
): Fact<'replies'> => ({
  ...who,
  campaign: reply.occurrenceId === null ? null : (occurrenceNamed(reply.occurrenceId)?.campaignId ?? null),
  reply: numberOf(reply.replyId),
  happened_at: reply.receivedAt,
  reply_kind: reply.reading.kind,
  themes: themeColumn(themesOfReply(reply, themes)),
})
