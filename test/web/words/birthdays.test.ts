import { expect, test } from 'vitest'
import type { Birthday } from '#core/customer/customer.ts'
import { birthdayInWords } from '#web/words/birthdays.ts'

const LUNAR: Birthday = { kind: 'lunar', day: 15, month: 6, leap: true, year: 1987 }

test.each([
  ['08/03/1988', { kind: 'solar', day: 8, month: 3, year: 1988 }],
  ['29/02', { kind: 'solar', day: 29, month: 2, year: null }],
] as const)('%s is written alike in both languages', (written, birthday) => {
  expect([birthdayInWords(birthday, { locale: 'vi' }), birthdayInWords(birthday, { locale: 'en' })]).toEqual([written, written])
})

test('a lunar birthday says so, and whether its month is a leap one', () => {
  expect(birthdayInWords(LUNAR, { locale: 'vi' })).toBe('15/6 nhuận âm lịch')
  expect(birthdayInWords(LUNAR, { locale: 'en' })).toBe('day 15 of lunar month 6 (leap)')
  expect(birthdayInWords({ ...LUNAR, leap: false }, { locale: 'vi' })).toBe('15/6 âm lịch')
})

test('where the year is asked for it stands in the place of the language, and nothing where it is not known', () => {
  expect(birthdayInWords(LUNAR, { locale: 'vi', lunarYear: true })).toBe('15/6 nhuận/1987 âm lịch')
  expect(birthdayInWords(LUNAR, { locale: 'en', lunarYear: true })).toBe('day 15 of lunar month 6 (leap), 1987')
  expect(birthdayInWords({ ...LUNAR, year: null }, { locale: 'en', lunarYear: true })).toBe('day 15 of lunar month 6 (leap)')
})
