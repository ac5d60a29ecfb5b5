/**
 * Words of complaint and words of praise. One directly under a "no" counts for nothing: "không tệ", "chưa bao giờ thất vọng",
 * "no complaints". A denied praise is no complaint either; those that are have a phrase of their own ("không hài lòng").
 */
import { placesOf, type Spoken, type Wording, wording, wordings, writtenAt } from '#core/reply/spoken.ts'

const COMPLAINTS: readonly Wording[] = wordings([
  // What it is called.
  'khiếu nại',
  'phàn nàn',
  'tố cáo',
  'khởi kiện',
  '(sẽ kiện|kiện ra tòa)',
  'kiện (công ty|shop|các người)',
  'báo công an',
  'bồi thường',
  'đền bù',
  'hoàn( lại)? tiền',
  'trả( lại)? tiền',
  'trả hàng',
  // How it feels.
  'thất vọng',
  'bực( mình| bội)?',
  'bức xúc',
  'tức giận',
  'ức chế',
  'khó chịu',
  '(không|chưa|chẳng|chả)( thấy| được| hề| thể| cảm thấy)?( thật sự| thực sự)? hài lòng',
  '(không|chẳng|chả)( thể)?( nào)? chấp nhận( được| nổi)?',
  '(không|chẳng) bao giờ( [^ |]+){0,2} (mua|quay lại|ủng hộ|đặt|dùng|ghé)',
  'tẩy chay',
  'mất niềm tin',
  'hối hận',
  'chán( nản| quá| thật)?',
  // What the goods are like.
  '(hàng|sản phẩm|máy|trà|hộp|gói|chai|đồ|cái|món)( này| đó| tôi mua| nhận được| mới)?( thì| đã| đều)?( quá| rất)?( bị)? (lỗi|hỏng|hư|vỡ|bể|móp|mốc|rách|kém|dở|giả|nhái|thiu|hết hạn|quá hạn)',
  'bị (lỗi|hỏng|hư|vỡ|bể|móp|mốc|rách|thiếu|sai|trừ tiền|lừa)',
  '(vẫn|còn|lại)( còn| bị)? (lỗi|hỏng|hư|hư hỏng|trục trặc)',
  'kém chất lượng',
  'chất lượng( sản phẩm| dịch vụ| phục vụ)?( thì)?( quá| rất| hơi)? (kém|tệ|tồi|thấp|đi xuống)',
  '(không|chẳng)( hề)? giống( như)?( hình| ảnh| quảng cáo| mô tả)',
  'giao( hàng| đồ)?( cho [^ |]+)?( bị)? (sai|thiếu|nhầm|chậm|trễ|muộn)',
  'gửi (sai|thiếu|nhầm)',
  '(thiếu|sai|nhầm) (hàng|mẫu|màu|size|sản phẩm|đơn|hóa đơn)',
  '(không|chưa|chẳng)( hề)?( thấy)? nhận được( [^ |]+){0,3} (hàng|đơn|sản phẩm|quà|trà|tiền|đồ)',
  '(mãi|vẫn)( [^ |]+){0,2} (chưa|không)( [^ |]+){0,2} (nhận|giao|tới|đến|xong|xử lý|giải quyết|trả lời|phản hồi)',
  '(không|chẳng)( có)? (ai|người nào)( [^ |]+){0,2} (trả lời|nghe máy|bắt máy|giải quyết|phản hồi|liên hệ|xử lý)',
  '(hủy|bỏ) (đăng ký|nhận)( [^ |]+){0,6}( \\|)?( [^ |]+){0,3} (vẫn|cứ)( [^ |]+){0,3} (nhận|gửi|thấy|bị)',
  // What the people were like.
  '(quá|rất|hơi|cực kỳ|vô cùng|thật|khá) (chậm|trễ|tệ|kém|tồi|dở|lâu|tồi tệ|chán|thất vọng|ẩu)',
  '(chậm|trễ|tệ|kém|tồi|dở|lâu|ẩu) (quá|lắm|thật|hại|vậy|thế|ghê)',
  '(hàng|đơn|giao|ship|shipper|đồ|đơn hàng|giao hàng)( (tới|đến|về|nhận|rất|quá|hơi|bị|lại|giao|thì|toàn)){0,3} (trễ|muộn|lâu)',
  '(chưa|không|chẳng|chả) thấy (hàng|đơn|giao|ai|shipper|quà|gì|đâu)',
  '(không|chẳng|chả|chưa)( được| hề| có| còn)? (ngon|tốt|thơm|đẹp|ổn|sạch|tươi|chuyên nghiệp|nhiệt tình|tôn trọng|ưng|ưng ý)',
  'chậm trễ',
  'chậm',
  'tệ',
  'tồi',
  'tồi tệ',
  'kém',
  'dở',
  'thái độ( [^ |]+){0,4} (tệ|kém|tồi|xấu|khó chịu|lồi lõm|không tốt|chưa tốt|cục cằn|thô lỗ)',
  '(thô lỗ|cộc lốc|cộc cằn|cáu gắt|khinh khách|coi thường|hỗn láo)',
  'mất dạy',
  'vô trách nhiệm',
  'vô lý',
  'thiếu tôn trọng',
  'làm ăn( [^ |]+){0,3} (gian dối|chụp giật|kiểu gì|như vậy|thế này|chán)',
  '(lừa đảo|lừa dối|gian dối|lừa gạt|ăn cướp|treo đầu dê)',
  'đồ giả',
  // English.
  'complain(t|ts|ing|ed)?',
  'disappoint(ed|ing|ment)',
  '(terrible|horrible|awful|horrific|appalling|dreadful|disgusting|atrocious|pathetic|shocking)',
  '(worst|worse)',
  '(bad|poor|lousy|crap|crappy|sucks?)',
  '(broken|defective|faulty|damaged|cracked|expired|leaking|crushed|torn|dented|smashed|shattered|stained|mouldy|moldy|stale|dirty|spilled)',
  '(does not|doesnt|do not|dont|did not|didnt|not|never|isnt|stopped) (work|working|worked|arrive|arrived|received|come|delivered|show up|turn up)',
  '(wrong|missing|incorrect) (item|items|order|size|product|products|color|colour|address|parts?|goods|piece)',
  '(got|received|sent|delivered|gave)( [^ |]+){0,3} wrong',
  'not what i (ordered|wanted|paid|expected)',
  '(charged( me| us)? twice|double charged|overcharged)',
  '(not|isnt|wasnt) (good|great|nice|fresh|helpful|professional)',
  '(very|too|so|again|days|weeks|arrived|delivered|always) late',
  '(too|very|so|really) slow',
  'refund(ed)?',
  'money back',
  'compensat(e|ion)',
  '(scam|scammed|scammers?|fraud|cheat|cheated|cheaters|rip off|ripoff|ripped off|liars?)',
  '(rude|unprofessional|incompetent|useless|rubbish|garbage|unacceptable|ridiculous|outrageous|unhelpful)',
  '(angry|furious|frustrat(ed|ing)|upset|annoyed|fed up)',
  '(very|extremely|totally|completely|really|so) (unhappy|dissatisfied|unsatisfied)',
  '(unhappy|dissatisfied|unsatisfied)',
  '(not|isnt|wasnt|arent|never)( at all| very| really)? (happy|satisfied|pleased|acceptable|good enough|impressed)',
  'waste of (time|money)',
  'never( [^ |]+){0,2} (buy|order|shop|come back|return|again)',
  'still( not|nt)? (waiting|broken|no answer|nothing)',
  '(no one|nobody|noone) (answers?|answered|replied|replies|called|cares|responded|helps?|helped)',
])

