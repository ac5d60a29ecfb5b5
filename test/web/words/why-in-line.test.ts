/** Every fact of a line of a list of calls is told, in both languages, without a word of the code. */
import { expect, test } from 'vitest'
import { LOOKED_AFTER_GONE, NOT_GIVEN, OWNER_GONE, type Why } from '#core/work/day-list/day-line.ts'
import { whyInWords } from '#web/words/why-in-line.ts'

const EVERY_WHY: readonly Why[] = [
  { is: 'promise', at: '2027-03-02T10:00:00.000Z' },
  { is: 'broken-promise', at: '2027-03-01T10:00:00.000Z' },
  { is: 'complaint' },
  { is: 'low-score', score: 2 },
  { is: 'tier', tier: 'Vàng' },
  { is: 'leftover', days: 1 },
  { is: 'leftover', days: 3 },
  { is: 'due', at: '2027-03-02T10:00:00.000Z' },
  { is: 'shared-number', people: 2 },
  { is: 'owner' },
  ...OWNER_GONE.map((because) => ({ is: 'owner-gone', owner: 'bao@example.com', because }) as const),
  { is: 'looked-after' },
  ...LOOKED_AFTER_GONE.map((because) => ({ is: 'looked-after-gone', by: 'bao@example.com', because }) as const),
  { is: 'nobody-on-shift' },
  { is: 'gave-way', from: 'bao@example.com' },
  { is: 'beyond-room' },
  ...NOT_GIVEN.map((because) => ({ is: 'not-given', because }) as const),
]

test.each(['vi', 'en'] as const)('in %s', (locale) => {
  const told = EVERY_WHY.map((why) => whyInWords(why, { locale, at: (at) => at.slice(11, 16), nameOf: () => 'Bảo' }))
  expect(new Set(told).size).toBe(EVERY_WHY.length)
  expect(told.filter((text) => text === '' || text.includes('@'))).toEqual([])
  expect(told[5]).toBe(locale === 'vi' ? 'tồn 1 ngày' : 'left over for 1 day')
})
