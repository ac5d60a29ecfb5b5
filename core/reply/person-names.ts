/**
 * Whether words with capitals are a person's name. Capitals alone prove nothing: "LID MISSING" and "Chưa Nhận" have them too. A name has a known
 * family name or known given names, or none of the words of complaints and requests.
 */
import { folded } from '#core/customer/written-text.ts'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map((word) => word.normalize('NFC')))
const withoutMarks = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].map(folded))

const FAMILY = setOf(
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh lâm trương đào tạ vương châu lương tô tăng tôn phùng quách lưu kiều nghiêm thạch hà',
)
/** Also ordinary words: every word behind them must be a given name. */
const FAMILY_OR_WORD = setOf('mai cao từ thái la văn')
const GIVEN = setOf(
  'an anh ánh ân âu bách băng bảo bích bình cẩm cầm chi chiến chinh chung công cường cúc cương dân danh diễm diệp diệu du dung duy duyên dũng dương đan đào đại đạt điệp đình định đoan đông đức giang giáp gia hà hải hàn hạ hạnh hân hậu hằng hiên hiếu hiệp hiền hiển hoa hoan hoài hoàn hoàng hòa hồng huân huệ huy huyền huỳnh hùng hưng hương hường kha khang khánh khải khiêm khoa khôi khuê kiên kiệt kiều kim kỳ lam lan lâm lân lệ liên linh liễu loan long lộc lợi luân ly lý mai mạnh mẫn mi minh my mỹ nam nga ngà ngân nghi nghĩa ngọc nguyên nguyệt nhàn nhã nhân nhật nhi nhiên nhung như ninh oanh phát phi phong phú phúc phương phước phượng quang quân quốc quế quyên quyết quỳnh sang sen sinh sơn sương tài tâm tân tấn thanh thái thảo thành thạch thắm thắng thế thi thiên thiện thị thịnh thoa thọ thơ thu thuận thùy thúy thư thương thủy thục tiên tiến toàn toản trang trà trâm trân trinh triết triệu trí trọng trung trúc trường tú tuấn tuệ tuyền tuyết tùng tường tư uyên vân văn vi việt vinh vĩ vũ vượng vy xuân xuyến yên yến ý',
)
const GIVEN_ABROAD = setOf(
  'james john robert michael mike william will david richard joseph joe thomas tom charles chris christopher daniel dan matthew matt anthony mark donald steven steve paul andrew andy joshua kenneth ken kevin brian george edward eric peter pete bob jim jack henry harry sam samuel ben benjamin alex alexander max leo luke adam simon martin philip phil frank patrick ryan jason justin nick nicholas tony oliver mary patricia jennifer jenny linda elizabeth barbara susan sue jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily emma donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy angela anna anne ann ruth brenda pamela nicole katherine kate christine samantha olivia sophia sophie julia julie alice grace rose lucy maria marie jane joan eva claire hans klaus juan carlos pierre jean luc ivan olga yuki kenji wei li chen kim park lee singh priya raj',
)
const HONORIFIC = setOf('mr mrs ms miss dr prof anh chị chi em cô co chú chu bác bac ông ong bà ba')

/** Words of complaints and requests, which are in no name. */
const ORDINARY = setOf(
  'thiếu chưa không nhận được hỏng hư lỗi đổi trả giao hàng hộp gói sai nhầm vỡ bể nứt mẻ gãy móp mốc rách trầy mất chậm trễ lâu tệ kém dở đừng dừng hủy ngừng gửi gọi lại xin cần muốn một hai ba bốn năm trước sau ngày tuần tháng địa chỉ số đơn tiền hoàn nắp quai ấm chén thìa túi hết rỗng ướt đắng hôi ' +
    'lid missing broken wrong late lost gone no not never empty box tin tea pot teapot cup spoon item items order parcel package call back please refund return change address stop cancel send again cracked damaged leaking torn stale cold wet bad poor two three one late rude slow fix help wait waiting need needs handle spout bag bags gift voucher code',
)
const ORDINARY_WITHOUT_MARKS = withoutMarks(ORDINARY)

const hasMarks = (text: string) => /[\u0300-\u0323]|đ/.test(text.toLowerCase().normalize('NFD'))
const wordsOf = (text: string): readonly string[] =>
  (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).map((word) => word.replace(/['’]/g, ''))

/** A name that is known for one: "Nguyễn Thị Lan", "Lan Anh", "chị Dung", "John Smith". */
export function isPersonName(text: string): boolean {
  const [first, ...others] = wordsOf(text)
  if (first === undefined || others.length > 5) return false
  const words = HONORIFIC.has(first) && others.length > 0 ? others : [first, ...others]
  const form = hasMarks(text) ? (set: ReadonlySet<string>) => set : withoutMarks
  const [family = '', ...given] = words
  if (given.length > 0 && form(FAMILY).has(family)) return !mayBeOrdinary(given.join(' '))
  if (given.length > 0 && form(FAMILY_OR_WORD).has(family)) return given.every((word) => form(GIVEN).has(word))
  if (words.every((word) => form(GIVEN).has(word)) && words.length <= 4) return true
  return GIVEN_ABROAD.has(family) && words.length <= 3 && !mayBeOrdinary(text)
}

/** Words of goods, faults and wishes are among them. */
export const mayBeOrdinary = (text: string): boolean => {
  const marked = hasMarks(text)
  return wordsOf(text).some((word) => (marked ? ORDINARY.has(word) : ORDINARY_WITHOUT_MARKS.has(word)))
}

/** A word with capitals that no table knows. It may be a foreign name, unless it is all capitals or Vietnamese. */
export const mayBeName = (text: string): boolean =>
  isPersonName(text) || (!hasMarks(text) && !mayBeOrdinary(text) && (/\p{Ll}/u.test(text) || wordsOf(text).length === 1))
