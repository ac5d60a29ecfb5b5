/** Judges every number of a text: a score, something else, or a reason to ask staff. */
import type { ScoredKind } from '#core/campaign/survey-definition.ts'
import { fractionDates, pointsCount } from '#core/reply/counted-points.ts'
import {
  aroundOf,
  DOUBTFUL,
  followsWell,
  hasDoubt,
  isCounted,
  isGiveMe,
  isIdle,
  type Judged,
  OTHER,
  type Seen,
} from '#core/reply/number-seen.ts'
import { numberWord, signsLetter } from '#core/reply/number-words.ts'
import { GRAMMARS } from '#core/reply/score-grammar.ts'
import { lexiconFor } from '#core/reply/score-lexicon.ts'
import type { Clause, CutText, Token } from '#core/reply/score-tokens.ts'
import { says, spoken, type Wording, wordings } from '#core/reply/spoken.ts'
import { SCALES } from '#core/survey/scale.ts'

const HYPOTHETICAL: readonly Wording[] = wordings(GRAMMARS.flatMap(({ hypothetical }) => hypothetical))
const STARS = new Set(['sao', 'star', 'stars', '*', '⭐', '★', '☆', '🌟'])
/** Attached to the number, before or behind it: money, percent, degrees, ordinals. */
const OTHER_THINGS = /^[#$€£₫¥%°№_@§^]$/
const BOUNDS = /^[+~<>≥≤≈±]$/
export interface NumbersAsked {
  readonly cut: CutText
  readonly marked: boolean
  readonly kind: ScoredKind
}

export function judgedNumbers({ cut, marked, kind }: NumbersAsked): readonly Judged[] {
  const lexicon = lexiconFor({ marked })
  const listed = listMarkers(cut)
  const nothingElse = cut.clauses.every(({ tokens }) =>
    tokens.every(
      ({ kind: what, value }) =>
        what === 'sign' || lexicon.idle.has(value) || lexicon.unit.has(value) || lexicon.numbers.has(value),
    ),
  )
  const hasDigits = cut.clauses.some(({ tokens }) => tokens.some((token) => token.kind === 'number' && !listed.has(token)))
  return cut.clauses.flatMap((clause, at) =>
    clause.tokens.flatMap((token, place): readonly Judged[] => {
      if (listed.has(token)) return []
      const seen = { clause, place, lexicon, kind, marked }
      const judged =
        token.kind === 'number'
          ? digits(seen)
          : token.kind === 'word' && lexicon.numbers.has(token.value)
            ? numberWord({ ...seen, nothingElse, hasDigits, first: at === 0, signs: signsLetter(cut, at, lexicon) })
            : null
      if (judged === null) return []
      return [judged.is === 'score' && isHypothetical(cut, clause, marked) ? DOUBTFUL : judged]
    }),
  )
}

function digits(seen: Seen): Judged {
  const { clause, place, lexicon, kind } = seen
  const { tokens } = clause
  const token = tokens[place]
  if (!token) return OTHER
  const before = tokens[place - 1]
  const after = tokens[place + 1]
  const gluedBefore = before !== undefined && before.end === token.start ? before : null
  const gluedAfter = after !== undefined && after.start === token.end ? after : null

  if (gluedBefore?.kind === 'word' && !lexicon.unit.has(gluedBefore.value)) return OTHER
  if (gluedBefore?.value === '-') return tokens[place - 2]?.kind === 'word' ? OTHER : DOUBTFUL
  if (gluedAfter?.value === '-') return DOUBTFUL
  if (OTHER_THINGS.test(gluedBefore?.value ?? '') || OTHER_THINGS.test(gluedAfter?.value ?? '') || after?.value === '%')
    return OTHER
  if (BOUNDS.test(before?.value ?? '') || BOUNDS.test(gluedAfter?.value ?? '')) return DOUBTFUL
  if (before?.kind === 'word' && lexicon.label.has(before.value)) return OTHER
  if (token.value.includes('/')) return fraction(seen)
  if (after && STARS.has(after.value)) return kind === 'csat' ? withUnit(seen, place + 2) : DOUBTFUL
  // "8đ", "cho 8 đ": no customer asks for eight đồng.
  const shortUnit = after?.kind === 'word' && /^[dđ]$/.test(after.value)
  if (gluedAfter?.kind === 'word' && !lexicon.unit.has(gluedAfter.value) && !shortUnit) return OTHER

  if (/[.,]/.test(token.value)) return isCounted(seen) ? OTHER : DOUBTFUL
  if (token.value.length >= 4) return OTHER
  if (after?.kind === 'word' && (lexicon.unit.has(after.value) || shortUnit)) return withUnit(seen, place + 2)
  if (isCounted(seen)) return OTHER
  return isIdle(seen, 0, place) && followsWell(seen, place + 1) && !isGiveMe(seen) ? scoreOf(token) : DOUBTFUL
}

/** A leading zero belongs to a phone number or a date. */
const scoreOf = ({ value }: Token): Judged => (/^(0|[1-9]\d*)$/.test(value) ? { is: 'score', value: Number(value) } : DOUBTFUL)

function fraction(seen: Seen): Judged {
  const { clause, place, lexicon, kind } = seen
  const [part = '', whole = '', ...more] = clause.tokens[place]?.value.split('/') ?? []
  if (more.length > 0) return OTHER
  if (!/^\d{1,2}$/.test(part)) return DOUBTFUL
  const dated = fractionDates(aroundOf(seen, place + 1))
  if (dated !== null) return dated === 'counted' ? OTHER : DOUBTFUL
  if (Number(whole) !== SCALES[kind].highest) return DOUBTFUL
  return hasDoubt(clause.tokens.slice(0, place), lexicon) ? DOUBTFUL : { is: 'score', value: Number(part) }
}

/** "9 điểm": the text before may be anything that casts no doubt; the text behind must be the end, a reason, or idle words. */
function withUnit(seen: Seen, next: number): Judged {
  const { clause, place, lexicon } = seen
  const token = clause.tokens[place]
  if (!token) return DOUBTFUL
  const listFollows = clause.endedBy === ':' && clause.tokens.length === next
  const counted = pointsCount(aroundOf(seen, next), { value: Number(token.value), listFollows })
  if (counted !== null) return counted === 'counted' ? OTHER : DOUBTFUL
  if (hasDoubt(clause.tokens.slice(0, place), lexicon) || !followsWell(seen, next)) return DOUBTFUL
  return scoreOf(token)
}

function isHypothetical(cut: CutText, clause: Clause, marked: boolean): boolean {
  if (cut.asks.has(clause.sentence)) return true
  const { words } = spoken(cut.sentences[clause.sentence] ?? '')
  return HYPOTHETICAL.some((each) => says({ words, marked }, each))
}

/** "1. ... 2. ..." at the beginnings of lines: the numbers of a list. A single "1." before words may be one too. */
function listMarkers({ clauses }: CutText): ReadonlySet<Token> {
  const markers = clauses.flatMap((clause, at) => {
    const [only, ...more] = clause.tokens
    const goesOn = clauses[at + 1]?.opensLine === false
    return only?.kind === 'number' && more.length === 0 && clause.opensLine && /[.)]/.test(clause.endedBy) && goesOn ? [only] : []
  })
  return markers.length > 1 || markers[0]?.value === '1' ? new Set(markers) : new Set()
}
