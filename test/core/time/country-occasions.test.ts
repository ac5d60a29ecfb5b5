import { describe, expect, test } from 'vitest'
import { occasionsBetween } from '#core/time/country-occasions.ts'
import { vietnam } from '#test/core/time/vietnam.ts'

const inYear = (year: number, company = {}) => occasionsBetween(vietnam, `${year}-01-01`, `${year}-12-31`, company)
const short = (days: ReturnType<typeof inYear>) => days.map(({ date, key }) => `${date.slice(5)} ${key}`)
const daysOff = (year: number, company = {}) => short(inYear(year, company).filter(({ kind }) => kind !== 'observance'))

describe('the days off of Vietnam, by the law and the decisions of the year', () => {
  test.each([
    [
      2026,
      [
        '01-01 vn.new-year',
        '01-02 vn.official.off',
        '01-10 vn.official.working',
        '02-16 vn.tet.off',
        '02-17 vn.tet',
        '02-18 vn.tet.off',
        '02-19 vn.tet.off',
        '02-20 vn.tet.off',
        '04-26 vn.hung-kings',
        '04-27 vn.hung-kings.compensation',
        '04-30 vn.reunification',
        '05-01 vn.labour',
        '08-22 vn.official.working',
        '08-31 vn.official.off',
        '09-01 vn.national-day.off',
        '09-02 vn.national-day',
      ],
    ],
    [
      2027,
      [
        '01-01 vn.new-year',
        '02-05 vn.tet.off',
        '02-06 vn.tet',
        '02-07 vn.tet.off',
        '02-08 vn.tet.off',
        '02-09 vn.tet.off',
        '02-10 vn.tet.compensation',
        '02-11 vn.tet.compensation',
        '04-16 vn.hung-kings',
        '04-30 vn.reunification',
        '05-01 vn.labour',
        '05-03 vn.labour.compensation',
        '09-01 vn.national-day.off',
        '09-02 vn.national-day',
      ],
    ],
    [
      2028,
      [
        '01-01 vn.new-year',
        '01-03 vn.new-year.compensation',
        '01-25 vn.tet.off',
        '01-26 vn.tet',
        '01-27 vn.tet.off',
        '01-28 vn.tet.off',
        '01-29 vn.tet.off',
        '01-31 vn.tet.compensation',
        '04-04 vn.hung-kings',
        '04-30 vn.reunification',
        '05-01 vn.labour',
        '05-02 vn.reunification.compensation',
        '09-01 vn.national-day.off',
        '09-02 vn.national-day',
        '09-04 vn.national-day.compensation',
      ],
    ],
    [
      2029,
      [
        '01-01 vn.new-year',
        '02-12 vn.tet.off',
        '02-13 vn.tet',
        '02-14 vn.tet.off',
        '02-15 vn.tet.off',
        '02-16 vn.tet.off',
        '04-23 vn.hung-kings',
        '04-30 vn.reunification',
        '05-01 vn.labour',
        '09-02 vn.national-day',
        '09-03 vn.national-day.off',
        '09-04 vn.national-day.compensation',
      ],
    ],
    [
      2030,
      [
        '01-01 vn.new-year',
        '02-01 vn.tet.off',
        '02-02 vn.tet',
        '02-03 vn.tet.off',
        '02-04 vn.tet.off',
        '02-05 vn.tet.off',
        '02-06 vn.tet.compensation',
        '02-07 vn.tet.compensation',
        '04-12 vn.hung-kings',
        '04-30 vn.reunification',
        '05-01 vn.labour',
        '09-02 vn.national-day',
        '09-03 vn.national-day.off',
      ],
    ],
  ])('%d', (year, expected) => {
    expect(daysOff(year)).toEqual(expected)
  })

  test('a company that takes Culture Day off gets it with its compensation', () => {
    const company = { overrides: { dayOffOccasions: ['vn.culture-day'] } }
    const inNovember = (year: number) => daysOff(year, company).filter((day) => day.startsWith('11-'))
    expect([2025, 2026, 2029, 2030].map(inNovember)).toEqual([
      [],
      ['11-24 vn.culture-day.off'],
      ['11-24 vn.culture-day.off', '11-26 vn.culture-day.compensation'],
      ['11-24 vn.culture-day.off', '11-25 vn.culture-day.compensation'],
    ])
  })

  test('a company working on Saturdays gets no compensation for a holiday on one', () => {
    const company = { workingWeekdays: [1, 2, 3, 4, 5, 6] }
    expect(daysOff(2028, company)).not.toContain('01-03 vn.new-year.compensation')
    expect(daysOff(2027, company)).toContain('02-10 vn.tet.compensation')
    expect(daysOff(2027, company)).not.toContain('02-11 vn.tet.compensation')
  })
})

