/** Vietnamese names in their real distribution: family names by their share of the population, given names by generation. */
import type { Chance } from '#local/sample-company/chance.ts'

/** Percent of the population, rounded. */
const FAMILIES: readonly (readonly [string, number])[] = [
  ['Nguyễn', 38],
  ['Trần', 11],
  ['Lê', 9.5],
  ['Phạm', 7],
  ['Hoàng', 2.6],
  ['Huỳnh', 2.5],
  ['Phan', 4.5],
  ['Vũ', 2],
  ['Võ', 1.9],
  ['Đặng', 2.1],
  ['Bùi', 2],
  ['Đỗ', 1.4],
  ['Hồ', 1.3],
  ['Ngô', 1.3],
  ['Dương', 1],
  ['Đinh', 0.8],
  ['Lý', 0.5],
  ['Trịnh', 0.5],
  ['Mai', 0.4],
  ['Tô', 0.3],
  ['Hoàng Phủ', 0.1],
]
const MALE_MIDDLE = [
  'Văn',
  'Văn',
  'Văn',
  'Hữu',
  'Đức',
  'Minh',
  'Quang',
  'Công',
  'Thành',
  'Ngọc',
  'Xuân',
  'Đình',
  'Quốc',
  'Gia',
  'Anh',
]
const MALE_GIVEN = [
  ...[
    'An',
    'Anh',
    'Bảo',
    'Bình',
    'Cường',
    'Dũng',
    'Duy',
    'Đạt',
    'Đức',
    'Hải',
    'Hậu',
    'Hiếu',
    'Hòa',
    'Hùng',
    'Huy',
    'Khoa',
    'Kiên',
    'Lâm',
    'Long',
  ],
  ...[
    'Mạnh',
    'Nam',
    'Nghĩa',
    'Phong',
    'Phúc',
    'Quân',
    'Quý',
    'Sơn',
    'Tài',
    'Tâm',
    'Thắng',
    'Thịnh',
    'Tiến',
    'Toàn',
    'Trí',
    'Trung',
    'Tuấn',
    'Vinh',
    'Vũ',
  ],
  ...['Trường Sơn', 'Hải Đăng', 'Thiên Ân', 'Hoàng Long'],
]
const FEMALE_MIDDLE = [
  'Thị',
  'Thị',
  'Thị',
  'Thị Thu',
  'Thị Thanh',
  'Ngọc',
  'Thanh',
  'Thu',
  'Kim',
  'Bích',
  'Mỹ',
  'Hồng',
  'Phương',
  'Minh',
  'Thùy',
  'Diệu',
]
const FEMALE_GIVEN = [
  ...[
    'An',
    'Anh',
    'Bình',
    'Chi',
    'Cúc',
    'Dung',
    'Duyên',
    'Đào',
    'Giang',
    'Hà',
    'Hạnh',
    'Hằng',
    'Hiền',
    'Hoa',
    'Hương',
    'Huyền',
    'Khánh',
    'Lan',
    'Linh',
    'Loan',
  ],
  ...[
    'Mai',
    'My',
    'Nga',
    'Ngân',
    'Ngọc',
    'Nhung',
    'Oanh',
    'Phương',
    'Quỳnh',
    'Tâm',
    'Thảo',
    'Thúy',
    'Thủy',
    'Trang',
    'Trinh',
    'Tuyết',
    'Uyên',
    'Vân',
    'Xuân',
    'Yến',
  ],
  ...['Bảo Ngọc', 'Hoa Điệp', 'Phương Thảo', 'Khánh Linh', 'Hồng Ngữ'],
]

export interface VietnameseName {
  readonly fullName: string
  /** Two syllables where the parents meant two; the last one alone would be another person's name. */
  readonly givenName: string
}

export function vietnameseName(gender: 'female' | 'male', chance: Chance): VietnameseName {
  const family = chance.weighted(FAMILIES)
  const [middles, givens] = gender === 'male' ? [MALE_MIDDLE, MALE_GIVEN] : [FEMALE_MIDDLE, FEMALE_GIVEN]
  const givenName = chance.pick(givens)
  const middle = chance.pick(middles.filter((name) => !givenName.startsWith(name) && !name.endsWith(givenName)))
  return { fullName: givenName.includes(' ') ? `${family} ${givenName}` : `${family} ${middle} ${givenName}`, givenName }
}

export const ABROAD: readonly { readonly fullName: string; readonly gender: 'female' | 'male' }[] = [
  { fullName: 'Emily Carter', gender: 'female' },
  { fullName: 'Jack Thompson', gender: 'male' },
  { fullName: 'Sophie Martin', gender: 'female' },
  { fullName: 'Lucas Bernard', gender: 'male' },
  { fullName: 'Olivia Nguyen', gender: 'female' },
  { fullName: 'Daniel Tran', gender: 'male' },
]
