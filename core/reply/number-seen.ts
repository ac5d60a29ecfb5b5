/** A number of a text with what stands around it, and what that makes of the number. */
import type { ScoredKind } from '#core/campaign/survey-definition.ts'
import type { AroundNumber } from '#core/reply/counted-points.ts'
import type { Lexicon } from '#core/reply/score-lexicon.ts'
import type { Clause, Token } from '#core/reply/score-tokens.ts'
import { says, wordings } from '#core/reply/spoken.ts'

/** score: it is a score; doubtful: it may be one; other: it is something else. */
export type Judged = { readonly is: 'score'; readonly value: number } | { readonly is: 'doubtful' } | { readonly is: 'other' }

export const DOUBTFUL: Judged = { is: 'doubtful' }
export const OTHER: Judged = { is: 'other' }

const GIVE_ME = wordings(['cho (tôi|mình|em|anh|chị|tui)'])

/** A character that was lost in transport and cannot be recovered. */
const LOST = '\uFFFD'

export interface Seen {
  readonly clause: Clause
  readonly place: number
  readonly lexicon: Lexicon
  readonly kind: ScoredKind
  readonly marked: boolean
}

export function aroundOf({ clause: { tokens }, place, marked }: Seen, next: number): AroundNumber {
  const said = (some: readonly Token[]) => some.map(({ value }) => value).join(' ')
  return { before: said(tokens.slice(0, place)), after: said(tokens.slice(next)), marked }
}

export const hasDoubt = (tokens: readonly Token[], { doubt }: Lexicon): boolean =>
  tokens.some(({ kind, value }) => kind === 'word' && doubt.has(value))

/** Only idle words before it, and no second number. */
export function isIdle({ clause, lexicon }: Seen, from: number, to: number): boolean {
  return clause.tokens
    .slice(from, to)
    .every(
      ({ kind, value }) =>
        (kind === 'sign' && value !== LOST) ||
        (kind === 'word' && !lexicon.doubt.has(value) && (lexicon.idle.has(value) || lexicon.unit.has(value))),
    )
}

/** From here on only idle words, up to the end or to a word that opens a reason. */
export function followsWell({ clause, lexicon }: Seen, from: number): boolean {
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
export function isCounted({ clause, place, lexicon }: Seen): boolean {
  const after = clause.tokens[place + 1]
  if (after?.kind !== 'word') return false
  const { unit, idle, reason, doubt } = lexicon
  return ![unit, idle, reason, doubt].some((known) => known.has(after.value))
}

/** "cho tôi 2": the customer asks for two of something. */
export function isGiveMe({ clause, place, marked }: Seen): boolean {
  const before = clause.tokens.slice(Math.max(0, place - 2), place).map(({ value }) => value)
  return GIVE_ME.some((each) => says({ words: ` ${before.join(' ')} `, marked }, each))
}
