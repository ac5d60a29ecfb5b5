/** Whether a word can be a Vietnamese syllable: an initial, a rhyme and at most one tone. Source: the orthography as schools teach it. */

const INITIAL = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?'
const FINAL = '(?:ng|nh|ch|[cmnpt])?'
const NUCLEI =
  'oong|uyê|uyu|uya|uôi|ươi|ươu|iêu|yêu|oai|oay|oao|oeo|uây|uao|uêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|ue|ui|uê|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy]'
const SYLLABLE = new RegExp(`^${INITIAL}(?:${NUCLEI})${FINAL}$`)
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

export function isVietnameseSyllable(word: string): boolean {
  // A capital inside a word is no spelling: it is a letter of another font.
  if (!/^\p{L}[\p{Ll}\p{M}]*$|^[\p{Lu}\p{M}]+$/u.test(word.normalize('NFC'))) return false
  const apart = word.toLocaleLowerCase('vi').normalize('NFD')
  if ((apart.match(TONES) ?? []).length > 1) return false
  return SYLLABLE.test(apart.replace(TONES, '').normalize('NFC'))
}
