/**
 * Only thanks and good wishes: staff need not act. Every clause must be made of known words, because an unknown word may be a broken cup: "Thanks,
 * the lid is gone" is for staff.
 */

import { SHORT_CALLS } from '#core/reply/chat-spellings.ts'
import { isPersonName, mayBeName, mayBeOrdinary } from '#core/reply/person-names.ts'
import { type Heard, says, spoken, type Wording, wording } from '#core/reply/spoken.ts'
import { isScornful } from '#core/reply/tone-glyphs.ts'

const many = (words: string, most: number) => `( (${words})){0,${most}}`

const WHO =
  'tôi|mình|em|anh|chị|tui|con|cô|chú|bác|chúng tôi|chúng mình|gia đình|gia đình mình|cả nhà|nhà mình|shop|ad|admin|add|bạn|các bạn|mọi người|quý|' +
  `công ty|quý công ty|đội ngũ|team|nhân viên|bên|của|${SHORT_CALLS.join('|')}`
const SMALL =
  'dạ|vâng|ạ|ok|oke|okie|okay|ừ|à|ôi|ui|ơi|wow|hihi|haha|hehe|nhé|nha|nhá|nhen|nghen|nè|á|luôn|rồi|đã|lại|và|cũng|thật|rất|nhen|vậy'
const MUCH = 'nhiều|lắm|quá|rất nhiều|thật nhiều|vô cùng|ghê|thật sự|một lần nữa'
const FILLING = `${SMALL}|${WHO}|${MUCH}|xin|chân thành|thành thật|thật lòng|so much|very much`
const DAY = 'sinh nhật|năm mới|8 3|20 10|20 11|tết|xuân|giáng sinh|kỷ niệm|ngày|ngày lễ|cuối tuần|ngày mới'
const GIFT =
  'lời chúc|lời hỏi thăm|lời thăm hỏi|món quà|quà|quà tặng|tình cảm|sự quan tâm|tấm lòng|voucher|phiếu quà|thiệp|tấm thiệp|thư|bức thư'
const FOND = 'dễ thương|ý nghĩa|ấm áp|đáng yêu|đẹp|tuyệt vời|xinh|những|các|một|tới|đến|cho|này|nhỏ|xinh xắn'
const DID =
  'gửi|gửi tặng|tặng|nhớ|nhớ đến|nhớ tới|quan tâm|chúc|chúc mừng|hỏi thăm|thăm hỏi|chăm sóc|dành|hỗ trợ|phục vụ|tư vấn|giúp đỡ|giúp|đồng hành|thông báo|báo'
const LUCK =
  'vui vẻ|vui|sức khỏe|mạnh khỏe|khỏe mạnh|khỏe|hạnh phúc|bình an|an khang|thịnh vượng|phát đạt|phát tài|phát lộc|may mắn|thành công|thuận lợi|tốt lành|' +
  'tốt đẹp|buôn may bán đắt|buôn bán|kinh doanh|làm ăn|ngày càng|phát triển|đắt khách|đông khách|hồng phát|mọi điều|mọi sự|vạn sự|như ý|cùng|cả|nhà|' +
  'an lành|dồi dào|ấm áp|mới|tràn đầy|niềm vui|tuổi mới|thêm|tuần|nhiều niềm vui|có|mua may bán đắt|tấn tài tấn lộc|tấn tài|tấn lộc|vạn sự như ý|tân xuân|đại cát|đại lợi|năm mới|an lành'

const SMALL_EN =
  'ok|okay|oh|aw|aww|wow|yes|and|well|hi|hello|hey|dear|team|shop|all|guys|everyone|sir|madam|friends|many|again|too|x|xx|you|to|so|very|much|great|received|noted|got it|with|sm'
const KIND_EN =
  'the|your|this|that|these|all|such|a|an|my|our|kind|lovely|sweet|thoughtful|nice|warm|beautiful|wonderful|great|quick|fast|happy|little|special|' +
  'birthday|new year|christmas|tet|day|and|me|us|so|much|very'
const FOR_EN =
  `${KIND_EN}|remembering|thinking of|thinking about|caring|asking|wishing|sending|being|wishes|wish|message|messages|greeting|greetings|gift|gifts|` +
  'card|note|voucher|email|mail|letter|thoughts|thought|kindness|support|service|help|information|info'

