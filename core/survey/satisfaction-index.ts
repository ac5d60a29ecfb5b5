/**
 * The satisfaction index of one customer: attributes rated from 1 to 10, weighted by how much each matters, as one figure from 0 to 100.
 *
 *     100 × (Σ wᵢ xᵢ − Σ wᵢ) ÷ (9 Σ wᵢ)
 *
 * Example: weights 2, 1, 1 and ratings 8, 10, 5 → 100 × (31 − 4) ÷ 36 = 75. Source: Fornell et al. 1996 (American Customer Satisfaction Index).
 * An answer keeps its ratings with the weights that were in force when it was given, so that a later version of the campaign changes no index.
 */
import * as z from 'zod'
import type { ScoreBand } from '#core/campaign/survey-definition.ts'

const LOWEST = 1
const HIGHEST = 10

/** Every rating, lowest first. */
export const RATINGS: readonly number[] = Array.from({ length: HIGHEST - LOWEST + 1 }, (_, step) => LOWEST + step)

export const isRating = (score: number): boolean => Number.isInteger(score) && score >= LOWEST && score <= HIGHEST

export interface Rated {
  /** Above 0: an attribute that does not matter is not asked. */
  readonly weight: number
  /** Null: the customer skipped it. */
  readonly score: number | null
}

export const RatingSchema = z.object({
  /** The id of the attribute. */
  attribute: z.string(),
  weight: z.number().gt(0),
  score: z.int().min(LOWEST).max(HIGHEST).nullable(),
})
export type Rating = Readonly<z.infer<typeof RatingSchema>>

/**
 * Null when an attribute was skipped: with the other weights alone, skipping what one is unhappy with would raise the index. Throws on a score of
 * another scale, and without weights.
 */
export function indexOf(rated: readonly Rated[]): number | null {
  let [weights, weighted] = [0, 0]
  for (const { weight, score } of rated) {
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`the weight of an attribute is above 0, not ${weight}`)
    if (score === null) return null
    if (!isRating(score)) throw new RangeError(`${score} is no score from ${LOWEST} to ${HIGHEST}`)
    weights += weight
    weighted += weight * score
  }
  if (weights === 0) throw new RangeError('an index needs an attribute')
  return (100 * (weighted - LOWEST * weights)) / ((HIGHEST - LOWEST) * weights)
}

/** What an answer counts with in the figure of all. Null where an attribute was skipped, and for words alone. */
export const indexOfAnswer = ({ ratings }: { readonly ratings?: readonly Rated[] | undefined }): number | null =>
  ratings === undefined ? null : indexOf(ratings)

/** The index in whole points. */
export const INDEX_HIGHEST = 100

/**
 * What one customer feels by the attributes that they rated, in whole points. It decides whether staff call back and what is asked besides: who is
 * unhappy and skips one attribute is called all the same. Null where none was rated.
 */
export function ratedPoints(ratings: readonly Rated[]): number | null {
  const given = ratings.filter(({ score }) => score !== null)
  const index = given.length === 0 ? null : indexOf(given)
  return index === null ? null : Math.round(index)
}

/** Below the middle of the scale (a mean rating under 5.5), staff call the customer back. */
export const LOW_BELOW = 50
/** A mean rating of 7.75; ACSI's averages of whole countries lie at 73 to 77. */
export const HIGH_FROM = 75

export function bandOfIndex(points: number): ScoreBand {
  if (points < LOW_BELOW) return 'low'
  return points >= HIGH_FROM ? 'high' : 'middle'
}
