import { describe, expect, test } from 'vitest'
import type { Company } from '#core/campaign/company.ts'
import { birthdayKeyOf } from '#core/occasion/birthday-key.ts'
import { birthdaysOn } from '#core/occasion/birthdays-on.ts'
import { datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { leapMonthOf, lunarDateOf, lunarMonthLength } from '#core/time/lunar-calendar.ts'
import { lunar, solar } from '#test/support/builders.ts'

type Rules = Company['customerDates']
const OPTIONS: readonly Rules[] = [
  { feb29: 'feb-28', leapMonth: 'ordinary' },
  { feb29: 'feb-28', leapMonth: 'leap-if-exists' },
  { feb29: 'mar-1', leapMonth: 'ordinary' },
  { feb29: 'mar-1', leapMonth: 'leap-if-exists' },
]

/** Every civil date of some years on which a birthday is kept, by its year key. */
function keptIn({
  from,
  to,
  key,
  rules,
}: {
  from: LocalDate
  to: LocalDate
  key: string
  rules: Rules
}): Record<string, LocalDate[]> {
  const kept: Record<string, LocalDate[]> = {}
  for (const date of datesFrom(from, to)) {
    for (const { birthdayKey, yearKey } of birthdaysOn(date, rules)) {
      if (birthdayKey === key) kept[yearKey] = [...(kept[yearKey] ?? []), date]
    }
  }
  return kept
}

describe.each(OPTIONS)('with %o', (rules) => {
  const counts = new Map<string, number>()
  for (const date of datesFrom('1990-01-01', '2060-12-31')) {
    for (const { birthdayKey, yearKey } of birthdaysOn(date, rules)) {
      const id = `${birthdayKey} ${yearKey}`
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  const years = Array.from({ length: 71 }, (_, n) => 1990 + n)

  test('every solar birthday is kept exactly once in every year from 1990 to 2060', () => {
    const wrong: string[] = []
    for (const date of datesFrom('2024-01-01', '2024-12-31')) {
      for (const year of years) {
        const id = `S-${date.slice(5)} ${year}`
        if (counts.get(id) !== 1) wrong.push(`${id}: ${counts.get(id) ?? 0}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('every lunar birthday, of a leap month too, is kept exactly once in every lunar year from 1990 to 2059', () => {
    const wrong: string[] = []
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= 30; day++) {
        for (const leap of [true, false]) {
          const key = birthdayKeyOf({ kind: 'lunar', month, day, leap, year: null })
          for (const year of years.slice(0, -1)) {
            const times = counts.get(`${key} L${year}`) ?? 0
            if (times !== 1) wrong.push(`${key} L${year}: ${times}`)
          }
        }
      }
    }
    expect(wrong).toEqual([])
  })
})

const ordinary: Rules = { feb29: 'feb-28', leapMonth: 'ordinary' }
const inLeap: Rules = { feb29: 'feb-28', leapMonth: 'leap-if-exists' }

describe('a birthday on 29 February', () => {
  test.each<[Rules['feb29'], LocalDate[]]>([
    ['feb-28', ['2026-02-28', '2027-02-28', '2028-02-29', '2029-02-28']],
    ['mar-1', ['2026-03-01', '2027-03-01', '2028-02-29', '2029-03-01']],
  ])('is kept by the rule %s in other years', (feb29, dates) => {
    const kept = keptIn({
      from: '2026-01-01',
      to: '2029-12-31',
      key: birthdayKeyOf(solar('02-29')),
      rules: { feb29, leapMonth: 'ordinary' },
    })
    expect(Object.values(kept).flat()).toEqual(dates)
    expect(Object.keys(kept)).toEqual(['2026', '2027', '2028', '2029'])
  })

  test('takes nothing from those born on 28 February or 1 March', () => {
    const keys = (date: LocalDate) => birthdaysOn(date, ordinary).map(({ birthdayKey }) => birthdayKey)
    expect(keys('2027-02-28')).toEqual(expect.arrayContaining(['S-02-28', 'S-02-29']))
    expect(keys('2028-02-28')).not.toContain('S-02-29')
    expect(keys('2027-03-01')).toContain('S-03-01')
  })

  test('1900 and 2100 are no leap years', () => {
    expect(birthdaysOn('2100-02-28', ordinary).map(({ birthdayKey }) => birthdayKey)).toContain('S-02-29')
  })
})

describe('a lunar birthday', () => {
  test('on 30/12 is kept on 29/12, the last day of the year, in the eight lunar years 2024 to 2031', () => {
    const kept = keptIn({ from: '2025-01-20', to: '2032-02-20', key: 'L-12-30', rules: ordinary })
    // The day before each Tết from 2025 to 2032.
    expect(Object.values(kept).flat()).toEqual([
      '2025-01-28',
      '2026-02-16',
      '2027-02-05',
      '2028-01-25',
      '2029-02-12',
      '2030-02-01',
      '2031-01-22',
      '2032-02-10',
    ])
    for (const [date] of Object.values(kept)) {
      expect(lunarDateOf(date!)).toMatchObject({ month: 12, day: 29 })
    }
  })

  test('on 30/12 is kept on day 30 again before Tết 2033', () => {
    const kept = keptIn({ from: '2033-01-01', to: '2033-03-01', key: 'L-12-30', rules: ordinary })
    expect(kept).toEqual({ L2032: ['2033-01-30'] })
    expect(lunarDateOf('2033-01-30')).toMatchObject({ month: 12, day: 30 })
  })

  test('may fall none, one or two times in a solar year, and each has its own key', () => {
    // 30 Chạp of 2025 falls on 16 February 2026; the one after on 5 February 2027; 2028 and 2029 follow.
    const kept = keptIn({ from: '2027-01-01', to: '2029-12-31', key: 'L-11-20', rules: ordinary })
    const bySolarYear = Object.values(kept)
      .flat()
      .map((date) => date.slice(0, 4))
    expect(Object.values(kept).every((dates) => dates.length === 1)).toBe(true)
    expect(new Set(Object.keys(kept)).size).toBe(bySolarYear.length)
    expect(['2027', '2028', '2029'].map((year) => bySolarYear.filter((other) => other === year).length)).toContain(2)
  })

  test.each<[string, Rules, LocalDate, LocalDate]>([
    ['ordinary', ordinary, '2026-07-14', '2036-06-24'],
    ['leap-if-exists', inLeap, '2026-07-14', '2036-07-23'],
  ])('in leap month 6, born 2025-07-25, is kept by the rule %s in 2026 and in 2036', (_, rules, in2026, in2036) => {
    const key = birthdayKeyOf(lunar('06-01', 'leap'))
    expect(lunarDateOf('2025-07-25')).toEqual({ lunarYear: 2025, month: 6, day: 1, leap: true })
    expect(leapMonthOf(2036)).toBe(6)
    expect(keptIn({ from: '2026-03-01', to: '2026-12-31', key, rules })).toEqual({ L2026: [in2026] })
    expect(keptIn({ from: '2036-03-01', to: '2036-12-31', key, rules })).toEqual({ L2036: [in2036] })
  })

  test('in the ordinary month of a leap year is kept in the ordinary month whatever the option', () => {
    for (const rules of [ordinary, inLeap]) {
      expect(keptIn({ from: '2036-03-01', to: '2036-12-31', key: 'L-06-01', rules })).toEqual({ L2036: ['2036-06-24'] })
    }
  })

  test('on day 30 of a short leap month is kept on its 29th', () => {
    // Leap month 5 of 2028 has 29 days from 23 June.
    expect(lunarMonthLength({ lunarYear: 2028, month: 5, leap: true })).toBe(29)
    expect(keptIn({ from: '2028-03-01', to: '2028-12-31', key: 'LL-05-30', rules: inLeap })).toEqual({ L2028: ['2028-07-21'] })
  })
})
