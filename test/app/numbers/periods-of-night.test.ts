/** Which periods a night rolls up. */
import { describe, expect, test } from 'vitest'
import { periodsOfNight } from '#app/numbers/periods-of-night.ts'

const keys = (asked: Parameters<typeof periodsOfNight>[0]) => periodsOfNight(asked).map(({ from, to }) => `${from} ${to}`)

/** A Wednesday. */
const night = { today: '2027-05-12', written: [], firstDay: '2026-01-01' }

test('without facts there is nothing to roll up', () => {
  expect(periodsOfNight({ ...night, firstDay: null })).toEqual([])
})

test('the week, the month, the quarter and the year that yesterday belongs to', () => {
  expect(keys(night)).toEqual([
    '2027-05-10 2027-05-16',
    '2027-05-01 2027-05-31',
    '2027-04-01 2027-06-30',
    '2027-01-01 2027-12-31',
  ])
})

test('a day of a year whose Tết is not known belongs to its periods as any other', () => {
  expect(keys({ ...night, written: ['1967-05-01'], firstDay: '1967-05-01' })).toContain('1967-05-01 1967-05-31')
})

test('on the first of a month yesterday belongs to the month before', () => {
  expect(keys({ ...night, today: '2027-06-01' })).toContain('2027-05-01 2027-05-31')
})

test('a late day brings its own periods again, each once', () => {
  const found = keys({ ...night, written: ['2027-02-03', '2027-02-04'] })
  expect(found).toContain('2027-02-01 2027-02-28')
  expect(found).toContain('2027-01-01 2027-03-31')
  expect(found).toHaveLength(new Set(found).size)
})

test('a late day brings every period after it as well: who bought on it is kept, or not, in each', () => {
  const found = keys({ ...night, written: ['2027-02-03'] })
  for (const later of ['2027-03-01 2027-03-31', '2027-04-01 2027-04-30', '2027-03-08 2027-03-14']) expect(found).toContain(later)
})

test('and those before it whose windows were open on it, where the next Monday would not', () => {
  const found = keys({ ...night, written: ['2026-02-03'], firstDay: '2025-01-01' })
  expect(found).toContain('2025-02-01 2025-02-28')
  expect(found).not.toContain('2025-01-01 2025-01-31')
})

test('a day of this week brings no period before it', () => {
  expect(keys({ ...night, written: ['2027-05-10', '2027-05-11'] })).toEqual(keys(night))
})

test('a late day brings the days that are compared with a later month by Tết', () => {
  expect(keys({ ...night, written: ['2026-02-03'] })).toContain('2026-02-12 2026-03-11')
})

test('what yesterday belongs to comes first, with what it is compared with, whatever came late', () => {
  const night = { today: '2027-01-20', firstDay: '2025-01-01' }
  const expected = keys({ ...night, written: [] })
  expect(expected).toContain('2026-01-12 2026-02-11')
  expect(keys({ ...night, written: ['2026-02-03', '2027-01-02'] }).slice(0, expected.length)).toEqual(expected)
})

test('a month near Tết brings the days of the year before that are compared with it', () => {
  expect(keys({ ...night, today: '2027-01-20' })).toContain('2026-01-12 2026-02-11')
})

test('and none of them when they lie before the first day', () => {
  expect(keys({ ...night, today: '2027-01-20', firstDay: '2026-06-01' })).not.toContain('2026-01-12 2026-02-11')
})

test('what can still change on another day than a Monday when asked, and on a Monday not when asked not', () => {
  expect(keys({ ...night, again: true })).toContain('2026-06-01 2026-06-30')
  expect(keys({ ...night, written: ['2027-05-05'], today: '2027-05-10', again: false })).not.toContain('2027-03-01 2027-03-31')
})

describe('on a Monday', () => {
  const monday = { ...night, today: '2027-05-10' }

  test('everything whose windows are open: back to a year and a day', () => {
    const found = keys(monday)
    expect(found).toContain('2026-05-01 2026-05-31')
    expect(found).not.toContain('2026-04-01 2026-04-30')
  })

  test('of weeks the last fourteen', () => {
    const found = keys(monday)
    expect(found).toContain('2027-02-01 2027-02-07')
    expect(found).not.toContain('2027-01-25 2027-01-31')
  })

  test('and nothing that lies wholly before the first day', () => {
    const found = keys({ ...monday, firstDay: '2027-04-15' })
    expect(found).toContain('2027-04-01 2027-04-30')
    expect(found).not.toContain('2027-03-01 2027-03-31')
  })
})
