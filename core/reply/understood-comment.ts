/**
 * Whether staff need not read the words beside a score, or in place of one. A comment is understood only when every word of it is known, clause by
 * clause: politeness alone, or praise and its subject. One unknown word may be a broken lid, a new address or a wish, and no list of those is
 * complete. So a comment that is not understood goes to staff, and the score counts all the same.
 */
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import type { CommentVocabulary } from '#core/reply/comment-vocabulary.ts'
import { ENGLISH_COMMENTS } from '#core/reply/comment-words-en.ts'
import { VIETNAMESE_COMMENTS } from '#core/reply/comment-words-vi.ts'
import { withoutWritersName } from '#core/reply/names-beside-words.ts'
import { isKindClause } from '#core/reply/plain-thanks.ts'
import type { ReadScore } from '#core/reply/read-score.ts'
import { withoutEmphasis } from '#core/reply/score-asides.ts'
import { lexiconFor } from '#core/reply/score-lexicon.ts'
import { isHedged, isSettledClause } from '#core/reply/settled-words.ts'
import { type Heard, placesOf, type Spoken, says, spoken, type Wording, wordForm, wording, wordings } from '#core/reply/spoken.ts'
import { isDejected, isScornful } from '#core/reply/tone-glyphs.ts'
import { SCALES } from '#core/survey/scale.ts'

/** A longer comment tells a story. */
const LONGEST = 1_000

const TABLES: readonly CommentVocabulary[] = [VIETNAMESE_COMMENTS, ENGLISH_COMMENTS]

interface Known {
  readonly idle: ReadonlySet<string>
  readonly topics: ReadonlySet<string>
  readonly praise: ReadonlySet<string>
  readonly deeds: ReadonlySet<string>
  readonly much: ReadonlySet<string>
  readonly softEnds: ReadonlySet<string>
}
type WordTable = keyof Known

function knownWords({ marked }: { readonly marked: boolean }): Known {
  const form = wordForm({ marked })
  const set = (table: WordTable) =>
    new Set(
      TABLES.flatMap(({ [table]: listed, markedOnly }) =>
        listed
          .filter((word) => !word.includes(' ') && (marked || !markedOnly.includes(word)))
          .map((word) => form(word.normalize('NFC'))),
      ),
    )
  return {
    idle: set('idle'),
    topics: set('topics'),
    praise: set('praise'),
    deeds: set('deeds'),
    much: set('much'),
    softEnds: set('softEnds'),
  }
}
const KNOWN = { marked: knownWords({ marked: true }), unmarked: knownWords({ marked: false }) }

const phrasesOf = (table: 'idle' | 'topics' | 'praise') =>
  TABLES.flatMap(({ [table]: listed }) => listed.filter((word) => word.includes(' ')))
const IDLE_PHRASES = wordings(phrasesOf('idle'))
const TOPIC_PHRASES = wordings(phrasesOf('topics'))
const PRAISE_PHRASES = wordings([...phrasesOf('praise'), ...TABLES.flatMap(({ praisePhrases }) => praisePhrases)])
const STORY_PHRASES = wordings(TABLES.flatMap(({ storyPhrases }) => storyPhrases))
const SCALE_PHRASES = wordings(TABLES.flatMap(({ scalePhrases }) => scalePhrases))

/** The customer asks for a thing by name: "cho mình trà ngon nhé". */
const GIVE_ME = wording('\\|( (dạ|shop|em|bạn|ad|chị|anh)){0,2} cho (mình|tôi|em|anh|chị|tui) [^ |]+')
const STARS = wording('(sao|star|stars)')
const BETWEEN_SCORE_AND_TOP = wordings(['trên', 'out of', 'over', 'of'])

export interface CommentRead {
  readonly text: string
  readonly score: ReadScore
  readonly kind: SurveyKind
}

export function isUnderstood({ text, ...read }: CommentRead): boolean {
  const heard = heardIn(text)
  return heard !== null && clausesOf(heard).every((clause) => isClauseUnderstood(clause, read))
}

/** Words without a score that say that all is well, or agree, and hold nothing else; an empty text says nothing. */
export function isContented(text: string): boolean {
  const heard = text.trim() === '' ? null : heardIn(text)
  if (heard === null || isHedged(heard)) return false
  return clausesOf(heard).every((clause) => isSettledClause(clause) || isClauseUnderstood(clause, NO_SCORE))
}

const NO_SCORE = { score: { is: 'none' }, kind: 'nps' } as const

/** Null for what a person reads whatever its words: a long story, scorn, a question, a link. */
function heardIn(text: string): Spoken | null {
  if (text.length > LONGEST || isScornful(text) || isDejected(text)) return null
  const plain = withoutEmphasis(withoutWritersName(text))
  return /[?\uFFFD@]|https?:|www\./.test(plain) ? null : spoken(plain)
}

