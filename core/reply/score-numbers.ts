/** Judges every number of a text: a score, something else, or a reason to ask staff. */
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { type AroundNumber, fractionDates, pointsCount } from '#core/reply/counted-points.ts'
import { GRAMMARS } from '#core/reply/score-grammar.ts'
import { type Lexicon, lexiconFor } from '#core/reply/score-lexicon.ts'
import type { Clause, CutText, Token } from '#core/reply/score-tokens.ts'
import { says, spoken, type Wording, wordings } from '#core/reply/spoken.ts'
import { SCALES } from '#core/survey/scale.ts'

/** score: it is a score; doubtful: it may be one; other: it is something else. */
export type Judged = { readonly is: 'score'; readonly value: number } | { readonly is: 'doubtful' } | { readonly is: 'other' }

const DOUBTFUL: Judged = { is: 'doubtful' }
const OTHER: Judged = { is: 'other' }

const HYPOTHETICAL: readonly Wording[] = wordings(GRAMMARS.flatMap(({ hypothetical }) => hypothetical))
const GIVE_ME = wordings(['cho (tôi|mình|em|anh|chị|tui)'])

/** Without marks these are other words too (not, father, year, after), so alone they are no number. English "one" is the same kind of word. */
const OTHER_WORDS_TOO = new Set(['khong', 'ba', 'nam', 'sau', 'không', 'one'])

const STARS = new Set(['sao', 'star', 'stars', '*', '⭐', '★', '☆', '🌟'])
/** Attached to the number, before or behind it: money, percent, degrees, ordinals. */
const OTHER_THINGS = /^[#$€£₫¥%°№_@§^]$/
const BOUNDS = /^[+~<>≥≤≈±]$/
/** A character that was lost in transport and cannot be recovered. */
const LOST = '\uFFFD'

export interface NumbersAsked {
  readonly cut: CutText
  readonly marked: boolean
  readonly kind: SurveyKind
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

interface Seen {
  readonly clause: Clause
  readonly place: number
  readonly lexicon: Lexicon
  readonly kind: SurveyKind
  readonly marked: boolean
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

function aroundOf({ clause: { tokens }, place, marked }: Seen, next: number): AroundNumber {
  const said = (some: readonly Token[]) => some.map(({ value }) => value).join(' ')
  return { before: said(tokens.slice(0, place)), after: said(tokens.slice(next)), marked }
}

interface WordSeen extends Seen {
  /** The message holds only numbers in words. */
  readonly nothingElse: boolean
  readonly hasDigits: boolean
  /** It stands in the first clause. */
  readonly first: boolean
  /** It stands where a writer signs. */
  readonly signs: boolean
}

function numberWord(seen: WordSeen): Judged | null {
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
function signsLetter({ clauses }: CutText, at: number, { farewell }: Lexicon): boolean {
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

const hasDoubt = (tokens: readonly Token[], { doubt }: Lexicon): boolean =>
  tokens.some(({ kind, value }) => kind === 'word' && doubt.has(value))

/** Only idle words before it, and no second number. */
function isIdle({ clause, lexicon }: Seen, from: number, to: number): boolean {
  return clause.tokens
    .slice(from, to)
    .every(
      ({ kind, value }) =>
        (kind === 'sign' && value !== LOST) ||
        (kind === 'word' && !lexicon.doubt.has(value) && (lexicon.idle.has(value) || lexicon.unit.has(value))),
    )
}

/** From here on only idle words, up to the end or to a word that opens a reason. */
function followsWell({ clause, lexicon }: Seen, from: number): boolean {
  for (const { kind, value } of clause.tokens.slice(from)) {
    if (kind === 'number' || value === LOST) return false
    if (kind === 'sign') continue
    if (lexicon.doubt.has(value)) return false
    if (lexicon.reason.has(value)) return true
    if (!lexicon.idle.has(value)) return false
  }
  return true
}

/** A word that the grammar does not know follows directly: the number counts it. */
function isCounted({ clause, place, lexicon }: Seen): boolean {
  const after = clause.tokens[place + 1]
  if (after?.kind !== 'word') return false
  const { unit, idle, reason, doubt } = lexicon
  return ![unit, idle, reason, doubt].some((known) => known.has(after.value))
}

/** "cho tôi 2": the customer asks for two of something. */
function isGiveMe({ clause, place, marked }: Seen): boolean {
  const before = clause.tokens.slice(Math.max(0, place - 2), place).map(({ value }) => value)
  return GIVE_ME.some((each) => says({ words: ` ${before.join(' ')} `, marked }, each))
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