describe('the occasions of Vietnam', () => {
  test('2027, observances included, in the order of their dates', () => {
    const days = inYear(2027)
    expect(short(days.filter(({ kind }) => kind === 'observance'))).toEqual([
      '01-30 vn.ong-tao',
      '02-05 vn.giao-thua',
      '02-14 vn.valentine',
      '02-20 vn.nguyen-tieu',
      '02-27 vn.doctors-day',
      '03-08 vn.women-intl',
      '06-01 vn.children',
      '06-28 vn.family-day',
      '08-16 vn.vu-lan',
      '09-15 vn.mid-autumn',
      '10-13 vn.entrepreneurs-day',
      '10-20 vn.vn-women',
      '11-20 vn.teachers',
      '11-24 vn.culture-day',
      '12-25 vn.christmas',
    ])
    expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).toSorted())
  })

  test('a listed day says what it is, in both languages', () => {
    expect(occasionsBetween(vietnam, '2027-02-10', '2027-02-10')).toEqual([
      {
        date: '2027-02-10',
        key: 'vn.tet.compensation',
        name: { vi: 'Nghỉ bù Tết Nguyên đán', en: 'Compensation day for Lunar New Year (Tết)' },
        kind: 'dayOff',
      },
    ])
    expect(occasionsBetween(vietnam, '2027-02-06', '2027-02-06')).toMatchObject([{ key: 'vn.tet', kind: 'public' }])
  })

  test('Culture Day is not listed before it was proposed', () => {
    expect(short(inYear(2025))).not.toContain('11-24 vn.culture-day')
  })

  test("a company's own days are listed with the rest", () => {
    const overrides = { dayOff: ['2026-02-13'], workingDay: ['2026-08-31'], halfDay: ['2026-02-14'] }
    const days = occasionsBetween(vietnam, '2026-01-11', '2026-12-31', { overrides })
    expect(days.filter(({ key }) => key.startsWith('company.')).map(({ date, key, kind }) => [date, key, kind])).toEqual([
      ['2026-02-13', 'company.day-off', 'dayOff'],
      ['2026-02-14', 'company.half-day', 'workingDay'],
      ['2026-08-31', 'company.working-day', 'workingDay'],
    ])
    expect(days.map(({ key }) => key)).not.toContain('vn.official.off')
  })

  test('a split span lists the same days as the whole', () => {
    const whole = occasionsBetween(vietnam, '2026-06-15', '2031-03-02')
    const parts = [
      ...occasionsBetween(vietnam, '2026-06-15', '2028-01-26'),
      ...occasionsBetween(vietnam, '2028-01-27', '2031-03-02'),
    ]
    expect(parts).toEqual(whole)
  })

  test('every year of the lunar table can be listed, and a year outside is refused clearly', () => {
    const tets = occasionsBetween(vietnam, '1968-01-01', '2100-12-31').filter(({ key }) => key === 'vn.tet')
    expect(tets).toHaveLength(133)
    expect(() => inYear(1967)).toThrow('the calendar of VN is known for the years 1968 to 2100, not for 1967')
    expect(() => inYear(2101)).toThrow('the calendar of VN is known for the years 1968 to 2100, not for 2101')
    expect(occasionsBetween(vietnam, '2027-01-02', '2027-01-01')).toEqual([])
  })

  test('a country without lunar days knows every year', () => {
    const [newYear] = vietnam.occasions
    const solarOnly = { ...vietnam, occasions: newYear === undefined ? [] : [newYear], officialDecisions: [] }
    expect(short(occasionsBetween(solarOnly, '1950-01-01', '1950-12-31'))).toEqual([
      '01-01 vn.new-year',
      '01-02 vn.new-year.compensation',
    ])
  })
})
