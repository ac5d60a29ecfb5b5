import { describe, expect, test } from 'vitest'
import { fromOldEncoding } from '#core/customer/old-encodings.ts'
import { isVietnameseSyllable } from '#core/customer/vietnamese-syllable.ts'
import { VIETNAMESE_NAMES } from '#test/core/customer/vietnamese-names.ts'

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
    expect(fromOldEncoding('C«ng ty ABC ®Ñp')).toBe('damaged')
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
