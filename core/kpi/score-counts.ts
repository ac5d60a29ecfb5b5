/** The scores that were given to a survey, each with how often: what the day's roll-up keeps of answers, and enough for NPS, CSAT, CES and FCR. */
import type { ScoredKind } from '#core/campaign/survey-definition.ts'
import type { Moments } from '#core/kpi/statistics/mean.ts'
import { bandOf, isScore } from '#core/survey/scale.ts'

export interface ScoreCount {
  readonly score: number
  readonly count: number
}

/** Who answered without a score, or skipped the question, is not among them. */
export function countsOfScores(scores: readonly number[]): readonly ScoreCount[] {
  const counts = new Map<number, number>()
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1)
  return [...counts].map(([score, count]) => ({ score, count })).toSorted((a, b) => a.score - b.score)
}

export interface Bands {
  readonly low: number
  readonly middle: number
  readonly high: number
  readonly n: number
}

/** By the scale of the kind. Throws on a score of another scale: scales are never mixed. */
export function bandsOf(kind: ScoredKind, counts: readonly ScoreCount[]): Bands {
  const bands = { low: 0, middle: 0, high: 0, n: 0 }
  for (const { score, count } of checked(kind, counts)) {
    bands[bandOf(kind, score)] += count
    bands.n += count
  }
  return bands
}

export function momentsOfScores(kind: ScoredKind, counts: readonly ScoreCount[]): Moments {
  const moments = { n: 0, sum: 0, sumOfSquares: 0 }
  for (const { score, count } of checked(kind, counts)) {
    moments.n += count
    moments.sum += score * count
    moments.sumOfSquares += score * score * count
  }
  return moments
}

function checked(kind: ScoredKind, counts: readonly ScoreCount[]): readonly ScoreCount[] {
  const wrong = counts.find(({ score, count }) => !isScore(kind, score) || !Number.isSafeInteger(count) || count < 0)
  if (wrong) throw new RangeError(`${wrong.count} times the score ${wrong.score} is nothing that answers to ${kind} can hold`)
  return counts
}
