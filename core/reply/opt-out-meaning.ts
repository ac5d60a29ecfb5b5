/** Whether a sentence of "stop" is meant, and is about our letters and not about a call or a parcel. In doubt staff read it. */
import { SOFT } from '#core/reply/opt-out-grammar.ts'
import { type Surroundings, surroundings } from '#core/reply/opt-out-surroundings.ts'
import { isDenied, isToldToReaders, type Meaning, toldMeaning } from '#core/reply/opt-out-telling.ts'
import {
  BY_MAIL_INSTEAD,
  CALLS,
  CLASSES,
  FETCHED,
  GOODS,
  LETTERING,
  LETTERS,
  MARKED_GOODS,
  OF_MAIL,
  OLD,
  RECEIPTS,
  TEXTS,
} from '#core/reply/opt-out-things.ts'
import { type Heard, type Place, placesOf, type Spoken, says, wording } from '#core/reply/spoken.ts'

/** A demand without an object may be meant for a courier or a kettle. */
const UNNAMED = wording(
  `(make (it|this|these|them) stop|(asked|told|begged) them( [^ |]+){0,3} to stop|(sending|mailing) (them|these|those)|\\|( (xin|vui lòng|làm ơn|thôi|hãy)){0,3} (dừng|ngừng|ngưng)( lại)?( ${SOFT}){1,3} \\|)`,
)
const NO_NEED = wording('(không cần|khỏi|miễn|can stop|no need)')
/** "Đừng gọi cho tôi nữa", with no further word. */
const NEVER_CALL = wording(
  '\\|( xin| làm ơn| vui lòng)? đừng (gọi|gọi điện)( lại)? cho (tôi|mình|tui|em|anh|chị) nữa( nhé| nha| ạ| đi)? \\|',
  { alone: true },
)

/** "Không nhận nữa" is about goods as soon as the message names goods anywhere. */
const TAKEN_IN = wording('(nhận|want|need|từ chối)')
/** Verbs that do not name the object of a stop, unlike the words of a survey, of a list or of being bothered. */
const NAMES_NOTHING = wording(
  '(gửi|nhận|send|want|need|từ chối|xóa|gỡ|bỏ|remove|delete|cancel|hủy đăng ký|stop (it|this|these|that|them|the)|refrain)',
)

export function meaningOf(text: Spoken, place: Place): Meaning {
  const around = surroundings(text, place)
  if (isDenied(around)) return 'none'
  if (isToldToReaders(around)) return 'none'
  const told = toldMeaning(around)
  if (told !== 'stop') return told
  return isOfSomethingElse(around) ? 'unsure' : 'stop'
}

function isOfSomethingElse(around: Surroundings): boolean {
  const { said, clause, sentence, beside, message, rest } = around
  if (says(said, CALLS) && !says(said, LETTERS)) return !says(message, NEVER_CALL) || message.words.split('|').length > 3
  if (says(said, TEXTS) && (says(rest, BY_MAIL_INSTEAD) || says(said, OLD))) return true
  if (says(said, NO_NEED) && says(said, TEXTS) && !says(said, LETTERS)) return true
  if (says(said, OLD) && says(rest, BY_MAIL_INSTEAD)) return true
  if (says(clause, RECEIPTS) || says(clause, LETTERING)) return true
  if (says(said, UNNAMED)) return !says(rest, OF_MAIL)
  if (firstIsLetters(said)) return false
  if (says(sentence, CLASSES) && !says(sentence, LETTERS)) return true
  // "The tea is good, but as for mail, no more."
  if (says(clause, LETTERS) && !isOfGoods(clause)) return false
  if (!says(said, LETTERS) && isOfGoods(sentence)) return true
  if (!says(said, NAMES_NOTHING) || says(said, OF_MAIL)) return false
  return says(rest, FETCHED) || isOfGoods(says(said, TAKEN_IN) ? message : beside)
}

/** "Đừng gửi mail về đơn hàng nữa" is about mail; "đừng gửi hộp không báo tin nữa" is about a box. */
function firstIsLetters(said: Heard): boolean {
  const letters = placesOf(said, LETTERS)[0]?.at
  const goods = [GOODS, ...(said.marked ? [MARKED_GOODS] : [])].flatMap((each) => placesOf(said, each).slice(0, 1))
  return letters !== undefined && goods.every(({ at }) => letters <= at)
}

const isOfGoods = (text: Heard): boolean => says(text, GOODS) || (text.marked && says(text, MARKED_GOODS))
