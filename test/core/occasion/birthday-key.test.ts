import { expect, test } from 'vitest'
import { birthdayKeyOf } from '#core/occasion/birthday-key.ts'

test.each([
  [{ kind: 'solar', month: 2, day: 29, year: 1988 }, 'S-02-29'],
  [{ kind: 'solar', month: 12, day: 1, year: null }, 'S-12-01'],
  [{ kind: 'lunar', month: 8, day: 15, leap: false, year: 1990 }, 'L-08-15'],
  [{ kind: 'lunar', month: 12, day: 30, leap: false, year: null }, 'L-12-30'],
  [{ kind: 'lunar', month: 6, day: 1, leap: true, year: 2025 }, 'LL-06-01'],
] as const)('the key of %j is %s', (birthday, key) => {
  expect(birthdayKeyOf(birthday)).toBe(key)
})

test('no two days of a year share a key, whichever calendar they stand in', () => {
  const months = Array.from({ length: 12 }, (_, n) => n + 1)
  const days = Array.from({ length: 30 }, (_, n) => n + 1)
  const keys = months.flatMap((month) =>
    days.flatMap((day) => [
      birthdayKeyOf({ kind: 'solar', month, day, year: null }),
      birthdayKeyOf({ kind: 'lunar', month, day, leap: false, year: null }),
      birthdayKeyOf({ kind: 'lunar', month, day, leap: true, year: null }),
    ]),
  )
  expect(new Set(keys).size).toBe(12 * 30 * 3)
})
