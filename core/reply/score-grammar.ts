/**
 * How people say a score, one table for each language. A score is read only when it can mean nothing else:
 *
 *   score   := before* NUMBER [unit] after*            "9", "9!", "dạ em cho 9 nhé", "I'd say 9"
 *            | ... NUMBER unit (end | reason | after)  "thấy xứng đáng 9 điểm", "9 points for the service"
 *            | ... NUMBER "/" TOP                      "9/10", "chín trên mười", "9 out of 10"; TOP is the top of the scale asked
 *   NUMBER  := digits | word; a word only with a unit, before TOP, or when the message says nothing else
 *
 * within one clause, where `reason` opens what is no longer about the number ("9 vì giao nhanh"). Staff read the mail when there is a word
 * of `doubt` in the clause, a word of `hypothetical` in the sentence, a second number that counts nothing, a number off the scale, or a
 * number word that may be a person's name ("Anh Bảy").
 */
import type { ScoredKind } from '#core/campaign/survey-definition.ts'
import { SHORT_CALLS } from '#core/reply/chat-spellings.ts'

export interface ScoreGrammar {
  readonly numbers: Readonly<Record<string, number>>
  /** After the number, or before it: "9 điểm", "điểm 9". */
  readonly unit: readonly string[]
  /** Without a meaning for the number. */
  readonly idle: readonly string[]
  /** Opens a reason or a thanks: the words behind it are not about the number. */
  readonly reason: readonly string[]
  /** In the same clause: the number is denied, bounded, guessed, or won and lost. */
  readonly doubt: readonly string[]
  /** Directly before a number: it names or counts something else. */
  readonly label: readonly string[]
  /** Directly before a number word: it is a person's name. */
  readonly title: readonly string[]
  /** A clause with one of these, then a number word on its own: the number word is the writer's name. */
  readonly farewell: readonly string[]
  /** Anywhere in the sentence: the customer does not give such a score now. */
  readonly hypothetical: readonly string[]
  /** The words of a scale, as whole clauses. The first that fits counts. */
  readonly scales: Readonly<Record<Exclude<ScoredKind, 'nps'>, readonly (readonly [clause: string, score: number])[]>>
}

const list = (words: string): readonly string[] => words.split('|').map((word) => word.trim())

const VI_WHO =
  '( tôi| mình| em| anh| chị| tui| con| cô| chú| bác| chúng tôi| cá nhân tôi| cá nhân mình| với tôi| nhìn chung| nói chung| thấy| cảm thấy| xin){0,3}'
/** Forms of address, and the small words that end a southern or a polite sentence. */
const VI_CALL = `( ạ| nhé| nha| nhá| nghen| nhen| nè| á| bạn| em| anh| chị| cô| chú| shop| ad| admin| add| đó| hết| luôn| nữa| ơi| mọi người| cả nhà| ${SHORT_CALLS.join('| ')}){0,4}`
const VI_YES = '( dạ| vâng| ừ| ừm| à)?'
const VI_WITH = '( về| với| ở)?( [^ |]+){0,10}'

