/**
 * "Stop" in customers' words: the whole message is one of the words ("STOP", "hủy", "TC"), or a clear sentence says so. A question stops nothing,
 * unless it asks us to stop. A false stop takes away what a customer wants; a lost stop breaks the law. So a likely stop whose object is not clear
 * goes to staff.
 */
import { folded } from '#core/customer/written-text.ts'
import { stopAlone } from '#core/reply/opt-out-alone.ts'
import { LIKELY, LIKELY_MARKED } from '#core/reply/opt-out-likely.ts'
import { meaningOf } from '#core/reply/opt-out-meaning.ts'
import { SENTENCES } from '#core/reply/opt-out-sentences.ts'
import { clauseEnd } from '#core/reply/opt-out-surroundings.ts'
import type { Meaning } from '#core/reply/opt-out-telling.ts'
import { PROTESTS, REFUSALS, STOPPED_BEFORE } from '#core/reply/protest-words.ts'
import {
  type Place,
  placesOf,
  type Spoken,
  says,
  sentenceAt,
  type Wording,
  wording,
  wordings,
  writtenAt,
} from '#core/reply/spoken.ts'

export interface OptOut {
  /** All mail is to stop, not only this kind. */
  readonly all: boolean
  /** The consent itself is withdrawn, in express words. */
  readonly withdrawal: boolean
  /** The customer's words that say so. */
  readonly said: string
}

const WITHDRAWALS = wordings([
  `(rút|rút lại|hủy|hủy bỏ|thu hồi)( lại)?( sự| việc)? đồng ý`,
  `(withdraw|revoke|retract|withdrawing|revoking)( all)? (my|our|any)( [^ |]+){0,2} consent`,
])

/** The customer wants our letters again. */
const BACK_AGAIN = wording(
  '(đăng ký lại|nhận lại|nhận tiếp|mở lại|gửi lại cho|sign me up again|resubscribe|re subscribe|subscribe me again|add me back)',
)

const WHY = wording('((?<!(không|làm|ra|[0-9]) )sao|why|how come)')
/** A question that asks us to stop. */
const PLEA = wording(
  '(được không|được chứ|được chưa|giúp|giùm|dùm|vui lòng|làm ơn|nhờ|(cho|cho tôi|cho mình|cho em|xin|xin hãy) (hủy|ngừng|dừng|bỏ|rút|đừng)|' +
    'làm sao|làm thế nào|cách nào|hiểu không|hiểu chưa|nghe không|ok|okay|please|(can|could|would|will|may) (you|i|we)|(how|where) (do|can|to|could)|is there (a|any) way)',
)

const ALL = wording(
  '(tất cả|toàn bộ|mọi|mọi thứ|bất kỳ|bất cứ|hết( đi| luôn| nhé| nha| ạ| giúp| giùm| các| những| mọi| cho)? \\||gì nữa|gì cả|chi nữa|cái gì|' +
    'để( cho)? (tôi|mình|tui|em|anh|chị|chúng tôi) yên|all|any|anything|everything|every|stopall|ever again|never contact|leave me alone)',
)
const ANY_MORE = / any (more|longer)(?= )/g
/** One kind is named: "all surveys" are not all mails. */
const ONE_KIND = wording(
  '(khảo sát|hỏi|hỏi han|bảng hỏi|quảng cáo|qc|khuyến mãi|surveys?|questionnaires?|promotions?|promotional|ads|adverts?|advertising|marketing|greetings?|newsletters?)',
)

interface Table {
  readonly sentences: readonly Wording[]
  /** A question counts as well. */
  readonly asked?: boolean
}
const TABLES: readonly Table[] = [
  { sentences: STOPPED_BEFORE, asked: true },
  { sentences: SENTENCES },
  { sentences: REFUSALS },
  { sentences: PROTESTS, asked: true },
]

/** The stop that was said, or null. The whole message is read first, then the sentences in the order of their tables. */
export function optOutIn(text: Spoken): OptOut | null {
  const withdrawn = placeOf(text, { sentences: WITHDRAWALS }, STOP)
  if (withdrawn) return { all: true, withdrawal: true, said: writtenAt(text, withdrawn) }
  const alone = stopAlone(text)
  const place = alone && !isQuestion(text, alone) ? alone : sentenceOfStop(text)
  if (!place) return null
  const around = text.words.slice(Math.max(0, place.at - 30), place.end + 30).replace(ANY_MORE, '')
  const near = { words: around, marked: text.marked }
  return { all: says(near, ALL) && !says(near, ONE_KIND), withdrawal: false, said: writtenAt(text, place) }
}

/** A stop may be meant without an object, or a clear stop stands among other words. Checked where `optOutIn` finds none. */
export const mayAskToStop = (text: Spoken): boolean =>
  placeOf(text, { sentences: text.marked ? [...LIKELY, ...LIKELY_MARKED] : LIKELY }, ['stop', 'unsure']) !== null ||
  TABLES.some((table) => placeOf(text, table, ['unsure']) !== null)

const STOP: readonly Meaning[] = ['stop']

function sentenceOfStop(text: Spoken): Place | null {
  if (says(text, BACK_AGAIN)) return null
  const bare = isMostlyBare(text) ? withoutMarks(text) : null
  for (const table of TABLES) {
    const place = placeOf(text, table, STOP) ?? (bare && placeOf(bare, table, STOP))
    if (place) return place
  }
  return null
}

/** "Dung gui mail nua nhé": phone keyboards set marks on some words only. */
const isMostlyBare = ({ words, marked }: Spoken): boolean => {
  if (!marked) return false
  const all = words.split(' ').filter((word) => /\p{L}/u.test(word))
  return all.filter((word) => folded(word) !== word).length * 3 <= all.length
}

const withoutMarks = (text: Spoken): Spoken => ({
  ...text,
  words: ` ${text.words.trim().split(' ').map(folded).join(' ')} `,
  marked: false,
})

/** More places of one wording than this are not a person's, and would be slow to check. */
const MOST_PLACES = 20

/** The first place with one of these meanings. */
function placeOf(text: Spoken, { sentences, asked = false }: Table, meanings: readonly Meaning[]): Place | null {
  for (const sentence of sentences) {
    const place = placesOf(text, sentence)
      .slice(0, MOST_PLACES)
      .find((each) => (asked || !isQuestion(text, each)) && meanings.includes(meaningOf(text, each)))
    if (place) return place
  }
  return null
}

/** A "why" in its clause, or a question mark behind its sentence that is no plea. */
function isQuestion(text: Spoken, place: Place): boolean {
  const { words, marked } = text
  // A wording may begin with the end of the previous clause.
  const clause = words.slice(words.lastIndexOf('|', place.at) + 1, clauseEnd(words, place.end))
  if (says({ words: clause, marked }, WHY)) return true
  const sentence = sentenceAt(text, place)
  return sentence.asks && !says(sentence, PLEA)
}
