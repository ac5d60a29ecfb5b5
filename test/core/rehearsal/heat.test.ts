import { expect, test } from 'vitest'
import { levelOf, levelsFor } from '#core/rehearsal/heat.ts'

test('half of the days are pale and one in twenty stands out, whatever the busiest day has', () => {
  const days = Array.from({ length: 20 }, (_, at) => at + 1)
  expect(levelsFor(days)).toEqual([1, 11, 17, 20])
  expect(levelsFor([...days.slice(0, 19), 100_000])).toEqual([1, 11, 17, 100_000])
  expect([0, 1, 10, 11, 17, 20, 21].map((count) => levelOf(count, [1, 11, 17, 20]))).toEqual([0, 1, 1, 2, 3, 4, 4])
})

test('days that do not differ have fewer levels, and days without anything none', () => {
  expect(levelsFor([5, 5, 0])).toEqual([5])
  expect(levelOf(5, [5])).toBe(1)
  expect(levelsFor([0, 0])).toEqual([])
  expect(levelOf(0, [])).toBe(0)
})
