/** What customers told: answers to surveys, and mails of their own. */
import type { Fact } from '#core/facts/fact-tables.ts'
import type { NumberOf, Who } from '#core/facts/who.ts'
import { occurrenceNamed, partsOfOccurrenceId } from '#core/occasion/occurrence-id.ts'
import type { Reply } from '#core/reply/reply.ts'
import { isSuspect, type SurveyResponse } from '#core/survey/response.ts'

/** Every answer that was given to one invitation, the oldest first. */
export const answerFacts = (
  { answers, campaignId, occurrenceId, kind }: SurveyResponse,
  { who }: { readonly who: Who },
): readonly Fact<'answers'>[] =>
  answers.map((answer, position) => ({
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
  }))

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
  { replyId, occurrenceId, receivedAt, reading }: Reply,
  { who, numberOf }: { readonly who: Who; readonly numberOf: NumberOf },
): Fact<'replies'> => ({
  ...who,
  campaign: occurrenceId === null ? null : (occurrenceNamed(occurrenceId)?.campaignId ?? null),
  reply: numberOf(replyId),
  happened_at: receivedAt,
  reply_kind: reading.kind,
})
