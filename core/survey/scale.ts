/** The scales of our surveys, and what a score on each means. Scales are never mixed: an answer keeps the kind it was given to. */
import type { ScoreBand, ScoredKind } from '#core/campaign/survey-definition.ts'

export interface Scale {
  readonly lowest: number
  readonly highest: number
  /** Up to here a score is low, and staff call the customer back. */
  readonly lowTo: number
  /** From here it is high. */
  readonly highFrom: number
}

/**
 * NPS: detractors 0-6, promoters 9-10. CSAT: top two of five are satisfied. CES: 7 is easiest, 5-7 is easy (HubSpot's bands).
 * FCR: 0 is "not solved", 1 is "solved".
 */
export const SCALES: Readonly<Record<ScoredKind, Scale>> = {
  nps: { lowest: 0, highest: 10, lowTo: 6, highFrom: 9 },
  csat: { lowest: 1, highest: 5, lowTo: 2, highFrom: 4 },
  ces: { lowest: 1, highest: 7, lowTo: 3, highFrom: 5 },
  fcr: { lowest: 0, highest: 1, lowTo: 0, highFrom: 1 },
}

/** Is it a whole number on the scale of its kind? */
export const isScore = (kind: ScoredKind, score: number): boolean =>
  Number.isInteger(score) && score >= SCALES[kind].lowest && score <= SCALES[kind].highest

export function bandOf(kind: ScoredKind, score: number): ScoreBand {
  const { lowTo, highFrom } = SCALES[kind]
  if (score <= lowTo) return 'low'
  return score >= highFrom ? 'high' : 'middle'
}

/** Every score of a scale, lowest first. */
export const scoresOf = (kind: ScoredKind): readonly number[] => {
  const { lowest, highest } = SCALES[kind]
  return Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step)
}
