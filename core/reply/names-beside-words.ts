/** People's names, recognized by tables of names: "Huy" below a score is the writer, "Thiếu" is a complaint, and a capital letter proves neither. */
import { folded } from '#core/customer/written-text.ts'

const FAMILY =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đoàn|Lâm|Mai|Trương|Cao|Tạ|Lương|Phùng|Châu|Quách|Thái|Tô|Hà|Đào|Vương|Chu|La|Kiều|Triệu|Tăng|Lưu|Nghiêm|Doãn|Tống|Thạch|Tôn|Quan'
const GIVEN =
  'An|Anh|Ánh|Ân|Bảo|Bích|Bình|Cẩm|Chi|Chiến|Chính|Công|Cúc|Cường|Danh|Dũng|Dung|Duy|Duyên|Dương|Đan|Đạt|Điệp|Đức|Giang|Hà|Hải|Hân|Hằng|Hạnh|Hào|Hảo|Hậu|Hiền|Hiếu|Hiệp|Hoa|Hòa|Hoài|Hoàng|Hồng|Huệ|Hùng|Hưng|Huy|Huyền|Hương|Hường|' +
  'Khang|Khánh|Khoa|Khôi|Kiên|Kiệt|Kim|Kỳ|Lam|Lan|Lâm|Lệ|Liên|Linh|Loan|Lộc|Long|Luân|Ly|Mai|Mạnh|Minh|My|Mỹ|Nam|Nga|Ngân|Nghĩa|Ngọc|Nguyên|Nguyệt|Nhàn|Nhân|Nhật|Nhi|Nhung|Như|Oanh|Phát|Phong|Phú|Phúc|Phương|Phượng|Quân|Quang|Quốc|Quý|Quyên|Quỳnh|' +
  'Sơn|Tài|Tâm|Tân|Thái|Thắng|Thanh|Thành|Thảo|Thi|Thịnh|Thoa|Thơ|Thu|Thư|Thương|Thúy|Thủy|Thùy|Thy|Tiên|Tiến|Tín|Toàn|Trâm|Trang|Trí|Trinh|Trúc|Trung|Tú|Tuấn|Tuệ|Tùng|Tuyền|Tuyết|Uyên|Vân|Vi|Việt|Vinh|Vũ|Vy|Xuân|Yến|Ý'
const ENGLISH =
  'John|James|Mary|Anna|Anne|Peter|Paul|David|Michael|Mike|Sarah|Emma|Laura|Linda|Susan|Karen|Jane|Kate|Tom|Thomas|Robert|Bob|William|Bill|Mark|Steve|Steven|Chris|Daniel|Dan|Alex|Lucy|Lisa|Julia|Helen|Jennifer|Jenny|Amy|Ben|Sam|George|Jack|Henry|Emily|Sophie|Maria|Martin|Simon|Andrew|Nick|Tim|Richard|Kevin|Brian|Eric|Grace|Rachel|Claire|Alice|Olivia'

const setOf = (names: string) => new Set(names.split('|').flatMap((name) => [name.normalize('NFC').toLowerCase(), folded(name)]))
const FIRST = setOf(`${FAMILY}|${GIVEN}|${ENGLISH}`)
const LAST = setOf(`${GIVEN}|${ENGLISH}`)

const NAME_LINE =
  /^(?:(?:Mr|Mrs|Ms|Anh|Chị|Em|Cô|Chú|Bác|anh|chị|em|cô|chú|bác)\.? )?(\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*){0,4})[.!]?$/u
const CALLED =
  /(?<![\p{L}\p{M}])((?:thanks|thank you|cảm ơn|cám ơn|anh|chị|chi|em|cô|chú|bác|bạn|ban|mr|ms|mrs)\.?) (\p{Lu}[\p{L}\p{M}]*)(?![\p{L}\p{M}])/giu

/** `text` without the writer's name on the last line or behind the last punctuation mark, and with "bạn Lan" as "bạn". */
export function withoutWritersName(text: string): string {
  const called = text
    .normalize('NFC')
    .replace(CALLED, (said, title: string, name: string) => (isKnown(LAST, name) && /^\p{Lu}/u.test(name) ? title : said))
  const at = Math.max(...['\n', '. ', ', ', '! ', ' - '].map((mark) => called.trimEnd().lastIndexOf(mark) + mark.length - 1))
  const last = called.slice(at + 1).trim()
  return at > 0 && isName(last) ? called.slice(0, at + 1) : called
}

const isKnown = (names: ReadonlySet<string>, word: string): boolean => names.has(word.toLowerCase())

function isName(line: string): boolean {
  const words = NAME_LINE.exec(line)?.[1]?.split(' ') ?? []
  const [first = '', ...more] = words
  if (words.length === 0 || (words.join(' ') === words.join(' ').toUpperCase() && words.length > 1)) return false
  return more.length === 0
    ? isKnown(LAST, first)
    : isKnown(FIRST, first) && (isKnown(LAST, more.at(-1) ?? '') || isKnown(setOf(ENGLISH), first))
}
