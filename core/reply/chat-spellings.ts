/**
 * Chat spellings written out: one table for stops, thanks, complaints and scores. A spelling belongs here when it means the same everywhere. One
 * that is another word in other sentences ("k" is a "no" only before a verb) is resolved where it is read.
 */

const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['ko', 'không'],
  ['hok', 'không'],
  ['hông', 'không'],
  ['hổng', 'không'],
  ['kô', 'không'],
  ['hem', 'không'],
  ['khum', 'không'],
  ['hk', 'không'],
  ['dc', 'được'],
  ['đc', 'được'],
  ['đk', 'đăng ký'],
  ['dk', 'đăng ký'],
  ['kí', 'ký'],
  ['pls', 'please'],
  ['plz', 'please'],
  ['thx', 'thanks'],
  ['tks', 'thanks'],
  ['r', 'rồi'],
  ['rùi', 'rồi'],
  ['rui', 'rồi'],
  ['ròi', 'rồi'],
  ['roài', 'rồi'],
  ['oy', 'rồi'],
  ['òi', 'rồi'],
  ['gòi', 'rồi'],
  ['gồi', 'rồi'],
  ['chx', 'chưa'],
  ['gởi', 'gửi'],
  ['hoy', 'thôi'],
  ['thui', 'thôi'],
  ['lun', 'luôn'],
  ['iu', 'yêu'],
  ['nhìu', 'nhiều'],
  ['mk', 'mình'],
  ['mik', 'mình'],
  ['mún', 'muốn'],
  ['z', 'vậy'],
  ['zậy', 'vậy'],
  ['zay', 'vậy'],
  ['riết', 'hoài'],
  ['miết', 'hoài'],
  ['quài', 'hoài'],
  ['cty', 'công ty'],
  ['e', 'em'],
  ['sốp', 'shop'],
  ['bt', 'bình thường'],
  ['bth', 'bình thường'],
  ['nhoa', 'nha'],
  ['nhóa', 'nha'],
  ['nhó', 'nha'],
  ['đỉm', 'điểm'],
  ['điêm', 'điểm'],
  ['diểm', 'điểm'],
  ['điẻm', 'điểm'],
  ['mừi', 'mười'],
  ['oki', 'ok'],
  ['okela', 'ok'],
  ['ukm', 'ừ'],
  ['okê', 'ok'],
  ['wá', 'quá'],
  ['qá', 'quá'],
  ['thik', 'thích'],
  ['thix', 'thích'],
  ['nv', 'nhân viên'],
  ['sp', 'sản phẩm'],
  ['nx', 'nữa'],
  ['nựa', 'nữa'],
  ['đou', 'đâu'],
  ['ik', 'đi'],
  ['đừg', 'đừng'],
  ['dừg', 'dừng'],
  ['ngừg', 'ngừng'],
  ['thoai', 'thôi'],
  ['zùm', 'giùm'],
  ['zum', 'giùm'],
  ['wanna', 'want to'],
  ['unsubcribe', 'unsubscribe'],
  ['unsuscribe', 'unsubscribe'],
  ['unsubscibe', 'unsubscribe'],
  ['unsubsribe', 'unsubscribe'],
  ['unsubcribed', 'unsubscribed'],
  ['unsuscribed', 'unsubscribed'],
])

/** Forms of address with one letter. "a" and "b" are other words too, so they count as an address only among words without a meaning of their own. */
export const SHORT_CALLS = ['a', 'b', 'c', 'e'] as const

/** "nhaaa", "điểmmm". "kkk" and "www" are not stretched words of one letter. */
const STRETCHED = /([\p{L}\p{M}])\1{2,}/gu
const OF_ONE_LETTER = /^(\p{L})\1*$/u

/** `word` in lower case, NFC. The result may be two words. */
export function writtenOut(word: string): string {
  const short = OF_ONE_LETTER.test(word) ? word : word.replace(STRETCHED, '$1')
  return WRITTEN_OUT.get(short) ?? short
}
