/**
 * Short words that it is fine now: what a customer answers when staff ask whether a case is solved. A clause counts only when every word of it is
 * known and stands where it says just that: "ổn rồi", and neither "chưa ổn" nor "ổn gì mà ổn". Half a yes ("gần ổn", "cũng được") is for a person.
 */
import { SHORT_CALLS } from '#core/reply/chat-spellings.ts'
import { type Heard, type Spoken, says, type Wording, wording, wordings } from '#core/reply/spoken.ts'

const many = (words: string, most: number) => `( (${words})){0,${most}}`

const WHO = `tôi|mình|em|anh|chị|tui|con|cô|chú|bác|shop|ad|admin|bạn|các bạn|mọi người|cả nhà|nhà mình|bên mình|bên|nhà|${SHORT_CALLS.join('|')}`
const THANKS = 'cảm ơn|cám ơn|thanks|nhiều|rất nhiều'
const LEAD =
  `dạ|vâng|ạ|ok|oke|okie|okay|ừ|ừm|à|ờ|uh|um|${WHO}|${THANKS}|giờ|bây giờ|hiện tại|hiện giờ|hiện|hôm nay|nay|lúc này|đến giờ|tới giờ|thì|mọi thứ|mọi việc|mọi chuyện|` +
  'tình hình|việc này|vụ này|chuyện này|cái này|đơn này|đã|đều|thấy|rất|hoàn toàn|vậy|thế|như vậy|như thế|vậy là|thế là|như vậy là|như thế là'
const WELL =
  'tạm ổn|ổn thỏa|ổn áp|ổn định|ổn|được|ok|oke|okie|okay|xong xuôi|xong|êm xuôi|đâu vào đấy|hài lòng|yên tâm|an tâm|hết lỗi|hết trục trặc|bình thường lại|bình thường trở lại|' +
  'trở lại bình thường|(giải quyết|xử lý|khắc phục|sửa) (xong xuôi|xong|ổn thỏa|ổn)|được (giải quyết|xử lý|khắc phục)|(dùng|xài|chạy|mở|vào) được rồi|không sao nữa|không (có |còn )?vấn đề gì nữa|' +
  'không còn (vấn đề|lỗi|trục trặc)( gì)?( nữa)?'
const AFTER = `rồi|hết|cả|luôn|ạ|nhé|nha|nhá|nghen|hen|nè|á|đó|đấy|mà|vậy|la|${WHO}|${THANKS}`

const LEAD_EN = 'yes|yep|yeah|yup|ok|okay|oh|well|hi|hello|thanks|thank you|cheers|and|now|today'
const IT_IS =
  'its|it is|this is|that is|thats|everything is|everythings|all is|things are|it has been|its been|this has been|everything has been|has been|' +
  '(the |my |this )?(issue|problem)( is| was| has been)?'
const ALL = 'all|now|again|completely|totally|fully|perfectly|finally|really|very|quite'
const WELL_EN =
  'fine|ok|okay|good|great|perfect|alright|all right|sorted out|sorted|solved|resolved|fixed|settled|back to normal|in order|much better now|working( (fine|well|perfectly|properly))?'
const AFTER_EN =
  'now|again|today|for now|by me|with me|for me|for us|here|at last|thanks|thank you|cheers|so much|very much|team|all|everyone'
const RESULT = '(it|this|that|everything|(the|your) (solution|result|replacement|answer|outcome|new one))'

const SETTLED: readonly Wording[] = [
  `${many(LEAD, 6)} (${WELL})${many(AFTER, 7)}`,
  `${many(LEAD_EN, 3)}( (${IT_IS}))?${many(ALL, 2)} (${WELL_EN})${many(AFTER_EN, 5)}`,
  `${many(LEAD_EN, 3)} (we are|were|i am|im)${many(ALL, 2)} (good|fine|ok|okay|happy|satisfied|pleased|set|sorted)( with ${RESULT})?${many(AFTER_EN, 5)}`,
  `${many(LEAD_EN, 3)}( (it|this|that|everything))?( now)? works${many(`fine|well|perfectly|properly|great|${AFTER_EN}`, 4)}`,
  `${many(LEAD_EN, 3)}( (there are|there is|theres))? no( (more|further))? (problems?|issues?|trouble|errors?)${many(`any more|anymore|left|${AFTER_EN}`, 4)}`,
  `${many(LEAD_EN, 3)} (happy|fine|pleased|satisfied) with ${RESULT}${many(AFTER_EN, 4)}`,
].map((source) => wording(`\\|${source} \\|`, { alone: true }))

/** One clause, between its bars. */
export const isSettledClause = (clause: Heard): boolean => SETTLED.some((each) => says(clause, each))

/** Half a yes, though each of its words is one of praise or of politeness. */
const HEDGED = wordings([
  '(gần|sắp|suýt|mới|hơi|tưởng)( như| là| đã| vừa){0,2} (ổn|được|xong|ok|oke)',
  '(ổn|được|xong|ok|oke) thì (ổn|được|xong|ok|oke)',
  '(ổn|ok|oke) được',
  '(ổn|được|ok|oke) (lúc|hôm|bữa|tí|chút)',
  '\\|( (dạ|vâng|ạ|thôi|thế|vậy|kệ)){0,3} cũng (được|ok|oke|tạm)',
])

export const isHedged = (heard: Spoken): boolean => HEDGED.some((each) => says(heard, each))
