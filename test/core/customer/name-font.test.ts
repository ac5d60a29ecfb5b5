import { describe, expect, test } from 'vitest'
import { isCommonNameWord } from '#core/customer/common-name-words.ts'
import { inTodaysLetters, NO_FONTS, surelyIn } from '#core/customer/name-font.ts'
import { isVietnameseSyllable } from '#core/customer/vietnamese-syllable.ts'
import { chance as chanceFrom } from '#local/sample-company/chance.ts'
import { vietnameseName } from '#local/sample-company/vietnamese-names.ts'
import { inTcvn3, inVni } from '#test/core/customer/old-fonts.ts'
import { VIETNAMESE_NAMES } from '#test/core/customer/vietnamese-names.ts'

/** The name of a row that stands alone; undefined where it stays as it is. */
function fromOldEncoding(name: string) {
  const read = inTodaysLetters([name])
  if ('unsure' in read) return 'damaged'
  return read.font === undefined ? undefined : { name: read.names[0] }
}

describe('a name in an old font', () => {
  test.each([
    ['NguyÔn V¨n Hïng', 'Nguyễn Văn Hùng'],
    ['TrÇn ThÞ Thu Hµ', 'Trần Thị Thu Hà'],
    ['Ph¹m §øc Dòng', 'Phạm Đức Dũng'],
    ['Lª Ph­¬ng Th¶o', 'Lê Phương Thảo'],
    ['§ç Quúnh Nga', 'Đỗ Quỳnh Nga'],
    ['NGUYÔN V¡N HïNG', 'NGUYỄN VĂN HÙNG'],
    ['Vò §×nh Th¾ng', 'Vũ Đình Thắng'],
    ['Nguyeãn Vaên Huøng', 'Nguyễn Văn Hùng'],
    ['Traàn Thò Thu Haø', 'Trần Thị Thu Hà'],
    ['Phaïm Ñöùc Duõng', 'Phạm Đức Dũng'],
    ['Leâ Phöông Thaûo', 'Lê Phương Thảo'],
    ['Ñoã Quyønh Nga', 'Đỗ Quỳnh Nga'],
    ['NGUYEÃN VAÊN HUØNG', 'NGUYỄN VĂN HÙNG'],
    ['Vuõ Ñình Thaéng', 'Vũ Đình Thắng'],
  ])('%s becomes %s', (written, name) => {
    expect(fromOldEncoding(written)).toEqual({ name })
  })

  test.each([
    'José García',
    'François Noël',
    'Zoë Müller',
    'Renée Dupré',
    'Björn Åkesson',
    'Chloé Lefèvre',
    'Léa Ché',
    'Nguyễn Văn François',
    'Dòng Thị Lan',
    'Nguyen Van Hung',
    "O'Neill",
  ])('%s is left as it is', (name) => {
    expect(fromOldEncoding(name)).toBeUndefined()
  })

  test('what has the signs of an old font and becomes nothing is damaged', () => {
    expect(fromOldEncoding('NguyÔn V¨n Xyz¸q')).toBe('damaged')
    expect(fromOldEncoding('C«ng ty ABC ®Ñp')).toEqual({ name: 'Công ty ABC Đẹp' })
  })
})

test('every Vietnamese name of today is Vietnamese, in both normal forms, and stays', () => {
  for (const name of VIETNAMESE_NAMES) {
    for (const form of ['NFC', 'NFD'] as const) {
      const words = name.normalize(form).split(' ')
      expect(words.filter((word) => !isVietnameseSyllable(word))).toEqual([])
      expect(fromOldEncoding(name.normalize(form))).toBeUndefined()
      expect(fromOldEncoding(name.toLocaleUpperCase('vi').normalize(form))).toBeUndefined()
    }
  }
})

/** Given names as they stand in a column of their own. */
const GIVEN = `Hạnh Hải Hoàng Hùng Hương Hồng Thảo Tuấn Tú Tâm Tùng Trọng Thủy Thắng Thành Thịnh Phúc Phượng Phước Quý Quốc Quỳnh Oanh Nhã Nghĩa Ngọc Nguyệt
  Mỹ Mẫn Mạnh Lộc Lợi Lý Liễu Kiều Khánh Khải Hậu Hằng Hiếu Hiển Hảo Giàu Dũng Dương Diệu Diễm Đức Đạt Đào Cường Cúc Chí Châu Bảo Bích Bình Ân Ánh Ẩn Vũ Vĩnh
  Vượng Yến Xuân Tấn Thạch Thạnh Tài Sỹ Sáng Phát Nhàn Nhẫn Nở Mận Mùi Lành Lãm Hạ Hà Hợp Học Hiền Đoàn Điệp Cẩm Bạch Ước Ỷ Uẩn Thuở Khuê Nguyễn Huỳnh Võ Đỗ`
const GIVEN_NAMES = GIVEN.split(/\s+/)
const chance = chanceFrom(20_270_310)
const SAMPLE = Array.from({ length: 600 }, (_, at) => vietnameseName(at % 2 === 0 ? 'female' : 'male', chance).fullName)
const FONTS = [
  ['vni', inVni],
  ['tcvn3', inTcvn3],
] as const

const plain = (name: string | undefined) => name?.normalize('NFC').toLocaleLowerCase('vi')

