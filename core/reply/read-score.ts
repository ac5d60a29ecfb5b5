/** The score that a text gives on the scale of the survey, when it can mean nothing else. */
import type { ScoredKind, SurveyKind } from '#core/campaign/survey-definition.ts'
import { GRAMMARS } from '#core/reply/score-grammar.ts'
import { judgedNumbers } from '#core/reply/score-numbers.ts'
import { cutForScore } from '#core/reply/score-tokens.ts'
import { placesOf, type Spoken, says, type Wording, wording } from '#core/reply/spoken.ts'
import { isScore } from '#core/survey/scale.ts'

export type ReadScore =
  | { readonly is: 'score'; readonly value: number; readonly from: 'number' | 'words' }
  /** The text may hold a score, so staff must look. */
  | { readonly is: 'unsure'; readonly because: 'ambiguous' | 'off-scale' }
  | { readonly is: 'none' }

/** The score that counts, or null. */
export const scoreValue = (read: ReadScore): number | null => (read.is === 'score' ? read.value : null)

const AMBIGUOUS: ReadScore = { is: 'unsure', because: 'ambiguous' }

/** A longer text is a story, and its numbers belong to the story. */
const LONGEST = 3000

export function readScore(text: string, said: Spoken, kind: SurveyKind): ReadScore {
  if (text.length > LONGEST) return { is: 'none' }
  if (kind === 'csi') return ratingsIn(text, said)
  const words = scaleWords(said, kind)
  if (kind === 'fcr') return fromWords(words)
  const judged = judgedNumbers({ cut: cutForScore(text, said), marked: said.marked, kind })
  if (judged.some(({ is }) => is === 'doubtful')) return AMBIGUOUS
  const values = new Set(judged.flatMap((each) => (each.is === 'score' ? [each.value] : [])))
  const [value] = values
  if (value === undefined) return fromWords(words)
  if (values.size > 1 || words === 'several' || (words !== null && words !== value)) return AMBIGUOUS
  return isScore(kind, value) ? { is: 'score', value, from: 'number' } : { is: 'unsure', because: 'off-scale' }
}

/** A csi mail asks for several ratings on its page: which of them a number gives, staff must ask. */
function ratingsIn(text: string, said: Spoken): ReadScore {
  const judged = judgedNumbers({ cut: cutForScore(text, said), marked: said.marked, kind: TO_TEN })
  return judged.some(({ is }) => is !== 'other') ? AMBIGUOUS : { is: 'none' }
}
/** Its scale ends where that of a rating ends. */
const TO_TEN: ScoredKind = 'nps'

const fromWords = (words: number | 'several' | null): ReadScore => {
  if (words === null) return { is: 'none' }
  return words === 'several' ? AMBIGUOUS : { is: 'score', value: words, from: 'words' }
}

const scaleOf = (kind: 'csat' | 'ces' | 'fcr'): readonly (readonly [Wording, number])[] =>
  GRAMMARS.flatMap(({ scales }) => scales[kind]).map(
    ([clause, score]) => [wording(`\\|${clause} \\|`, { alone: true }), score] as const,
  )
const SCALE_WORDS = { csat: scaleOf('csat'), ces: scaleOf('ces'), fcr: scaleOf('fcr') }

/** The customer takes the score back, or only supposes it. */
const RESERVED = wording(
  '(nhưng|tuy|tuy nhiên|mặc dù|dù|nếu|lẽ ra|đáng lẽ|trừ|ngoại trừ|but|however|although|though|except|if|until|unless|hoặc|or)',
)

/** Clause by clause: the score that the words of the scale give; several scores when clauses disagree. */
function scaleWords(said: Spoken, kind: ScoredKind): number | 'several' | null {
  if (kind === 'nps') return null
  const scores = new Set<number>()
  for (const clause of said.words.split('|').filter((each) => each.trim() !== '')) {
    const alone = { words: ` |${clause}| `, marked: said.marked }
    const found = SCALE_WORDS[kind].find(([words]) => placesOf(alone, words).length > 0)
    if (found) scores.add(found[1])
  }
  const [score] = scores
  if (score === undefined) return null
  return scores.size > 1 || says(said, RESERVED) ? 'several' : score
}