const PRAISES: readonly Wording[] = wordings([
  '(rất|quá|cực kỳ|vô cùng|thật|khá|luôn|đều|khá là|rất là) (tốt|hài lòng|tuyệt|ngon|đẹp|nhanh|thích|ưng|hay|ổn|vui|nhiệt tình|chu đáo|dễ thương|tiện|tận tâm|chuyên nghiệp)',
  '(tốt|tuyệt|ngon|đẹp|nhanh|thích|ưng|ổn) (lắm|quá|ghê|thật)',
  'tuyệt( vời| cú mèo)?',
  'xuất sắc',
  'hoàn hảo',
  '(hài lòng|ưng ý)',
  '(chất lượng|dịch vụ|phục vụ|hàng|sản phẩm|trà|giao hàng|shop)( (rất|quá|thì|cũng|đều|khá|luôn|thật|này|của|shop|bạn|bên|vẫn|lại|là|giao|hàng|gói)){0,3} (tốt|ngon|nhanh|ổn|đẹp|tuyệt)',
  '(nhiệt tình|chu đáo|tận tâm|thân thiện|chuyên nghiệp)',
  '(sẽ|nhất định)( (luôn|còn|tiếp tục|lại|vẫn|sẽ|tôi|mình|em)){0,3} (ủng hộ|quay lại|mua tiếp|giới thiệu|mua nữa)',
  '(great|excellent|wonderful|fantastic|amazing|awesome|perfect|brilliant|outstanding|superb|lovely)',
  '(very|really|so|always|pretty) (good|happy|satisfied|pleased|nice|helpful|friendly|fast|quick|professional)',
  '(love|loved|enjoyed) (it|the|your|this|my|everything|them)',
  '(good|great|nice) (service|job|work|quality|product|products|tea|experience|people|staff|team)',
  'well done',
  '(happy|satisfied|pleased) with',
  'keep (it|up)',
])