describe.each(FONTS)('a list in %s', (font, write) => {
  test.each([
    ['whole names', [...new Set([...SAMPLE, ...VIETNAMESE_NAMES])]],
    ['names in capitals', [...new Set([...SAMPLE, ...VIETNAMESE_NAMES])].map((name) => name.toLocaleUpperCase('vi'))],
    ['given names in a column of their own', GIVEN_NAMES],
  ])('gives every name back: %s', (_, names) => {
    const counts = { ...NO_FONTS }
    for (const name of names) {
      const writing = surelyIn([write(name)])
      if (writing !== undefined) counts[writing]++
    }
    const wrong = names.filter((name) => {
      const read = inTodaysLetters([write(name)], counts)
      return 'unsure' in read || plain(read.names[0]) !== plain(name)
    })
    expect(counts[font]).toBeGreaterThan(names.length / 3)
    expect(wrong).toEqual([])
  })

  test('never gives another name, when a row stands alone: it is right, as it was, or asked about', () => {
    const wrong = [...SAMPLE, ...VIETNAMESE_NAMES, ...GIVEN_NAMES].filter((name) => {
      const read = inTodaysLetters([write(name)])
      return !('unsure' in read) && plain(read.names[0]) !== plain(name) && plain(read.names[0]) !== plain(write(name))
    })
    expect(wrong).toEqual([])
  })
})

test('names of people abroad stay, alone and in a list of today', () => {
  const names =
    `Loïc Haïm Anaïs Thaïs Saïd Maï Noë Zoë Zoé Noé Chloé José Renée Raül Saúl Inés João Jõao Müller Jürgen Günther Björn Bjørn Jörg Söng Höng Möng
    Sön Tün Köch Mäc Löw Lü Xü Nü Gül Öz Dürr Håkon Søren Åsa Çan Peø Gaëtan Maëlle Hélène Aïsha Ñol Þór Bón`.split(/\s+/)
  const list = { ...NO_FONTS, today: 200 }
  for (const name of [...names, 'Nguyen Loïc', 'Phan Loïc', 'Mai Anaïs', 'Lê Loïc', 'Loïc Haïm', 'Lü Bu', 'François Noël'])
    for (const file of [undefined, list]) expect(inTodaysLetters([name], file)).toMatchObject({ names: [name] })
})

test.each([
  ['Tó', 'tcvn3', 'Tú'],
  ['Phóc', 'tcvn3', 'Phúc'],
  ['Dòng', 'tcvn3', 'Dũng'],
  ['Thònh', 'vni', 'Thịnh'],
  ['Höng', 'vni', 'Hưng'],
] as const)('%s alone may be %s for %s: it stays, and is asked about', (written, font, name) => {
  expect(inTodaysLetters([written])).toEqual({ names: [written], perhaps: { names: [name], font } })
})

test('the columns of one row are judged together', () => {
  expect(inTodaysLetters(['Nguyeãn Thò', 'Haïnh'])).toEqual({ names: ['Nguyễn Thị', 'Hạnh'], font: 'vni' })
  expect(inTodaysLetters(['Ph¹m', 'Dòng'])).toEqual({ names: ['Phạm', 'Dũng'], font: 'tcvn3' })
  expect(inTodaysLetters(['Lê Thị', 'Hoàng'])).toEqual({ names: ['Lê Thị', 'Hoàng'] })
})

test('the other rows of the file speak for a row that is open, and a file of two writings for none', () => {
  expect(inTodaysLetters(['Hoàng'], { today: 50, tcvn3: 0, vni: 1 })).toEqual({ names: ['Hoàng'] })
  expect(inTodaysLetters(['Hoàng'], { today: 1, tcvn3: 0, vni: 50 })).toEqual({ names: ['Hồng'], font: 'vni' })
  expect(inTodaysLetters(['Dòng'], { today: 0, tcvn3: 50, vni: 0 })).toEqual({ names: ['Dũng'], font: 'tcvn3' })
  expect(inTodaysLetters(['Hoàng'], { today: 20, tcvn3: 0, vni: 20 })).toEqual({ unsure: ['Hoàng', 'Hồng'] })
  expect(inTodaysLetters(['Mai'], { today: 20, tcvn3: 0, vni: 20 })).toEqual({ names: ['Mai'] })
})

describe('a syllable', () => {
  test.each(['Haùnh', 'Taâm', 'Phaùm', 'Xuaõn', 'aom', 'Kử', 'Cê', 'Ngha', 'Quoảc', 'Bạc̉', 'hoáng̣', 'Leõ', 'Tàp', 'Sưn'])(
    'does not exist: %s',
    (word) => expect(isVietnameseSyllable(word)).toBe(false),
  )
  test.each([
    'hoà',
    'hòa',
    'thuý',
    'thúy',
    'khuỷu',
    'giếng',
    'gì',
    'giặt',
    'quýnh',
    'Quốc',
    'Khuyên',
    'yêu',
    'ngoằn',
    'Uyển',
    'oái',
    'Nguyệt',
    'Ỷ',
    'quở',
  ])('exists: %s', (word) => expect(isVietnameseSyllable(word)).toBe(true))
  test('of every common name exists', () => {
    expect(GIVEN_NAMES.filter((word) => !isVietnameseSyllable(word))).toEqual([])
    expect(isCommonNameWord('MẠNH')).toBe(true)
    expect(isCommonNameWord('Lọc')).toBe(false)
  })
})
