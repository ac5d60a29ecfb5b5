/**
 * Syllables that are common in Vietnamese names. A single word like Tó or Loïc can be read in two ways: the reading that is a common name syllable
 * is taken when the other reading is none.
 */

const FAMILY = `nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh mai tô trịnh đoàn trương lâm cao đào hà lương lưu tạ
  thái phùng quách châu tăng la vương chu trần thạch kiều văn triệu tôn đàm nghiêm viên giáp khuất doãn ngụy tống từ hứa thân lục mạc kim sơn quan bạch bành
  nông đồng lại ninh mạch phí vi hàn ông âu ứng danh diệp khổng lữ thi tiêu bế hầu giang liêu`
const GIVEN = `an anh ánh ái ân ẩn bảo bằng bích bình bắc bách bạch ca cẩm canh cảnh chánh chấn châu chi chí chiến chính chung chương công cúc cương cường
  dân danh dao diễm diễn diệp diệu doanh dung dũng duy duyên dương đan đào đại đài đạo đạt đăng đắc điền điệp định đình đoan đoàn đông đồng đức gấm gia giang
  giàu hà hạ hải hân hạnh hảo hào hằng hậu hiền hiển hiếu hiệp hiệu hoa hoà hòa hoài hoan hoàn hoàng hoành học hồng hợp huân huấn huệ hùng huy huyền huỳnh hưng
  hương hường hướng hữu khá khải khang khanh khánh khiêm khoa khoa khôi khương khuê kiên kiệt kiều kim kỳ lam lan lài lâm lân lập lệ liên liễu liêm linh loan
  long lộc lợi luân luận luyến lực lưu lượng lương ly lý mai mạnh mận mẫn mến minh mơ mùi muội my mỹ na nam năm nga ngà ngân nghi nghĩa nghiệp ngoan ngọc
  ngôn ngời ngữ nguyên nguyện nguyệt nhã nhàn nhân nhẫn nhật nhi nhiên nhơn như nhung nhuận nhựt ninh nở nữ nương oanh phát phi phong phú phúc phụng phước phương
  phượng quang quân quảng quế quốc quy quý quyên quyền quyết quỳnh sang sáng sâm sen sinh sơn sĩ sỹ sương tài tam tân tấn tâm tập tất tố thạch thái thân thanh
  thành thạnh thạo thảo thắm thăng thắng thế thêm thi thị thiên thiện thịnh thoa thoại thọ thông thống thu thuận thục thụ thuần thuỳ thùy thuỷ thủy thuý thúy thư
  thừa thức thương thường thy tịnh tiên tiến tín toại toàn toản tôn trà trang trâm trân tri trí triết triều trinh trình trọng trung trúc trực trường tú tuân tuấn tuệ
  thuỵ thụy hoá hóa khoả bá du khắc lành lãm ngoạn bé tèo tí nết lụa nhài nhiễu sửu dần mão thìn ngọ mùi dậu hợi chín mười sáu bảy hai ba bốn
  tùng tuyên tuyến tuyền tuyết tư tường tưởng tươi tỵ uyên út vân văn vạn vi việt vinh vĩnh viên viễn yêm võ vũ vui vương vượng vy xuân xuyến ý yên yến`

const listed = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))
const FAMILY_NAMES = listed(FAMILY)
const NAME_WORDS: ReadonlySet<string> = new Set([...FAMILY_NAMES, ...listed(GIVEN)])

const plain = (word: string): string => word.normalize('NFC').toLocaleLowerCase('vi')

export const isFamilyName = (word: string): boolean => FAMILY_NAMES.has(plain(word))
export const isCommonNameWord = (word: string): boolean => NAME_WORDS.has(plain(word))