export const VIETNAMESE: ScoreGrammar = {
  numbers: {
    không: 0,
    một: 1,
    hai: 2,
    ba: 3,
    bốn: 4,
    năm: 5,
    sáu: 6,
    bảy: 7,
    bẩy: 7,
    tám: 8,
    chín: 9,
    mười: 10,
  },
  unit: ['điểm'],
  idle: list(
    'đáp|án|dạ|vâng|ừ|ờ|à|ạ|nhé|nha|nhá|nghen|hen|thôi|luôn|đó|đấy|nè|này|rồi|là|thì|xin|được|tôi|mình|em|anh|chị|tui|cô|chú|bác|con|bạn|các|shop|công|ty|ad|admin|' +
      'quý|chúng|cho|chấm|đánh|giá|vote|bình|chọn|trả|lời|câu|điểm|số|con|của|chắc|chắn|hẳn|tròn|xứng|đáng|thấy|nghĩ|nhìn|chung|theo|với|dịch|vụ|sản|phẩm|' +
      'cảm|cám|ơn|nhiều|nhá|chào|kính|gửi|hihi|haha|hehe|ok|oke|cả|chỉ|nhà|mn|rất|ơi|đây|mức|nps|csat|ces|về|việc|phục|trà|thang|nhen|nhe|hén|á|ừm|hmm|hm|ủa|đi|vậy|thế|mấy|quá|kkk|hjhj',
  ).concat(SHORT_CALLS),
  reason: list(
    'vì|do|bởi|tại|cho|nhưng|tuy|mặc|dù|mà|và|về|cảm|xin|chúc|mong|hy|hi|trà|giao|dịch|nhân|shop|sản|chất|hàng|quá|tệ|tốt|tuyệt|dở|kém|chán|ngon|thất',
  ),
  doubt: list(
    'không|chưa|chẳng|chả|đừng|dưới|hơn|gần|khoảng|tầm|cỡ|chừng|ít|nhất|tối|đa|thiểu|rưỡi|phẩy|đến|tới|hoặc|hay|có|thể|trừ|cộng|thưởng|tích|tặng|còn|mất|' +
      'thiếu|nợ|đổi|trên|bớt|mấy|sắp|suýt|nữa|mươi|trăm|ngàn|nghìn|triệu',
  ),
  label: list(
    'đơn|mã|thứ|ngày|mùng|mồng|hôm|tháng|năm|lúc|hồi|phòng|nhà|đường|quận|lớp|tuổi|hạng|lần|tầng|bàn|bước|phần|loại|gói|hộp|nhóm|mục|size|cỡ|khoản|bài|tổ|kiện|từ|ở|hẻm|ngõ|căn|lầu|lẻ|mùng|trang|chương|ca|zalo|hotline',
  ),
  title: list('anh|chị|cô|chú|bác|ông|bà|em|dì|cậu|mợ|thím|là|tên'),
  farewell: list('cảm|cám|trân|thân|kính'),
  hypothetical: list(
    'nếu|chắc là|có lẽ|hình như|giá mà|giá như|lẽ ra|đáng lẽ|đáng ra|định cho|định chấm|lần trước|trước đây|trước kia|hồi trước|thay vì|tưởng|phải chi|đợt trước|năm ngoái|hôm trước',
  ),
  scales: {
    csat: [
      [`${VI_WHO}( là)?( hoàn toàn| rất| cực kỳ| vô cùng| quá)( là)?( không| chưa| chẳng) hài lòng${VI_WITH}`, 1],
      [`${VI_WHO}( không| chưa| chẳng)( hề| thể)( nào)? hài lòng${VI_WITH}`, 1],
      [`${VI_WHO}( không| chưa| chẳng)( được)? hài lòng${VI_CALL}`, 2],
      [`${VI_WHO}( không| chưa| chẳng)( được)? hài lòng( về| với)( [^ |]+){1,6}`, 2],
      [`${VI_WHO}( bình thường| trung lập| cũng bình thường| tạm được| tạm)( thôi)?${VI_CALL}`, 3],
      [`${VI_WHO}( là)?( rất| cực kỳ| vô cùng| hoàn toàn| quá| siêu| rất rất)( là)? hài lòng${VI_WITH}`, 5],
      [`${VI_WHO} hài lòng${VI_CALL}`, 4],
      [`${VI_WHO} hài lòng( về| với)( [^ |]+){1,6}`, 4],
    ],
    ces: [
      [`${VI_WHO} rất dễ( dàng)?( ạ| nhé)?`, 7],
      [`${VI_WHO} rất khó( khăn)?( ạ| nhé)?`, 1],
    ],
    fcr: [
      [`${VI_YES}( vẫn| hiện)? (chưa|chưa được|chưa xong|chưa đâu|chưa ổn)${VI_CALL}`, 0],
      [`${VI_YES} (không|k|hong|không được|không xong|không ổn)${VI_CALL}`, 0],
      [
        '( [^ |]+){0,5} (chưa|vẫn chưa|không)( được)?( ai)? (giải quyết|xử lý|khắc phục|sửa)( gì| được| xong| hết| cho tôi| triệt để| ạ| nhé| bạn| dứt điểm){0,3}',
        0,
      ],
      [
        `${VI_YES} (rồi|xong rồi|xong|ok rồi|oke rồi|ổn rồi|được rồi|đã xong|đã xong rồi|xong hết rồi|hết rồi|đúng rồi|đúng|có|vâng|dạ có|dạ rồi|dạ|ừ)${VI_CALL}`,
        1,
      ],
      [
        '( [^ |]+){0,5} (đã|đã được|được|mới được) (giải quyết|xử lý|khắc phục|sửa)( xong| rồi| ổn| hết| tốt| triệt để| ạ| nhé| cho tôi| nhanh| bạn| dứt điểm){0,4}',
        1,
      ],
      ['( [^ |]+){0,3} (giải quyết|xử lý|sửa)( được| xong){1,2} rồi( ạ| nhé| nha| bạn){0,2}', 1],
    ],
  },
}

