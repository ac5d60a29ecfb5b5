/** The newest answers of a period with something to read in them: words, or reasons that the customer chose. A bounded reading, however many answered. */
import type { ResponseStore } from '#app/ports/listening.ts'
import type { Period } from '#core/kpi/period.ts'
import { type SurveyResponse, standingAnswer } from '#core/survey/response.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'

/** Days that are looked at, the last ones of the period: an index is read for each. */
const MOST_DAYS = 92
const DAYS_AT_ONCE = 8

export interface WordsWanted {
  readonly period: Period
  /** Null: of every campaign. */
  readonly campaign: string | null
  readonly limit: number
}

/** Those of the latest days first. A busy day is read no further than it takes. */
export async function newestWords(
  { responses }: { readonly responses: Pick<ResponseStore, 'answeredOn'> },
  { period, campaign, limit }: WordsWanted,
): Promise<readonly SurveyResponse[]> {
  const found: SurveyResponse[] = []
  const isWanted = (response: SurveyResponse) => (campaign === null || response.campaignId === campaign) && hasWords(response)
  const days = daysOf(period)
  for (let start = 0; start < days.length && found.length < limit; start += DAYS_AT_ONCE) {
    const read = days.slice(start, start + DAYS_AT_ONCE).map((day) => firstOf(responses.answeredOn(day), { isWanted, limit }))
    for (const ofDay of await Promise.all(read)) found.push(...ofDay)
  }
  return found.slice(0, limit)
}

/** The latest first. */
function daysOf({ from, to }: Period): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = to; day >= from && days.length < MOST_DAYS; day = addDays(day, -1)) days.push(day)
  return days
}

async function firstOf(
  pages: AsyncIterable<readonly SurveyResponse[]>,
  { isWanted, limit }: { readonly isWanted: (response: SurveyResponse) => boolean; readonly limit: number },
): Promise<readonly SurveyResponse[]> {
  const found: SurveyResponse[] = []
  for await (const page of pages) {
    found.push(...page.filter(isWanted))
    if (found.length >= limit) break
  }
  return found.slice(0, limit)
}

function hasWords(response: SurveyResponse): boolean {
  const answer = standingAnswer(response)
  return answer !== undefined && ((answer.why ?? '') !== '' || Object.keys(answer.followUps).length > 0)
}
