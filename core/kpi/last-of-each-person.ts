/** One customer's opinion counts once in a period, however often they were asked: the last one. */
import { type SurveyResponse, standingAnswer } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'

export interface ScoredAnswer {
  readonly customerId: string
  /** Of the invitation: decides between two answers of one instant. */
  readonly occurrenceId: string
  readonly at: Instant
  readonly score: number
}

/** What of a response counts in a figure. Undefined while only machines pressed, and where the customer wrote words without a score. */
export function scoredAnswer(response: SurveyResponse): ScoredAnswer | undefined {
  const { customerId, occurrenceId } = response
  const answer = standingAnswer(response)
  return answer === undefined || answer.score === null
    ? undefined
    : { customerId, occurrenceId, at: answer.at, score: answer.score }
}

/** Of answers to one kind of survey in one period; in the order of customers. The order in which they are given does not matter. */
export function lastOfEachPerson(answers: readonly ScoredAnswer[]): readonly ScoredAnswer[] {
  const last = new Map<string, ScoredAnswer>()
  for (const answer of answers) {
    const before = last.get(answer.customerId)
    if (!before || isLater(answer, before)) last.set(answer.customerId, answer)
  }
  return [...last.values()].toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1))
}

const isLater = (a: ScoredAnswer, b: ScoredAnswer): boolean => (a.at === b.at ? a.occurrenceId > b.occurrenceId : a.at > b.at)
