import { describe, expect, test } from 'vitest'
import { readBirthday } from '#core/customer/birthday-cell.ts'

const solar = (day: number, month: number, year: number | null = null) => ({ value: { kind: 'solar', month, day, year } })
const lunar = (day: number, month: number, { leap = false, year = null }: { leap?: boolean; year?: number | null } = {}) => ({
  value: { kind: 'lunar', month, day, leap, year },
})

test.each([
  ['15/08/1988', solar(15, 8, 1988)],
  ['5/8/1988', solar(5, 8, 1988)],
  ['15-08-1988', solar(15, 8, 1988)],
  ['15.8.1988', solar(15, 8, 1988)],
  ['1988-08-15', solar(15, 8, 1988)],
  ['15/08', solar(15, 8)],
  ['--08-15', solar(15, 8)],
  ['29/02/1988', solar(29, 2, 1988)],
  ['29/02', solar(29, 2)],
  ['--02-29', solar(29, 2)],
  ['13/02', solar(13, 2)],
  ['1988-08-15T00:00:00', solar(15, 8, 1988)],
  ['15/08/1988 0:00', solar(15, 8, 1988)],
  ['15/8 âl', lunar(15, 8)],
  ['15/8âl', lunar(15, 8)],
  ['15/8 (ÂL)', lunar(15, 8)],
  ['15/8 âm lịch', lunar(15, 8)],
  ['15/8 a\u0302m li\u0323ch', lunar(15, 8)],
  ['30/12 âl', lunar(30, 12)],
  ['30/2 âl', lunar(30, 2)],
  ['1/6 nhuận âl', lunar(1, 6, { leap: true })],
  ['1/6 nhuận', lunar(1, 6, { leap: true })],
  ['15/5/1990 nhuận', lunar(15, 5, { leap: true, year: 1990 })],
  ['30/12/1992 âl', lunar(30, 12, { year: 1992 })],
  ['15/08/1950 âl', lunar(15, 8, { year: 1950 })],
])('%s is understood', (cell, birthday) => {
  expect(readBirthday(cell, 'solar')).toEqual(birthday)
})

test('in the column for lunar birthdays a bare date is lunar, unless it says otherwise', () => {
  expect(readBirthday('15/8', 'lunar')).toEqual(lunar(15, 8))
  expect(readBirthday('15/8 dương lịch', 'lunar')).toEqual(solar(15, 8))
})

describe('impossible birthdays are refused with what would be right', () => {
  test.each([
    ['31/04/1979', 'a day from 1 to 30: month 4 of 1979 has 30 days'],
    ['30/02', 'a day from 1 to 29: month 2 has 29 days'],
    ['29/02/2023', 'a day from 1 to 28: month 2 of 2023 has 28 days'],
    ['29/02/1900', 'a day from 1 to 28'],
    ['02/13', 'the day first: 13/02'],
    ['02/13/1992', 'the day first: 13/02/1992'],
    ['15/20', 'a month from 1 to 12'],
    ['0/5', 'a day from 1 to 31'],
    ['05/06/88', 'a year of four digits'],
    ['15/08/1850', 'a year from 1900'],
    ['32143', 'a date: dd/MM/yyyy'],
    ['tháng 8', 'a date: dd/MM/yyyy'],
    ['15/08/1988 09:30', 'a date'],
    ['31/8 âl', 'a lunar day from 1 to 30'],
    ['15/13 âl', 'a lunar month from 1 to 12'],
    ['rằm tháng 8 âl', 'a lunar date'],
    ['1/6/2023 nhuận', 'the leap month of lunar 2023 is 2'],
    ['1/6/2024 nhuận', 'lunar 2024 has no leap month'],
    ['30/12/2025 âl', 'month 12 of lunar 2025 has 29'],
  ])('%s: %s', (cell, expected) => {
    expect(readBirthday(cell, 'solar')).toEqual({ expected: expect.stringContaining(expected) })
  })
})