/** At least one of these must be there. */
const SAYING = [
  `${many(FILLING, 8)} (cảm ơn|cám ơn|biết ơn|đa tạ|thanks|merci|thank kiu|thank you)${many(FILLING, 8)}( vì| về)?(( (${GIFT}|${DAY}|${FOND}|${WHO})){1,8}| (đã|luôn|vẫn|năm nào cũng|lúc nào cũng|lần nào cũng)( đã| luôn| vẫn)? (${DID})${many(`${GIFT}|${DAY}|${FOND}|${WHO}`, 8)})?${many(FILLING, 6)}`,
  `${many(FILLING, 6)} (chúc|chúc mừng|kính chúc|cầu chúc|cung chúc|mừng)( (${LUCK}|${DAY}|${FILLING}|${FOND})){1,16}`,
  `${many(FILLING, 4)} (${DAY})( (${LUCK}|${FILLING})){1,8}`,
  `${many(SMALL_EN, 6)} (thanks|thank you|thank u|ty|much appreciated|appreciate it|appreciated|im grateful)( (${SMALL_EN}|a lot|a bunch|lots|loads|a ton|tons|heaps|a million|indeed|kindly|from us|from me)){0,6}( for( (${FOR_EN})){1,10})?( and (have|enjoy)( (${KIND_EN}|week|weekend|evening|year|one|ahead)){1,6})?`,
  `( (you|this|that|it|the card|the gift|your letter|your card)){1,2} (made|makes|brightened) (my|our)( whole)? (day|week|birthday)( (thanks|thank you|so much|shop|team|all|for|the|lovely|gift|card|wishes)){0,8}`,
  `${many(SMALL_EN, 4)} (happy|merry) (new year|lunar new year|birthday|christmas|holidays|tet|easter)( (${SMALL_EN}|your|family|the)){0,6}`,
  `${many(SMALL_EN, 4)} (i |we )?(wish|wishing)( (${KIND_EN}|you|best|day|year|weekend|family|team|success|good|luck|health|happiness|prosperity)){1,12}`,
]
/** These may stand beside it. */
const BESIDE = [
  many(FILLING, 8),
  `${many(SMALL, 2)} (chào|xin chào|hello|hi|hey|kính gửi|thân gửi|kính chào)${many(FILLING, 5)}`,
  `${many(FILLING, 4)} (nhận|nhận được|đọc|biết|rõ|hiểu)( (được|${GIFT}|mail|email|tin)){0,3}${many(FILLING, 4)}`,
  `${many(FILLING, 2)} (yêu|thương|mến|quý)( (yêu|thương|${WHO}|${MUCH}|${SMALL})){1,5}`,
  `${many(FILLING, 6)} (dễ thương|thích|vui|hạnh phúc|cảm động|bất ngờ|ấm lòng|ấm áp|chu đáo|đáng yêu|xúc động|ý nghĩa)${many(FILLING, 5)}`,
  `${many(FILLING, 4)} (${GIFT}|trà)${many(FILLING, 3)} (dễ thương|đẹp|xinh|xinh xắn|ngon|thơm|ý nghĩa|đáng yêu)${many(FILLING, 4)}`,
  '( (trân trọng|thân mến|thân ái|thân|kính thư|kính|best|kind|warm|warmest|regards|sincerely|yours|truly|cheers|love|best wishes)){1,3}',
  many(SMALL_EN, 5),
  '( (an khang|thịnh vượng|tấn tài|tấn lộc|tấn tài tấn lộc|vạn sự như ý|phát tài|phát lộc|mua may bán đắt|buôn may bán đắt|bình an|sức khỏe|hạnh phúc|đại cát|đại lợi|may mắn)){1,8}',
  '( (you|this|it|that|shop|your|the|card|gift|letter|email|mail|message)){1,3} (made|makes|brightened) (my|our)( whole)? (day|week|birthday|morning|evening)',
  '( and)? (have|enjoy)( (a|your|great|nice|lovely|good|wonderful|day|week|weekend|evening|one|year|ahead|too|all)){1,6}',
  '( and)? (you too|same to you|to you too|to you|all the best|best wishes|likewise|take care|god bless|god bless you)( (to|you|all|too|and|your|family)){0,5}',
  '( (how|so|very|that is|thats|it is|its|what a|really|such a)){0,3} (lovely|sweet|kind|nice|thoughtful)( of you| gesture| surprise| message| gift)?',
]

const asClauses = (sources: readonly string[]): readonly Wording[] =>
  sources.map((source) => wording(`\\|${source} \\|`, { alone: true }))
const SAYING_CLAUSES = asClauses(SAYING)
const BESIDE_CLAUSES = asClauses(BESIDE)

const KNOWN_WORDS: ReadonlySet<string> = new Set(
  [...SAYING, ...BESIDE].flatMap((source) => source.match(/[\p{L}\p{M}]+/gu) ?? []),
)

/** A longer text says more than thanks. */
const LONGEST = 400

const isOneOf = (table: readonly Wording[]) => (clause: Heard) => table.some((each) => says(clause, each))

/** One clause, between its bars, of thanks, good wishes and politeness. */
export const isKindClause: (clause: Heard) => boolean = isOneOf([...SAYING_CLAUSES, ...BESIDE_CLAUSES])

export function isPlainThanks(text: string): boolean {
  if (text.length > LONGEST || /[?\uFFFD]/.test(text) || isScornful(text)) return false
  const { words, marked } = spoken(unnamed(text))
  const clauses = words.split('|').flatMap((clause) => (clause.trim() === '' ? [] : [{ words: ` |${clause}| `, marked }]))
  return clauses.some(isOneOf(SAYING_CLAUSES)) && clauses.every(isKindClause)
}

/**
 * A name counts as "shop": the name of whom the customer thanks, in the middle of a sentence, or the customer's own at its end or on the last line.
 */
function unnamed(text: string): string {
  const lines = text.trim().split('\n')
  const last = (lines.at(-1) ?? '').trim()
  if (lines.length > 1 && /^(?:\p{Lu}[\p{L}\p{M}]* ?){1,5}[.!]?$/u.test(last) && isOwnName(last)) lines.pop()
  return lines
    .join('\n')
    .replace(
      /(?<=(?<sign>[\p{L}\p{M},]) )\p{Lu}[\p{Ll}\p{M}]+(?: \p{Lu}[\p{Ll}\p{M}]+)*(?![\p{L}\p{M}])/gu,
      (name, sign: string, at: number, whole: string) => {
        if (name.split(' ').every((word) => KNOWN_WORDS.has(word.toLowerCase()))) return name
        const before = whole.slice(0, at).match(/[\p{L}\p{M}]+ $/u)?.[0] ?? ''
        const isName = sign === ',' ? isOwnName(name) : !mayBeOrdinary(name) || isPersonName(`${before}${name}`)
        return isName ? 'shop' : name
      },
    )
}

/** One unknown word may be a Vietnamese name, several a foreign one. */
const isOwnName = (text: string): boolean => mayBeName(text.replace(/[.!]$/, ''))
