/** The language of a customer's mail, told by marks and by common words: half of Vietnam writes mail without marks. */
import { folded } from '#core/customer/written-text.ts'
import type { Spoken } from '#core/reply/spoken.ts'

/** Letters that no other language of our customers has. */
const ONLY_VIETNAMESE = /[đơưăạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/i

/** Common Vietnamese words without marks that are no English words. */
const VIETNAMESE = new Set(
  (
    'khong duoc toi minh ban cua nhung roi chua cac nhe nhieu hang giao rat voi shop dich vu cam hai long diem chin muoi bay bon dung huy ' +
    'ngung gui nhan nua tu choi thu vui lam xin chao cam goi lai nhu nay cho den tot chat luong nhanh cham loi don dat thang ngay gio ' +
    'da dang se muon can biet hoi khi nao sao gi vay thi ma cung nen qua lam con mot hai tam sau nam tien doi tra quy khach nha tra'
  ).split(' '),
)
const ENGLISH = new Set(
  (
    'the and is are was were you your i im id my me we our us it its this that to of for with not no yes very thank thanks please good great ' +
    'excellent bad stop unsubscribe remove do dont does did have has had would will can could be been but so if when what how why where who ' +
    'send sent email emails mail received order service delivery never ever more any all say give score points from out at by an as just ' +
    'really nine ten eight seven six five four three two one zero satisfied dissatisfied hello hi dear regards sorry problem help need want ' +
    'still late broken refund happy nice love fine team keep up work cheers well done'
  ).split(' '),
)

/** `vi`, `en`, or `und` when it cannot be told: a bare number has no language. */
export function languageOf(text: string, { words }: Spoken): 'vi' | 'en' | 'und' {
  const all = words.split(' ').slice(0, 400)
  const marked = text
    .slice(0, 4000)
    .normalize('NFC')
    .split(/[^\p{L}\p{M}]+/u)
    // A name proves nothing: "Thanks, Nguyễn Hồng".
    .filter((word) => ONLY_VIETNAMESE.test(word) && !/^\p{Lu}\p{Ll}/u.test(word)).length
  const capital = ONLY_VIETNAMESE.test(text.slice(0, 4000)) ? 1 : 0
  const english = all.filter((word) => ENGLISH.has(word)).length
  const vietnamese = marked * 2 + capital + all.filter((word) => VIETNAMESE.has(folded(word))).length
  if (vietnamese > english) return 'vi'
  return english > vietnamese ? 'en' : 'und'
}