const EN_WHO = '( i| im| i am| i was| we are| we were| overall| all in all| was| feel| am| my answer is| its| it was){0,3}'
const EN_WITH = '( with| about| by)?( [^ |]+){0,10}'

export const ENGLISH: ScoreGrammar = {
  numbers: { zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  unit: ['points', 'point', 'pts', 'pt'],
  idle: list(
    'i|id|im|am|would|will|ill|say|give|gave|giving|you|guys|your|it|its|is|a|an|the|my|me|we|our|us|answer|score|rating|rate|rated|vote|number|nps|csat|ces|think|' +
      'definitely|solid|sure|surely|yes|yeah|yep|ok|okay|well|please|thanks|thank|so|much|very|hi|hello|dear|hey|from|here|there|of|for|be|was|just|simply|put|down|' +
      'company|shop|service|team|overall|absolutely|certainly|clear|clearly|big|strong|easy|easily|perfect|great|full|only|that|this|all|cheers|best|regards|would|like|to|' +
      'recommend|likely|as|promised|reply|sir|madam|mate|guess|lets|go|going|gonna|with|call|fat|hmm|hm|um|uh|oh',
  ),
  reason: list(
    'because|since|as|cause|cos|for|but|and|although|though|thanks|thank|your|due|the|keep|great|good|very|with|from|excellent|amazing|terrible|awful|poor|bad|too|love',
  ),
  doubt: list(
    'not|never|dont|wont|cant|cannot|wouldnt|isnt|wasnt|doesnt|couldnt|under|over|above|below|almost|nearly|about|around|approximately|roughly|maybe|perhaps|' +
      'probably|possibly|might|could|should|least|most|less|more|than|half|between|or|per|extra|bonus|minus|plus|lost|earned|loyalty|' +
      'somewhere|up|either',
  ),
  label: list(
    'order|room|step|item|question|no|nr|option|type|page|version|until|till|at|on|in|by|within|after|before|day|level|box|size|apartment|floor|unit|gate|january|february|march|april|may|june|july|august|september|october|november|december|ext|apt|invoice|house|table|ticket|case|chapter',
  ),
  title: list('mr|mrs|ms|miss'),
  farewell: list('thanks|thank|regards|cheers|best|sincerely|bye'),
  hypothetical: list(
    'if|would have|wouldve|could have|couldve|should have|shouldve|last time|previously|used to|instead|next time|unless|wish|was going to|were going to|expected|might have',
  ),
  scales: {
    csat: [
      [`${EN_WHO}( very| extremely| completely| totally| really| absolutely)( dissatisfied| unsatisfied| unhappy)${EN_WITH}`, 1],
      [`${EN_WHO}( dissatisfied| unsatisfied)( with)?( [^ |]+){0,5}`, 2],
      [`${EN_WHO} not satisfied( with( [^ |]+){1,5})?`, 2],
      [`${EN_WHO}( neutral| neither nor| neither| neither satisfied nor dissatisfied| neither satisfied nor unsatisfied)`, 3],
      [`${EN_WHO}( very| extremely| completely| totally| absolutely| fully) satisfied${EN_WITH}`, 5],
      [`${EN_WHO} satisfied( with( [^ |]+){1,5})?`, 4],
    ],
    ces: [
      [`${EN_WHO} very easy`, 7],
      [`${EN_WHO} very (difficult|hard)`, 1],
    ],
    fcr: [
      [
        '( no| nope| not yet| not really| not at all| unresolved| unsolved| nah)( sorry| thanks| thank you| it wasnt| it was not| it hasnt| it is not| it isnt| not yet| unfortunately| not| mate| sir| guys){0,3}',
        0,
      ],
      [
        '( [^ |]+){0,4}( not| never| wasnt| hasnt been| isnt| still not| not been| hasnt)( yet| been| fully){0,2} (resolved|solved|fixed|settled|sorted)( yet| out| at all){0,2}',
        0,
      ],
      [
        '( yes| yep| yeah| yup| resolved| solved| fixed| done| sorted| all good| y)( it was| it is| it has| thanks| thank you| resolved| solved| it has been| completely| totally| all good| sir| mate| guys| fixed| now){0,3}',
        1,
      ],
      [
        '( my| the)?( issue| problem| it| everything| question| case)? (is|was|has been|got|been|its|all|now)( now| all| been| completely| fully){0,2} (resolved|solved|fixed|settled|sorted)( now| thanks| out| thank you| quickly| today){0,3}',
        1,
      ],
    ],
  },
}

export const GRAMMARS = [VIETNAMESE, ENGLISH] as const
