/**
 * Whether a word is a Vietnamese syllable: an initial, an existing rhyme, and a tone that the rhyme allows, on the right letter. Source: the
 * orthography as schools teach it. A looser rule would accept "Haùnh", and names of an old font would be read in the wrong font.
 */

const INITIAL = /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?(.*)$/u

/** Rhymes without their tone. Those that end with c, ch, p or t allow only the sharp and the heavy tone. */
const RHYMES = words(`
  a ac ach ai am an ang anh ao ap at au ay  ă ăc ăm ăn ăng ăp ăt  â âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et  ê êch êm ên ênh êp êt êu  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
  o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
  ô ôc ôi ôm ôn ông ôp ôt  ơ ơi ơm ơn ơp ơt
  u ua uc ui um un ung up ut uân uâng uât uây uê uên uêch uênh uôc uôi uôm uôn uông uôt uơ
  uy uya uych uyn uynh uyp uyt uyu uyên uyêt
  ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
  y yêm yên yêng yêt yêu`)
/** Behind qu, whose u is part of the initial. */
const RHYMES_OF_QU = words(`a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eng eo et
  ê ên ênh êch êt i ich in inh it ơ ơn ôc ôi y ych yn ynh yp yt yên yêt yu`)
/** Rhymes behind g in words where the i of gi is itself the vowel of the rhyme: gì, giếng. */
const RHYMES_OF_G = words('i in iêng iêc iêt')
/** Rhymes for which schools taught both places of the tone: hoà and hòa. */
const EITHER_PLACE = new Set(['oa', 'oe', 'uy'])

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu

export function isVietnameseSyllable(word: string): boolean {
  // A capital inside a word is no Vietnamese spelling: it is a letter of another font.
  if (!/^\p{L}[\p{Ll}\p{M}]*$|^[\p{Lu}\p{M}]+$/u.test(word.normalize('NFC'))) return false
  return isSyllable(word.toLocaleLowerCase('vi').normalize('NFD'))
}

function isSyllable(apart: string): boolean {
  const tones = apart.match(TONES) ?? []
  const plain = apart.replace(TONES, '').normalize('NFC')
  const [, initial = '', rhyme = ''] = INITIAL.exec(plain) ?? []
  const own = initial === 'gi' && !RHYMES.has(rhyme) ? { initial: 'g', rhyme: `i${rhyme}` } : { initial, rhyme }
  if (tones.length > 1 || !existing(own)) return false
  const [tone] = tones
  if (tone === undefined) return !isStopped(own.rhyme)
  const at = [...apart.slice(0, apart.search(TONES)).normalize('NFC')].length - 1 - own.initial.length
  return bears(own.rhyme, tone) && placesOf(own.rhyme).includes(at)
}

function existing({ initial, rhyme }: { readonly initial: string; readonly rhyme: string }): boolean {
  if (initial === 'qu') return RHYMES_OF_QU.has(rhyme)
  if (initial === 'g' && rhyme.startsWith('i')) return RHYMES_OF_G.has(rhyme)
  if (!RHYMES.has(rhyme)) return false
  const isFront = /^[eêiy]/u.test(rhyme)
  if (initial === 'c' || initial === 'g' || initial === 'ng') return !isFront
  return initial === 'k' || initial === 'gh' || initial === 'ngh' ? isFront : initial !== '' || !rhyme.startsWith('iê')
}

const isStopped = (rhyme: string): boolean => /[cpt]$|ch$/u.test(rhyme)
const bears = (rhyme: string, tone: string): boolean => !isStopped(rhyme) || tone === '\u0301' || tone === '\u0323'

/** On the last vowel that has a mark of its own; else on the last vowel before a final consonant; else on the first of two, the second of three. */
function placesOf(rhyme: string): readonly number[] {
  const vowels = /^[aăâeêioôơuưy]+/u.exec(rhyme)?.[0] ?? ''
  const marked = [...vowels].findLastIndex((vowel) => /[ăâêôơư]/u.test(vowel))
  if (marked !== -1) return [marked]
  if (vowels.length < rhyme.length) return [vowels.length - 1]
  if (EITHER_PLACE.has(rhyme)) return [0, 1]
  return [vowels.length === 3 ? 1 : 0]
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''))
}
