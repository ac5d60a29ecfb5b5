/** Judges a number that is written as a word: most such words are something else too, a name above all. */
import { pointsCount } from '#core/reply/counted-points.ts'
import {
  aroundOf,
  DOUBTFUL,
  followsWell,
  hasDoubt,
  isGiveMe,
  isIdle,
  type Judged,
  OTHER,
  type Seen,
} from '#core/reply/number-seen.ts'
import type { Lexicon } from '#core/reply/score-lexicon.ts'
import type { Clause, CutText } from '#core/reply/score-tokens.ts'

/** Without marks these are other words too (not, father, year, after), so alone they are no number. English "one" is the same kind of word. */
const OTHER_WORDS_TOO = new Set(['khong', 'ba', 'nam', 'sau', 'không', 'one'])

interface WordSeen extends Seen {
  /** The message holds only numbers in words. */
  readonly nothingElse: boolean
  readonly hasDigits: boolean
  /** It stands in the first clause. */
  readonly first: boolean
  /** It stands where a writer signs. */
  readonly signs: boolean
}

export function numberWord(seen: WordSeen): Judged | null {
  const { clause, place, lexicon, nothingElse, hasDigits, first, signs, marked } = seen
  const { tokens } = clause
  const word = tokens[place]?.value ?? ''
  const before = tokens[place - 1]
  const after = tokens[place + 1]
  const value = lexicon.numbers.get(word)
  if (value === undefined) return null
  const hasUnit = after?.kind === 'word' && (lexicon.unit.has(after.value) || after.value === 'đ')
  const comesAfterUnit = before?.kind === 'word' && lexicon.unit.has(before.value)
  const neighbour = [before, after, tokens[place + 2]].some(
    (each) => each !== undefined && (each.kind === 'number' || (lexicon.numbers.has(each.value) && each.value !== 'không')),
  )
  if (hasUnit || comesAfterUnit) {
    if (neighbour || (before?.kind === 'word' && lexicon.label.has(before.value))) return DOUBTFUL
    const next = place + (hasUnit ? 2 : 1)
    const listFollows = clause.endedBy === ':' && tokens.length === next
    const counted = pointsCount(aroundOf(seen, next), { value, listFollows })
    if (counted !== null) return counted === 'counted' ? OTHER : DOUBTFUL
    return hasDoubt(tokens.slice(0, place), lexicon) || !followsWell(seen, next) ? DOUBTFUL : { is: 'score', value }
  }
  if (OTHER_WORDS_TOO.has(word)) return null
  const alone = isIdle(seen, 0, place) && followsWell(seen, place + 1) && !isGiveMe(seen)
  const isAnswer =
    nothingElse ||
    (first && alone && (marked || /^(two|three|four|five|six|seven|eight|nine|ten|chin|muoi)$/.test(word)) && word !== 'hai')
  const explainsDigits = hasDigits && !clause.opensLine && isBare(clause)
  if (!alone || !(isAnswer || explainsDigits)) return null
  if (signs || isNamed(seen)) return hasDigits ? null : DOUBTFUL
  return neighbour ? DOUBTFUL : { is: 'score', value }
}

const isBare = ({ tokens }: Clause): boolean => tokens.filter(({ kind }) => kind !== 'sign').length === 1

/** "Cảm ơn, / Bảy": the last clause, behind a thanks or a farewell. */
export function signsLetter({ clauses }: CutText, at: number, { farewell }: Lexicon): boolean {
  const [clause, before] = [clauses[at], clauses[at - 1]]
  if (clause === undefined || before === undefined || at < clauses.length - 1) return false
  return isBare(clause) && before.tokens.some(({ value }) => farewell.has(value))
}

/** "Anh Bảy", "tôi là Bảy"; but "điểm là bảy" is a score. */
function isNamed({ clause: { tokens }, place, lexicon }: Seen): boolean {
  const before = tokens[place - 1]
  if (before === undefined || !lexicon.title.has(before.value)) return false
  return !tokens.slice(0, place).some(({ value }) => lexicon.unit.has(value))
}