const THANKS: readonly Wording[] = wordings([
  '(cảm ơn|cám ơn|xin cảm ơn|chân thành cảm ơn)',
  '(thanks|thank you|many thanks|thank u|ty)',
  '(chúc|chúc mừng)',
])

/** A "no" and what may stand between it and the word it denies. */
const DENIED = wording(
  '(không|chẳng|chả|chưa|đừng|khỏi|hết|no|not|never|without|nothing|dont|doesnt|didnt|wasnt|isnt|havent|hasnt|wont|cant|any|zero|nor|hardly)' +
    '( (có|hề|gì|phải|bị|bao giờ|thấy|cảm thấy|thực sự|thật sự|là|để|một|chút|nào|ai|đến nỗi|quá|lắm|cái|điều|làm tôi|làm mình|khi nào|từng|đáng|còn|mà|điểm|' +
    'any|a|an|at|all|have|had|has|to|really|been|so|that|very|ever|too|do|about|i|we|me|the|is|was|be|once|got|your|slightest|bit)){0,5}',
)

/** A nought stands for "không" before a praise ("0 hài lòng"); before a complaint it is the score ("0 quá tệ"). */
const NOUGHT = wording('0( (hề|thấy|được|có|còn|thật sự|thực sự)){0,2}')

interface Meant {
  readonly phrase: string
  readonly written: string
}

function meantOf(text: Spoken, table: readonly Wording[], denials: readonly Wording[]): readonly Meant[] {
  return table.flatMap((each) => {
    const place = placesOf(text, each).find(({ at }) => {
      const before = text.words.slice(0, at)
      const clause = before.slice(before.lastIndexOf('|') + 1)
      const said = { words: clause, marked: text.marked }
      return !denials.some((denial) => placesOf(said, denial).some(({ end }) => end >= clause.length - 1))
    })
    return place ? [{ phrase: each.phrase, written: writtenAt(text, place) }] : []
  })
}

/** Complaints about not being content: where contentment itself is asked, they are an answer on its scale. */
const ABOUT_CONTENTMENT = /hài lòng|satisfied|happy/

/** The words of complaint as they were written. */
export const complaintsIn = (text: Spoken, asked: { readonly contentment: boolean }): readonly string[] =>
  meantOf(text, COMPLAINTS, [DENIED]).flatMap(({ phrase, written }) =>
    asked.contentment && ABOUT_CONTENTMENT.test(phrase) ? [] : [written],
  )

export const praises = (text: Spoken): boolean => meantOf(text, PRAISES, [DENIED, NOUGHT]).length > 0

export const thanks = (text: Spoken): boolean => meantOf(text, THANKS, [DENIED]).length > 0
