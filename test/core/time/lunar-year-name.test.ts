import { expect, test } from 'vitest'
import { lunarYearAnimal, lunarYearName } from '#core/time/lunar-year-name.ts'

test('years have the names of the calendar on the wall', () => {
  expect([1984, 2000, 2024, 2026, 2027].map(lunarYearName)).toEqual(['Giáp Tý', 'Canh Thìn', 'Giáp Thìn', 'Bính Ngọ', 'Đinh Mùi'])
})

test('a name comes back after sixty years and not before', () => {
  const names = Array.from({ length: 120 }, (_, n) => lunarYearName(1968 + n))
  expect(new Set(names).size).toBe(60)
  expect(names.slice(60)).toEqual(names.slice(0, 60))
})

test.each([
  [2023, 'mèo', 'Cat'],
  [2024, 'rồng', 'Dragon'],
  [2027, 'dê', 'Goat'],
  [2021, 'trâu', 'Buffalo'],
])('the animal of %i is %s, as Vietnam counts them', (year, vi, en) => {
  expect([lunarYearAnimal(year, 'vi'), lunarYearAnimal(year, 'en')]).toEqual([vi, en])
})
