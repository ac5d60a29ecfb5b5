/** What an answer amounts to, whatever its survey asked: one score, or ratings. */
import type { ScoreBand, SurveyKind } from '#core/campaign/survey-definition.ts'
import type { Answer } from '#core/survey/response.ts'
import { bandOfIndex, ratedPoints } from '#core/survey/satisfaction-index.ts'
import { bandOf } from '#core/survey/scale.ts'

export type Given = Pick<Answer, 'score' | 'ratings'>

/** The score, or what the ratings come to in points of 100. Null for words alone. */
export const pointsOf = ({ score, ratings }: Given): number | null => (ratings === undefined ? score : ratedPoints(ratings))

/** Null for words alone. */
export function bandOfGiven(kind: SurveyKind, given: Given): ScoreBand | null {
  const points = pointsOf(given)
  if (points === null) return null
  return bandOfPoints(kind, points)
}

/** Of a score, or of an index in whole points. */
export const bandOfPoints = (kind: SurveyKind, points: number): ScoreBand =>
  kind === 'csi' ? bandOfIndex(points) : bandOf(kind, points)
