/** The name of a lunar year: `Đinh Mùi`, and its animal as Vietnam counts them, with a cat where China has a rabbit. */

const STEMS = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'] as const
const BRANCHES = ['Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi', 'Thân', 'Dậu', 'Tuất', 'Hợi'] as const
const ANIMALS = {
  vi: ['chuột', 'trâu', 'hổ', 'mèo', 'rồng', 'rắn', 'ngựa', 'dê', 'khỉ', 'gà', 'chó', 'lợn'],
  en: ['Rat', 'Buffalo', 'Tiger', 'Cat', 'Dragon', 'Snake', 'Horse', 'Goat', 'Monkey', 'Rooster', 'Dog', 'Pig'],
} as const

/** The sexagenary name of a lunar year; 4 CE was a Giáp Tý year. */
export const lunarYearName = (lunarYear: number): string =>
  `${STEMS[(lunarYear - 4) % 10] ?? ''} ${BRANCHES[(lunarYear - 4) % 12] ?? ''}`

export const lunarYearAnimal = (lunarYear: number, language: keyof typeof ANIMALS): string =>
  ANIMALS[language][(lunarYear - 4) % 12] ?? ''