const clausesOf = ({ words, marked }: Spoken): readonly Heard[] =>
  words.split('|').flatMap((clause) => (clause.trim() === '' ? [] : [{ words: ` |${clause}| `, marked }]))

type ScoreRead = Pick<CommentRead, 'score' | 'kind'>

const isSaidInWords = (score: ReadScore) => score.is === 'score' && score.from === 'words'

function isClauseUnderstood(clause: Heard, read: ScoreRead): boolean {
  if (isKindClause(clause)) return true
  if (says(clause, GIVE_ME)) return false
  const words = clause.words.trim().split(' ').slice(1, -1)
  const known = clause.marked ? KNOWN.marked : KNOWN.unmarked
  const scores = scoreWords(words, clause, read)
  const covered = (table: readonly Wording[]) => coveredWords(clause, table)
  const praised = covered(PRAISE_PHRASES)
  const told = covered([...IDLE_PHRASES, ...STORY_PHRASES, ...(isSaidInWords(read.score) ? SCALE_PHRASES : [])])
  const about = covered(TOPIC_PHRASES)
  const roles = words.map((word, at): Role => {
    if (praised.has(at)) return 'praise'
    if (scores.has(at) || told.has(at) || known.idle.has(word)) return 'idle'
    if (known.praise.has(word)) return 'praise'
    return about.has(at) || known.topics.has(word) ? 'topic' : 'unknown'
  })
  if (roles.includes('unknown')) return false
  // A score is given to something: "chăm sóc khách hàng 10/10".
  if (!roles.includes('praise') && scores.size === 0) return !roles.includes('topic')
  return !isWish(words, known)
}

type Role = 'idle' | 'praise' | 'topic' | 'unknown'

/** "Giao nhanh nhé" is a wish; "giao nhanh lắm nhé" is praise. */
const isWish = (words: readonly string[], { deeds, much, softEnds }: Known): boolean => {
  const calls = new Set(['shop', 'em', 'ban', 'bạn', 'ad', 'ạ', 'a'])
  const last = words.findLast((word) => !calls.has(word))
  return (
    last !== undefined && softEnds.has(last) && words.some((word) => deeds.has(word)) && !words.some((word) => much.has(word))
  )
}

/** The places of the words that a table knows. */
function coveredWords(clause: Heard, table: readonly Wording[]): ReadonlySet<number> {
  const covered = new Set<number>()
  for (const each of table)
    for (const { at, end } of placesOf(clause, each)) {
      // A blank, the bar and a blank stand before the first word.
      const first = clause.words.slice(0, at).split(' ').length - 3
      const count = clause.words.slice(at, end).split(' ').length
      for (let n = 0; n < count; n++) covered.add(first + n)
    }
  return covered
}

/** The score as it stands in this clause, with its unit, the top of its scale, and the words that give it. */
function scoreWords(words: readonly string[], clause: Heard, { score, kind }: ScoreRead): ReadonlySet<number> {
  const found = new Set<number>()
  if (score.is !== 'score' || kind === 'csi') return found
  const { numbers, unit, idle } = lexiconFor(clause)
  const form = wordForm(clause)
  const isNumber = (word: string | undefined, value: number) =>
    word !== undefined &&
    (word === String(value) || numbers.get(word) === value || [`${value}đ`, `${value}d`].some((each) => form(each) === word))
  const between = coveredWords(clause, BETWEEN_SCORE_AND_TOP)
  const stars = coveredWords(clause, [STARS])
  for (const [at, word] of words.entries()) {
    if (!isNumber(word, score.value)) continue
    found.add(at)
    let next = at + 1
    while (unit.has(words[next] ?? '') || stars.has(next) || ['d', 'đ'].includes(words[next] ?? '')) found.add(next++)
    let top = next
    while (between.has(top)) top += 1
    if (isNumber(words[top], SCALES[kind].highest)) for (let n = next; n <= top; n++) found.add(n)
  }
  // "Tôi cho 9 điểm", "I'd say 9": the words that give the score say nothing else.
  const givesOnly = words.every((word, at) => found.has(at) || idle.has(word) || unit.has(word))
  if (found.size > 0 && givesOnly) for (const at of words.keys()) found.add(at)
  else if (found.size > 0) for (const [at, word] of words.entries()) if (unit.has(word) || GIVING.has(word)) found.add(at)
  return found
}
const GIVING = new Set(['cho', 'cham', 'chấm', 'vote', 'điểm', 'diem', 'id', 'would', 'give', 'say'])
